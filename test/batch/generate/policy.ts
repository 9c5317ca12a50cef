import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { figure } from "./figures.js";
import { type PayPlan, planPay } from "./pay.js";

type Axis = Policy["axes"][number];
type Item = Axis["indicators"][number];
type Evidence = Record<string, unknown>;

/** A random policy that people's figures of few decimals are scored by, and a function that makes such people, many of them at its boundaries. */
export interface BatchPlan {
  readonly policy: Policy;
  person(): Evidence;
  /** What a row says that pay depends on. */
  readonly pay: PayPlan;
}

/** How an indicator is measured, and its evidence. */
interface MeasurePlan {
  readonly measure: NonNullable<Item["measure"]>;
  evidence(): unknown;
}

export function planBatch(random: Random, index: number): BatchPlan {
  const evidence: { readonly id: string; readonly plan: MeasurePlan; readonly mayMiss: boolean }[] = [];
  const axes = ["a", "b"].slice(0, random.int(1, 2)).map((id) => planAxis(random, id, evidence));
  const numeric = evidence.filter(({ mayMiss }) => !mayMiss).map(({ id }) => id);
  const gated = numeric.filter((id) => axes.some((axis) => axis.indicators.some((one) => one.id === id)));
  const tiers = [{ id: "t1" }, { id: "t2" }, { id: "t3" }];
  const gates = gated.slice(0, random.int(0, 2)).map((indicator, place) => ({
    id: `g${place}`,
    indicator,
    atLeast: random.pick([50, 20, "79.5"]),
    ...random.pick([
      { onFail: "block-promotion" as const },
      { onFail: "veto" as const },
      { onFail: "cap-tier" as const, tier: "t2" },
    ]),
  }));
  const pay = planPay(
    random,
    axes.map(({ id }) => id),
    axes.flatMap(({ indicators }) => numbersIn(indicators)),
  );
  return {
    pay,
    policy: {
      format: 1,
      id: `policy-${index}`,
      effectiveFrom: "2026-01-01",
      axes,
      tiers,
      matrix: gates.length === 0 ? {} : { gates },
      adjustment: { cycle: "quarter" },
      currency: pay.currency,
      incentives: pay.incentives,
    },
    person: () =>
      Object.fromEntries(
        evidence.flatMap(({ id, plan, mayMiss }) =>
          mayMiss && random.chance(30) ? [] : [[id, plan.evidence()] as const],
        ),
      ),
  };
}

/** The indicators that are one number, so that commission can be paid on it. */
function numbersIn(items: readonly Item[]): readonly string[] {
  return items.flatMap(({ id, indicators, measure }) => {
    if (indicators !== undefined) return numbersIn(indicators);
    return ["choice", "yes-no", "events", "composite"].includes(measure?.kind ?? "") ? [] : [id];
  });
}

function planAxis(
  random: Random,
  id: string,
  evidence: { id: string; plan: MeasurePlan; mayMiss: boolean }[],
): Axis {
  const missing = random.pick<Axis["missing"]>([
    undefined,
    { kind: "zero" },
    { kind: "fixed", score: "62.5" },
    { kind: "reweight" },
  ]);
  const count = random.int(1, 6);
  const weights = sharesOf(random, count);
  const leaf = (name: string, weight: string): Item => {
    const plan = planMeasure(random);
    evidence.push({ id: name, plan, mayMiss: missing !== undefined });
    return { id: name, weight, measure: plan.measure, ...(missing === undefined ? {} : { missing }) } as Item;
  };
  const indicators = weights.map((weight, place): Item => {
    const name = `${id}-${place}`;
    if (!random.chance(15)) return leaf(name, weight);
    const inner = sharesOf(random, 2).map((part, at) => leaf(`${name}-${at}`, part));
    return random.chance(50)
      ? ({ id: name, weight, indicators: inner } as Item)
      : ({ id: name, weight, measure: { kind: "composite", indicators: inner } } as Item);
  });
  const low = random.pick([40, 60, "59.5"]);
  return {
    id,
    indicators,
    decimals: random.pick([4, 2, 3, 0]),
    scoreDecimals: random.pick([2, 1, 0, 3]),
    rounding: random.pick(ROUNDING_MODES),
    ...(random.chance(70)
      ? {}
      : {
          aggregation: random.pick<NonNullable<Axis["aggregation"]>>([
            { kind: "minimum" },
            { kind: "limited", limits: [{ below: 40, most: 60 }] },
          ]),
        }),
    bands: [
      { id: "low" },
      { id: "middle", from: low },
      { id: "high", from: random.pick([80, "79.995", "82.25"]) },
    ],
    ...(random.chance(30) ? { margin: random.pick([2, "0.5"]) } : {}),
  };
}

