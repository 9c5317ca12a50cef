import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/kernel/rounding.js";
import type { Random } from "../../reference/generate/random.js";
import { planBenefits } from "./benefits.js";
import { planCommission } from "./commission.js";
import { planCredits } from "./credits.js";
import { type Details, figure } from "./figures.js";

type Incentive = NonNullable<Policy["incentives"]>[number];

/** Random incentives, and what each person's row says of what they depend on. */
export interface PayPlan {
  readonly currency: string;
  readonly incentives: readonly Incentive[];
  /** The columns that belong to pay, by name, for one person. */
  person(): Details;
}

/** One incentive, and what a row says for it. */
export interface IncentivePlan {
  readonly incentive: Incentive;
  person(): Details;
}

export const TIERS = ["t1", "t2", "t3"];

/** Incentives for the axes and the indicators of a policy. */
export function planPay(random: Random, axes: readonly string[], indicators: readonly string[]): PayPlan {
  const commissions =
    indicators.length === 0 ? [] : [planCommission, random.chance(40) ? planCredits : planCommission];
  const plans = random.some(
    [planBase, planBonus, ...commissions, planYearEnd, planBenefits, planBonus],
    1,
    4,
  );
  const currency = random.pick(["USD", "JPY", "KWD"]);
  const made = plans.map((plan, index) => plan(random, { id: `i${index}`, axes, indicators, currency }));
  return {
    currency,
    incentives: made.map(({ incentive }) => incentive),
    person: () => Object.assign(rowByRow(random), ...made.map(({ person }) => person())),
  };
}

/** What few people have, and only the one-person functions read; sometimes with days that are none. */
function rowByRow(random: Random): Details {
  if (!random.chance(2)) return {};
  const day = () => `2026-0${random.int(7, 9)}-${random.int(10, 31)}`;
  return random.pick([
    { absences: [] },
    { absences: [{ from: day(), to: "2026-09-30", pays: random.pick(["1/2", 0, 2]) }] },
    { employment: { from: day() } },
    { changes: [{ from: day(), share: random.pick(["0.5", 2]) }] },
  ]);
}

/** What an incentive is made for. */
export interface Place {
  readonly currency: string;
  readonly id: string;
  readonly axes: readonly string[];
  readonly indicators: readonly string[];
}

const money = (random: Random) => random.pick([900, 4000, "6543.21", 12_500, 250_000]);

function planBase(random: Random, { id }: Place): IncentivePlan {
  const [graded, located] = [random.chance(30), random.chance(30)];
  const keys = TIERS.flatMap((tier) =>
    graded ? ["g1", "g2"].map((grade) => ({ tier, grade })) : [{ tier }],
  );
  return {
    incentive: {
      use: "basePay",
      id,
      per: random.pick(["month", "quarter", "year"] as const),
      rounding: random.pick(ROUNDING_MODES),
      table: keys.flatMap((key) => [
        { ...key, amount: money(random) },
        ...(random.chance(50) ? [{ ...key, fromYears: random.pick([3, "2.5"]), amount: money(random) }] : []),
      ]),
      ...(located
        ? {
            locations: [
              { location: "north", factor: "1.15" },
              { location: "south", factor: "2/3" },
            ],
          }
        : {}),
      ...(random.chance(30) ? { rateDecimals: random.pick([0, 2]) } : {}),
    },
    person: () => ({
      ...(graded ? { grade: random.pick(["g1", "g2", random.chance(2) ? "g3" : "g1"]) } : {}),
      ...(located ? { location: random.chance(1) ? null : random.pick(["north", "south"]) } : {}),
      experienceYears: random.chance(20)
        ? null
        : random.pick([0, "2.49", "2.5", 3, 10, figure(random, [0, 20], 2)]),
      share: random.chance(60) ? null : random.pick([1, "0.8", "2/3", "0.5", random.chance(2) ? "1.01" : 1]),
    }),
  };
}

