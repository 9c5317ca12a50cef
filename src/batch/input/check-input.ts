import type { IssueCode } from "../../kernel/codes.js";
import { createReport, type Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { type KnownNames, knownNames } from "../columns/names.js";
import { checkLengths, isByName } from "./check-columns.js";
import { checkName } from "./check-names.js";
import { compileEvidenceCheck, type EvidenceCheck } from "./evidence-shapes.js";
import type { BatchInput } from "./input.js";
import { lastMade } from "./last-made.js";
import { comparingAxes, groupKey } from "./own-groups.js";
import { type SharedChecks, sharedChecks } from "./shared-checks.js";

const FIELDS = ["period", "cohort", "bands", "groups", "pay", "columns"];

/** Notes what is wrong with an input as a whole, and gives the number of its rows. */
export type CheckInput = (input: BatchInput) => number;

/** Compiles the check of inputs; what is the same for all rows is not looked at again where it is what it was in the input before. */
export function compileCheckInput(
  policy: CheckedPolicy,
  compiled: CompiledPolicy,
  title = "batch",
): CheckInput {
  const [unpaid, paid] = [knownNames(policy, false), knownNames(policy, true)];
  const { checkShared, checkGroup } = sharedChecks(policy, compiled);
  const comparing = comparingAxes(policy, compiled.parts);
  const checkEvidence = compileEvidenceCheck(compiled.parts);
  const sound = lastMade<true>();
  return (input) => {
    const report = createReport("invalid-input", title);
    checkFields(input, report);
    report.stop();
    const { period, cohort, bands, groups } = input;
    const shared = [period, cohort, bands, groups];
    if (sound.of(shared) === undefined) {
      checkShared(input, report);
      checkGroups(policy, comparing, checkGroup, input, report);
    }
    if (report.count() === 0) sound.keep(shared, true);
    checkPay(compiled.pay, input, report);
    const rows = checkColumns(input.pay === true ? paid : unpaid, checkEvidence, input, report);
    report.stop();
    return rows;
  };
}

function checkFields(input: unknown, report: Report): BatchInput {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    report.add([], "wrong-type", `expected { columns, period? }, got ${show(input)}`);
    return { columns: {} };
  }
  for (const name of Object.keys(input).filter((one) => !FIELDS.includes(one)))
    report.add([name], "unknown-property", notAmong(FIELDS, "a property of a batch", name));
  const { columns } = input as BatchInput;
  if (!isByName(columns))
    report.add(["columns"], "wrong-type", `expected columns by name, got ${show(columns)}`);
  return input as BatchInput;
}

/** Notes groups that are none, stand beside what is the same for all, or say what no group of the policy is. */
function checkGroups(
  { comparedWithin }: CheckedPolicy,
  comparing: readonly string[],
  checkGroup: SharedChecks["checkGroup"],
  { cohort, bands, groups }: BatchInput,
  report: Report,
): void {
  if (groups === undefined) return;
  if (cohort !== undefined || bands !== undefined)
    report.add(["groups"], "one-of", "expected groups, or a cohort and bands for all, not both");
  if (!Array.isArray(groups)) {
    report.add(["groups"], "wrong-type", `expected a list of groups, got ${show(groups)}`);
    return;
  }
  const seen = new Set<string>();
  for (const [index, group] of groups.entries()) {
    const at = ["groups", index];
    if (typeof group !== "object" || group === null)
      report.add(at, "wrong-type", `expected a group as an object, got ${show(group)}`);
    else if ((group.within === undefined) !== (comparedWithin === undefined))
      report.add([...at, "within"], ...withinProblem(comparedWithin));
    else {
      checkGroup(group, at, report);
      const name = groupKey(group, comparing);
      if (seen.has(name)) report.add(at, "duplicate-id", "this group is there twice");
      seen.add(name);
    }
  }
}

function withinProblem(comparedWithin: string | undefined): readonly [IssueCode, string] {
  if (comparedWithin === undefined)
    return ["unknown-property", "this policy compares all people with each other: take this away"];
  const message = `this is required: people are compared within one value of ${show(comparedWithin)}`;
  return ["missing", message];
}

/** Notes pay that nothing pays, or that is for no period. */
export function checkPay(
  pays: CompiledPolicy["pay"],
  { pay, period }: { readonly pay?: boolean; readonly period?: string | undefined },
  report: Report,
): void {
  if (pay === undefined || pay === false) return;
  if (pay !== true) report.add(["pay"], "wrong-type", `expected true or false, got ${show(pay)}`);
  else if (pays === undefined)
    report.add(["pay"], "unknown-property", "this policy pays nothing: take this away");
  else if (period === undefined) report.add(["period"], "missing", "this is required where pay is asked for");
}

function checkColumns(
  known: KnownNames,
  checkEvidence: EvidenceCheck,
  { columns }: BatchInput,
  report: Report,
): number {
  const names = Object.keys(columns);
  const rows = checkLengths(columns, (name) => checkName(name, known, names, report), report);
  for (const [name, column] of Object.entries(columns))
    if (report.clean(["columns", name])) checkEvidence(name, column, rows, report);
  return rows;
}
