import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";

const ONE_BY_ONE = "the one-person functions take it, row by row";
const LIST = `it is a list: ${ONE_BY_ONE}`;

/** What people have that no column says, by its name, and what to use. */
export const WITHOUT_COLUMNS: Readonly<Record<string, string>> = {
  absences: LIST,
  calibrated: "it is of few people: review them by the one-person functions",
  changes: LIST,
  claims: LIST,
  credits: LIST,
  deals: "it is a list: use spiff, or reviewGroup",
  employment: ONE_BY_ONE,
  equity: ONE_BY_ONE,
  events: LIST,
  honours: LIST,
  lines: LIST,
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
