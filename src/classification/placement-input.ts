import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { id, inputNumber, key } from "../kernel/fields.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { own } from "../kernel/plain.js";
import { compare } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../kernel/schema.js";
import { notAmong, show } from "../kernel/show.js";
import type { Value } from "../program/interpreter.js";
import { bandContextInput, type GroupBands } from "./band-context.js";
import { calibratedInput } from "./calibration/calibrated.js";
import { checkBandsAt } from "./calibration/rules.js";
import { factInputFields } from "./facts.js";
import { type CheckedGate, subjectOf } from "./gates.js";
import type { CheckedMatrix } from "./matrix.js";
import { cutColumn, fromColumn, previousColumn, scoreColumn, subjectColumn } from "./placement-program.js";

/** The schema of what is placed in a matrix. */
export const placementInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    scores: z.record(z.string(), inputNumber()),
    indicators: z.optional(
      described(z.record(z.string(), inputNumber()), "The scores of indicators that gates look at."),
    ),
    groups: z.optional(
      described(z.record(z.string(), inputNumber()), "The scores of groups that gates look at."),
    ),
    ...factInputFields(),
    cohort: z.optional(bandContextInput()),
    person: z.optional(
      described(key(), "The person's id, where people of the same score are told apart by it."),
    ),
    calibrated: z.optional(calibratedInput()),
    previous: z.optional(
      described(
        z.record(z.string(), id()),
        "The band on each axis at the last review, where a margin keeps it.",
      ),
    ),
  }),
);

/**
 * The score on each axis, and what else there has to be known: what gates look at, where bands begin for the group, what a panel calibrated, and the bands at the last review.
 *
 * @useDeclaredType
 */
export type PlacementInput = Written<typeof placementInput>;

type CheckedPlacementInput = Checked<typeof placementInput>;
type Axis = CheckedMatrix["axes"][number];
type Columns = Map<string, Value>;

/** Reads an input to the columns of the program, and notes what is wrong with it. */
export function readPlacement(config: CheckedMatrix, input: CheckedPlacementInput, report: Report): Columns {
  const { axes, gates = [] } = config;
  noteUnknownAxes(input.scores, axes, ["scores"], report);
  noteUnknownAxes(input.previous ?? {}, axes, ["previous"], report);
  noteUnknownBands(input.calibrated ?? {}, axes, report);
  noteUnknownAxes(input.cohort?.axes ?? {}, axes, ["cohort", "axes"], report);
  const columns: Columns = new Map();
  for (const axis of axes) readAxis(axis, input, columns, report);
  for (const gate of gates) readSubject(gate, input, columns, report);
  return columns;
}

function noteUnknownAxes(
  given: Readonly<Record<string, unknown>>,
  axes: readonly Axis[],
  path: Path,
  report: Report,
): void {
  for (const name of Object.keys(given)) {
    if (axes.some(({ id: axis }) => axis === name)) continue;
    const known = axes.map((axis) => axis.id);
    report.add([...path, name], "unknown-axis", notAmong(known, "an axis of the matrix", name));
  }
}

/** Notes what a panel decided of axes and bands that are not there. */
function noteUnknownBands(
  calibrated: NonNullable<CheckedPlacementInput["calibrated"]>,
  axes: readonly Axis[],
  report: Report,
): void {
  const bands = Object.entries(calibrated).map(([axis, { band }]) => [axis, band] as const);
  if (bands.length === 0) return;
  checkBandsAt(Object.fromEntries(bands), axes, ["calibrated"], report);
}

function readAxis(axis: Axis, input: CheckedPlacementInput, columns: Columns, report: Report): void {
  const { id: name, bands, relative, margin } = axis;
  const given = own(input.scores, name);
  const previous = own(input.previous, name);
  if (previous !== undefined && !bands.some((band) => band.id === previous)) {
    const known = bands.map((band) => band.id);
    report.add(["previous", name], "unknown-band", notAmong(known, `a band of ${show(name)}`, previous));
  }
  const group = relative === undefined ? undefined : readGroup(axis, input, report);
  if (given === undefined) {
    report.add(["scores", name], "score-missing", `the axis ${show(name)} has no score`);
    return;
  }
  const fixed = relative === undefined || isFixed(axis, group);
  const lowest = fixed ? bands[0]?.from : undefined;
  if (lowest !== undefined && compare(readNumber(given), readNumber(lowest)) < 0) {
    const message = `expected at least ${lowest}, where the lowest band begins, got ${show(given)}`;
    report.add(["scores", name], "below-bands", message);
  }
  columns.set(scoreColumn(name), readNumber(given));
  if (group !== undefined) readCuts(axis, group, given, input, columns);
  if (margin !== undefined) columns.set(previousColumn(name), previous ?? null);
}

