import type { CohortIndicator } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import { figure } from "./figures.js";
import type { MeasurePlan } from "./measures.js";

/** A measure that compares people, the figures of a cohort, and evidence that is often one of its values, or beyond them all. */
export interface ComparedPlan extends MeasurePlan {
  readonly cohort: CohortIndicator;
}

export function planCompared(random: Random): ComparedPlan {
  const decimals = random.pick([0, 0, 1, 2]);
  const spread = random.pick([
    [5, 5],
    [0, 3],
    [0, 30],
    [-20, 20],
  ] as const);
  const people = Array.from({ length: random.pick([1, 2, 7, 40]) }, () => figure(random, spread, decimals));
  const among = () => random.pick(people);
  return {
    measure: comparison(random),
    cohort: cohortOf(random, people),
    evidence: () =>
      random.pick<() => unknown>([
        among,
        () => String(among()),
        () => figure(random, spread, decimals + 1),
        () => (random.chance(10) ? figure(random, [-40, 40], 2) : among()),
        () => (random.chance(10) ? `${among()}.0000000000000000000001` : among()),
        () => (random.chance(10) ? random.pick(["1/3", Number.NaN, "many", "7e0"]) : among()),
      ])(),
  };
}

function comparison(random: Random): MeasurePlan["measure"] {
  const better = random.pick(["higher", "lower"] as const);
  const points = random.pick([
    { from: 0, to: 100 },
    { from: "33.3", to: 90 },
  ]);
  const whenEqual = random.chance(60) ? { whenEqual: random.pick([50, "66.667"]) } : {};
  return random.pick<MeasurePlan["measure"]>([
    {
      kind: "rank",
      better,
      ties: random.pick(["best", "average", "worst"]),
      scores: [
        { from: 1, score: 100 },
        { from: 2, score: "90.5" },
        { from: 5, score: 40 },
      ],
    },
    {
      kind: "percentile-rank",
      better,
      definition: random.pick(["below", "at-or-below", "mid", "among-others"]),
      points,
    },
    { kind: "stanine", better, points },
    { kind: "min-max", better, points, outOfRange: random.pick(["error", "clamp"]), ...whenEqual },
    { kind: "z-score", better, deviation: random.pick(["population", "sample"]), ...whenEqual },
  ]);
}

/** Any figures of a cohort will do for scores; those that cohortContext makes have tests of their own. */
function cohortOf(random: Random, people: readonly number[]): CohortIndicator {
  const sorted = [...people].sort((a, b) => a - b);
  const values = [...new Set(sorted)].map((value) => ({
    value: String(value),
    count: sorted.filter((one) => one === value).length,
  }));
  const isEqual = values.length === 1;
  return {
    count: people.length,
    values,
    lowest: String(sorted[0]),
    highest: String(sorted.at(-1)),
    mean: isEqual ? String(sorted[0]) : String(figure(random, [0, 5], 9)),
    deviation: isEqual ? 0 : random.pick(["2.5", "0.3333333333", "1.4142135624", 3]),
  };
}
