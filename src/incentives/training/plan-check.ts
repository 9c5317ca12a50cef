import type { Path } from "../../kernel/errors.js";
import { checkIds } from "../../kernel/ids.js";
import { checkOrderKeys } from "../../kernel/order-keys.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import { checkEligibility } from "../eligibility-conditions.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { cyclesOf } from "./catalogue.js";
import type { CheckedTrainingPlan, Course } from "./plan-rules.js";

const MONEY = ["catalogue.*.cost", "mostCost"];

/** Notes what the schema cannot see in a training plan. */
export function checkTrainingPlan(
  config: Omit<CheckedTrainingPlan, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, MONEY, path, report);
  const catalogue = [...path, "catalogue"];
  const known = report.items(config.catalogue, catalogue);
  const courses = known.flatMap(([index, { id }]) => (report.sound([...catalogue, index, "id"]) ? [id] : []));
  checkIds(config.catalogue, catalogue, report);
  checkIds(config.needs, [...path, "needs"], report);
  checkOrderKeys(config.by, [...path, "by"], report);
  for (const [index, course] of report.items(config.catalogue, catalogue)) {
    const here = [...catalogue, index];
    checkCourses(course.requires, courses, [...here, "requires"], report);
    checkEligibility(course.eligibility, [...here, "eligibility"], report);
  }
  if (report.clean(catalogue)) checkCycles(config.catalogue, catalogue, report);
  for (const [index, need] of report.items(config.needs, [...path, "needs"])) {
    const here = [...path, "needs", index];
    checkEligibility(need.eligibility, [...here, "eligibility"], report);
    checkCourses(need.courses, courses, [...here, "courses"], report);
  }
}

function checkCourses(
  named: readonly string[] | undefined,
  known: readonly string[],
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, name] of report.items(named, path)) {
    if (!known.includes(name))
      report.add([...path, index], "unknown-course", notAmong(known, "a course of the catalogue", name));
    if (seen.has(name)) report.add([...path, index], "duplicate-id", `${show(name)} is there twice`);
    seen.add(name);
  }
}

/** Notes courses that require themselves, by way of others. */
function checkCycles(catalogue: readonly Course[], path: Path, report: Report): void {
  for (const cycle of cyclesOf(catalogue)) {
    const index = catalogue.findIndex((course) => course.id === cycle[0]);
    const way = [...cycle, cycle[0]].map((one) => show(one)).join(", which requires ");
    report.add([...path, index, "requires"], "prerequisite-cycle", `the course requires itself: ${way}`);
  }
}