/** Weights of few decimals that sum to 1. */
function sharesOf(random: Random, count: number): readonly string[] {
  const cuts = Array.from({ length: count - 1 }, () => random.int(1, 99)).sort((a, b) => a - b);
  return [...cuts, 100].map((cut, index) => `${cut - (cuts[index - 1] ?? 0)}%`);
}

/** A target that counts where a person's evidence has none. */
function statedTarget(random: Random) {
  if (random.chance(60)) return { target: random.pick([80, "120.5", "1000/7"]) };
  const rows = ["t1", "t2", "t3"].map((is) => ({ is, target: random.int(60, 130) }));
  return { targets: { by: "tier", rows } };
}

function planMeasure(random: Random): MeasurePlan {
  const decimals = random.pick([0, 1, 2, 2, 2, 3]);
  const number = (ends: readonly [number, number]) => () => figure(random, ends, decimals);
  const sometimesOutside =
    (ends: readonly [number, number]): (() => unknown) =>
    () =>
      random.chance(1) ? random.pick([ends[1] + 1, Number.NaN, "many", ends[0] - 0.01]) : number(ends)();
  switch (random.int(0, 10)) {
    case 0:
      return { measure: { kind: "points" }, evidence: sometimesOutside([0, 100]) };
    case 1: {
      const [from, to] = random.pick<readonly [number, number]>([
        [1, 5],
        [5, 1],
        [0, 7],
        [1, 10],
      ]);
      return {
        measure: { kind: "rating", from, to, outOfRange: random.pick(["error", "clamp", "extend"]) },
        evidence: number([Math.min(from, to), Math.max(from, to)]),
      };
    }
    case 2: {
      const floor = random.pick(["60%", "0%", "50%"]);
      const measure = {
        kind: "attainment" as const,
        floor,
        cap: random.pick(["120%", "100%", "150%"]),
        formula: random.pick(["ratio", "inverse", "mirror"] as const),
      };
      const ends = random.pick<readonly [number, number]>([
        [0, 150],
        [20_000, 200_000],
      ]);
      return {
        measure,
        evidence: () => {
          const target = figure(random, [ends[1] / 2, ends[1] * 0.75], decimals);
          const part = random.pick([0.6, 1, 1.2, 0.5, 1.5]);
          const actual = random.chance(20)
            ? Math.round(target * part * 10 ** decimals) / 10 ** decimals
            : number(ends)();
          return { actual, target };
        },
      };
    }
    case 3:
      return {
        measure: {
          kind: "lines",
          points: [
            { at: 0, score: 0 },
            { at: 40, score: 50 },
            { at: 40.5, score: "50.25" },
            { at: 100, score: 100 },
          ],
          outOfRange: "clamp",
        },
        evidence: number([-5, 110]),
      };
    case 4:
      return {
        measure: {
          kind: "choice",
          options: [
            { id: "x", score: 30 },
            { id: "y", score: "66.67" },
            { id: "z", score: 100 },
          ],
        },
        evidence: () => random.pick(["x", "y", "z"]),
      };
    case 5:
      return {
        measure: { kind: "yes-no", yes: 100, no: random.pick([0, "12.5"]) },
        evidence: () => random.chance(50),
      };
    case 6:
      return {
        measure: {
          kind: "events",
          start: 80,
          events: [
            { id: "praise", points: 5, most: 15 },
            { id: "complaint", points: "-7.5" },
          ],
        },
        evidence: () => {
          const praise = { praise: random.int(0, 5) };
          const complaint = { complaint: random.int(0, 9) };
          return random.pick<Evidence>([{ ...praise, ...complaint }, praise, complaint]);
        },
      };
    case 7:
      return {
        measure: {
          kind: "growth",
          points: [
            { at: "-20%", score: 0 },
            { at: "0%", score: 60 },
            { at: "25%", score: 100 },
          ],
          outOfRange: "clamp",
          baseZero: { kind: "fixed", score: 50 },
          baseNegative: { kind: "absolute" },
        },
        evidence: () => ({
          actual: number([50, 150])(),
          base: random.chance(3) ? random.pick([0, -10]) : number([80, 120])(),
        }),
      };
    case 8:
      return {
        measure: {
          kind: "steps",
          steps: [
            { from: 0, score: 20 },
            { from: 50, score: 60 },
            { from: "75.5", score: 100 },
          ],
          outOfRange: "clamp",
        },
        evidence: number([-1, 101]),
      };
    case 9:
      return {
        measure: { kind: "attainment", ...statedTarget(random), cap: "120%" },
        evidence: () => {
          const parts = { actual: number([0, 150])(), target: random.pick([100, "62.5", 120]) };
          return random.chance(60) ? { actual: parts.actual } : random.chance(1) ? { target: 100 } : parts;
        },
      };
    default:
      return {
        measure: { kind: "attainment", target: 100, floor: "50%", cap: "130%" },
        evidence: number([0, 150]),
      };
  }
}
