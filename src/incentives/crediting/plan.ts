import type { Share } from "../../kernel/apportion.js";
import type { RateFinder } from "../../kernel/exchange-rates.js";
import type { FiscalDates } from "../../kernel/fiscal-periods.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { ONE, type Rational } from "../../kernel/rational.js";
import type { Organisation } from "./chain.js";
import type { CheckedCrediting, CreditingEvent } from "./config.js";
import type { Deal, PersonRow } from "./input.js";

/** The plan, compiled, and what it is applied to. */
export interface CreditingPlan {
  readonly config: CheckedCrediting;
  readonly decimals: number;
  readonly find: RateFinder;
  readonly organisation: Organisation;
  /** The rows of people who cover deals by their attributes. */
  readonly covering: readonly PersonRow[];
  readonly period: FiscalDates;
}

/** What a deal has a number of, and into which decimals it is divided. */
export interface DealQuantity {
  readonly name: "amount" | "margin" | "units";
  readonly value: Rational;
  readonly decimals: number;
  /** Whether it is money in the currency of the deal. */
  readonly isMoney: boolean;
}

/** A credit of one quantity of a deal to one person on one day. */
export interface SizedCredit {
  readonly person: string;
  readonly kind: "split" | "roll-up" | "overlay";
  readonly role?: string;
  /** Whose credit rolled up. */
  readonly from?: readonly string[];
  readonly share?: Rational;
  readonly on: string;
  readonly events: readonly CreditingEvent[];
  /** In the smallest decimals of the quantity. */
  readonly size: bigint;
}

/** What a deal has a number of: the amount first. */
export function quantitiesOf(
  { config, decimals }: CreditingPlan,
  { amount, margin, units }: Deal,
): readonly [DealQuantity, ...DealQuantity[]] {
  const money = (name: "amount" | "margin", value: NumberInput): DealQuantity => ({
    name,
    value: readNumber(value),
    decimals,
    isMoney: true,
  });
  return [
    money("amount", amount),
    ...(margin === undefined ? [] : [money("margin", margin)]),
    ...(units === undefined
      ? []
      : [
          { name: "units" as const, value: readNumber(units), decimals: config.unitDecimals, isMoney: false },
        ]),
  ];
}

/** The shares of a deal's people. */
export function splitsOf({ person, splits }: Deal): readonly Share[] {
  return (splits ?? [{ person: person ?? "", share: 1 }]).map((one) => ({
    id: one.person,
    share: readNumber(one.share),
  }));
}

/** The rate by which a deal is converted on a day; undefined where none is stated. */
export function rateOf({ config, find }: CreditingPlan, deal: Deal, on: string): Rational | undefined {
  const [from, to] = [deal.currency ?? config.currency, config.currency];
  if (from === to || from === undefined || to === undefined) return ONE;
  return find(from, to, config.exchange?.at === "booking" ? deal.bookedOn : on)?.rate;
}
