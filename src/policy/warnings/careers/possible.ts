import { type Rational, rationalText } from "../../../kernel/rational.js";
import type { CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import { isWithin } from "./axis-scores.js";
import { rangeWith, type Subject } from "./subjects.js";

/** The subjects' scores in their ranges: all at the lower end, one after the other at the upper end, and all there. */
export function valuesIn(
  subjects: readonly Subject[],
  levels: readonly number[],
): readonly (readonly Rational[])[] {
  return Array.from({ length: subjects.length + 1 }, (_, count) =>
    subjects.map(({ ranges }, index) => {
      const { least, most } = ranges[levels[index] as number] as Subject["ranges"][number];
      return index < count ? most : least;
    }),
  );
}

/** Tells whether the subjects' scores leave the axes' scores possible. */
export function possibility({ axes }: CheckedPolicy, subjects: readonly Subject[]) {
  const ranges = new Map<string, ScoreRange>();
  const rangeOn = (axis: CheckedPolicy["axes"][number], values: readonly Rational[]) => {
    const known = new Map(
      subjects.flatMap((subject, index) =>
        subject.axis === axis ? [[subject.id, values[index] as Rational] as const] : [],
      ),
    );
    const key = JSON.stringify([axis.id, [...known].map(([id, value]) => [id, rationalText(value)])]);
    const range = ranges.get(key) ?? (known.size === 0 ? {} : rangeWith(axis, known));
    ranges.set(key, range);
    return range;
  };
  return (scores: readonly Rational[], values: readonly Rational[]) =>
    subjects.length === 0 ||
    axes.every((axis, index) => {
      return isWithin(scores[index] as Rational, rangeOn(axis, values));
    });
}
