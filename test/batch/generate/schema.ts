import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { RATERS } from "./lists.js";
import { type MeasurePlan, planMeasure } from "./measures.js";

type Axis = Policy["axes"][number];
type Item = Axis["indicators"][number];

/** An indicator, how it is measured, and whether people may be without its evidence. */
export interface LeafPlan {
  readonly id: string;
  readonly plan: MeasurePlan;
  readonly mayMiss: boolean;
}

/** A random weight schema, of indicators of its own and of some that there are already. */
export function planSchema(random: Random, id: string, others: readonly LeafPlan[] = []) {
  const leaves: LeafPlan[] = [];
  const left = [...others];
  const missing = random.pick<Axis["missing"]>([
    undefined,
    { kind: "zero" },
    { kind: "fixed", score: "62.5" },
    { kind: "reweight" },
    {
      kind: "previous",
      periods: random.pick([1, 2, 100]),
      otherwise: random.pick(["error", "zero", "reweight"]),
    },
    { kind: "cohort-median", otherwise: random.pick(["error", "zero", "reweight"]) },
  ]);
  const scored: string[] = [];
  const leaf = (name: string, weight: string): Item => {
    const shared = random.chance(40) ? left.pop() : undefined;
    const made = { id: shared?.id ?? name, plan: shared?.plan ?? planMeasure(random) };
    scored.push(made.id);
    leaves.push({ ...made, mayMiss: missing !== undefined });
    const { measure, raters } = made.plan;
    const judged = raters === undefined ? {} : { raters };
    return { id: made.id, weight, measure, ...judged, ...(missing === undefined ? {} : { missing }) } as Item;
  };
  const compositeOf = (item: Item): Item => {
    scored.push(item.id);
    return random.chance(50) ? ({ ...item, missing: { kind: "zero" } } as Item) : item;
  };
  const indicators = sharesOf(random, random.int(1, 6)).map((weight, place): Item => {
    const name = `${id}-${place}`;
    if (!random.chance(15)) return leaf(name, weight);
    const inner = sharesOf(random, 2).map((part, at) => leaf(`${name}-${at}`, part));
    return random.chance(50)
      ? ({ id: name, weight, indicators: inner } as Item)
      : compositeOf({ id: name, weight, measure: { kind: "composite", indicators: inner } } as Item);
  });
  const schema = {
    indicators,
    raters: RATERS,
    decimals: random.pick([4, 2, 3, 0]),
    scoreDecimals: random.pick([2, 1, 0, 3]),
    rounding: random.pick(ROUNDING_MODES),
    ...(random.chance(25) ? { minimumCoverage: random.pick(["50%", "1/3", "25%"]) } : {}),
    ...(random.chance(25) ? { minimumPresence: random.pick(["50%", "1/3"]) } : {}),
    ...(random.chance(70)
      ? {}
      : {
          aggregation: random.pick<NonNullable<Axis["aggregation"]>>([
            { kind: "minimum" },
            { kind: "limited", limits: [{ below: 40, most: 60 }] },
          ]),
        }),
  };
  return { schema, leaves, scored };
}

/** Weights of few decimals that sum to 1. */
function sharesOf(random: Random, count: number): readonly string[] {
  const cuts = Array.from({ length: count - 1 }, () => random.int(1, 99)).sort((a, b) => a - b);
  return [...cuts, 100].map((cut, index) => `${cut - (cuts[index - 1] ?? 0)}%`);
}
