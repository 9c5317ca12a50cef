import type { Policy } from "../../../src/index.js";
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
} from "../../../src/kernel/rational.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import type { Details } from "./figures.js";
import { nearestTo } from "./nearest.js";

type Evidence = Readonly<Record<string, unknown>>;

/** A policy, and people of whom almost every one lies on a rounding tie or a threshold, or as near to one as numbers go. */
export interface BoundaryPlan {
  readonly policy: Policy;
  person(): { readonly evidence: Evidence; readonly details: Details };
}

const WEIGHTS = [
  ["1/3", "1/6", "1/2"],
  ["0.123456789", "0.376543211", "0.5"],
  ["1/7", "2/7", "4/7"],
  ["0.000001", "0.999998", "0.000001"],
  ["25%", "35%", "40%"],
] as const;

export function planBoundary(random: Random, index: number): BoundaryPlan {
  const [decimals, scoreDecimals] = [random.pick([0, 2, 3, 4]), random.pick([0, 1, 2])];
  const weights = random.pick(WEIGHTS);
  const rate = random.pick(["2.5%", "1/8", "0.33%"]);
  const indicators = [
    { id: "p", weight: weights[0], measure: { kind: "points" } },
    { id: "r", weight: weights[1], measure: { kind: "rating", from: 1, to: random.pick([4, 5, 7]) } },
    { id: "q", weight: weights[2], measure: { kind: "attainment", floor: "60%", cap: "120%" } },
  ];
  const policy = {
    format: 1,
    id: `boundary-${index}`,
    effectiveFrom: "2026-01-01",
    currency: random.pick(["USD", "JPY"]),
    axes: [
      {
        id: "a",
        indicators,
        decimals,
        scoreDecimals,
        rounding: random.pick(ROUNDING_MODES),
        bands: [
          { id: "low" },
          { id: "middle", from: "59.5" },
          { id: "high", from: random.pick([80, "79.995"]) },
        ],
        ...(random.chance(50) ? { margin: "0.5" } : {}),
      },
    ],
    tiers: [{ id: "t1" }, { id: "t2" }, { id: "t3" }],
    matrix: { gates: [{ id: "g", indicator: "p", atLeast: "49.5", onFail: "veto" }] },
    adjustment: { cycle: "quarter" },
    incentives: [
      {
        use: "commission",
        on: "q",
        rounding: random.pick(ROUNDING_MODES),
        brackets: [{ rate }, { from: "50000.01", rate: "1/15" }],
        cap: { above: 9000, share: "1/3" },
      },
      {
        use: "performanceBonus",
        axis: "a",
        rounding: random.pick(ROUNDING_MODES),
        target: [
          { tier: "t1", amount: "333.33" },
          { tier: "t2", amount: 1 },
          { tier: "t3", amount: "99999.99" },
        ],
        payout: [
          { score: "59.5", pays: "1/3" },
          { score: 80, pays: "100%" },
          { score: 100, pays: "145%" },
        ],
      },
    ],
  } as unknown as Policy;
  return { policy, person: () => boundaryPerson(random, { decimals, scoreDecimals, weights, rate }) };
}

interface Aims {
  readonly decimals: number;
  readonly scoreDecimals: number;
  readonly weights: readonly string[];
  readonly rate: string;
}

function boundaryPerson(random: Random, aims: Aims): ReturnType<BoundaryPlan["person"]> {
  const quotient = nearestTo(random, 10n ** BigInt(aims.decimals + 2));
  const rating = rational(BigInt(random.int(100, 400)), 100n);
  const point = random.chance(30) ? tieOfSum(random, aims) : tie(random, aims.decimals, 100);
  const amount = divide(tie(random, 2, 3000), fraction(aims.rate));
  return {
    evidence: {
      p: beside(random, point),
      r: beside(
        random,
        random.chance(50)
          ? add(rational(1n), divide(tie(random, aims.decimals, 100), rational(25n)))
          : rating,
      ),
      q: quotient,
    },
    details: {
      "amounts.q": random.chance(20)
        ? random.pick(["50000.01", "50000", "50000.02", -50000.01, 0])
        : beside(random, amount, 3),
    },
  };
}

/** Half way between two numbers of so many decimals. */
function tie(random: Random, decimals: number, most: number): Rational {
  const unit = 10 ** decimals;
  return rational(BigInt(2 * random.int(0, most * unit - 1) + 1), BigInt(2 * unit));
}

/** The first number for which the weighted sum is half way between two scores, the others being 50. */
function tieOfSum(random: Random, { scoreDecimals, weights }: Aims): Rational {
  const [own, ...others] = weights.map(fraction) as [Rational, ...Rational[]];
  const rest = others.reduce((all, one) => add(all, multiply(one, rational(50n))), rational(0n));
  const wanted = divide(subtract(tie(random, scoreDecimals, 100), rest), own);
  return wanted.n < 0n || wanted.n > 100n * wanted.d ? tie(random, scoreDecimals, 100) : wanted;
}

/** A number as the nearest float, the floats beside it, a decimal text one unit of some digit off, or a size that nothing expects. */
function beside(random: Random, exact: Rational, decimals = 5): unknown {
  const float = Number(exact.n) / Number(exact.d);
  switch (random.int(0, 19)) {
    case 0:
      return rationalText(exact);
    case 1:
      return float * (1 + Number.EPSILON);
    case 2:
      return float * (1 - Number.EPSILON / 2);
    case 3:
      return (Math.round(float * 1e6) + random.pick([-1, 1])) / 1e6;
    case 4:
      return random.chance(30)
        ? random.pick([5e-324, 1e-310, -0, 1e-9, 1e21, 0.1 + 0.2, 123_456_789.123_456_79])
        : float;
    case 5:
      return Math.round(float * 100) / 100;
    default:
      return Number(float.toFixed(decimals));
  }
}

function fraction(text: string): Rational {
  const [top = "0", bottom = "1"] = text.replace("%", "").split("/");
  const digits = top.split(".")[1]?.length ?? 0;
  const whole = rational(BigInt(top.replace(".", "")), 10n ** BigInt(digits) * BigInt(bottom));
  return text.endsWith("%") ? divide(whole, rational(100n)) : whole;
}
