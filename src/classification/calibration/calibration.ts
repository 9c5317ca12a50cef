import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { id, key } from "../../kernel/fields.js";
import { headCountOf } from "../../kernel/head-count.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, lazySchema, type Written } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import { type Calibrated, decidedFields } from "./calibrated.js";
import {
  type CalibrationConfig,
  type CheckedCalibration,
  calibrationConfig,
  checkBandsAt,
  checkCalibration,
} from "./rules.js";

/** The schema of a panel's changes. */
export function changesSchema() {
  return z.array(z.strictObject({ person: key(), to: z.record(z.string(), id()), ...decidedFields() }));
}

const calibrationInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    people: z.array(z.strictObject({ id: key(), bands: z.record(z.string(), id()) })),
    changes: changesSchema(),
  }),
);

/**
 * The people of a group with the band of each on every axis, and what a panel changes: whom, to which bands, why, who decided and when.
 *
 * @useDeclaredType
 */
export type CalibrationInput = Written<typeof calibrationInput>;

/** A band on each axis. */
export interface PersonBands {
  readonly [axis: string]: string;
}

/** One of the people before and after. */
export interface CalibratedPerson {
  readonly id: string;
  readonly before: PersonBands;
  readonly after: PersonBands;
  /** What `classifier` takes of somebody whom the panel moved. */
  readonly calibrated?: { readonly [axis: string]: Calibrated };
}

/** How many people are where a quota limits them. */
export interface QuotaCount {
  readonly at: PersonBands;
  readonly before: number;
  readonly after: number;
  readonly most?: number;
  readonly least?: number;
}

/** A group before and after a calibration. */
export interface Calibration {
  readonly kind: "calibration";
  /** In the order of the input. */
  readonly people: readonly CalibratedPerson[];
  readonly moved: number;
  /** How many might be moved, where that is limited. */
  readonly mostPeople?: number;
  readonly quotas: readonly QuotaCount[];
}

/**
 * Moves people between bands as a panel decided, within limits (M5, M17), and keeps before and after.
 *
 * A change names the axes on which the person moves; on the others the band stays. `mostSteps` limits how far on each axis, `mostPeople` how many people (a share
 * is rounded down), and a quota how many are in a cell, or in a band, afterwards (the most rounded down, the least up). A change that breaks a limit is an error, not a
 * clamp: the panel decides what to give up. The result does not depend on the order of the people or of the changes.
 *
 * Errors of the config: an axis or a band that is not there (`unknown-axis`, `unknown-band`), a bound that is not either a count or a share (`one-of`). Errors of the
 * input: a person twice, or changed twice (`duplicate-id`), a change of nobody (`unknown-person`), a band missing (`missing`), a change that changes nothing (`one-of`), too
 * far (`too-many-steps`), of too many (`too-many-changes`), a quota that does not hold afterwards (`quota-broken`).
 *
 * @example
 * ```ts
 * import { calibration } from "tierwise";
 *
 * const bands = [{ id: "low" }, { id: "middle" }, { id: "high" }];
 * const calibrate = calibration({
 *   axes: [{ id: "potential", bands }, { id: "performance", bands }],
 *   mostPeople: { share: "50%" },
 *   quotas: [{ at: { potential: "high", performance: "high" }, most: { count: 1 } }],
 * });
 * const { people, quotas } = calibrate({
 *   people: [
 *     { id: "ann", bands: { potential: "middle", performance: "high" } },
 *     { id: "ben", bands: { potential: "low", performance: "middle" } },
 *   ],
 *   changes: [{ person: "ann", to: { potential: "high" }, reason: "led two launches", by: "panel A", on: "2026-07-10" }],
 * });
 * people[0]?.after; // => { potential: "high", performance: "high" }
 * people[0]?.calibrated; // => { potential: { band: "high", reason: "led two launches", by: "panel A", on: "2026-07-10" } }
 * quotas[0]; // => { at: { potential: "high", performance: "high" }, before: 0, after: 1, most: 1 }
 * ```
 */
export const calibration: CalculatorFactory<CalibrationConfig, CalibrationInput, Calibration> =
  /* @__PURE__ */ defineFactory({
    title: "calibration",
    config: calibrationConfig,
    check: (config, report) => checkCalibration(config, [], report),
    compile: (config) =>
      defineCalculator({
        title: "calibration",
        input: calibrationInput,
        run: (input, report) => calibrate(config, input, report),
      }),
  });

type CheckedCalibrationInput = Checked<typeof calibrationInput>;

