import * as z from "zod/mini";
import { noteParts } from "../../incentives/result-parts.js";
import type { Decimal } from "../../kernel/decimal.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { moneyText, noteTexts } from "../explain.js";
import { exactMoneyText } from "../note-money.js";
import { percentOf } from "../percent.js";
import { type PaySentences, paySentencesEn } from "../sentences.js";
import type { PersonIncrease } from "./increase.js";
import type { MarketPosition } from "./market.js";
import type { MeritIncrease } from "./merit-increase.js";
import type { SalaryPosition } from "./salary-position.js";
import { type SalarySentences, salarySentencesEn } from "./sentences.js";

/** The part of a locale that explains salaries and their increases. */
export interface SalaryLocale {
  readonly languageTag: string;
  readonly pay: Pick<PaySentences, "notes">;
  readonly salary: SalarySentences;
}

const ENGLISH: SalaryLocale = { languageTag: "en", pay: paySentencesEn, salary: salarySentencesEn };

/**
 * Says in sentences where a salary is in its range and against the market. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainSalaryPosition, salaryPosition } from "tierwise";
 *
 * const position = salaryPosition({ currency: "USD", ranges: [{ tier: "senior", midpoint: 60_000, spread: "50%" }] });
 * const result = position({ tier: "senior", salary: 54_000 });
 * explainSalaryPosition(result)[0]; // => "54000.00 USD: second quarter of the range; the range is 48000.00 to 72000.00, its midpoint 60000.00."
 * explainSalaryPosition(result)[1]; // => "Compa-ratio: 0.9; range penetration: 0.25."
 * ```
 */
export function explainSalaryPosition(
  result: SalaryPosition,
  options: { readonly locale?: SalaryLocale } = {},
): readonly string[] {
  return saySalaryPosition(result, options);
}

const saySalaryPosition = /* @__PURE__ */ inWords({
  title: "explainSalaryPosition",
  result: () =>
    z.looseObject({
      kind: z.literal("salary-position"),
      currency: z.string(),
      salary: resultNumber(),
      minimum: resultNumber(),
      midpoint: resultNumber(),
      maximum: resultNumber(),
      compaRatio: resultNumber(),
      penetration: resultNumber(),
      position: z.string(),
    }),
  english: ENGLISH,
  say(result: SalaryPosition, { locale }): readonly string[] {
    const { salary: words } = locale;
    const { currency, belowMinimum, aboveMaximum, market } = result;
    const money = (amount: SalaryPosition["salary"]) => moneyText(amount, currency);
    return [
      words.position({
        salary: money(result.salary),
        currency,
        position: positionText(result, locale),
        minimum: money(result.minimum),
        midpoint: money(result.midpoint),
        maximum: money(result.maximum),
      }),
      words.ratios({ compaRatio: String(result.compaRatio), penetration: String(result.penetration) }),
      ...(belowMinimum === undefined ? [] : [words.belowMinimum({ amount: money(belowMinimum), currency })]),
      ...(aboveMaximum === undefined ? [] : [words.aboveMaximum({ amount: money(aboveMaximum), currency })]),
      ...(market === undefined ? [] : explainMarket(market, currency, words)),
    ];
  },
});

/**
 * Says in sentences how salaries are increased: what all cost, what is left of the budget, and how each increase came about. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainMeritIncrease, meritIncrease } from "tierwise";
 *
 * const review = meritIncrease({
 *   currency: "USD",
 *   ranges: [{ tier: "senior", minimum: 48_000, maximum: 72_000 }],
 *   positions: { by: "compa-ratio", bands: [{ id: "any" }] },
 *   bands: [{ id: "meets" }],
 *   matrix: [{ band: "meets", positions: ["any"], percent: "3%" }],
 * });
 * const people = [{ id: "ann", tier: "senior", salary: 50_000, band: "meets" }];
 * const result = review({ period: "2026", budget: 2000, people });
 * explainMeritIncrease(result)[0]; // => "Increases for 2026: 1500.00 of a budget of 2000.00 USD; left: 500.00."
 * ```
 */
export function explainMeritIncrease(
  result: MeritIncrease,
  options: { readonly locale?: SalaryLocale } = {},
): readonly string[] {
  return sayMeritIncrease(result, options);
}

const sayMeritIncrease = /* @__PURE__ */ inWords({
  title: "explainMeritIncrease",
  result: () =>
    z.looseObject({
      kind: z.literal("merit-increase"),
      period: z.string(),
      currency: z.string(),
      cost: resultNumber(),
      factor: resultNumber(),
      people: list(
        z.looseObject({
          id: z.string(),
          band: z.string(),
          position: z.string(),
          compaRatio: resultNumber(),
          newCompaRatio: resultNumber(),
          salary: resultNumber(),
          increase: resultNumber(),
          newSalary: resultNumber(),
          lumpSum: resultNumber(),
          notes: noteParts(),
        }),
      ),
    }),
  english: ENGLISH,
  say(result: MeritIncrease, { locale }): readonly string[] {
    const { salary: words } = locale;
    const { period, currency, wanted, budget, left, cost, factor, people } = result;
    const exact = (amount: Decimal | string | undefined) =>
      amount === undefined ? "" : exactMoneyText(String(amount), currency);
    const scaled = String(factor) !== "1";
    return [
      words.increases({
        period,
        cost: moneyText(cost, currency),
        budget: exact(budget),
        left: exact(left),
        currency,
      }),
      ...(scaled ? [words.scaled({ wanted: exact(wanted), factor: String(factor), currency })] : []),
      ...people.flatMap((person) => explainPerson(person, currency, locale)),
    ];
  },
});

function explainPerson(person: PersonIncrease, currency: string, locale: SalaryLocale): readonly string[] {
  const { salary: words, pay, languageTag } = locale;
  const money = (amount: PersonIncrease["salary"]) => moneyText(amount, currency);
  return [
    words.increase({
      person: person.id,
      band: labelText(person.bandLabel, languageTag, person.band),
      position: positionText(person, locale),
      compaRatio: String(person.compaRatio),
      percent: percentOf(String(person.percent)),
      salary: money(person.salary),
      wanted: exactMoneyText(String(person.wanted), currency),
      increase: money(person.increase),
      newSalary: money(person.newSalary),
      newCompaRatio: String(person.newCompaRatio),
      currency,
    }),
    ...(person.line === undefined ? [] : [words.lumpSum({ lumpSum: money(person.lumpSum), currency })]),
    ...noteTexts(person.notes, pay.notes, currency),
  ];
}

function explainMarket(market: MarketPosition, currency: string, words: SalarySentences): readonly string[] {
  const { reference, rate, ratio, midpointRatio, ageing, percentile, outside } = market;
  return [
    words.market({
      reference: String(reference),
      rate: moneyText(rate, currency),
      currency,
      ageing: String(ageing),
      ratio: String(ratio),
      midpointRatio: String(midpointRatio),
    }),
    ...(percentile === undefined ? [] : [words.percentile({ percentile: String(percentile) })]),
    ...(outside === undefined ? [] : [words.outsideMarket[outside]]),
  ];
}

function positionText(
  { position, positionLabel }: Pick<SalaryPosition, "position" | "positionLabel">,
  { languageTag, salary: words }: SalaryLocale,
): string {
  return labelText(positionLabel, languageTag, words.quarters[position] ?? position);
}
