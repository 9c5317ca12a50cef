import * as z from "zod/mini";
import { currencyDecimals } from "../../kernel/currency.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, decimals, id } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { add, compare, divide, multiply, ONE, type Rational, rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type RoundingMode, round } from "../../kernel/rounding.js";
import { described, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkRowKeys, keysOf, type RowKeys, rowName } from "../row-keys.js";

/** The fields of pay ranges. */
export function rangeFields() {
  const amount = () => configNumber({ above: 0 });
  return {
    ranges: described(
      list(
        z.strictObject({
          tier: id(),
          grade: z.optional(id()),
          location: z.optional(id()),
          minimum: z.optional(amount()),
          midpoint: z.optional(described(amount(), "Without it, halfway from the minimum to the maximum.")),
          maximum: z.optional(amount()),
          spread: z.optional(
            described(
              configRatio({ above: 0 }),
              "With the midpoint, instead of minimum and maximum: how far the maximum is above the minimum, as a part of the minimum.",
            ),
          ),
        }),
        1,
      ),
      "The pay range of each tier, or of each tier, grade and location.",
    ),
    rangeDecimals: z.optional(
      described(
        decimals(),
        "To how many decimals what is worked out of a range is rounded; without it, to the currency's minor unit.",
      ),
    ),
  };
}

/** Pay ranges as the config has them. */
export interface RangesConfig {
  readonly currency?: string | undefined;
  readonly ranges: readonly (RowKeys & {
    readonly minimum?: number | string | undefined;
    readonly midpoint?: number | string | undefined;
    readonly maximum?: number | string | undefined;
    readonly spread?: number | string | undefined;
  })[];
  readonly rangeDecimals?: number | undefined;
}

const TWO = rational(2n);

/** A pay range. */
export interface PayRange {
  readonly minimum: Rational;
  readonly midpoint: Rational;
  readonly maximum: Rational;
}

/** Notes what the schema cannot see in pay ranges. */
export function checkPayRanges(config: RangesConfig, path: Path, report: Report): void {
  const at = [...path, "ranges"];
  if (!report.sound(at) || !report.sound([...path, "rangeDecimals"])) return;
  const keys = checkRowKeys(config.ranges, at, report);
  const seen = new Set<string>();
  for (const [index, range] of config.ranges.entries()) {
    const here = [...at, index];
    const { minimum, midpoint, maximum, spread } = range;
    const name = rowName(range, keys);
    if (seen.has(name)) report.add(here, "row-twice", `${show(name)} has two ranges`);
    seen.add(name);
    const ends = minimum !== undefined && maximum !== undefined && spread === undefined;
    const around = midpoint !== undefined && spread !== undefined && (minimum ?? maximum) === undefined;
    if (!ends && !around) {
      report.add(here, "one-of", "expected either minimum and maximum, or midpoint and spread");
      continue;
    }
    const read = readRange(range, rangeDecimals(config), "half-up");
    if (compare(read.minimum, read.midpoint) < 0 && compare(read.midpoint, read.maximum) < 0) continue;
    report.add(here, "range-empty", "expected the minimum below the midpoint, and that below the maximum");
  }
}

/** Makes the function that finds the range of a person; the input has been checked. */
export function compileRanges(config: RangesConfig, rounding: RoundingMode): (person: RowKeys) => PayRange {
  const keys = keysOf(config.ranges);
  const read = new Map(
    config.ranges.map((range) => [rowName(range, keys), readRange(range, rangeDecimals(config), rounding)]),
  );
  return (person) => read.get(rowName(person, keys)) as PayRange;
}

function rangeDecimals({ rangeDecimals: stated, currency = "" }: RangesConfig): number {
  return stated ?? currencyDecimals(currency);
}

function readRange(
  { minimum, midpoint, maximum, spread }: RangesConfig["ranges"][number],
  places: number,
  rounding: RoundingMode,
): PayRange {
  const rounded = (value: Rational) => round(value, places, rounding);
  if (spread === undefined) {
    const [least, most] = [readNumber(minimum), readNumber(maximum)];
    const middle = midpoint === undefined ? rounded(divide(add(least, most), TWO)) : readNumber(midpoint);
    return { minimum: least, midpoint: middle, maximum: most };
  }
  const [middle, part] = [readNumber(midpoint), readRatio(spread)];
  const least = divide(middle, add(ONE, divide(part, TWO)));
  return { minimum: rounded(least), midpoint: middle, maximum: rounded(multiply(least, add(ONE, part))) };
}
