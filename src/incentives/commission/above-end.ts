import type { Path } from "../../kernel/errors.js";
import { HUNDRED, multiply, type Rational, rationalText, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { isRatioCount } from "../rate-table/terms.js";
import type { CommissionPlan } from "./plan.js";
import type { Reckoning } from "./reckoning.js";

/** Notes a count that is above the end of its table. */
export function noteAboveEnd(
  { counts }: CommissionPlan,
  { total: { table, total }, count }: NonNullable<Reckoning["above"]>,
  path: Path,
  report: Report,
): void {
  const text = (value: Rational) =>
    isRatioCount(counts) ? `${rationalText(multiply(value, HUNDRED))}%` : rationalText(value);
  const end = text(table.rates.rate.to ?? ZERO);
  const got = text(multiply(count, total.sign));
  report.add(path, "above-brackets", `expected a total of at most ${end}, where the table ends, got ${got}`);
}
