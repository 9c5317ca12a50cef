import { comparePeriods, periodUnit } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import type { Report } from "../kernel/report.js";

/** Notes a balance that is not of an earlier period of the same unit. */
export function checkAfter(now: string, before: string, path: Path, report: Report): void {
  if (periodUnit(now) !== periodUnit(before)) {
    const message = `expected a ${periodUnit(now)}, as the period ${now} is, got ${before}`;
    report.add(path, "wrong-cycle", message);
  } else if (comparePeriods(before, now) >= 0) {
    report.add(path, "period-not-after", `expected a balance of a period before ${now}, got ${before}`);
  }
}
