import { compareIds } from "../../kernel/apportion.js";
import { type Decimal, exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import type { Attributes, CreditingEvent } from "./config.js";
import type { DealCredit, DealOutcome, UncreditedReason } from "./credit-deal.js";
import type { Deal } from "./input.js";
import type { CreditingPlan } from "./plan.js";

/** What `commission` is given for a person: what is credited of a deal on a day. */
export interface CreditedAmount {
  readonly id: string;
  /** The deal. */
  readonly order: string;
  readonly amount: Decimal;
  /** Where the deal has units, or a margin. */
  readonly units?: Decimal;
  readonly margin?: Decimal;
  /** Those of the deal, where it has any. */
  readonly attributes?: Attributes;
}

/** A credit, and where it comes from. */
export interface Credit extends CreditedAmount {
  readonly person: string;
  /** Whether the person shares the deal, is above one who is credited, or is credited beside them in a role. */
  readonly kind: "split" | "roll-up" | "overlay";
  readonly role?: string;
  /** Whose credit rolled up. */
  readonly from?: readonly string[];
  /** The part of the deal's credit, where it does not roll up. */
  readonly share?: Decimal;
  readonly on: string;
  readonly events: readonly CreditingEvent[];
}

/** What is credited for one deal, shared by its people: before the period, in it and, as far as events are known, after it. */
export interface CreditedDeal {
  readonly id: string;
  readonly amount: Decimal;
  readonly currency?: string;
  /** The rate of its first day, where it is converted; one that does not end is shown with 6 decimals. */
  readonly rate?: Decimal;
  /** What part of it counts. */
  readonly weight: Decimal;
  readonly before: Decimal;
  readonly now: Decimal;
  readonly after: Decimal;
  /** The part of the deal, from 0 to 1, for which no event is known. */
  readonly open: Decimal;
}

/** A deal, or a part of one, that is credited to nobody in the period. */
export interface Uncredited {
  readonly deal: string;
  readonly reason: UncreditedReason;
  /** The house's part. */
  readonly amount?: Decimal;
}

/** Who is credited with what in a period. */
export interface Crediting {
  readonly kind: "crediting";
  readonly period: string;
  readonly from: string;
  readonly to: string;
  readonly currency?: string;
  /** By id: everybody who is credited or is among the people, with what `commission` takes. */
  readonly people: readonly {
    readonly id: string;
    readonly amount: Decimal;
    readonly credits: readonly CreditedAmount[];
  }[];
  /** By person, day and deal. */
  readonly credits: readonly Credit[];
  /** In the order of the input. */
  readonly deals: readonly CreditedDeal[];
  readonly uncredited: readonly Uncredited[];
}

/** A credit by which no other of the same person can be known. */
export function creditId({ config }: CreditingPlan, deal: Deal, { kind, role, on }: DealCredit): string {
  const [first, ...others] = config.events;
  const base = others.length === 0 && first?.on === "booking" ? deal.id : `${deal.id}.${on}`;
  return kind === "split" ? base : kind === "roll-up" ? `${base}.roll-up` : `${base}.overlay.${role}`;
}

/** A credit as the result has it. */
export function showCredit(plan: CreditingPlan, deal: Deal, credit: DealCredit): Credit {
  const { person, kind, role, from, share, on, events, sizes } = credit;
  return {
    id: creditId(plan, deal, credit),
    order: deal.id,
    person,
    kind,
    ...(role === undefined ? {} : { role }),
    ...(from === undefined ? {} : { from }),
    ...(share === undefined ? {} : { share: exactDecimal(share) }),
    on,
    events,
    amount: unitsToDecimal(sizes.amount ?? 0n, plan.decimals),
    ...(sizes.units === undefined ? {} : { units: unitsToDecimal(sizes.units, plan.config.unitDecimals) }),
    ...(sizes.margin === undefined ? {} : { margin: unitsToDecimal(sizes.margin, plan.decimals) }),
    ...(Object.keys(deal.attributes).length === 0 ? {} : { attributes: deal.attributes }),
  };
}

/** A deal as the result has it. */
export function showDeal(
  { config, decimals }: CreditingPlan,
  deal: Deal,
  outcome: DealOutcome,
): CreditedDeal {
  const { weight, rate, before, now, after, open } = outcome;
  const currency = deal.currency ?? config.currency;
  return {
    id: deal.id,
    amount: exactDecimal(readNumber(deal.amount)),
    ...(currency === undefined ? {} : { currency }),
    ...(currency === config.currency ? {} : { rate: exactDecimal(rate) }),
    weight: exactDecimal(weight),
    before: unitsToDecimal(before, decimals),
    now: unitsToDecimal(now, decimals),
    after: unitsToDecimal(after, decimals),
    open: exactDecimal(open),
  };
}

/** Orders credits by person, day, deal and id. */
export function compareCredits(a: Credit, b: Credit): number {
  return (
    compareIds(a.person, b.person) ||
    compareIds(a.on, b.on) ||
    compareIds(a.order, b.order) ||
    compareIds(a.id, b.id)
  );
}