function calibrate(
  config: CheckedCalibration,
  { people, changes }: CheckedCalibrationInput,
  report: Report,
): Calibration {
  checkPeople(config, people, report);
  checkChanges(config, people, changes, report);
  report.stop();
  const moved = new Map(changes.map((change) => [change.person, change]));
  const calibrated = people.map(({ id: person, bands: before }): CalibratedPerson => {
    const change = moved.get(person);
    if (change === undefined) return { id: person, before, after: before };
    const { to, reason, by, on } = change;
    const decided = Object.entries(to).map(([axis, band]) => [axis, { band, reason, by, on }] as const);
    return { id: person, before, after: { ...before, ...to }, calibrated: Object.fromEntries(decided) };
  });
  const { mostPeople } = config;
  const most = mostPeople && headCountOf(mostPeople, people.length, "most");
  if (most !== undefined && changes.length > most)
    report.add(
      ["changes"],
      "too-many-changes",
      `expected at most ${most} of ${people.length} people to be moved, got ${changes.length}`,
      { most },
    );
  const quotas = (config.quotas ?? []).map((quota) => countAt(quota, calibrated, report));
  return {
    kind: "calibration",
    people: calibrated,
    moved: changes.length,
    ...(most === undefined ? {} : { mostPeople: most }),
    quotas,
  };
}

function checkPeople(
  { axes }: CheckedCalibration,
  people: CheckedCalibrationInput["people"],
  report: Report,
): void {
  checkIds(people, ["people"], report);
  for (const [index, { id: person, bands }] of people.entries()) {
    const here = ["people", index, "bands"];
    checkBandsAt(bands, axes, here, report);
    for (const { id: axis } of axes.filter((one) => !Object.hasOwn(bands, one.id)))
      report.add([...here, axis], "missing", `${show(person)} has no band on ${show(axis)}`);
  }
}

function checkChanges(
  { axes, mostSteps }: CheckedCalibration,
  people: CheckedCalibrationInput["people"],
  changes: CheckedCalibrationInput["changes"],
  report: Report,
): void {
  const known = new Map(people.map((one) => [one.id, one.bands]));
  const seen = new Set<string>();
  for (const [index, { person, to }] of changes.entries()) {
    const here = ["changes", index];
    const before = known.get(person);
    if (seen.has(person))
      report.add([...here, "person"], "duplicate-id", `${show(person)} is changed already: say all at once`);
    seen.add(person);
    checkBandsAt(to, axes, [...here, "to"], report);
    if (before === undefined) {
      report.add(
        [...here, "person"],
        "unknown-person",
        notAmong([...known.keys()], "one of the people", person),
      );
      continue;
    }
    const steps = axes.flatMap(({ id: axis, bands }) => {
      const place = (band: string | undefined) => bands.findIndex((one) => one.id === band);
      return Object.hasOwn(to, axis)
        ? [{ axis, steps: Math.abs(place(to[axis]) - place(before[axis])) }]
        : [];
    });
    if (!report.clean([...here, "to"])) continue;
    if (steps.every((one) => one.steps === 0))
      report.add([...here, "to"], "one-of", `${show(person)} is there already: leave this change away`);
    for (const { axis } of steps.filter((one) => one.steps > mostSteps))
      report.add(
        [...here, "to", axis],
        "too-many-steps",
        `expected at most ${mostSteps} from ${show(before[axis])}, got ${show(to[axis])}`,
        { most: mostSteps },
      );
  }
}

function countAt(
  { at, most, least }: NonNullable<CheckedCalibration["quotas"]>[number],
  people: readonly CalibratedPerson[],
  report: Report,
): QuotaCount {
  const inside = (bands: PersonBands) => Object.entries(at).every(([axis, band]) => bands[axis] === band);
  const after = people.filter((one) => inside(one.after)).length;
  const highest = most && headCountOf(most, people.length, "most");
  const lowest = least && headCountOf(least, people.length, "least");
  const where = Object.entries(at)
    .map((entry) => entry.join(" "))
    .join(" / ");
  if (highest !== undefined && after > highest)
    report.add(
      ["changes"],
      "quota-broken",
      `expected at most ${highest} of ${people.length} people in ${where} afterwards, got ${after}`,
      { at, most: highest },
    );
  if (lowest !== undefined && after < lowest)
    report.add(
      ["changes"],
      "quota-broken",
      `expected at least ${lowest} of ${people.length} people in ${where} afterwards, got ${after}`,
      { at, least: lowest },
    );
  return {
    at,
    before: people.filter((one) => inside(one.before)).length,
    after,
    ...(highest === undefined ? {} : { most: highest }),
    ...(lowest === undefined ? {} : { least: lowest }),
  };
}
