import type { Policy } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/index.js";
import { add, type Rational } from "../../../src/kernel/rational.js";
import type { AxisPlan } from "./axes.js";
import { fraction, write, writeRatio } from "./numbers.js";
import type { Random } from "./random.js";

type Incentive = NonNullable<Policy["incentives"]>[number];

/** A commission, and the corners at which its amounts aim. */
export interface CommissionPlan {
  readonly id: string;
  readonly on: string;
  readonly per: "period" | "credit" | "to-date";
  readonly corners: readonly Rational[];
  /** The last total that the table has a rate for. */
  readonly end?: Rational;
}

/** A score at which a bonus changes. */
export interface BonusPoint {
  readonly axis: string;
  readonly score: Rational;
}

export interface IncentivePlan {
  readonly incentives: readonly Incentive[];
  readonly commissions: readonly CommissionPlan[];
  readonly bonusPoints: readonly BonusPoint[];
}

export function planIncentives(
  random: Random,
  axes: readonly AxisPlan[],
  tiers: readonly string[],
): IncentivePlan {
  const uses = random.some(
    ["basePay", "performanceBonus", "commission", "commission", "basePay"] as const,
    1,
    5,
  );
  const commissions: CommissionPlan[] = [];
  const bonusPoints: BonusPoint[] = [];
  const planOne = (use: (typeof uses)[number], index: number): Incentive => {
    const shared = {
      ...(uses.indexOf(use) === index && random.chance(50) ? {} : { id: `pay${index + 1}` }),
      ...(random.chance(25) ? {} : { rounding: random.pick(ROUNDING_MODES) }),
    };
    switch (use) {
      case "basePay":
        return { use, ...shared, ...planBasePay(random, tiers) };
      case "performanceBonus": {
        const axis = random.pick(axes).config.id;
        const { config, scores } = planBonus(random, tiers);
        bonusPoints.push(...scores.map((score) => ({ axis, score })));
        return { use, axis, ...shared, ...config };
      }
      case "commission": {
        const on = random.pick(random.pick(axes).indicators).id;
        const { config, plan } = planCommission(random);
        commissions.push({ id: shared.id ?? use, on, ...plan });
        return { use, on, ...shared, ...config };
      }
    }
  };
  return { incentives: uses.map(planOne), commissions, bonusPoints };
}

function planBasePay(random: Random, tiers: readonly string[]) {
  const amount = () =>
    random.pick([
      fraction(random.int(1000, 9000)),
      fraction(random.int(1_000_000, 9_000_000), 1000),
      fraction(random.int(1_000_000, 9_000_000) * 2 + 1, 2000),
      fraction(random.int(1000, 9000), 3),
    ]);
  const rows = tiers.flatMap((tier) => {
    const later = random.some([fraction(1, 2), fraction(2), fraction(7, 3), fraction(5)], 0, 2);
    const first = random.chance(50) ? {} : { fromYears: 0 };
    return [
      { tier, ...first, amount: write(random, amount()) },
      ...later.map((years) => ({ tier, fromYears: write(random, years), amount: write(random, amount()) })),
    ];
  });
  const per = random.pick([undefined, "month", "year", "year"] as const);
  return { ...(per === undefined ? {} : { per }), table: random.chance(50) ? rows : [...rows].reverse() };
}

function planBonus(random: Random, tiers: readonly string[]) {
  const scores = random.some(
    [10, 40, 55, 60, 80, 100].map((score) => fraction(score)),
    1,
    4,
  );
  const pays = [fraction(0), fraction(1, 2), fraction(1), fraction(3, 2), fraction(2, 3), fraction(5, 8)];
  const curve = random.pick([undefined, "lines", "steps", "steps"] as const);
  const config = {
    target: tiers.map((tier) => ({ tier, amount: write(random, fraction(random.int(1000, 900_001), 100)) })),
    ...(curve === undefined ? {} : { curve }),
    payout: scores.map((score) => ({
      score: write(random, score),
      pays: writeRatio(random, random.pick(pays)),
    })),
  };
  return { config, scores };
}

function planCommission(random: Random) {
  const method = random.pick([undefined, "marginal", "whole", "whole"] as const);
  const boundary = random.pick([undefined, "upper", "lower", "lower"] as const);
  const per = random.pick([undefined, "period", "credit", "to-date", "to-date"] as const);
  const corners = [fraction(random.pick([0, 0, 0, 100]))];
  for (let left = random.int(0, 3); left > 0; left -= 1)
    corners.push(
      add(corners.at(-1) as Rational, random.pick([fraction(50), fraction(75), fraction(100, 3)])),
    );
  const last = corners.at(-1) as Rational;
  const end = random.chance(30) ? add(last, fraction(60)) : undefined;
  const rates = [
    fraction(0),
    fraction(1, 200),
    fraction(1, 20),
    fraction(1, 3),
    fraction(9, 80),
    fraction(3, 40),
  ];
  const brackets = corners.map((from, index) => {
    const isLast = index === corners.length - 1;
    const to = isLast ? end : random.chance(20) ? corners[index + 1] : undefined;
    const closed = !isLast || end !== undefined;
    return {
      ...(from.n === 0n && random.chance(50) ? {} : { from: write(random, from) }),
      ...(to === undefined ? {} : { to: write(random, to) }),
      ...(closed && method !== "whole" && random.chance(35)
        ? { pays: write(random, fraction(random.int(0, 20))) }
        : { rate: writeRatio(random, random.pick(rates)) }),
    };
  });
  return {
    config: {
      ...(method === undefined ? {} : { method }),
      ...(boundary === undefined ? {} : { boundary }),
      ...(per === undefined ? {} : { per }),
      brackets,
    },
    plan: { per: per ?? "period", corners, ...(end === undefined ? {} : { end }) } as const,
  };
}