/** Whether a group is so small that the fixed beginnings of the bands hold. */
export function isFixed({ relative }: Axis, group: GroupBands | undefined): boolean {
  return group !== undefined && group.count < (relative?.minimumGroup ?? 0);
}

/** Where a group has the bands of an axis begin; undefined, and noted, where that is not known. */
function readGroup(axis: Axis, { cohort, person }: CheckedPlacementInput, report: Report) {
  const path = ["cohort", "axes", axis.id];
  const group = own(cohort?.axes, axis.id);
  if (group === undefined) {
    const message = `the bands of ${show(axis.id)} depend on the group: expected what bandContext made of it`;
    report.add(cohort === undefined ? ["cohort"] : path, "cohort-missing", message, { axis: axis.id });
    return undefined;
  }
  const before = report.count();
  checkGroup(axis, group, path, report);
  if (person === undefined && group.bands.some(({ tied }) => tied !== undefined))
    report.add(
      ["person"],
      "missing",
      "this is required: people of the same score are told apart by their ids",
    );
  return report.count() === before ? group : undefined;
}

/** Notes a context that is not of this axis, or contradicts itself. */
function checkGroup({ id: axis, bands }: Axis, group: GroupBands, path: Path, report: Report): void {
  const names = bands.slice(1).map((band) => band.id);
  let highest: NumberInput | undefined;
  let closed = false;
  for (const [index, { band, from }] of group.bands.entries()) {
    const here = [...path, "bands", index];
    const expected = names[index];
    if (band !== expected) {
      const should =
        expected === undefined ? "no more bands" : `${show(expected)}, in the order of the matrix`;
      report.add([...here, "band"], "unknown-band", `expected ${should}, got ${show(band)}`);
      return;
    }
    const falls =
      from !== undefined &&
      (closed || (highest !== undefined && compare(readNumber(from), readNumber(highest)) < 0));
    if (falls) {
      const least = closed ? "nothing, as nobody reaches the band below" : `at least ${show(highest)}`;
      report.add([...here, "from"], "bands-unsorted", `expected ${least}, got ${show(from)}`);
    }
    closed ||= from === undefined;
    highest = from;
  }
  for (const band of names.slice(group.bands.length))
    report.add(
      [...path, "bands"],
      "cut-missing",
      `the band ${show(band)} of ${show(axis)} is not in the context`,
    );
}

/** Reads where each band begins for this person: one whom a tie leaves out does not reach it, but may keep it. */
function readCuts(
  { id: axis, margin }: Axis,
  { bands }: GroupBands,
  score: NumberInput,
  { person = "" }: CheckedPlacementInput,
  columns: Columns,
): void {
  for (const { band, from, tied } of bands) {
    const cut = from === undefined ? null : readNumber(from);
    const left =
      cut !== null && tied !== undefined && compare(readNumber(score), cut) === 0 && !tied.includes(person);
    columns.set(fromColumn(axis, band), left ? null : cut);
    if (margin !== undefined) columns.set(cutColumn(axis, band), cut);
  }
}

function readSubject(
  gate: CheckedGate,
  input: CheckedPlacementInput,
  columns: Columns,
  report: Report,
): void {
  const { kind, id: name } = subjectOf(gate);
  const column = subjectColumn(gate);
  switch (kind) {
    case "axis":
      return;
    case "certificate":
      columns.set(column, (input.certificates ?? []).includes(name) ? "held" : "not-held");
      return;
    case "fact": {
      const value = own(input.facts, name);
      if (value !== undefined) columns.set(column, readNumber(value));
      else if (report.clean(["facts", name]))
        report.add(["facts", name], "fact-missing", `a gate needs the fact ${show(name)}`, { fact: name });
      return;
    }
    default: {
      const place = kind === "group" ? "groups" : "indicators";
      const value = own(input[place], name);
      if (value !== undefined) columns.set(column, readNumber(value));
      else if (report.clean([place, name]))
        report.add([place, name], "score-missing", `a gate needs the score of the ${kind} ${show(name)}`);
    }
  }
}
