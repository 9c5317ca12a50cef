import { reviewsOfRow } from "../../../adjustment/conditions/row.js";
import type { RowCondition } from "../../../adjustment/conditions/schema.js";
import { readNumber } from "../../../kernel/number.js";
import {
  add,
  multiply,
  negate,
  type Rational,
  rational,
  rationalText,
  subtract,
} from "../../../kernel/rational.js";
import type { CheckedAxis } from "../../policy.js";
import { type AxisScores, inRisingOrder, isInside, roundedUp } from "./axis-scores.js";

type Past = readonly Rational[];

/** Most places in a past at which a change is tried. */
const MOST_PLACES = 6;

/**
 * Past scores on an axis, the oldest first, that conditions tell apart: the same all along, rising or falling by as much as a condition asks for,
 * one change between two scores, and one review that is unlike the others.
 */
export function pastsOn(
  scores: AxisScores,
  axis: CheckedAxis,
  conditions: readonly RowCondition[],
  length: number,
): readonly Past[] {
  const looking = conditions.filter((one) => reviewsOfRow(one) > 0);
  const { lowest, corners } = scores;
  if (length === 0 || looking.length === 0) return [Array.from({ length }, () => lowest)];
  const sides = sidesOf(scores, axis, looking);
  const starts = looking.some((one) => "by" in one) ? corners : sides;
  const single = looking.filter((one) => one.outOf === undefined || one.outOf === one.periods);
  const pairs = [
    ...sides.flatMap((one) => sides.map((other) => [one, other] as const)),
    ...movesOf(looking.filter((one) => !single.includes(one))).flatMap((by) =>
      starts.map((start) => [start, add(start, by)] as const),
    ),
  ];
  const pasts = [
    ...starts.map((start) => Array.from({ length }, () => start)),
    ...movesOf(looking).flatMap((by) => starts.map((start) => ramp(start, by, length))),
    ...pairs.flatMap(([one, other]) => changed(one, other, length)),
  ].filter((past) => past.every((one) => isInside(one, scores)));
  return [...new Map(pasts.map((past) => [past.map(rationalText).join(), past])).values()];
}

/** The rises and falls that conditions ask for. */
function movesOf(conditions: readonly RowCondition[]): readonly Rational[] {
  const changes = inRisingOrder(conditions.flatMap((one) => ("by" in one ? [readNumber(one.by)] : [])));
  return changes.flatMap((by) => [by, negate(by)]);
}

/** The scores of which conditions look back at one side or the other; where they look at a mean, also what is just short, and the most. */
function sidesOf(
  { lowest, highest, step, corners }: AxisScores,
  axis: CheckedAxis,
  conditions: readonly RowCondition[],
): readonly Rational[] {
  const levels = conditions.flatMap((one) =>
    "score" in one ? [{ at: roundedUp(readNumber(one.score), step), isMean: one.over > 1 }] : [],
  );
  const fixed = axis.bands.flatMap(({ from }) => (from === undefined ? [] : [readNumber(from)]));
  const bands = conditions.some((one) => !("axis" in one))
    ? axis.relative === undefined
      ? fixed
      : corners
    : [];
  const means = levels.filter(({ isMean }) => isMean).map(({ at }) => subtract(at, step));
  return inRisingOrder([
    lowest,
    ...levels.map(({ at }) => at),
    ...bands,
    ...means,
    ...(means.length > 0 ? [highest] : []),
  ]);
}

/** Scores that rise by as much each time, up to a score. */
function ramp(end: Rational, by: Rational, length: number): Past {
  return Array.from({ length }, (_, index) =>
    subtract(end, multiply(by, rational(BigInt(length - 1 - index)))),
  );
}

/** Scores that change once, and scores of which one is another. */
function changed(one: Rational, other: Rational, length: number): readonly Past[] {
  const all = Array.from({ length }, (_, index) => index);
  const half = MOST_PLACES / 2;
  const places = all.filter((index) => index < half || index >= length - half);
  return [
    ...places.map((place) => all.map((index) => (index < place ? one : other))),
    ...places.map((place) => all.map((index) => (index === place ? other : one))),
  ];
}
