import * as z from "zod/mini";
import { type Decimal, exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id, roundingMode } from "../../kernel/fields.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import {
  divide,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type RoundingMode, roundToUnits } from "../../kernel/rounding.js";
import { described, list } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";

/** The fields that say how large a grant is. */
export function sizeFields() {
  const tier = z.optional(id());
  return {
    size: z.discriminatedUnion("by", [
      described(
        z.strictObject({
          by: z.literal("units"),
          rows: list(z.strictObject({ tier, units: configNumber({ least: 0 }) }), 1),
        }),
        "So many units for each tier; the row without a tier is for all others.",
      ),
      described(
        z.strictObject({
          by: z.literal("value"),
          rows: list(z.strictObject({ tier, value: configNumber({ least: 0 }) }), 1),
        }),
        "Units of a value.",
      ),
      described(
        z.strictObject({
          by: z.literal("salary"),
          rows: list(z.strictObject({ tier, share: configRatio({ least: 0 }) }), 1),
        }),
        "Units of the value of a share of the yearly salary.",
      ),
    ]),
    rounding: described(z._default(roundingMode(), "down"), "How units are rounded."),
    multipleOf: described(
      z._default(configNumber({ above: 0 }), 1),
      "Of what number units are a whole multiple.",
    ),
  };
}

type Size =
  | {
      readonly by: "units";
      readonly rows: readonly { readonly tier?: string | undefined; readonly units: NumberInput }[];
    }
  | {
      readonly by: "value";
      readonly rows: readonly { readonly tier?: string | undefined; readonly value: NumberInput }[];
    }
  | {
      readonly by: "salary";
      readonly rows: readonly { readonly tier?: string | undefined; readonly share: NumberInput }[];
    };

type Row = Size["rows"][number];

interface SizeTerms {
  readonly size: Size;
  readonly rounding: RoundingMode;
  readonly multipleOf: NumberInput;
}

interface SizeInput {
  readonly tier?: string | undefined;
  readonly salary?: NumberInput | undefined;
  readonly price?: NumberInput | undefined;
  readonly unitValue?: NumberInput | undefined;
}

/** How large a grant is, and what it was worked out from. */
export interface GrantSize {
  readonly by: Size["by"];
  readonly units: Decimal;
  /** The units before they were rounded, shown with 6 decimals. */
  readonly exact: Decimal;
  readonly rounding: RoundingMode;
  readonly multipleOf: Decimal;
  readonly salary?: Decimal;
  /** The part of the salary. */
  readonly share?: Decimal;
  readonly value?: Decimal;
  readonly unitValue?: Decimal;
  /** What the units are worth. */
  readonly granted?: Decimal;
  /** The value less what the units are worth. */
  readonly remainder?: Decimal;
}

/** Notes a tier that has two rows, and units that no decimal writes. */
export function checkSize(
  { size, multipleOf = 1 }: Pick<SizeTerms, "size" | "multipleOf">,
  path: Path,
  report: Report,
): void {
  if (report.sound([...path, "multipleOf"]) && rationalText(readNumber(multipleOf)).includes("/")) {
    const message = `expected a number whose decimal ends, got ${show(multipleOf)}`;
    report.add([...path, "multipleOf"], "number-invalid", message);
  }
  if (!report.sound([...path, "size"])) return;
  const seen = new Set<string | undefined>();
  for (const [index, { tier }] of size.rows.entries()) {
    const what = tier === undefined ? "the row without a tier" : `the tier ${show(tier)}`;
    if (seen.has(tier)) report.add([...path, "size", "rows", index], "row-twice", `${what} is there twice`);
    seen.add(tier);
  }
}

/** The size of no grant. */
export function noSize({ size, rounding, multipleOf }: SizeTerms): GrantSize {
  const none = exactDecimal(ZERO);
  return {
    by: size.by,
    units: none,
    exact: none,
    rounding,
    multipleOf: exactDecimal(readNumber(multipleOf)),
  };
}

/** The size of a grant for a person. */
export function sizeOf(terms: SizeTerms, input: SizeInput, report: Report): GrantSize {
  const row = rowFor(terms.size.rows, input.tier, report);
  if (row === undefined) return noSize(terms);
  if ("units" in row) return rounded(terms, readNumber(row.units), {});
  const unitValue = positive(input.unitValue ?? input.price, report);
  const worth = "value" in row ? { value: readNumber(row.value) } : ofSalary(row.share, input.salary, report);
  if (unitValue === undefined || worth === undefined) return noSize(terms);
  return rounded(terms, divide(worth.value, unitValue), { ...worth, unitValue });
}

function rowFor(rows: readonly Row[], tier: string | undefined, report: Report): Row | undefined {
  const named = rows.flatMap((row) => row.tier ?? []);
  if (tier === undefined && named.length > 0) {
    report.add(["tier"], "fact-missing", "the size of the grant needs the tier");
    return undefined;
  }
  const row = rows.find((one) => one.tier === tier) ?? rows.find((one) => one.tier === undefined);
  if (row === undefined && tier !== undefined) {
    const message = `${show(tier)} has no size of grant: expected ${showChoices(named)}`;
    report.add(["tier"], "unknown-tier", message, { tier });
  }
  return row;
}

function positive(price: NumberInput | undefined, report: Report): Rational | undefined {
  if (price === undefined) {
    report.add(["price"], "fact-missing", "the size of the grant needs the price, or the value of a unit");
    return undefined;
  }
  const value = readNumber(price);
  if (value.n > 0n) return value;
  report.add(["price"], "out-of-range", `expected more than 0, got ${show(price)}`);
  return undefined;
}

interface Worth {
  readonly value: Rational;
  readonly salary?: Rational;
  readonly share?: Rational;
  readonly unitValue?: Rational;
}

function ofSalary(ratio: NumberInput, stated: NumberInput | undefined, report: Report): Worth | undefined {
  if (stated === undefined) {
    report.add(["salary"], "fact-missing", "the size of the grant needs the yearly salary");
    return undefined;
  }
  const [share, salary] = [readRatio(ratio), readNumber(stated)];
  return { value: multiply(salary, share), salary, share };
}

function rounded(terms: SizeTerms, exact: Rational, worth: Partial<Worth>): GrantSize {
  const multipleOf = readNumber(terms.multipleOf);
  const count = roundToUnits(divide(exact, multipleOf), 0, terms.rounding);
  const units = multiply(rational(count), multipleOf);
  const { value, unitValue } = worth;
  const granted = unitValue === undefined ? undefined : multiply(units, unitValue);
  const remainder = granted === undefined || value === undefined ? undefined : subtract(value, granted);
  const figures = Object.entries({ ...worth, granted, remainder }).flatMap(([name, figure]) =>
    figure === undefined ? [] : [[name, exactDecimal(figure)] as const],
  );
  return {
    by: terms.size.by,
    units: exactDecimal(units),
    exact: shownDecimal(exact),
    rounding: terms.rounding,
    multipleOf: exactDecimal(multipleOf),
    ...Object.fromEntries(figures),
  };
}
