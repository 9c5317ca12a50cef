import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { decimals, inputNumber, key } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber } from "../../kernel/number.js";
import { compare, divide, type Rational, rational, sum } from "../../kernel/rational.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { median } from "../../scoring/reducers.js";
import { concordance, rankCorrelation } from "./correlation.js";

const performanceConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    decimals: described(z._default(decimals(), 6), "The decimals of coefficients and ratios."),
  }),
);

const performanceInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    people: list(
      z.strictObject({
        id: key(),
        score: inputNumber(),
        pay: inputNumber({ least: 0 }),
        band: z.optional(key()),
        marketPay: z.optional(inputNumber({ above: 0 })),
      }),
      2,
    ),
  }),
);

/**
 * How coefficients are shown: the config of `payForPerformance`.
 *
 * @useDeclaredType
 */
export type PayForPerformanceConfig = Written<typeof performanceConfig>;

/**
 * People with score and pay, and where they are known their band and what the market pays for their job.
 *
 * @useDeclaredType
 */
export type PayForPerformanceInput = Written<typeof performanceInput>;

/** The pay of the people of a band. */
export interface BandPay {
  readonly band: string;
  readonly people: number;
  readonly lowest: Decimal;
  readonly median: Decimal;
  readonly highest: Decimal;
  readonly mean: Decimal;
}

/** How closely pay follows performance, and how it compares with the market. */
export interface PayForPerformance {
  readonly kind: "pay-for-performance";
  readonly people: number;
  /** Spearman's rank correlation of score and pay, from -1 to 1; absent where all scores or all pay are the same. */
  readonly rankCorrelation?: Decimal;
  /** Kendall's tau-b of score and pay, from -1 to 1; absent where all scores or all pay are the same. */
  readonly concordance?: Decimal;
  /** By band, in the order of the lowest score in each, from the highest down. */
  readonly bands: readonly BandPay[];
  /** The mean pay of the highest band divided by that of the lowest; absent with fewer than two bands, or where the lowest is paid nothing. */
  readonly spread?: Decimal;
  /** Pay divided by what the market pays, of those for whom that is known. */
  readonly market?: {
    readonly people: number;
    readonly mean: Decimal;
    readonly median: Decimal;
    readonly below: number;
  };
}

/**
 * Figures for pay against performance and against the market (M10, M17): how closely the order of pay follows the order of scores, what each band is paid, and how pay compares with what the market pays.
 *
 * Ranks of equals are their mean rank. Spearman's coefficient is the correlation of the ranks; Kendall's tau-b counts pairs that are in the same order in both, less those that are not, divided by
 * the root of the product of the pairs that differ in each. Both are rounded to `decimals` as if exact. A person without a band is in none; one without market pay is left out of `market`, whose `below` counts who is
 * paid less than the market.
 *
 * Errors: fewer than two people (`too-small`), a person twice (`duplicate-id`).
 *
 * Source: C. Spearman, "The Proof and Measurement of Association between Two Things" (1904); M. G. Kendall, "The Treatment of Ties in Ranking Problems" (1945).
 *
 * @example
 * ```ts
 * import { payForPerformance } from "tierwise";
 *
 * const figures = payForPerformance({ decimals: 4 })({
 *   people: [
 *     { id: "ann", score: 92, pay: 9000, band: "high", marketPay: 8000 },
 *     { id: "ben", score: 71, pay: 8200, band: "middle", marketPay: 8200 },
 *     { id: "cho", score: 78, pay: 7800, band: "middle", marketPay: 8200 },
 *   ],
 * });
 * figures.rankCorrelation; // => "0.5"
 * figures.spread; // => "1.125"
 * figures.market?.below; // => 1
 * ```
 */
export const payForPerformance: CalculatorFactory<
  PayForPerformanceConfig,
  PayForPerformanceInput,
  PayForPerformance
> = /* @__PURE__ */ defineFactory({
  title: "payForPerformance",
  config: performanceConfig,
  compile({ decimals: shown }) {
    return defineCalculator({
      title: "payForPerformance",
      input: performanceInput,
      run({ people }, report): PayForPerformance {
        checkIds(people, ["people"], report);
        report.stop();
        const read = people.map(readPerson);
        const [scores, pays] = [read.map(({ score }) => score), read.map(({ pay }) => pay)];
        const rank = rankCorrelation(scores, pays, shown);
        const tau = concordance(scores, pays, shown);
        const bands = bandsOf(read, shown);
        const spread = spreadOf(read, bands, shown);
        const market = marketOf(read, shown);
        return {
          kind: "pay-for-performance",
          people: people.length,
          ...(rank === undefined ? {} : { rankCorrelation: rank }),
          ...(tau === undefined ? {} : { concordance: tau }),
          bands,
          ...(spread === undefined ? {} : { spread }),
          ...(market === undefined ? {} : { market }),
        };
      },
    });
  },
});

interface Person {
  readonly score: Rational;
  readonly pay: Rational;
  readonly band: string | undefined;
  readonly market: Rational | undefined;
}

function readPerson({
  score,
  pay,
  band,
  marketPay,
}: Checked<typeof performanceInput>["people"][number]): Person {
  return {
    score: readNumber(score),
    pay: readNumber(pay),
    band,
    market: marketPay === undefined ? undefined : readNumber(marketPay),
  };
}

const mean = (values: readonly Rational[]) => divide(sum(values), rational(BigInt(values.length)));

function bandsOf(people: readonly Person[], shown: number): readonly BandPay[] {
  const names = [...new Set(people.flatMap(({ band }) => band ?? []))];
  const groups = names.map((band) => ({ band, people: people.filter((one) => one.band === band) }));
  const lowestScore = (group: readonly Person[]) =>
    group.map(({ score }) => score).reduce((x, y) => (compare(x, y) <= 0 ? x : y));
  const sorted = groups.sort((x, y) => compare(lowestScore(y.people), lowestScore(x.people)));
  return sorted.map(({ band, people: members }) => {
    const pays = members.map(({ pay }) => pay).sort(compare);
    return {
      band,
      people: members.length,
      lowest: exactDecimal(pays[0] as Rational),
      median: toDecimal(median(pays), shown),
      highest: exactDecimal(pays.at(-1) as Rational),
      mean: toDecimal(mean(pays), shown),
    };
  });
}

function spreadOf(people: readonly Person[], bands: readonly BandPay[], shown: number): Decimal | undefined {
  const [first, last] = [bands[0], bands.at(-1)];
  if (first === undefined || last === undefined || bands.length < 2) return undefined;
  const meanOf = (name: string) => mean(people.flatMap(({ band, pay }) => (band === name ? [pay] : [])));
  const least = meanOf(last.band);
  return least.n === 0n ? undefined : toDecimal(divide(meanOf(first.band), least), shown);
}

function marketOf(people: readonly Person[], shown: number): PayForPerformance["market"] {
  const ratios = people.flatMap(({ pay, market }) => (market === undefined ? [] : [divide(pay, market)]));
  if (ratios.length === 0) return undefined;
  return {
    people: ratios.length,
    mean: toDecimal(mean(ratios), shown),
    median: toDecimal(median(ratios), shown),
    below: ratios.filter((ratio) => compare(ratio, rational(1n)) < 0).length,
  };
}
