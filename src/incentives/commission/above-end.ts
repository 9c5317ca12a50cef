import type { Path } from "../../kernel/errors.js";
import { HUNDRED, multiply, type Rational, rationalText, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { isRatioCount } from "../rate-table/terms.js";
import type { CommissionPlan } from "./plan.js";
import type { Reckoning } from "./reckoning.js";

/** Notes a count that is above the end of its table. */
export function noteAboveEnd(
  { counts }: CommissionPlan,
  { above }: Reckoning,
  path: Path,
  report: Report,
): void {
  if (above === undefined) return;
  const text = (count: Rational) =>
    isRatioCount(counts) ? `${rationalText(multiply(count, HUNDRED))}%` : rationalText(count);
  const end = text(above.total.table.rates.rate.to ?? ZERO);
  const message = `expected a total of at most ${end}, where the table ends, got ${text(multiply(above.count, above.total.total.sign))}`;
  report.add(path, "above-brackets", message);
}
