import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { planCompared } from "./compared.js";
import { figure } from "./figures.js";
import type { MeasurePlan } from "./measures.js";

type Axis = Policy["axes"][number];
type Item = Axis["indicators"][number];

/** An indicator whose evidence is a list, and lists for it. */
interface ListPlan {
  readonly item: Omit<Item, "id" | "weight">;
  evidence(): unknown;
}

/** A policy whose indicators summarise lists and ratings, and a function that makes people, some of them with something wrong in a list. */
export interface ListsPlan {
  readonly policy: Policy;
  person(): { readonly evidence: Readonly<Record<string, unknown>>; readonly details: Record<string, never> };
}

export function planLists(random: Random, index: number): ListsPlan {
  const missing = random.pick<Axis["missing"]>([
    undefined,
    { kind: "zero" },
    { kind: "fixed", score: "62.5" },
    { kind: "reweight" },
  ]);
  const raters = planRaters(random);
  const plans = Array.from({ length: random.int(1, 3) }, () =>
    random.chance(40) ? ratedPlan(random, raters) : listedPlan(random),
  );
  const indicators = plans.map(({ item }, place) => ({ id: `i${place}`, weight: random.int(1, 9), ...item }));
  const axis = {
    id: "a",
    indicators,
    normalise: true,
    raters: { normalise: true, kinds: raters.map(({ kind }) => kind) },
    decimals: random.pick([4, 2, 0]),
    scoreDecimals: random.pick([2, 1, 0, 3]),
    rounding: random.pick(ROUNDING_MODES),
    ...(missing === undefined ? {} : { missing }),
    ...(random.chance(30) ? { minimumCoverage: random.pick(["50%", "1/3"]) } : {}),
    bands: [{ id: "low" }, { id: "middle", from: "59.5" }, { id: "high", from: "79.995" }],
  };
  const policy = {
    format: 1,
    id: `lists-${index}`,
    effectiveFrom: "2026-01-01",
    currency: "USD",
    axes: [axis],
    tiers: [{ id: "t1" }, { id: "t2" }, { id: "t3" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
    incentives: [{ use: "basePay", table: ["t1", "t2", "t3"].map((tier) => ({ tier, amount: 1000 })) }],
  } as unknown as Policy;
  return {
    policy,
    person: () => ({
      evidence: Object.fromEntries(
        plans.flatMap(({ evidence }, place) =>
          random.chance(missing === undefined ? 1 : 20) ? [] : [[`i${place}`, evidence()]],
        ),
      ),
      details: {},
    }),
  };
}

/** Ways to make one number of several that say nothing but their kind. */
export const PLAIN_REDUCERS = ["sum", "mean", "median", "last", "maximum", "minimum", "change"].map(
  (kind) => ({
    kind,
  }),
);

/** Ways to make one number of several. */
function planReducer(random: Random) {
  return random.pick<Record<string, unknown>>([
    ...PLAIN_REDUCERS,
    { kind: "trimmed-mean", trim: random.pick(["10%", "25%", "1/3", 0]) },
    {
      kind: "weighted-mean",
      weights: random.pick([
        ["50%", "30%", "20%"],
        [1, "1/3", 0, 2],
      ]),
    },
    { kind: "weighted-mean" },
    { kind: "highest", count: random.int(1, 3) },
    { kind: "lowest", count: random.int(1, 3) },
  ]);
}

/** A number of a list: most with few decimals, some with many. */
function planNumber(random: Random, ends: readonly [number, number]): () => unknown {
  const decimals = random.pick([0, 1, 2, 2]);
  const long = random.chance(10);
  const text = random.chance(10);
  return () => {
    if (random.int(1, 300) === 1) return random.pick([null, "many", Number.NaN, "1e400", true]);
    if (long && random.chance(30)) return random.pick(["1/3", `${ends[0]}.12345678901234567891`, 0.1 + 0.2]);
    const number = figure(random, ends, decimals);
    return text ? String(number) : number;
  };
}

function planCount(random: Random): () => number {
  const most = random.pick([1, 2, 4, 12, 12, 40]);
  return () => (random.chance(2) ? random.pick([0, 0, 1, 100]) : random.int(1, most));
}

/** A measure that summarises a list; comparisons with a cohort too. */
export function planListed(random: Random): MeasurePlan {
  if (random.chance(15)) {
    const { measure, evidence, cohort } = planCompared(random);
    const over = random.pick([{ kind: "mean" }, { kind: "median" }, { kind: "last" }] as const);
    return {
      measure: { ...measure, over } as MeasurePlan["measure"],
      evidence: () => Array.from({ length: random.int(1, 3) }, evidence),
      ...(cohort === undefined ? {} : { cohort }),
    };
  }
  const { item, evidence } = listedPlan(random);
  return { measure: item.measure as MeasurePlan["measure"], evidence };
}

/** The kinds of raters of random policies, and a measure with ratings by them. */
export const RATERS = {
  kinds: [
    { id: "superior", weight: "50%" },
    { id: "peer", weight: "30%", minimum: 2, summary: { kind: "median" }, belowMinimum: { kind: "drop" } },
    { id: "report", weight: "20%", minimum: 2, belowMinimum: { kind: "merge", into: "peer" } },
  ],
} as const;

export function planRated(random: Random): MeasurePlan {
  const decimals = random.pick([0, 1, 2]);
  return {
    measure: { kind: "rating", from: 1, to: 5 },
    raters: {},
    evidence: () =>
      RATERS.kinds.flatMap(({ id: kind }) =>
        Array.from({ length: random.int(kind === "superior" ? 1 : 0, 3) }, () =>
          kind !== "superior" && random.chance(10)
            ? { kind }
            : { kind, value: figure(random, [1, 5], decimals) },
        ),
      ),
  };
}

function listedPlan(random: Random): ListPlan {
  if (random.chance(10)) return goalsPlan(random);
  const over = planReducer(random);
  const count = planCount(random);
  const weigh = planWeight(random, random.chance(20) ? ["0.1234567891", "1/7"] : []);
  const listOf = (number: () => unknown) => () => {
    const fixed = over.weights as unknown[] | undefined;
    const length = fixed === undefined || random.chance(1) ? count() : fixed.length;
    return Array.from({ length }, () =>
      over.kind === "weighted-mean" && fixed === undefined ? { value: number(), weight: weigh() } : number(),
    );
  };
  const [list, wide] = [listOf(planNumber(random, [0, 100])), listOf(planNumber(random, [-50, 150]))];
  const isWhole = random.chance(50);
  const targets = () => (over.kind === "weighted-mean" && over.weights === undefined ? 90 : list());
  const item = random.pick<Record<string, unknown>>([
    { kind: "points", over, outOfRange: "clamp" },
    { kind: "points", over },
    {
      kind: "lines",
      over,
      outOfRange: "extend",
      points: [
        { at: -20, score: 0 },
        { at: 60, score: 80 },
      ],
    },
    { kind: "attainment", over, target: 70, cap: "120%" },
    { kind: "attainment", over, formula: random.pick(["ratio", "inverse", "mirror"]), cap: "150%" },
    { kind: "growth", over, ...GROWTH },
  ]);
  return {
    item: { measure: item } as unknown as ListPlan["item"],
    evidence: () => {
      if (item.kind === "growth") return { actual: list(), base: list() };
      if (item.kind !== "attainment") return item.kind === "points" ? list() : wide();
      if (item.target !== undefined && isWhole) return list();
      if (item.target !== undefined && random.chance(50)) return { actual: list() };
      return { actual: list(), target: random.chance(50) ? 80 : targets() };
    },
  };
}

const GROWTH = {
  points: [
    { at: "-20%", score: 0 },
    { at: "25%", score: 100 },
  ],
  outOfRange: "clamp",
  baseZero: { kind: "fixed", score: 50 },
  baseNegative: { kind: "error" },
};

function planWeight(random: Random, others: readonly string[]): () => unknown {
  return () =>
    random.chance(3) ? random.pick([0, null, -1, "20%"]) : random.pick([1, 2, 3, "0.5", ...others]);
}

function goalsPlan(random: Random): ListPlan {
  const weigh = planWeight(random, []);
  const isWeighed = random.chance(60);
  return {
    item: { measure: { kind: "goal-attainment" } } as ListPlan["item"],
    evidence: () =>
      Array.from({ length: random.chance(2) ? 0 : random.int(1, 5) }, () => ({
        level: random.chance(1) ? random.pick([3, null]) : random.int(-2, 2),
        ...(isWeighed ? { weight: weigh() } : {}),
      })),
  };
}

/** A kind of rater, and the ratings that it gives. */
interface RaterPlan {
  readonly kind: Record<string, unknown> & { readonly id: string };
  rating(): unknown;
  readonly count: () => number;
}

const RATING = { kind: "rating", from: 1, to: 5 };

function planRaters(random: Random): readonly RaterPlan[] {
  const ids = random.some(["superior", "peer", "report", "self"], 1, 4);
  const into = ids[0];
  const merges = random.chance(40);
  const weighs = random.chance(30);
  return ids.map((id, place): RaterPlan => {
    const plain = random.pick<Record<string, unknown>>([
      { kind: "mean" },
      { kind: "mean" },
      { kind: "median" },
      { kind: "trimmed-mean", trim: "25%" },
    ]);
    const summary = (merges ? weighs : random.chance(20)) ? { kind: "weighted-mean" } : plain;
    const isLettered = !merges && random.chance(15);
    const number = planNumber(random, [1, 5]);
    const weigh = planWeight(random, []);
    const value = () => (isLettered ? random.pick(["A", "B", "C"]) : number());
    return {
      kind: {
        id,
        weight: random.pick([1, 2, "0.5", ...(place > 0 ? [0] : [])]),
        summary,
        minimum: random.pick([1, 1, 2, 3]),
        belowMinimum: random.pick<unknown>([
          { kind: "error" },
          { kind: "drop" },
          { kind: "drop" },
          merges && place > 0 ? { kind: "merge", into } : { kind: "drop" },
        ]),
        ...(isLettered ? { measure: LETTERS } : !merges && random.chance(20) ? { measure: SEVEN } : {}),
      },
      count: () => random.int(0, 5),
      rating: () => ({
        kind: id,
        ...(random.chance(10) ? {} : { value: value() }),
        ...(summary.kind === "weighted-mean" ? { weight: weigh() } : {}),
      }),
    };
  });
}

const LETTERS = {
  kind: "choice",
  options: [
    { id: "A", score: 100 },
    { id: "B", score: "66.67" },
    { id: "C", score: 0 },
  ],
};
const SEVEN = { kind: "rating", from: 7, to: 0, outOfRange: "extend" };

function ratedPlan(random: Random, raters: readonly RaterPlan[]): ListPlan {
  return {
    item: {
      measure: { ...RATING, outOfRange: random.pick(["error", "clamp"]) },
      raters: {},
    } as ListPlan["item"],
    evidence: () => raters.flatMap(({ rating, count }) => Array.from({ length: count() }, () => rating())),
  };
}
