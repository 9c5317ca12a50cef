import type { ReviewedPeriod } from "../../../adjustment/conditions/reviewed.js";
import { countRow, reviewsOfRow } from "../../../adjustment/conditions/row.js";
import type { RowCondition } from "../../../adjustment/conditions/schema.js";
import { readNumber } from "../../../kernel/number.js";
import {
  add,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  sum,
} from "../../../kernel/rational.js";
import type { CheckedAxis } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import { type AxisScores, inRisingOrder, isInside, isWithin, justAbove, roundedUp } from "./axis-scores.js";
import { type Leaf, sign } from "./leaves.js";
import { pastsOn } from "./pasts.js";

/** One axis at a review: the past scores and the present one, and what is to be told apart of them. */
export interface Moment {
  readonly axis: string;
  /** The oldest first. */
  readonly past: readonly Rational[];
  readonly score: Rational;
  readonly text: string;
  /** The band before all of these, where a margin may keep it. */
  readonly before: string | undefined;
  /** What the conditions on the axis say. */
  readonly said: string;
  /** Which of the ranges of the axis all these scores are in. */
  readonly possible: readonly boolean[];
  /** The places on the axis that conditions still look at, the present one last. */
  readonly places: string;
  /** All that counts of it: the same for moments that nothing tells apart. */
  readonly kind: string;
}

/** The band of a score on an axis after another band, and a sign for it and for the gates on the axis. */
export type PlaceOn = (
  score: Rational,
  before: string | undefined,
) => { readonly band: string; readonly sign: string };

/** What moments are made with. */
export interface Axis {
  readonly axis: CheckedAxis;
  readonly scores: AxisScores;
  /** The conditions of the tier. */
  readonly leaves: readonly Leaf[];
  /** Whether the score counts beside, in a promotion score. */
  readonly isCounted: boolean;
  readonly placeOf: PlaceOn;
  /** What the scores can be by the scores of indicators and groups. */
  readonly ranges: readonly ScoreRange[];
}

type OnAxis = Extract<RowCondition, { readonly axis: string }>;

/** For each past, the moments of all present scores, in rising order. */
export function momentLists(
  { axis, scores, leaves, isCounted, placeOf, ranges }: Axis,
  length: number,
): readonly (readonly Moment[])[] {
  const rows = leaves.flatMap(({ condition }) => ("periods" in condition ? [condition] : []));
  const own = rows.filter((one): one is OnAxis => "axis" in one && one.axis === axis.id);
  const placed = rows.filter((one) => !("axis" in one));
  const looksBack = Math.max(0, ...placed.map(reviewsOfRow));
  const judged = leaves.flatMap(({ condition, purpose }) =>
    own.some((one) => one === condition) ? [{ condition: condition as OnAxis, purpose }] : [],
  );
  return pastsOn(scores, axis, [...own, ...placed], length).flatMap((past) => {
    const row = past.map((score) => reviewOf(axis.id, score)).reverse();
    const present = presentScores(scores, own, past).map((score) => {
      const reviews = [reviewOf(axis.id, score), ...row];
      const said = judged
        .map(({ condition, purpose }) => sign(countRow(condition, purpose, reviews)))
        .join("");
      const possible = ranges.map((range) => [...past, score].every((one) => isWithin(one, range)));
      return { axis: axis.id, past, score, text: rationalText(score), said, possible };
    });
    return bandsBefore(axis, length).map((before) => {
      const places = placesOf(past, before, placeOf);
      const kept = places.slice(Math.max(0, places.length - looksBack)).map((one) => one.sign);
      const last = places.at(-1)?.band ?? before;
      return present.map((one) => {
        const signs = [...kept, placeOf(one.score, last).sign].join();
        const kind = `${one.said} ${signs}${isCounted ? ` ${one.text}` : ""}`;
        return { ...one, before, places: signs, kind };
      });
    });
  });
}

/** The bands that a margin may keep at the first of so many reviews. */
function bandsBefore({ margin, bands }: CheckedAxis, length: number): readonly (string | undefined)[] {
  if (margin === undefined) return [undefined];
  const ids = bands.map(({ id }) => id);
  return length === 0 ? [undefined, ...ids] : [undefined, ids.at(-1)];
}

function placesOf(past: readonly Rational[], before: string | undefined, placeOf: PlaceOn) {
  let band = before;
  return past.map((score) => {
    const place = placeOf(score, band);
    band = place.band;
    return place;
  });
}

function reviewOf(axis: string, score: Rational): ReviewedPeriod {
  return { period: "", scores: new Map([[axis, score]]), proposal: "stay" };
}

/** The present scores between which something changes after a past. */
function presentScores(
  scores: AxisScores,
  conditions: readonly OnAxis[],
  past: readonly Rational[],
): readonly Rational[] {
  const changes = conditions.flatMap((one) => changeAt(one, past, scores.step));
  return inRisingOrder([...scores.corners, ...changes].filter((one) => isInside(one, scores)));
}

/** The least score at which the present review says something else of a condition. */
function changeAt(condition: OnAxis, past: readonly Rational[], step: Rational): readonly Rational[] {
  if ("over" in condition) {
    const before = condition.over - 1;
    if (before === 0 || past.length < before) return [];
    const needed = multiply(readNumber(condition.score), rational(BigInt(condition.over)));
    return [roundedUp(subtract(needed, sum(past.slice(-before))), step)];
  }
  const against = past.at(-condition.against);
  if (against === undefined) return [];
  const by = readNumber(condition.by);
  return [
    condition.kind === "rise" ? roundedUp(add(against, by), step) : justAbove(subtract(against, by), step),
  ];
}
