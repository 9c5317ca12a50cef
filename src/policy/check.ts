import { parts } from "../adjustment/conditions/condition.js";
import type { Condition } from "../adjustment/conditions/schema.js";
import { checkPlaces } from "../adjustment/places/rules.js";
import { allConditions, checkAdjustment } from "../adjustment/rules.js";
import { checkCalibration } from "../classification/calibration/rules.js";
import { checkGates } from "../classification/gates.js";
import { checkAxes, checkCells } from "../classification/matrix.js";
import { resultValue } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { compare } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { notAmong, show } from "../kernel/show.js";
import type { Extras } from "../scoring/extras.js";
import type { CheckedItem } from "../scoring/items.js";
import { checkWeightSchema, type WeightSchema } from "../scoring/schema.js";
import { scorer } from "../scoring/scorer.js";
import { checkGrants } from "./check-grants.js";
import { checkIncentives } from "./check-incentives.js";
import { PROMOTION_SCORE } from "./group/ranking.js";
import { schemasOf, scorerPart, variantPart } from "./parts.js";
import type { CheckedAxis, CheckedPolicy } from "./policy.js";
import { checkTransition } from "./transition.js";
import { checkDates } from "./versions.js";

/** Notes what the schema cannot see in a policy: each part's own checks, and what parts say of each other. */
export function checkPolicyParts(policy: CheckedPolicy, report: Report): void {
  checkAxes(policy.axes, ["axes"], report);
  if (report.readable(["axes"])) {
    for (const [index, axis] of report.items(policy.axes, ["axes"]))
      checkWeightSchema(axis, ["axes", index], report);
    checkIndicatorsOnce(policy, report);
    for (const [index, axis] of report.items(policy.axes, ["axes"]))
      checkLowestBand(axis, scorerPart(axis), ["axes", index], ["axes", index], report);
    for (const [index, axis] of report.items(policy.axes, ["axes"]))
      checkVariants(axis, ["axes", index], report);
  }
  checkIds(policy.tiers, ["tiers"], report);
  checkDates(policy, [], report);
  checkTransition(
    policy.transition,
    report.sound(["tiers"]) ? policy.tiers : undefined,
    ["transition"],
    report,
  );
  if (report.readable(["matrix"])) {
    const known = {
      axes: report.sound(["axes"]) ? policy.axes.map(({ id }) => id) : undefined,
      tiers: report.sound(["tiers"]) ? policy.tiers.map(({ id }) => id) : undefined,
    };
    checkGates(policy.matrix.gates, known, ["matrix", "gates"], report);
    if (report.sound(["axes"]) && report.sound(["tiers"]))
      checkCells({ ...policy.matrix, ...policy }, ["matrix", "cells"], report);
    checkGateNames(policy, report);
  }
  if (report.readable(["adjustment"])) {
    const axes = report.sound(["axes"])
      ? policy.axes.map(({ id, label, bands }) => ({ id, label, bands }))
      : undefined;
    const tierIds = report.sound(["tiers"]) ? new Set(policy.tiers.map(({ id }) => id)) : [];
    const tiers = [...tierIds].map((id) => ({ id }));
    checkAdjustment({ ...policy.adjustment, tiers, axes }, ["adjustment"], report);
    checkPromotionScore(policy, report);
  }
  if (policy.calibration !== undefined && report.readable(["calibration"])) {
    const axes = report.sound(["axes"]) ? policy.axes : [];
    checkCalibration({ axes, ...policy.calibration }, ["calibration"], report);
  }
  if (policy.places !== undefined && report.readable(["places"]))
    checkLimitedPlaces(policy, policy.places, report);
  if (policy.incentives !== undefined && report.readable(["incentives"]))
    checkIncentives(policy, policy.incentives, report);
  checkGrants(policy, report);
}

