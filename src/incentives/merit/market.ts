import * as z from "zod/mini";
import { daysAfter } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, date, id } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { evaluate, linesThrough } from "../../kernel/piecewise.js";
import { months } from "../../kernel/proration.js";
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalText,
  subtract,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type RoundingMode, round } from "../../kernel/rounding.js";
import { described, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkRowKeys, keysOf, type RowKeys, rowName } from "../row-keys.js";

const MEDIAN = 50;

/** The field that states market rates. */
export function marketFields() {
  return {
    market: z.optional(
      z.strictObject({
        asOf: described(date(), "The day that the rates are of."),
        reference: described(
          z._default(configNumber({ least: 0, most: 100 }), MEDIAN),
          "The percentile that salaries are compared with; every tier has it.",
        ),
        ageing: z.optional(
          described(
            z.strictObject({
              rate: described(configRatio(), "By how much the market moves in a year."),
              method: described(
                z._default(z.enum(["simple", "compound"]), "simple"),
                "simple: in proportion to the months. compound: year on year, and in proportion within a year.",
              ),
            }),
            "How the rates are brought to a later day; without it they stay as they are.",
          ),
        ),
        rates: described(
          list(
            z.strictObject({
              tier: id(),
              grade: z.optional(id()),
              location: z.optional(id()),
              percentile: configNumber({ least: 0, most: 100 }),
              amount: configNumber({ above: 0 }),
            }),
            1,
          ),
          "What the market pays at each percentile.",
        ),
      }),
    ),
  };
}

/** Market rates as the config has them. */
export interface MarketConfig {
  readonly market?:
    | {
        readonly asOf: string;
        readonly reference?: number | string | undefined;
        readonly ageing?:
          | { readonly rate: number | string; readonly method: "simple" | "compound" }
          | undefined;
        readonly rates: readonly (RowKeys & {
          readonly percentile: number | string;
          readonly amount: number | string;
        })[];
      }
    | undefined;
}

/** A salary against the market. */
export interface MarketPosition {
  /** The percentile that is compared with, and what the market pays there, brought to the day and rounded. */
  readonly reference: Decimal;
  readonly rate: Decimal;
  /** The salary over the rate, shown with 6 decimals. */
  readonly ratio: Decimal;
  /** The midpoint of the range over the rate, shown with 6 decimals. */
  readonly midpointRatio: Decimal;
  /** By how much the stated rates were multiplied; shown with 6 decimals. */
  readonly ageing: Decimal;
  /** Where between the stated percentiles the salary is, on straight lines between them; shown with 6 decimals. */
  readonly percentile?: Decimal;
  /** Whether the salary is below the lowest stated percentile or above the highest. */
  readonly outside?: "below" | "above";
}

/** Notes what the schema cannot see in market rates. */
export function checkMarket({ market }: MarketConfig, path: Path, report: Report): void {
  const at = [...path, "market", "rates"];
  if (market === undefined || !report.sound([...path, "market"])) return;
  const { rates, reference = MEDIAN } = market;
  const keys = checkRowKeys(rates, at, report);
  if (!report.clean(at)) return;
  const last = new Map<string, MarketRate>();
  const stated = new Set<string>();
  for (const [index, row] of rates.entries()) {
    const name = rowName(row, keys);
    const [before, rate] = [last.get(name), readRate(row)];
    if (before !== undefined && compare(before.x, rate.x) >= 0) {
      const message = `expected the percentiles of ${show(name)} in rising order, got ${row.percentile}`;
      report.add([...at, index, "percentile"], "points-unsorted", message);
    } else if (before !== undefined && compare(before.y, rate.y) > 0) {
      const message = `expected more at a higher percentile of ${show(name)}, got ${row.amount}`;
      report.add([...at, index, "amount"], "points-falling", message);
    }
    last.set(name, rate);
    if (compare(rate.x, readNumber(reference)) === 0) stated.add(name);
  }
  for (const name of last.keys()) {
    if (stated.has(name)) continue;
    const message = `${show(name)} has no rate at percentile ${reference}, which salaries are compared with`;
    report.add(at, "row-missing", message);
  }
}

/** Makes the function that compares a salary with the market on a day that is not before that of the rates; the person has rates. */
export function compileMarket(
  market: NonNullable<MarketConfig["market"]>,
  currency: string,
  rounding: RoundingMode,
) {
  const decimals = currencyDecimals(currency);
  const keys = keysOf(market.rates);
  const byName = new Map<string, MarketRate[]>();
  for (const row of market.rates) {
    const name = rowName(row, keys);
    byName.set(name, [...(byName.get(name) ?? []), readRate(row)]);
  }
  const reference = readNumber(market.reference ?? MEDIAN);
  const aged = (amount: Rational, factor: Rational) => round(multiply(amount, factor), decimals, rounding);
  return (
    person: RowKeys,
    salary: Rational,
    midpoint: Rational,
    on: string,
    report: Report,
  ): MarketPosition | undefined => {
    const factor = ageingFactor(market, on);
    const isMoved = market.ageing !== undefined && on !== market.asOf;
    const rates = (byName.get(rowName(person, keys)) ?? []).map(({ x, y }) => ({
      x,
      y: isMoved ? aged(y, factor) : y,
    }));
    const gone = rates.find(({ y }) => y.n <= 0n);
    if (gone !== undefined) {
      const message = `expected a day on which the market still pays something: on ${on} it pays ${rationalText(gone.y)} at percentile ${rationalText(gone.x)}`;
      report.add(["on"], "out-of-range", message);
      return undefined;
    }
    const rate = rates.find(({ x }) => compare(x, reference) === 0)?.y ?? ONE;
    return {
      reference: exactDecimal(reference),
      rate: exactDecimal(rate),
      ratio: shownDecimal(divide(salary, rate)),
      midpointRatio: shownDecimal(divide(midpoint, rate)),
      ageing: shownDecimal(factor),
      ...percentileOf(salary, rates),
    };
  };
}

/** A percentile and its amount. */
interface MarketRate {
  readonly x: Rational;
  readonly y: Rational;
}

function readRate({
  percentile,
  amount,
}: {
  percentile: number | string;
  amount: number | string;
}): MarketRate {
  return { x: readNumber(percentile), y: readNumber(amount) };
}

function ageingFactor({ asOf, ageing }: NonNullable<MarketConfig["market"]>, on: string): Rational {
  if (ageing === undefined) return ONE;
  const [rate, years] = [
    readRatio(ageing.rate),
    divide(months({ from: asOf, to: daysAfter(on, -1) }), TWELVE),
  ];
  if (ageing.method === "simple") return add(ONE, multiply(rate, years));
  const whole = floor(years);
  const yearly = add(ONE, rate);
  const ofWhole = { n: yearly.n ** whole, d: yearly.d ** whole };
  return multiply(ofWhole, add(ONE, multiply(rate, subtract(years, rational(whole)))));
}

const TWELVE = rational(12n);

/** The percentile of a salary: of equal amounts the lowest. */
function percentileOf(salary: Rational, rates: readonly MarketRate[]): Partial<MarketPosition> {
  const amounts = rates.filter(
    (rate, index) => index === 0 || compare(rate.y, rates[index - 1]?.y ?? rate.y) > 0,
  );
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first === undefined || last === undefined || compare(salary, first.y) < 0) return { outside: "below" };
  if (compare(salary, last.y) > 0) return { outside: "above" };
  const percentile =
    compare(salary, last.y) === 0
      ? last.x
      : evaluate(linesThrough(amounts.map(({ x, y }) => ({ x: y, y: x }))), salary);
  return { percentile: shownDecimal(percentile ?? last.x) };
}
