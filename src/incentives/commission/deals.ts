import { readNumber, readRatio } from "../../kernel/number.js";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import { QUANTITIES } from "../rate-table/terms.js";
import type { GivenCredit } from "./credits.js";
import { type CommissionPlan, type Condition, countOf, type Quantities } from "./plan.js";

/** A credit with the table that pays it, and its quantities as they count. */
export interface Credit {
  readonly id: string;
  readonly deal: string;
  readonly order?: string;
  /** The position of its table in the plan. */
  readonly table: number;
  readonly quantities: Quantities;
}

/** A deal of which not all is credited. */
export interface LimitedDeal {
  readonly deal: string;
  readonly credited: Rational;
  readonly counted: Rational;
}

/** Gives each credit its table, by its attributes and by how large its deal is, and credits very large deals only in part. */
export function placeCredits(
  plan: CommissionPlan,
  given: readonly GivenCredit[],
): { readonly credits: readonly Credit[]; readonly limited: readonly LimitedDeal[] } {
  const deals = new Map<string, GivenCredit[]>();
  for (const credit of given) {
    const deal = deals.get(credit.deal);
    if (deal === undefined) deals.set(credit.deal, [credit]);
    else deal.push(credit);
  }
  const totals = new Map([...deals].map(([deal, credits]) => [deal, sumsOf(credits)]));
  const limits = new Map([...totals].map(([deal, sums]) => [deal, limitOf(plan, sums)]));
  const credits = given.map(({ id, deal, order, quantities, attributes }): Credit => {
    const share = limits.get(deal)?.share;
    const sums = totals.get(deal) ?? quantities;
    return {
      id,
      deal,
      ...(order === undefined ? {} : { order }),
      table: tableOf(plan, attributes, sums),
      quantities: share === undefined ? quantities : scaled(quantities, share),
    };
  });
  const limited = [...limits].flatMap(([deal, limit]) =>
    limit === undefined
      ? []
      : [{ deal, credited: limit.credited, counted: multiply(limit.credited, limit.share) }],
  );
  return { credits, limited };
}

/** The position of the first table that a credit fits, by its attributes and by how large its deal is. */
export function tableOf(
  { tables }: CommissionPlan,
  attributes: Readonly<Record<string, string>>,
  deal: Quantities,
): number {
  return tables.findIndex(({ when }) => when.every((one) => holds(one, attributes, deal)));
}

/** The sums of quantities over credits. */
export function sumsOf(credits: readonly { readonly quantities: Quantities }[]): Quantities {
  const [amount = ZERO, units = ZERO, margin = ZERO] = QUANTITIES.map((quantity) =>
    sum(credits.map(({ quantities }) => quantities[quantity])),
  );
  return { amount, units, margin };
}

/** Quantities times a factor. */
export function scaled({ amount, units, margin }: Quantities, by: Rational): Quantities {
  return { amount: multiply(amount, by), units: multiply(units, by), margin: multiply(margin, by) };
}

/** Whether a condition holds of a credit. A returned deal is as large as what is returned. */
function holds(
  condition: Condition,
  attributes: Readonly<Record<string, string>>,
  deal: Quantities,
): boolean {
  if ("attribute" in condition) {
    const { attribute, is } = condition;
    return Object.hasOwn(attributes, attribute) && is.includes(attributes[attribute] as string);
  }
  const { deal: size, atLeast, atMost } = condition;
  const value = size === "margin-percent" ? countOf(size, "amount", deal, ZERO) : absolute(deal[size]);
  return (
    (atLeast === undefined || compare(value, readRatio(atLeast)) >= 0) &&
    (atMost === undefined || compare(value, readRatio(atMost)) <= 0)
  );
}

/** What part of a deal is credited, where that is not the whole of it. */
export function limitOf({ config }: CommissionPlan, deal: Quantities) {
  const limit = config.perDeal?.credited;
  if (limit === undefined) return undefined;
  const credited = deal[limit.quantity];
  const [size, above] = [absolute(credited), readNumber(limit.above)];
  if (compare(size, above) <= 0) return undefined;
  const counted = add(above, multiply(readRatio(limit.share), subtract(size, above)));
  return { credited, share: divide(counted, size) };
}