/** Notes what is wrong with the promotion score, and that there is none where a condition asks for it. */
function checkPromotionScore({ promotionScore, adjustment }: CheckedPolicy, report: Report): void {
  if (promotionScore !== undefined && report.readable(["promotionScore"]))
    checkWeightSchema(promotionScore, ["promotionScore"], report);
  if (promotionScore !== undefined || !report.sound(["adjustment"])) return;
  if (allConditions({ ...adjustment, tiers: [] }).some(({ kind }) => kind === "promotion-score"))
    report.add(
      ["promotionScore"],
      "missing",
      "a condition asks for the promotion score: say what it is made of",
    );
}

/** Notes what is wrong with limited places, and incumbents who compete though nothing follows where they lose. */
function checkLimitedPlaces(
  { tiers, adjustment, promotionScore }: CheckedPolicy,
  { within, ...places }: NonNullable<CheckedPolicy["places"]>,
  report: Report,
): void {
  const known = new Set(report.sound(["tiers"]) ? tiers.map(({ id }) => id) : []);
  checkPlaces({ tiers: [...known].map((id) => ({ id })), ...places }, ["places"], report);
  for (const [index, { group }] of report.items(places.quotas, ["places", "quotas"])) {
    if (group !== undefined && within === undefined && report.readable(["places", "quotas", index, "group"]))
      report.add(
        ["places", "within"],
        "missing",
        `there is a quota for the group ${show(group)}: say which attribute of people names their group`,
      );
  }
  for (const [index, { key }] of report.items(places.keys, ["places", "keys"])) {
    if (key === PROMOTION_SCORE && promotionScore === undefined)
      report.add(
        ["places", "keys", index, "key"],
        "missing",
        "the policy has no promotionScore: say what it is made of",
      );
  }
  if (places.incumbents !== "compete" || !report.sound(["adjustment"])) return;
  const demotions = (adjustment.demote?.when ?? []) as readonly Condition[];
  if (!demotions.some((one) => parts(one).some(({ kind }) => kind === "place-lost")))
    report.add(
      ["places", "incumbents"],
      "missing",
      "incumbents who compete may lose their places: say what follows with a condition of the kind place-lost in adjustment.demote",
    );
}

/** Notes an indicator that is on two axes; the variants of one axis may share theirs. */
function checkIndicatorsOnce({ axes }: CheckedPolicy, report: Report): void {
  const seen = new Map<string, string>();
  for (const [axisIndex, axis] of report.items(axes, ["axes"])) {
    const own = new Set<string>();
    for (const [list, path] of listsOf(axis, ["axes", axisIndex], report)) {
      for (const [index, item] of report.items(list, [...path, "indicators"])) {
        for (const [id, at] of idsIn(item, [...path, "indicators", index])) {
          if (!report.readable(at)) continue;
          const other = seen.get(id);
          if (other !== undefined)
            report.add(at, "duplicate-id", `the indicator ${show(id)} is in ${show(other)} already`, { id });
          own.add(id);
        }
      }
    }
    for (const id of own) seen.set(id, axis.id);
  }
}

/** The weight schemas of an axis: its own, and its variants. */
function listsOf(
  axis: CheckedAxis,
  path: Path,
  report: Report,
): readonly (readonly [readonly CheckedItem[], Path])[] {
  const variants = report
    .items(axis.variants, [...path, "variants"])
    .map(
      ([index, variant]) =>
        [variant.indicators as readonly CheckedItem[], [...path, "variants", index]] as const,
    );
  return [[axis.indicators as readonly CheckedItem[], path], ...variants];
}

/** All ids of an entry and of what is in it, each with its path. */
function idsIn(item: CheckedItem, path: Path): readonly (readonly [string, Path])[] {
  const inner = item.indicators ?? (item.measure?.kind === "composite" ? item.measure.indicators : []);
  const at = item.indicators === undefined ? [...path, "measure", "indicators"] : [...path, "indicators"];
  const below = Array.isArray(inner) ? inner : [];
  return [
    [item.id, [...path, "id"]],
    ...below.flatMap((one: CheckedItem, index) => (isItem(one) ? idsIn(one, [...at, index]) : [])),
  ];
}

