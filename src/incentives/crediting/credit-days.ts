import { compareIds } from "../../kernel/apportion.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  absolute,
  add,
  compare,
  greater,
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { fits } from "../deal-conditions.js";
import type { CreditingStep } from "./events.js";
import type { Deal, PersonRow } from "./input.js";
import { type CreditingPlan, type DealQuantity, rateOf, type SizedCredit, splitsOf } from "./plan.js";
import { runningTotals, splitUnits } from "./shares.js";

/** What is credited on one day. */
export interface CreditedDay {
  readonly on: string;
  /** What the deal itself is credited with on the day, which its people share, in the smallest decimals. */
  readonly size: bigint;
  readonly credits: readonly SizedCredit[];
}

/** Goes through the days of a deal for one of its quantities: what is credited to date is rounded, then shared, and what is new on a day is the difference to the day before. */
export function creditDays(
  plan: CreditingPlan,
  deal: Deal,
  steps: readonly CreditingStep[],
  weight: Rational,
  { value, decimals, isMoney }: DealQuantity,
): readonly CreditedDay[] {
  const { config } = plan;
  const shares = splitsOf(deal);
  const overlay = overlayCredits(plan, deal);
  const rollUp = rollUpCredits(plan);
  let [exact, total] = [ZERO, 0n];
  let parts = splitUnits(0n, shares, config.rounding);
  return steps.map(({ on, share, events }) => {
    const rate = isMoney ? rateOf(plan, deal, on) : ONE;
    exact = add(exact, [value, rate ?? ONE, weight].reduce(multiply, share));
    const [earlier, before] = [total, parts];
    total = roundToUnits(exact, decimals, config.rounding);
    parts = splitUnits(total, shares, config.rounding);
    const direct = shares.map(({ id, share: part }) => ({
      person: id,
      kind: "split" as const,
      share: part,
      size: (parts.get(id) ?? 0n) - (before.get(id) ?? 0n),
    }));
    const beside = overlay(on, total - earlier);
    const rising = [...direct, ...beside.filter(({ rollsUp }) => rollsUp)];
    const above = rollUp(on, rising, total);
    return {
      on,
      size: total - earlier,
      credits: [...direct, ...beside.map(({ rollsUp, ...credit }) => credit), ...above].map((credit) => ({
        ...credit,
        on,
        events,
      })),
    };
  });
}

/** Credits those in the roles of the overlays, each with a share of the deal's own credit. */
function overlayCredits({ config, covering }: CreditingPlan, deal: Deal) {
  const fitting = config.overlays.filter(({ when }) => fits(when, deal.attributes));
  const rules = fitting
    .filter(({ role }, index) => fitting.findIndex((other) => other.role === role) === index)
    .map((rule) => ({ ...rule, running: runningTotals(config.rounding) }));
  return (on: string, news: bigint) =>
    rules.flatMap(({ role, share, rollsUp, running }) => {
      const shares = rolesOn(covering, deal, role, readRatio(share), on);
      for (const [person, part] of shares) running.add(person, multiply(part, rational(news)));
      return running
        .settle((sofar) => sofar)
        .map(([person, size]) => ({
          person,
          kind: "overlay" as const,
          role,
          share: shares.get(person) ?? ZERO,
          size,
          rollsUp,
        }));
    });
}

/** Who has a role for a deal on a day, and the share: those of the deal's team, and those who cover it. */
function rolesOn(
  covering: readonly PersonRow[],
  { team = [], attributes }: Deal,
  role: string,
  share: Rational,
  on: string,
): ReadonlyMap<string, Rational> {
  const covers = covering.filter(
    ({ from = on, to = on, covers: roles = [] }) =>
      from <= on && on <= to && roles.some((one) => one.role === role && fits(one.when, attributes)),
  );
  const members = team.filter((one) => one.role === role);
  return new Map([
    ...covers.map(({ id }) => [id, share] as const),
    ...members.map((one) => [one.person, one.share === undefined ? share : readNumber(one.share)] as const),
  ]);
}

interface RisingCredit {
  readonly person: string;
  readonly size: bigint;
}

/** Who gets what share of a person's credit: those above, by level, or by how much the own rate is over the highest below. */
function sharesAbove({ config, organisation }: CreditingPlan, person: string, on: string) {
  const { by, levels = [], beyond } = config.rollUp ?? {};
  const above = organisation.above(person, on);
  if (by !== "differences")
    return above.map((manager, level) => ({ manager, share: readRatio(levels[level] ?? beyond ?? 0) }));
  let highest = organisation.rate(person, on);
  return above.map((manager) => {
    const own = greater(organisation.rate(manager, on), highest);
    const share = subtract(own, highest);
    highest = own;
    return { manager, share };
  });
}

/** Credits those above the people of a deal, with a share of their credit. */
function rollUpCredits(plan: CreditingPlan) {
  const { config } = plan;
  const running = runningTotals(config.rounding);
  const most = config.rollUp?.most;
  return (on: string, rising: readonly RisingCredit[], total: bigint) => {
    if (config.rollUp === undefined) return [];
    const from = new Map<string, Set<string>>();
    for (const { person, size } of rising) {
      for (const { manager, share } of sharesAbove(plan, person, on)) {
        if (share.n === 0n) continue;
        running.add(manager, multiply(share, rational(size)));
        from.set(manager, (from.get(manager) ?? new Set()).add(person));
      }
    }
    const limit = most === undefined ? undefined : absolute(multiply(readRatio(most), rational(total)));
    return running
      .settle((exact) => within(exact, limit))
      .map(([person, size]) => ({
        person,
        kind: "roll-up" as const,
        from: [...(from.get(person) ?? [])].sort(compareIds),
        size,
      }));
  };
}

/** An amount that is held within a limit, on either side of zero. */
function within(exact: Rational, limit: Rational | undefined): Rational {
  if (limit === undefined || compare(absolute(exact), limit) <= 0) return exact;
  return exact.n < 0n ? negate(limit) : limit;
}
