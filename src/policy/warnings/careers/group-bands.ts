import type { BandContext } from "../../../classification/band-context.js";
import { type Rational, rationalText } from "../../../kernel/rational.js";
import type { CheckedPolicy } from "../../policy.js";
import type { ScoreRange } from "../ranges.js";
import { relativeBegins } from "./axis-scores.js";

/** Where bands that depend on a group begin. */
export function groupBands(
  { axes }: CheckedPolicy,
  ranges: ReadonlyMap<string, ScoreRange>,
): BandContext | undefined {
  const relative = axes.filter((axis) => axis.relative !== undefined);
  if (relative.length === 0) return undefined;
  const bandsOn = (axis: CheckedPolicy["axes"][number]) => {
    const begins = relativeBegins(axis, ranges.get(axis.id) ?? {});
    return axis.bands
      .slice(1)
      .map(({ id }, index) => ({ band: id, from: rationalText(begins[index] as Rational) }));
  };
  return {
    kind: "bands",
    axes: Object.fromEntries(relative.map((axis) => [axis.id, { count: 1_000_000, bands: bandsOn(axis) }])),
  };
}
