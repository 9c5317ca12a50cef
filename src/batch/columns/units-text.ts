import { scaledText } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";

/**
 * Units of a result as the decimal text that they mean, units / 10^scale, with all of its decimals: no digit goes through floating point. `undefined` where there is no number, which is NaN.
 *
 * Errors of the input: units that are no whole number up to 2^53, no bigint and not NaN (`wrong-type`), or a scale that is no whole number from 0 to 30 (`out-of-range`).
 *
 * @example
 * ```ts
 * import { unitsText } from "tierwise/batch";
 *
 * unitsText(8160, 2); // => "81.60"
 * unitsText(-5, 2); // => "-0.05"
 * unitsText(12, 0); // => "12"
 * unitsText(NaN, 2); // => undefined
 * ```
 */
export function unitsText(units: number | bigint, scale: number): string | undefined {
  if (Number.isNaN(units)) return undefined;
  const report = createReport("invalid-input", "unitsText");
  if (typeof units !== "bigint" && !Number.isSafeInteger(units))
    report.add(["units"], "wrong-type", `expected a whole number of units, got ${show(units)}`);
  if (!Number.isInteger(scale) || scale < 0 || scale > 30)
    report.add(["scale"], "out-of-range", `expected a whole number from 0 to 30, got ${show(scale)}`);
  report.stop();
  return scaledText(BigInt(units), scale);
}
