import type { IndicatorItem, Policy, WeightSchemaItem } from "tierwise";
import { Problem } from "./problem.js";

/** What evidence is read for. */
export interface Assessed {
  readonly id: string;
  readonly measure: IndicatorItem["measure"];
  /** Whether the file may do without it: extra points, and what only some people are assessed on. */
  readonly optional: boolean;
}

const NOT_IN_CELLS: ReadonlySet<string> = new Set(["goal-attainment"]);

/** All that a policy takes evidence for, those in groups, composites and variants too; each once. */
export function assessed(policy: Policy): readonly Assessed[] {
  const all = policy.axes.flatMap((axis) => [
    ...leaves(axis.indicators).map((item) => ({ ...of(item), optional: false })),
    ...(axis.variants ?? []).flatMap((variant) =>
      leaves(variant.indicators).map((item) => ({ ...of(item), optional: true })),
    ),
    ...[axis, ...(axis.variants ?? [])].flatMap(({ extras }) =>
      (extras?.items ?? []).map(({ id, measure }) => ({ id, measure, optional: true })),
    ),
  ]);
  const once = new Map(all.reverse().map((one) => [one.id, one]));
  return [...once.values()].reverse();
}

function of({ id, measure, raters }: IndicatorItem) {
  const unfit =
    raters !== undefined ||
    NOT_IN_CELLS.has(measure.kind) ||
    ("over" in measure && measure.over !== undefined);
  if (!unfit) return { id, measure };
  throw new Problem(
    `--policy: the evidence of ${id} is a list, and this program reads one cell for each number`,
  );
}

function leaves(items: readonly WeightSchemaItem[]): readonly IndicatorItem[] {
  return items.flatMap((item) => {
    if (item.indicators !== undefined) return leaves(item.indicators);
    return item.measure.kind === "composite" ? leaves(item.measure.indicators) : [item];
  });
}
