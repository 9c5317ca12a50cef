import type { IssueCode } from "../../kernel/codes.js";
import type { Path } from "../../kernel/errors.js";
import { isId } from "../../kernel/fields.js";
import { createReport, type Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import type { InputColumn, ItemColumn, OffsetsColumn } from "../columns/columns.js";
import { isCodes, isList, isOffsets, isTyped } from "../columns/kinds.js";
import { type KnownNames, knownNames } from "../columns/names.js";
import { PRESENCE } from "../policy-program/presence.js";
import { checkItemCount, checkOffsets, hasOffsets, itemsIn } from "./check-lists.js";
import { EARLIER } from "./earlier.js";
import type { BatchInput } from "./input.js";
import { comparingAxes, groupKey } from "./own-groups.js";
import { type SharedChecks, sharedChecks } from "./shared-checks.js";
import { noteWithout, WITHOUT_COLUMNS } from "./without-columns.js";

const FIELDS = ["period", "cohort", "bands", "groups", "pay", "columns"];

/** Notes what is wrong with an input as a whole, and gives the number of its rows. */
export type CheckInput = (input: BatchInput) => number;

/** Compiles the check of inputs; what is the same for all rows is not looked at again where it is what it was in the input before. */
export function compileCheckInput(policy: CheckedPolicy, compiled: CompiledPolicy): CheckInput {
  const [unpaid, paid] = [knownNames(policy, false), knownNames(policy, true)];
  const { checkShared, checkGroup } = sharedChecks(policy, compiled);
  const comparing = comparingAxes(policy, compiled.parts);
  let sound: Pick<BatchInput, "period" | "cohort" | "bands" | "groups"> | undefined;
  return (input) => {
    const report = createReport("invalid-input", "batch");
    checkFields(input, report);
    report.stop();
    const { period, cohort, bands, groups } = input;
    const isKnown =
      sound?.period === period &&
      sound?.cohort === cohort &&
      sound?.bands === bands &&
      sound?.groups === groups;
    if (sound === undefined || !isKnown) {
      checkShared(input, report);
      checkGroups(policy, comparing, checkGroup, input, report);
    }
    if (report.count() === 0) sound = { period, cohort, bands, groups } as typeof sound;
    checkPay(compiled, input, report);
    const rows = checkColumns(input.pay === true ? paid : unpaid, input, report);
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
  if (typeof columns !== "object" || columns === null || Array.isArray(columns))
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
function checkPay({ pay: pays }: CompiledPolicy, { pay, period }: BatchInput, report: Report): void {
  if (pay === undefined || pay === false) return;
  if (pay !== true) report.add(["pay"], "wrong-type", `expected true or false, got ${show(pay)}`);
  else if (pays === undefined)
    report.add(["pay"], "unknown-property", "this policy pays nothing: take this away");
  else if (period === undefined) report.add(["period"], "missing", "this is required where pay is asked for");
}

function checkColumns(known: KnownNames, { columns }: BatchInput, report: Report): number {
  return checkLengths(columns, (name) => checkName(name, known, Object.keys(columns), report), report);
}

/** Notes columns that are none, or of different lengths, and gives the number of rows. */
export function checkLengths(
  columns: BatchInput["columns"],
  checkOne: (name: string) => void,
  report: Report,
): number {
  let rows: number | undefined;
  for (const [name, column] of Object.entries(columns)) {
    checkOne(name);
    const length = lengthOf(column);
    if (length === undefined) {
      const expected =
        "expected a typed array, a list, or { values }, { units, scale }, { codes, dictionary } or { offsets, values } (offsets as an Int32Array or Uint32Array)";
      report.add(["columns", name], "wrong-type", `${expected}, got ${show(column)}`);
      continue;
    }
    rows ??= length;
    if (length !== rows)
      report.add(
        ["columns", name],
        "column-length",
        `expected ${rows} rows, as the columns before have, got ${length}`,
      );
    if (isOffsets(column)) checkLists(column, ["columns", name], length, report);
    else checkParts(column, ["columns", name], length, report);
  }
  return rows ?? 0;
}

function checkName(
  name: string,
  { evidence, scored, axes, paid }: KnownNames,
  names: readonly string[],
  report: Report,
): void {
  const point = name.indexOf(".");
  const [first, rest] = point < 0 ? [name, ""] : [name.slice(0, point), name.slice(point + 1)];
  const [indicator = ""] = rest.split(".");
  if (first === "evidence" && evidence.has(indicator)) {
    if (rest === indicator && names.some((one) => one.startsWith(`${name}.`)))
      report.add(
        ["columns", name],
        "one-of",
        "expected the evidence as one column, or its parts as columns, not both",
      );
    return;
  }
  const known =
    name === "id" ||
    name === "tier" ||
    (first === "attributes" && rest !== "" && rest !== "tier") ||
    (first === "facts" && rest !== "") ||
    (first === "certificates" && isId(rest)) ||
    (first === "bands" && axes.has(rest)) ||
    (first === "previous" &&
      EARLIER.some((part) => scored.has(rest.slice(0, -part.length - 1)) && rest.endsWith(`.${part}`))) ||
    Object.values(PRESENCE).includes(name) ||
    paid.has(name);
  if (known || noteWithout(name, WITHOUT_COLUMNS, report)) return;
  const expected = [
    "id",
    "tier",
    ...[...evidence].map((one) => `evidence.${one}`),
    ...[...axes].map((axis) => `bands.${axis}`),
    ...Object.values(PRESENCE),
    ...[...scored].flatMap((one) => EARLIER.map((part) => `previous.${one}.${part}`)),
    ...paid,
    "attributes., facts. and certificates. with a name",
  ];
  report.add(["columns", name], "unknown-column", notAmong(expected, "a column that this policy uses", name));
}

/** Notes a validity that is too short, a scale that is none, and units in a column of other numbers. */
function checkParts(column: ItemColumn, path: Path, rows: number, report: Report): void {
  if (isTyped(column) || isList(column)) return;
  checkValid(column.valid, path, rows, report);
  if ("units" in column && !(Number.isInteger(column.scale) && column.scale >= 0 && column.scale <= 30))
    report.add(
      [...path, "scale"],
      "out-of-range",
      `expected a whole number from 0 to 30, got ${show(column.scale)}`,
    );
}

function checkValid(valid: Uint8Array | undefined, path: Path, rows: number, report: Report): void {
  if (valid === undefined || valid.length * 8 >= rows) return;
  const message = `expected a bit for each of ${rows} rows, got ${valid.length} bytes`;
  report.add([...path, "valid"], "column-length", message);
}

/** Notes lists that do not lie within their items. */
function checkLists(column: OffsetsColumn, path: Path, rows: number, report: Report): void {
  checkValid(column.valid, path, rows, report);
  checkOffsets(column, path, report);
  const items = itemsIn(column);
  for (const part of ["values", "weights"] as const) {
    const own = column[part];
    if (own === undefined) continue;
    checkItemCount(lengthOf(own) ?? 0, items, [...path, part], report);
    checkParts(own, [...path, part], items, report);
  }
}

function lengthOf(column: InputColumn): number | undefined {
  if (column === null || typeof column !== "object") return undefined;
  if (column instanceof BigInt64Array || column instanceof BigUint64Array || column instanceof DataView)
    return undefined;
  if (isTyped(column) || isList(column)) return column.length;
  if (isCodes(column)) return Array.isArray(column.dictionary) ? column.codes.length : undefined;
  if (isOffsets(column)) return listsLength(column);
  if ("values" in column) return column.values.length;
  return "units" in column ? column.units.length : undefined;
}

/** The number of lists; undefined where they are no lists of items. */
function listsLength(column: OffsetsColumn): number | undefined {
  const items = [column.values, ...(column.weights === undefined ? [] : [column.weights])];
  const isSound = items.every((own) => lengthOf(own) !== undefined && !isOffsets(own));
  return hasOffsets(column) && isSound ? Math.max(column.offsets.length - 1, 0) : undefined;
}
