import { type Policy, ROUNDING_MODES } from "../../../src/index.js";
import {
  add,
  compare,
  divide,
  lesser,
  multiply,
  type Rational,
  rational,
  subtract,
} from "../../../src/kernel/rational.js";
import { type MeasurePlan, planMeasure } from "./measures.js";
import { fraction, percent, write, writeFraction } from "./numbers.js";
import { names, type Random } from "./random.js";

type AxisConfig = Policy["axes"][number];

/** An indicator, its exact weight, and how to find evidence for it. */
export interface IndicatorPlan extends MeasurePlan {
  readonly id: string;
  readonly weight: Rational;
}

/** An axis, and what is needed to aim at its corners. */
export interface AxisPlan {
  readonly config: AxisConfig;
  readonly indicators: readonly IndicatorPlan[];
  /** The least step of an indicator's score, and of the whole score. */
  readonly indicatorUnit: Rational;
  readonly unit: Rational;
  readonly bandStarts: readonly Rational[];
  /** Whether every indicator can score below zero. */
  readonly belowZero: boolean;
}

/** The axis number `index` of a policy; its rounding mode comes from the policy's number, so that each has its turn. */
export function planAxis(random: Random, id: string, turn: number): AxisPlan {
  const belowZero = random.chance(20);
  const measures = names(`${id}-i`, random.int(1, 5)).map((name) => ({
    id: name,
    ...planMeasure(random, belowZero),
  }));
  const { weights, written, rule } = planWeights(random, measures.length);
  const indicators = measures.map((one, index) => ({ ...one, weight: weights[index] as Rational }));
  const [decimals, scoreDecimals] = [random.int(0, 6), random.int(0, 3)];
  const mode = ROUNDING_MODES[turn % ROUNDING_MODES.length] as (typeof ROUNDING_MODES)[number];
  const bandStarts = planBandStarts(random, scoreDecimals);
  const config: AxisConfig = {
    id,
    indicators: indicators.map(({ id: name, measure }, index) => ({
      id: name,
      weight: written[index] as number | string,
      measure,
    })),
    ...rule,
    ...(decimals === 4 && random.chance(50) ? {} : { decimals }),
    ...(scoreDecimals === 2 && random.chance(50) ? {} : { scoreDecimals }),
    ...(mode === "half-up" && random.chance(50) ? {} : { rounding: mode }),
    bands: planBands(random, indicators, bandStarts),
    ...(random.chance(40) ? { margin: write(random, fraction(random.int(1, 40), 10)) } : {}),
  };
  return {
    config,
    indicators,
    indicatorUnit: fraction(1, 10 ** decimals),
    unit: fraction(1, 10 ** scoreDecimals),
    bandStarts,
    belowZero,
  };
}

/** Weights in one of the five ways of writing them. */
function planWeights(random: Random, count: number) {
  const way = random.pick(["fraction", "percent", "decimal", "outOf", "normalise"] as const);
  const whole = {
    fraction: random.pick([3, 7, 12, 30]),
    percent: 100,
    decimal: 1000,
    outOf: 20,
    normalise: 0,
  }[way];
  const parts =
    way === "normalise" ? names("", count).map(() => random.int(1, 40)) : split(random, whole, count);
  const total = parts.reduce((all, part) => all + part, 0);
  const weights = parts.map((part) => fraction(part, total));
  const scaled = parts.map((part) => fraction(part, 10));
  switch (way) {
    case "fraction":
      return { weights, written: weights.map((weight) => writeFraction(random, weight)), rule: {} };
    case "percent":
      return { weights, written: weights.map(percent), rule: {} };
    case "decimal":
      return { weights, written: parts.map((part) => part / 1000), rule: {} };
    case "outOf":
      return { weights, written: scaled.map((part) => write(random, part)), rule: { outOf: 2 } };
    case "normalise":
      return {
        weights,
        written: scaled.map((part) => write(random, part)),
        rule: { normalise: true, ...(random.chance(30) ? { outOf: 100 } : {}) },
      };
  }
}

/** Whole parts of zero and more that sum to `whole`. */
function split(random: Random, whole: number, count: number): readonly number[] {
  const cuts = names("", count - 1).map(() =>
    whole % 20 === 0 ? random.int(0, 20) * (whole / 20) : random.int(0, whole),
  );
  const corners = [0, ...cuts.sort((a, b) => a - b), whole];
  return corners.slice(1).map((corner, index) => corner - (corners[index] as number));
}

function planBandStarts(random: Random, scoreDecimals: number): readonly Rational[] {
  const count = random.int(1, 4);
  const finest = 10 ** scoreDecimals;
  const starts = names("", count).map((_, index) => {
    const around = Math.round((95 / (count + 1)) * (index + 1));
    return random.pick([
      fraction(around),
      add(fraction(around), fraction(random.int(0, finest), finest)),
      add(fraction(around), fraction(1, 3)),
      add(fraction(around), fraction(5, finest * 10)),
    ]);
  });
  return starts;
}

function planBands(random: Random, indicators: readonly IndicatorPlan[], starts: readonly Rational[]) {
  const lowest = indicators.reduce<Rational>((least, one) => lesser(least, one.lowest), fraction(0));
  const written = starts.map((start) => write(random, start));
  return [
    {
      id: "b0",
      ...(random.chance(50) ? {} : { from: write(random, lowest) }),
      ...(random.chance(20) ? { to: written[0] as number | string } : {}),
    },
    ...written.map((from, index) => ({
      id: `b${index + 1}`,
      from,
      ...(index < written.length - 1 && random.chance(20)
        ? { to: written[index + 1] as number | string }
        : {}),
    })),
  ];
}

/** Scores of the indicators whose weighted sum is exactly `total`, where their ranges and decimals allow it. */
export function scoresFor(random: Random, { indicators }: AxisPlan, total: Rational): readonly Rational[] {
  const scores = indicators.map(() => total);
  const [first, second] = random.some([...indicators.keys()], 2, 2);
  if (first === undefined || second === undefined || random.chance(40)) return scores;
  const by = fraction(random.pick([-30, -20, -10, 10, 20, 30]));
  const weightOf = (index: number) => indicators[index]?.weight ?? rational(0n);
  scores[first] = add(total, multiply(by, weightOf(second)));
  scores[second] = subtract(total, multiply(by, weightOf(first)));
  return scores;
}

/** Half-way values and others close to a corner. */
export function around(random: Random, corner: Rational, unit: Rational): Rational {
  const half = divide(unit, fraction(2));
  const exact = random.pick([
    corner,
    corner,
    add(corner, half),
    subtract(corner, half),
    subtract(corner, unit),
  ]);
  return compare(exact, fraction(0)) < 0 && random.chance(50) ? corner : exact;
}
