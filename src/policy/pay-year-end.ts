import {
  type YearEndBonusConfig,
  type YearEndBonusInput,
  yearEndBonus,
} from "../incentives/bonus/year-end-bonus.js";
import type { StatementLine } from "../incentives/line.js";
import { periodEnd, periodOf } from "../kernel/calendar.js";
import type { Report } from "../kernel/report.js";
import type { OfUse } from "./incentives.js";
import type { CheckedPay } from "./pay-input.js";
import { eligiblePerson } from "./pay-person.js";

/** Compiles a year-end bonus of a policy: it is paid where a time that it is for ends together with the period. */
export function compileYearEndPay(
  { per }: OfUse<"yearEndBonus">,
  config: YearEndBonusConfig,
): (input: CheckedPay, report: Report) => readonly StatementLine[] | undefined {
  const pay = yearEndBonus(config);
  return (input, report) => {
    const { period, yearEnd = {}, absences } = input;
    const time = periodOf(periodEnd(period), per);
    if (periodEnd(time) !== periodEnd(period)) return [];
    const given = { period: time, ...yearEnd, ...eligiblePerson(input), absences };
    const outcome = pay.safe(given as YearEndBonusInput);
    if (outcome.ok) return [outcome.value];
    for (const { path, code, message, params } of outcome.error.issues)
      report.add(OWN.includes(String(path[0])) ? ["yearEnd", ...path] : path, code, message, params);
    return undefined;
  };
}

/** What the input has under `yearEnd`. */
const OWN = ["salary", "earned", "factor"];
