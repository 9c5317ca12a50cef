// Exact fractions for the properties, apart from those of the library: what is checked must not check itself.
import { Decimal as SharedDecimal } from "decimal.js";
import fc from "fast-check";
import type { Decimal } from "../../src/index.js";

/** Decimals wide enough that sums and products of what the properties make are exact. */
const Wide = SharedDecimal.clone({ defaults: true, precision: 500 });

/** The same number, with room to compute. */
export function wide(value: Decimal | number | string): InstanceType<typeof Wide> {
  return new Wide(typeof value === "object" ? value.toFixed() : value);
}

export function total(values: readonly Decimal[]): InstanceType<typeof Wide> {
  return values.reduce<InstanceType<typeof Wide>>((sum, value) => sum.plus(wide(value)), wide(0));
}

/** A decimal text with at most `decimals` digits after the point. */
export function decimalText(most: { min: number; max: number; decimals: number }): fc.Arbitrary<string> {
  const scale = 10 ** most.decimals;
  return fc
    .integer({ min: most.min * scale, max: most.max * scale })
    .map((units) => wide(units).div(scale).toFixed());
}

/** Different ids, in any order. */
export function ids(least: number, most: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_-]{0,5}$/), { minLength: least, maxLength: most });
}

export function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
