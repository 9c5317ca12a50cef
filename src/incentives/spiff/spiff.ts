import { compareIds } from "../../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, unitsToDecimal } from "../../kernel/decimal.js";
import { compileFiscal, type FiscalDates } from "../../kernel/fiscal-periods.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber } from "../../kernel/number.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { type Eligibility, ineligibleNotes } from "../eligibility.js";
import type { LineNote, StatementLine } from "../line.js";
import { statedUnits } from "../money.js";
import {
  type CheckedSpiff,
  type CheckedSpiffInput,
  checkSpiff,
  type SpiffConfig,
  type SpiffInput,
  spiffConfig,
  spiffInput,
} from "./config.js";
import { dealOf, lineOf, type SpiffDealResult } from "./lines.js";
import { judgePeople, type SortedDeals, sortDeals } from "./sort.js";
import { type WalkedDeal, walkDeals } from "./walk.js";

/** What a sales incentive pays to whom. */
export interface Spiff {
  readonly kind: "spiff";
  readonly currency: string;
  /** The sum of the lines. */
  readonly amount: Decimal;
  /** What of the budget is left after them. */
  readonly budgetLeft?: Decimal;
  /** By id: who has deals that count in the period. */
  readonly people: readonly { readonly id: string; readonly line: StatementLine }[];
  /** All deals, in the order of the input. */
  readonly deals: readonly SpiffDealResult[];
  /** Who has deals but is not eligible, and why. */
  readonly excluded: readonly { readonly id: string; readonly reasons: readonly LineNote[] }[];
}

/**
 * A sales incentive of its own beside commission (M10): so much for each deal, or each unit, of some products, on some days. A function of the group, as its budget and its first deals may be shared.
 *
 * Deals count from `from` to `to`, where they fit `when` and have `leastAmount`; a return (a negative amount, or negative units) takes back. They are gone through by day, of one day by id
 * (by code point), and after each its person is brought to date: of what the person has, the first so many count (of each, or of all people together); then the `minimum` must be reached (exactly so many is enough), by which all are paid for, or
 * only those that are `further`; that x `pays`, rounded to the currency's minor unit, is held at the `maximum`, and rises as far as the `budget` is not used up. What a deal pays is what its person has to date less
 * what the person had before: the deal that reaches the minimum pays for those before it, and what a return gives back goes to who comes next.
 *
 * With a `period` only its deals are paid; those before it count and have been paid, those after it do not yet count. So the periods of a year pay what the year does. Each line's basis is the number
 * that are paid for, its rate what is paid for each in the end (shown with 6 decimals; 0 where none is). Its parts sum to it: what each deal earns, and less what the maximum and the budget keep back. Notes say which rule holds the person back, and how money was rounded: the line (`rounded`), or, where it is not all that the person earned, what is earned to date (`rounded-to-date`) and was before (`rounded-before`).
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), a last day before the first (`range-empty`). Errors of the input: a deal twice (`duplicate-id`), units or an amount that the plan needs and a deal lacks (`missing`), somebody who
 * is not among the people though eligibility is asked for (`unknown-person`), what a condition of eligibility looks at and is not given (`fact-missing`).
 *
 * @example
 * ```ts
 * import { spiff } from "tierwise";
 *
 * const pay = spiff({ currency: "USD", pays: 500, minimum: { count: 2 }, budget: 1200 });
 * const { people } = pay({
 *   deals: [
 *     { id: "d1", person: "ann", on: "2026-07-01" },
 *     { id: "d2", person: "ben", on: "2026-07-02" },
 *     { id: "d3", person: "ann", on: "2026-07-03" },
 *     { id: "d4", person: "ben", on: "2026-07-04" },
 *   ],
 * });
 * people.map(({ id, line }) => [id, line.amount]); // => [["ann", "1000"], ["ben", "200"]]
 * people[1]?.line.notes; // => [{ kind: "spiff-budget", values: { budget: "1200", due: "1000", paid: "200" } }]
 * ```
 */
export const spiff: CalculatorFactory<SpiffConfig, SpiffInput, Spiff> = /* @__PURE__ */ defineFactory({
  title: "spiff",
  config: spiffConfig,
  check: (config, report) => checkSpiff(config, [], report),
  compile(config) {
    const calendar = compileFiscal(config.calendar);
    return defineCalculator({
      title: "spiff",
      input: spiffInput,
      run(input, report): Spiff {
        const period = input.period === undefined ? undefined : calendar.dates(input.period);
        if (input.period !== undefined && period === undefined)
          report.add(["period"], "period-invalid", `${show(input.period)} has no days in this calendar`);
        checkDeals(config, input, report);
        const judged = judgePeople(config, input, report);
        report.stop();
        return paySpiff(config, input, period, sortDeals(config, input, period, judged), judged);
      },
    });
  },
});

function checkDeals(config: CheckedSpiff, { deals, people }: CheckedSpiffInput, report: Report): void {
  checkIds(deals, ["deals"], report);
  checkIds(people, ["people"], report);
  for (const [index, { units, amount }] of deals.entries()) {
    if (config.per === "unit" && units === undefined)
      report.add(["deals", index, "units"], "missing", "the plan pays for units: expected those of the deal");
    if (config.leastAmount !== undefined && amount === undefined)
      report.add(
        ["deals", index, "amount"],
        "missing",
        "the plan has a least amount: expected that of the deal",
      );
  }
}

function paySpiff(
  config: CheckedSpiff,
  input: CheckedSpiffInput,
  period: FiscalDates | undefined,
  { counting, reasons }: SortedDeals,
  judged: ReadonlyMap<string, Eligibility>,
): Spiff {
  const decimals = currencyDecimals(config.currency);
  const walked = walkDeals(config, counting);
  const now = walked.filter(({ deal }) => period === undefined || deal.on >= period.from);
  const total = (some: readonly WalkedDeal[]) => some.reduce((all, { paid }) => all + paid, 0n);
  const budget = config.budget === undefined ? undefined : statedUnits(readNumber(config.budget), decimals);
  const people = [...new Set(now.map(({ deal }) => deal.person))].sort(compareIds);
  const byId = new Map(walked.map((one) => [one.deal.id, one]));
  const sellers = new Set(input.deals.map(({ person }) => person));
  return {
    kind: "spiff",
    currency: config.currency,
    amount: unitsToDecimal(total(now), decimals),
    ...(budget === undefined ? {} : { budgetLeft: unitsToDecimal(budget - total(walked), decimals) }),
    people: people.map((id) => {
      const own = now.filter(({ deal }) => deal.person === id);
      return { id, line: lineOf(config, own, input.period) };
    }),
    deals: input.deals.map((deal) => {
      const one = byId.get(deal.id);
      const isEarlier = period !== undefined && deal.on < period.from;
      return dealOf(deal, one, isEarlier, reasons.get(deal.id), decimals);
    }),
    excluded: [...judged]
      .filter(([id, { eligible }]) => !eligible && sellers.has(id))
      .map(([id, one]) => ({ id, reasons: ineligibleNotes(one) })),
  };
}
