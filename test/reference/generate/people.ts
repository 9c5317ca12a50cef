import { periodEnd, type ReviewInput, type StandingInput, shiftPeriod } from "../../../src/index.js";
import { readNumber } from "../../../src/kernel/number.js";
import {
  absolute,
  add,
  compare,
  negate,
  type Rational,
  subtract,
  ZERO,
} from "../../../src/kernel/rational.js";
import { type AxisPlan, around, scoresFor } from "./axes.js";
import type { CommissionPlan } from "./incentives.js";
import { fraction, write } from "./numbers.js";
import type { PolicyPlan } from "./policies.js";
import { names, type Random } from "./random.js";

/** A person with a career under one policy; each review's standing is what the review before returned. */
export interface Person {
  readonly id: string;
  readonly policy: string;
  readonly standing: StandingInput;
  readonly reviews: readonly GivenReview[];
  readonly deals: readonly Deal[];
}

/** One review, without the standing. */
export interface GivenReview extends Pick<ReviewInput, "period" | "evidence" | "amounts" | "toDate"> {
  readonly experienceYears?: number | string;
}

/** Credits that one of the policy's commissions is paid on, alone. */
export interface Deal {
  readonly plan: string;
  readonly credits: readonly { readonly id: string; readonly amount: number | string }[];
  readonly toDate?: number | string;
}

const FIRST_PERIODS = {
  month: ["2023-11", "2024-02", "2024-01"],
  quarter: ["2023-Q4", "2024-Q1", "2024-Q3"],
  "half-year": ["2023-H2", "2024-H1"],
  year: ["2023", "2024"],
} as const;

export function planPerson(random: Random, plan: PolicyPlan, id: string): Person {
  const { policy, axes, pay } = plan;
  const first = random.pick<string>(FIRST_PERIODS[policy.adjustment.cycle]);
  const periods = planPeriods(random, first);
  const scores = new Map<string, Rational>();
  const earlier = new Map<string, Rational>();
  const reviews = periods.map((period): GivenReview => {
    const evidence = axes.flatMap((axis) => planEvidence(random, plan, axis, scores));
    const { amounts, toDate } = planAmounts(random, pay.commissions, earlier);
    const years = random.pick([fraction(0), fraction(1, 2), fraction(2), fraction(7, 3), fraction(19, 4)]);
    return {
      period,
      evidence: Object.fromEntries(evidence),
      ...(random.chance(30) ? {} : { experienceYears: write(random, years) }),
      ...(Object.keys(amounts).length === 0 ? {} : { amounts }),
      ...(Object.keys(toDate).length === 0 ? {} : { toDate }),
    };
  });
  return {
    id,
    policy: policy.id,
    standing: planStanding(random, plan, first),
    reviews,
    deals: pay.commissions.map((commission) => planDeal(random, commission)),
  };
}

function planPeriods(random: Random, first: string): readonly string[] {
  const periods = [first];
  while (periods.length < 5) periods.push(shiftPeriod(periods.at(-1) as string, random.chance(8) ? 2 : 1));
  return periods;
}

function planStanding(random: Random, { policy, axes }: PolicyPlan, first: string): StandingInput {
  const days = [
    "2019-08-31",
    "2021-05-31",
    "2022-10-01",
    "2022-12-31",
    "2023-01-29",
    "2023-06-30",
    "2023-07-15",
  ];
  const deadline = periodEnd(shiftPeriod(first, random.int(0, 2)));
  const history = names("", random.pick([0, 0, 0, 1, 2, 3])).map((_, back) => ({
    period: shiftPeriod(first, -1 - back),
    scores: Object.fromEntries(
      axes.map(({ config }) => [config.id, write(random, fraction(random.int(200, 900), 10))]),
    ),
    proposal: random.pick(["up", "stay", "down"] as const),
  }));
  return {
    tier: random.pick(policy.tiers).id,
    since: random.pick(days),
    ...(history.length === 0 ? {} : { history: history.reverse() }),
    ...(random.chance(20)
      ? { plan: { opened: shiftPeriod(first, -1), deadline, actions: ["an earlier plan"] } }
      : {}),
  };
}

