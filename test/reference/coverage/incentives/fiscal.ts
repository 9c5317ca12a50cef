import type { FiscalConfig, FiscalInput, FiscalPeriod } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { isRefused } from "./lines.js";

const TWELVE = Array.from({ length: 12 }, (_, index) => String(index + 1));

export const FISCAL = {
  "fiscalCalendar months": TWELVE,
  "fiscalCalendar named": ["-", "end", "start"],
  "fiscalCalendar days": ["the first", "another"],
  "fiscalCalendar pattern": ["4-4-5", "4-5-4", "5-4-4"],
  "fiscalCalendar ends on": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
  "fiscalCalendar year ends": ["last", "nearest"],
  "fiscalCalendar weeks of a year": ["52", "53"],
  "fiscalCalendar weeks of a month": ["4", "more"],
  "fiscalCalendar extra week": TWELVE,
  "fiscalCalendar asked": ["period", "date", "date with a unit"],
  "fiscalCalendar unit": ["month", "quarter", "half-year", "year"],
  "fiscalCalendar refused": ["one-of", "period-invalid"],
};

export function countFiscal(
  { startMonth = 1, startDay = 1, named, weeks }: FiscalConfig,
  { period, unit }: FiscalInput,
  outcome: Outcome<FiscalPeriod>,
  count: Count,
): void {
  if (isRefused("fiscalCalendar", outcome, count) || !outcome.ok) return;
  const { value } = outcome;
  count("fiscalCalendar months", String(startMonth));
  count("fiscalCalendar named", named ?? "-");
  count(
    "fiscalCalendar asked",
    period !== undefined ? "period" : unit === undefined ? "date" : "date with a unit",
  );
  count("fiscalCalendar unit", value.unit);
  if (weeks === undefined) {
    count("fiscalCalendar days", startDay === 1 ? "the first" : "another");
    return;
  }
  count("fiscalCalendar pattern", weeks.pattern);
  count("fiscalCalendar ends on", weeks.endsOn);
  count("fiscalCalendar year ends", weeks.yearEnds);
  count("fiscalCalendar extra week", String(weeks.extraWeek ?? 12));
  if (value.unit === "year") count("fiscalCalendar weeks of a year", String(value.weeks));
  if (value.unit === "month") count("fiscalCalendar weeks of a month", value.weeks === 4 ? "4" : "more");
}