function planBonus(random: Random, { id, axes }: Place): IncentivePlan {
  const salaried = random.chance(40);
  const [own, factor, matrix] = [random.chance(40), random.chance(40), random.chance(25)];
  const multipliers = [
    ...(matrix
      ? [
          {
            id: `matrix-${id}`,
            byScore: {
              curve: random.pick(["lines", "steps"] as const),
              rows: [0, 60, "85.5"].map((score, row) => ({
                score,
                payout: [
                  { score: 0, pays: `${40 + 20 * row}%` },
                  { score: 75, pays: random.pick(["100%", "112.5%"]) },
                  { score: 100, pays: `${120 + 15 * row}%` },
                ],
              })),
            },
          },
        ]
      : []),
    ...(own
      ? [
          {
            id: `company-${id}`,
            payout: [
              { score: 0, pays: "50%" },
              { score: 100, pays: "120%" },
            ],
          },
        ]
      : []),
    ...(factor ? [{ id: `team-${id}` }] : []),
  ];
  const isAdded = multipliers.length > 0 && random.chance(40);
  return {
    incentive: {
      use: "performanceBonus",
      id,
      axis: random.pick(axes),
      rounding: random.pick(ROUNDING_MODES),
      target: TIERS.map((tier, index) =>
        salaried && index > 0
          ? { tier, share: random.pick(["12.5%", "1/3"]) }
          : { tier, amount: money(random) },
      ),
      curve: random.pick(["lines", "steps"] as const),
      payout: [
        { score: random.pick([50, "59.5"]), pays: "50%" },
        { score: 80, pays: random.pick(["100%", "87.5%"]) },
        { score: 100, pays: "150%" },
      ],
      ...(random.chance(30) ? { payoutDecimals: random.pick([2, 4]) } : {}),
      ...(multipliers.length === 0 ? {} : { multipliers, combine: isAdded ? "add" : "multiply" }),
      ...(random.chance(30) ? { modifiers: [{ tier: "t2", factor: "1.1" }] } : {}),
      ...(random.chance(30) ? { floor: "10%" } : {}),
      ...(random.chance(30) ? { cap: "140%" } : {}),
    } as Incentive,
    person: () => ({
      salary: random.chance(2) ? null : figure(random, [1000, 90_000], 2),
      ...(matrix ? { [`multipliers.matrix-${id}`]: figure(random, [-5, 110], 2) } : {}),
      ...(own ? { [`multipliers.company-${id}`]: figure(random, [-5, 110], 1) } : {}),
      ...(factor ? { [`multipliers.team-${id}`]: random.pick(["1.1", 0.9, random.chance(2) ? -1 : 1]) } : {}),
    }),
  };
}

function planYearEnd(random: Random, { id, axes, currency }: Place): IncentivePlan {
  const kind = random.pick(["amount", "months", "share"] as const);
  return {
    incentive: {
      use: "yearEndBonus",
      id,
      per: random.pick(["quarter", "year"] as const),
      rounding: random.pick(ROUNDING_MODES),
      pays: [
        { tier: "t1", amount: currency === "JPY" ? random.int(0, 90_000) : money(random) },
        {
          [kind]: { share: "7.5%", months: random.pick([1, "1.5"]), amount: random.pick([1, 250]) }[kind],
          ...(kind === "amount" ? {} : { basisMost: 40_000 }),
        },
      ],
      ...(random.chance(60)
        ? {
            eligibility: random.some<
              { tier: string[] } | { at: Record<string, string[]> } | { fact: string; atMost: number }
            >(
              [
                { tier: ["t1", "t2"] },
                { at: { [axes[0] as string]: ["middle", "high"] } },
                { fact: "late", atMost: 3 },
              ],
              1,
              3,
            ),
          }
        : {}),
    } as Incentive,
    person: () => ({
      "yearEnd.salary": random.chance(2) ? null : figure(random, [1000, 90_000], 2),
      "yearEnd.earned": random.chance(2) ? null : figure(random, [1000, 900_000], 2),
      "facts.late": random.chance(1) ? null : random.int(0, 5),
      "yearEnd.factor": random.chance(50) ? null : random.pick(["0.85", 1, "1.2"]),
    }),
  };
}