function isItem(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function checkVariants(axis: CheckedAxis, path: Path, report: Report): void {
  const at = [...path, "variants"];
  checkIds(axis.variants, at, report);
  for (const [index, variant] of report.items(axis.variants, at)) {
    const here = [...at, index];
    checkWeightSchema(variant, here, report);
    checkLowestBand(axis, variantPart(variant), path, here, report);
    const seen = new Set<string>();
    for (const [place, { attribute }] of report.items(variant.when, [...here, "when"])) {
      const named = [...here, "when", place, "attribute"];
      if (!report.readable(named)) continue;
      if (seen.has(attribute)) {
        const message = `${show(attribute)} is there twice: name all its values at once`;
        report.add(named, "duplicate-id", message, { id: attribute });
      }
      seen.add(attribute);
    }
  }
}

/** Notes a lowest band that begins above the least score of a weight schema. */
function checkLowestBand(
  axis: CheckedAxis,
  schema: WeightSchema,
  axisPath: Path,
  path: Path,
  report: Report,
): void {
  const sound = report.clean(path) && report.clean([...axisPath, "bands"]);
  const lowest = sound ? axis.bands[0]?.from : undefined;
  if (lowest === undefined) return;
  const least = scorer(schema).range.lowest;
  if (least !== undefined && compare(readNumber(lowest), resultValue(least)) <= 0) return;
  const can = least === undefined ? "a score can be as low as you like" : `a score can be ${least}`;
  const message = `${can}, and no band holds below ${lowest}: begin the lowest band there, or leave its "from" away`;
  report.add([...axisPath, "bands", 0, "from"], "bands-hole", message);
}

/** The indicators and extras, or the groups, that every weight schema of an axis has, and those that some have; a composite is an indicator. */
function namesOf(axis: CheckedAxis, groups: boolean) {
  const lists = schemasOf(axis).map(({ indicators, extras }) =>
    groups ? groupIds(indicators) : [...indicatorIds(indicators), ...extraIds(extras)],
  );
  const [own = [], ...others] = lists;
  return { always: own.filter((id) => others.every((ids) => ids.includes(id))), some: lists.flat() };
}

function indicatorIds(items: readonly CheckedItem[]): readonly string[] {
  return items.flatMap(({ id, indicators }) => (indicators === undefined ? [id] : indicatorIds(indicators)));
}

function extraIds(extras: Extras | undefined): readonly string[] {
  return extras?.items.map(({ id }) => id) ?? [];
}

function groupIds(items: readonly CheckedItem[]): readonly string[] {
  return items.flatMap(({ id, indicators }) =>
    indicators === undefined ? [] : [id, ...groupIds(indicators)],
  );
}

/** Notes gates on indicators or groups that are not there for everybody. */
function checkGateNames({ axes, matrix }: CheckedPolicy, report: Report): void {
  const at = ["matrix", "gates"];
  if (!report.sound(["axes"])) return;
  for (const [index, gate] of report.items(matrix.gates, at)) {
    for (const kind of ["indicator", "group"] as const) {
      const name = gate[kind];
      const named = [...at, index, kind];
      if (name === undefined || !report.readable(named)) continue;
      const known = axes.map((axis) => namesOf(axis, kind === "group"));
      const always = known.flatMap((names) => names.always);
      if (always.includes(name)) continue;
      const message = known.some(({ some }) => some.includes(name))
        ? `${show(name)} is not in every variant of its axis, so that the gate could not be judged for all`
        : unknown(name, kind === "group" ? "a group" : "an indicator", always);
      report.add(named, "unknown-indicator", message);
    }
  }
}

function unknown(name: string, what: string, known: readonly string[]): string {
  return notAmong([...new Set(known)], `${what} of this policy`, name);
}
