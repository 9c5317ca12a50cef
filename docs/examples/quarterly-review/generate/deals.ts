import type { Cells } from "./evidence.js";
import type { Random } from "./random.js";

/** One of the credits that somebody's sales of a period are made of. */
export interface Deal {
  readonly id: string;
  readonly amount: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What somebody sold in a period, deal by deal. */
export interface DealFigures {
  readonly person: string;
  readonly period: string;
  readonly deals: readonly Deal[];
}

/** The quarters' sales split into deals: some sold to a key account, some closed a large deal, and all sold much else. */
export function makeDeals(rows: readonly Cells[], random: Random): readonly DealFigures[] {
  return rows.map(({ person = "", period = "", "sales.actual": sales }) => {
    const cents = Math.round(Number(sales) * 100);
    const key = Math.round(cents * (random.whole(1, 3) === 1 ? random.between(0.1, 0.3) : 0));
    const large = Math.round(cents * (random.whole(1, 4) === 1 ? random.between(0.2, 0.4) : 0));
    const deals = [
      { id: `${person}-key-account`, cents: key, attributes: { account: "key" } },
      { id: `${person}-large-deal`, cents: large, attributes: { size: "large" } },
      { id: `${person}-other-sales`, cents: cents - key - large, attributes: {} },
    ];
    return {
      person,
      period,
      deals: deals
        .filter((deal) => deal.cents !== 0)
        .map(({ id, cents: amount, attributes }) => ({ id, amount: (amount / 100).toFixed(2), attributes })),
    };
  });
}