/** Evidence for one axis; it aims at corners of bands, conditions, bonuses and gates, and at ties of rounding. */
function planEvidence(random: Random, plan: PolicyPlan, axis: AxisPlan, before: Map<string, Rational>) {
  const { config, indicators, indicatorUnit, unit } = axis;
  const total = around(random, random.pick(aimsOf(random, plan, axis, before.get(config.id))), unit);
  before.set(config.id, total);
  const level = scoresFor(random, axis, total);
  const loose = random.chance(30);
  const least = axis.belowZero ? -50 : 0;
  return indicators.map(({ id, evidenceFor }, index) => {
    const gate = plan.gates.find(({ indicator }) => indicator === id);
    if (gate !== undefined && random.chance(40))
      return [id, evidenceFor(around(random, gate.atLeast, indicatorUnit))] as const;
    const anywhere = add(fraction(random.int(least, 110)), fraction(random.int(0, 1999), 2000));
    const wanted = loose
      ? random.pick([anywhere, around(random, fraction(random.int(least, 105)), indicatorUnit)])
      : level[index];
    return [id, evidenceFor(wanted as Rational)] as const;
  });
}

function aimsOf(
  random: Random,
  { triggers, pay }: PolicyPlan,
  { config, bandStarts, belowZero }: AxisPlan,
  before?: Rational,
) {
  const own = triggers.filter(({ axis }) => axis === config.id);
  const levels = own.filter(({ kind }) => kind === "level").map(({ by }) => by);
  const changes = own.filter(({ kind }) => kind === "change").map(({ by }) => by);
  const bonus = pay.bonusPoints.filter(({ axis }) => axis === config.id).map(({ score }) => score);
  const moved = before === undefined ? [] : changes.flatMap((by) => [add(before, by), subtract(before, by)]);
  const somewhere = belowZero
    ? [-40, -25, -8, -1].map((score) => fraction(score))
    : [fraction(random.int(1, 105))];
  const kept = bandStarts.map((start) => subtract(start, readNumber(config.margin ?? 0)));
  return [...bandStarts, ...kept, ...levels, ...levels, ...moved, ...moved, ...bonus, ...somewhere];
}

/** Amounts for commissions, often exactly on a corner, sometimes a return; `earlier` runs on from review to review. */
function planAmounts(
  random: Random,
  commissions: readonly CommissionPlan[],
  earlier: Map<string, Rational>,
): { amounts: Record<string, number | string>; toDate: Record<string, number | string> } {
  const amounts: Record<string, number | string> = {};
  const toDate: Record<string, number | string> = {};
  for (const on of new Set(commissions.map((commission) => commission.on))) {
    const own = commissions.filter((commission) => commission.on === on);
    const end = own.flatMap((commission) => commission.end ?? []).sort(compare)[0];
    const corners = own.flatMap((commission) => commission.corners);
    const start = earlier.get(on) ?? ZERO;
    const runs = own.some((commission) => commission.per === "to-date");
    if (runs && (start.n !== 0n || random.chance(20))) toDate[on] = write(random, start);
    if (end === undefined && random.chance(40)) continue;
    const amount = planAmount(random, corners, start, end);
    amounts[on] = write(random, amount);
    earlier.set(on, random.chance(20) ? ZERO : add(start, amount));
  }
  return { amounts, toDate };
}

function planAmount(
  random: Random,
  corners: readonly Rational[],
  start: Rational,
  end: Rational | undefined,
): Rational {
  const corner = random.pick(end === undefined ? corners : [...corners, end]);
  const close = subtract(add(corner, fraction(random.int(-20, 20), 10)), start);
  const amount = random.pick([
    subtract(corner, start),
    subtract(corner, start),
    close,
    fraction(random.int(0, 30_000), 100),
    fraction(-random.int(1, 1_000), 10),
    negate(start),
  ]);
  const past = (total: Rational) => end !== undefined && compare(absolute(total), end) > 0;
  return past(amount) || past(add(start, amount)) ? ZERO : amount;
}

function planDeal(random: Random, { id, per, corners, end }: CommissionPlan): Deal {
  const start = per === "to-date" && random.chance(50) ? random.pick(corners) : undefined;
  const credits: Deal["credits"][number][] = [];
  let total = start ?? ZERO;
  for (const credit of names("deal-", random.int(1, 4))) {
    const amount = planAmount(random, corners, per === "credit" ? ZERO : total, end);
    total = add(total, amount);
    credits.push({ id: credit, amount: write(random, amount) });
  }
  return { plan: id, credits, ...(start === undefined ? {} : { toDate: write(random, start) }) };
}
