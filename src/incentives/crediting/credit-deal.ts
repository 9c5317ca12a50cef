import { readNumber, readRatio } from "../../kernel/number.js";
import {
  absolute,
  compare,
  multiply,
  ONE,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import { fits } from "../deal-conditions.js";
import type { CheckedCrediting, CreditingEvent } from "./config.js";
import { type CreditedDay, creditDays } from "./credit-days.js";
import { creditingSteps } from "./events.js";
import type { Deal } from "./input.js";
import { type CreditingPlan, type DealQuantity, quantitiesOf, rateOf, type SizedCredit } from "./plan.js";

/** Why a deal, or a part of it, is credited to nobody in the period. */
export type UncreditedReason =
  | "not-booked"
  | "not-invoiced"
  | "not-paid"
  | "not-scheduled"
  | "below-minimum"
  | "no-credit"
  | "other-period"
  | "house";

/** A credit of a deal with all its quantities, in their smallest decimals. */
export interface DealCredit extends Omit<SizedCredit, "size"> {
  readonly sizes: Readonly<Partial<Record<DealQuantity["name"], bigint>>>;
}

/** What one deal comes to. */
export interface DealOutcome {
  readonly weight: Rational;
  /** The rate of its first day, where it is converted. */
  readonly rate: Rational;
  readonly before: bigint;
  readonly now: bigint;
  readonly after: bigint;
  /** The part of the deal for which no event is known. */
  readonly open: Rational;
  readonly credits: readonly DealCredit[];
  /** Why none of it, or the house's part of it, is credited to anybody in the period. */
  readonly reason?: UncreditedReason;
  readonly house: bigint;
}

const WAITS: Readonly<Record<CreditingEvent, UncreditedReason>> = {
  booking: "not-booked",
  invoice: "not-invoiced",
  cash: "not-paid",
  schedule: "not-scheduled",
};

/** Credits one deal, whose rates are all stated. */
export function creditDeal(plan: CreditingPlan, deal: Deal): DealOutcome {
  const { config, period } = plan;
  const steps = creditingSteps(config, deal);
  const weight = weightOf(config, deal);
  const open = subtract(ONE, sum(steps.map(({ share }) => share)));
  const first = steps[0];
  const nothing = { weight, rate: ONE, before: 0n, now: 0n, after: 0n, open, credits: [], house: 0n };
  if (first === undefined) return { ...nothing, reason: WAITS[config.events[0]?.on ?? "booking"] };
  const rate = rateOf(plan, deal, first.on) ?? ONE;
  const least = config.minimum === undefined ? ZERO : readNumber(config.minimum);
  if (compare(absolute(multiply(readNumber(deal.amount), rate)), least) < 0)
    return { ...nothing, rate, reason: "below-minimum" };
  if (weight.n === 0n) return { ...nothing, rate, reason: "no-credit" };
  const quantities = quantitiesOf(plan, deal);
  const daysOf = (quantity: DealQuantity) => creditDays(plan, deal, steps, weight, quantity);
  const days = daysOf(quantities[0]);
  const total = (some: readonly CreditedDay[]) => some.reduce((all, { size }) => all + size, 0n);
  const within = (some: readonly CreditedDay[]) =>
    some.filter(({ on }) => period.from <= on && on <= period.to);
  const inside = within(days);
  const credits = joined(quantities, [days, ...quantities.slice(1).map(daysOf)].map(within));
  const now = total(inside);
  const shared = credits.reduce(
    (all, { kind, sizes }) => (kind === "split" ? all + (sizes.amount ?? 0n) : all),
    0n,
  );
  const left = config.splits === "house" ? now - shared : 0n;
  const house = left !== 0n || credits.length === 0 ? { reason: "house" as const } : {};
  return {
    weight,
    rate,
    before: total(days.filter(({ on }) => on < period.from)),
    now,
    after: total(days.filter(({ on }) => on > period.to)),
    open,
    credits,
    house: left,
    ...(inside.length === 0 ? { reason: "other-period" as const } : house),
  };
}

/** The credits of all quantities, which are the same but for their sizes, as one list. */
function joined(
  quantities: readonly DealQuantity[],
  days: readonly (readonly CreditedDay[])[],
): readonly DealCredit[] {
  const lists = days.map((some) => some.flatMap(({ credits }) => credits));
  return (lists[0] ?? []).map(({ size, ...credit }, index) => ({
    ...credit,
    sizes: Object.fromEntries(
      quantities.map(({ name }, position) => [name, lists[position]?.[index]?.size ?? 0n]),
    ),
  }));
}

function weightOf({ weights }: CheckedCrediting, { attributes }: Deal): Rational {
  const found = weights.find(({ when }) => fits(when, attributes));
  return found === undefined ? ONE : readRatio(found.credit);
}
