import type { BasePayConfig } from "../../../../src/index.js";
import { daysAfter, periodEnd, periodStart } from "../../../../src/kernel/calendar.js";
import { WEEKDAYS } from "../../../../src/kernel/days.js";
import type { Random } from "../random.js";

type Rule = NonNullable<BasePayConfig["proration"]>;
type Week = Omit<Extract<Rule, { by: "working-days" }>, "by">;

export const PERIODS = ["2026-02", "2026-07", "2028-02", "2026-Q3", "2026-H1", "2026", "2026-04"] as const;

export function planProration(random: Random): { readonly proration?: Rule } {
  const week: Week = {
    ...(random.chance(30) ? { week: random.some(WEEKDAYS, 1, 6) } : {}),
    ...(random.chance(30) ? { holidays: ["2026-02-17", "2026-07-01", "2026-07-04", "2026-04-30"] } : {}),
    ...(random.chance(30) ? { workdays: ["2026-02-15", "2026-07-04", "2028-02-29"] } : {}),
  };
  const fixedDays = (): Rule => ({
    by: "fixed-days",
    ...random.pick<{ days: number | string; of?: "month" | "year" }>([
      { days: "21.75" },
      { days: 22, of: "month" },
      { days: 260, of: "year" },
    ]),
    ...(random.chance(75) ? { counts: random.pick(["worked", "absent", "fewer"] as const) } : {}),
    ...week,
  });
  const rule = random.pick<Rule | undefined>([
    undefined,
    { by: "none" },
    { by: "calendar-days" },
    { by: "working-days", ...week },
    random.chance(70)
      ? { by: "working-days", ...week }
      : {
          by: "working-days",
          week: ["sunday"],
          holidays: ["2026-02-01", "2026-02-08", "2026-02-15", "2026-02-22"],
        },
    { by: "days-of-30" },
    { by: "months" },
    { by: "months", fromDays: random.pick([1, 15, 16, 31]) },
    fixedDays(),
    fixedDays(),
  ]);
  return rule === undefined ? {} : { proration: rule };
}

/** A day of a period or near it: its ends, or any. */
export function planDay(random: Random, period: string): string {
  const [first, last] = [periodStart(period), periodEnd(period)];
  const near = [first, last, daysAfter(first, -1), daysAfter(last, 1), daysAfter(first, random.int(-20, 40))];
  return random.pick([...near, daysAfter(first, random.int(0, 27)), daysAfter(last, -random.int(0, 27))]);
}

/** Days of employment and absences; none of them most of the time. */
export function planPresence(random: Random, period: string) {
  const [from, to] = [planDay(random, period), planDay(random, period)].sort() as [string, string];
  const [first, second] = [planDay(random, period), planDay(random, period)].sort() as [string, string];
  const absences = [
    { from: first, to: second, ...(random.chance(50) ? { pays: random.pick([0, "0.5", 1, "1/3"]) } : {}) },
    ...(random.chance(25)
      ? [{ from: daysAfter(second, random.pick([0, 1, 5])), to: daysAfter(second, 9), pays: "0.8" }]
      : []),
  ];
  return {
    ...(random.chance(40) ? { employment: { from, ...(random.chance(50) ? { to } : {}) } } : {}),
    ...(random.chance(35) ? { absences: random.chance(50) ? absences : [...absences].reverse() } : {}),
  };
}
