import type { CohortIndicator, Policy } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import { planCompared } from "./compared.js";
import { figure } from "./figures.js";
import { planListed, planRated } from "./lists.js";

type Item = Policy["axes"][number]["indicators"][number];

/** How an indicator is measured, and its evidence. */
export interface MeasurePlan {
  readonly measure: NonNullable<Item["measure"]>;
  evidence(): unknown;
  /** How raters judge it, where they do. */
  readonly raters?: object;
  /** What the cohort's context says of the indicator. */
  readonly cohort?: CohortIndicator;
}

/** A target that counts where a person's evidence has none. */
function statedTarget(random: Random) {
  if (random.chance(60)) return { target: random.pick([80, "120.5", "1000/7"]) };
  const rows = ["t1", "t2", "t3"].map((is) => ({ is, target: random.int(60, 130) }));
  return { targets: { by: "tier", rows } };
}

/** A random measure, and evidence for it, often at a boundary. */
export function planMeasure(random: Random): MeasurePlan {
  if (random.chance(8)) return planListed(random);
  if (random.chance(8)) return planRated(random);
  const decimals = random.pick([0, 1, 2, 2, 2, 3]);
  const number = (ends: readonly [number, number]) => () => figure(random, ends, decimals);
  const sometimesOutside =
    (ends: readonly [number, number]): (() => unknown) =>
    () =>
      random.chance(1) ? random.pick([ends[1] + 1, Number.NaN, "many", ends[0] - 0.01]) : number(ends)();
  switch (random.int(0, 11)) {
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
          return random.pick<Record<string, number>>([{ ...praise, ...complaint }, praise, complaint]);
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
          outOfRange: random.pick(["clamp", "extend"]),
          baseZero: random.pick([{ kind: "fixed", score: 50 }, { kind: "error" }]),
          baseNegative: random.pick([
            { kind: "absolute" },
            { kind: "fixed", score: "12.5" },
            { kind: "error" },
          ]),
        },
        evidence: () => ({
          actual: number([-50, 150])(),
          base: random.chance(8) ? random.pick([0, -10, "-0.5", "1/3"]) : number([80, 120])(),
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
      return planCompared(random);
    case 10:
      return {
        measure: { kind: "attainment", ...statedTarget(random), cap: "120%", proRate: random.chance(40) },
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
