import { compareIds } from "../../kernel/apportion.js";
import { unitsToDecimal } from "../../kernel/decimal.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { creditDeal, type DealOutcome } from "./credit-deal.js";
import type { CheckedCreditingInput, Deal } from "./input.js";
import type { CreditingPlan } from "./plan.js";
import {
  type Credit,
  type CreditedAmount,
  type Crediting,
  compareCredits,
  showCredit,
  showDeal,
  type Uncredited,
} from "./result.js";

/** A credit, and the size of its amount, which can be summed. */
interface CountedCredit {
  readonly credit: Credit;
  readonly size: bigint;
}

/** Credits all deals, each alone, and puts their credits together by person. */
export function gatherCredits(
  plan: CreditingPlan,
  { period, deals, people }: CheckedCreditingInput,
): Crediting {
  const { config, decimals, period: days } = plan;
  const outcomes = deals.map((deal) => ({ deal, outcome: creditDeal(plan, deal) }));
  const counted = outcomes
    .flatMap(({ deal, outcome }) =>
      outcome.credits.map(
        (one): CountedCredit => ({ credit: showCredit(plan, deal, one), size: one.sizes.amount ?? 0n }),
      ),
    )
    .sort((a, b) => compareCredits(a.credit, b.credit));
  return {
    kind: "crediting",
    period,
    from: days.from,
    to: days.to,
    ...(config.currency === undefined ? {} : { currency: config.currency }),
    people: peopleOf(
      counted,
      people.map(({ id }) => id),
      decimals,
    ),
    credits: counted.map(({ credit }) => credit),
    deals: outcomes.map(({ deal, outcome }) => showDeal(plan, deal, outcome)),
    uncredited: outcomes.flatMap(({ deal, outcome }) => uncredited(deal, outcome, decimals)),
  };
}

/** Notes two credits of a person with one id: a deal may have the name that a credit of another deal gets. */
export function checkCreditIds(credits: readonly Credit[], report: Report): void {
  const seen = new Set<string>();
  for (const { person, id } of credits) {
    const name = JSON.stringify([person, id]);
    if (seen.has(name))
      report.add(
        ["deals"],
        "duplicate-id",
        `${show(person)} has two credits ${show(id)}: name the deals otherwise`,
      );
    seen.add(name);
  }
}

function uncredited({ id }: Deal, { reason, house }: DealOutcome, decimals: number): readonly Uncredited[] {
  if (reason === undefined) return [];
  return [{ deal: id, reason, ...(reason === "house" ? { amount: unitsToDecimal(house, decimals) } : {}) }];
}

function peopleOf(
  credits: readonly CountedCredit[],
  known: readonly string[],
  decimals: number,
): Crediting["people"] {
  const byPerson = new Map<string, CountedCredit[]>(known.map((person) => [person, []]));
  for (const one of credits) {
    const own = byPerson.get(one.credit.person);
    if (own === undefined) byPerson.set(one.credit.person, [one]);
    else own.push(one);
  }
  return [...byPerson]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, own]) => ({
      id,
      amount: unitsToDecimal(
        own.reduce((all, { size }) => all + size, 0n),
        decimals,
      ),
      credits: own.map(({ credit }) => creditedAmount(credit)),
    }));
}

function creditedAmount({ id, order, amount, units, margin, attributes }: Credit): CreditedAmount {
  return {
    id,
    order,
    amount,
    ...(units === undefined ? {} : { units }),
    ...(margin === undefined ? {} : { margin }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}
