import type { EligibilityCondition } from "../../incentives/eligibility-conditions.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";

const ONE_BY_ONE = "pay those who have it by policy.pay";
const CARRIED = `what is left of it goes on to the next period: ${ONE_BY_ONE}`;

/** What people have that no column says, by its name, and what to use. */
export const WITHOUT_COLUMNS: Readonly<Record<string, string>> = {
  balance: CARRIED,
  calibrated: "it is of few people: review them by the one-person functions",
  claims: CARRIED,
  deals: "it is a list: use spiff, or reviewGroup",
  equity: ONE_BY_ONE,
  events: CARRIED,
  lines: ONE_BY_ONE,
  places: "use batchPlaces, and then review the people",
  pools: "use batchTeamPools",
  standing: "it is of decisions over time: review the people one by one",
  training: "use trainingPlan, or reviewGroup",
};

/** Notes a column of what has none; false where the name is no such. */
export function noteWithout(
  name: string,
  without: Readonly<Record<string, string>>,
  report: Report,
): boolean {
  const [first = ""] = name.split(".");
  const reason = Object.hasOwn(without, first) ? without[first] : undefined;
  if (reason !== undefined)
    report.add(["columns", name], "not-over-columns", `${show(first)} has no columns: ${reason}`);
  return reason !== undefined;
}

/** What members of a group have that is a list. */
export const LISTS_OF_MEMBERS = {
  absences: "they are a list of days; count them by a number, or use the function of one group",
  honours: "they are a list; use the function of one group",
};

/** Notes conditions on honours. */
export function checkHonours(eligibility: readonly EligibilityCondition[] | undefined, report: Report): void {
  for (const [index, condition] of report.items(eligibility, ["eligibility"])) {
    const path = ["eligibility", index];
    if (report.sound(path) && "honours" in condition)
      report.add(path, "not-over-columns", `"honours" has no columns: ${LISTS_OF_MEMBERS.honours}`);
  }
}
