import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configRatio, inputNumber, key, period, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  add,
  greater,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { round } from "../../kernel/rounding.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkAfter } from "../balance-period.js";
import { payFields } from "../fields.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { checkMoney } from "../money.js";
import { roundedNotes } from "../rounded-notes.js";

const advanceConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    periods: described(wholeNumber(1, 1000), "The earnings of how many periods are advanced."),
    share: described(
      z._default(configRatio({ above: 0, most: 1 }), 1),
      "What share of these earnings is advanced.",
    ),
  }),
);

const advanceInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    sold: described(
      z._default(z.array(z.strictObject({ id: key(), amount: inputNumber({ least: 0 }) })), []),
      "New deals, and what each is expected to earn in a period, which need not be whole cents.",
    ),
    earned: described(
      z._default(z.array(z.strictObject({ id: key(), amount: inputNumber() })), []),
      "What deals earned in this period.",
    ),
    ended: z._default(z.array(key()), []),
    balance: z.optional(
      z.strictObject({
        period: period(),
        deals: z.array(
          z.strictObject({
            id: key(),
            advanced: inputNumber({ least: 0 }),
            outstanding: inputNumber({ least: 0 }),
          }),
        ),
      }),
    ),
  }),
);

/**
 * How much is advanced on a deal: the config of `advance`.
 *
 * @useDeclaredType
 */
export type AdvanceConfig = Written<typeof advanceConfig>;

/**
 * A period, the deals that were sold, earned or ended in it, and the balance that the period before left.
 *
 * @useDeclaredType
 */
export type AdvanceInput = Written<typeof advanceInput>;

/** What was advanced on a deal, and how much of it is not earned yet. */
export interface AdvancedDeal {
  readonly id: string;
  readonly advanced: Decimal;
  readonly outstanding: Decimal;
}

/** What advances did in a period. */
export interface Advance {
  readonly kind: "advance";
  readonly period: string;
  readonly currency: string;
  readonly earned: Decimal;
  /** The sum of the lines. */
  readonly paid: Decimal;
  /** What is advanced and not earned, after the period. */
  readonly outstanding: Decimal;
  readonly lines: readonly StatementLine[];
  /** The deals that go on: it goes into the next call. */
  readonly balance: { readonly period: string; readonly deals: readonly AdvancedDeal[] };
}

/**
 * Pays what a deal is expected to earn before it is earned (M10), as insurers and telecom operators do with subscriptions: at the sale `share` x `periods` x the expected earnings of a
 * period, rounded to the currency's minor unit; the note `rounded` says how. What the deal earns then goes against that first; beyond it, it is paid. When the deal ends, what is not earned is charged back. A reducer: `balance` goes
 * in, and the next one comes out.
 *
 * In each period, in this order: sold, earned, ended. Negative earnings (a credit to the customer) go to what is not earned. A deal on which nothing was advanced is paid as it earns. So over any
 * periods, paid = earned + outstanding, where a deal that ended has nothing outstanding.
 *
 * Errors: a deal sold twice or twice in one list (`duplicate-id`), an end of a deal without an advance (`unknown-deal`), money finer than the currency (`amount-too-fine`), a period not after
 * the balance's (`period-not-after`) or of another unit (`wrong-cycle`).
 *
 * @example
 * ```ts
 * import { advance } from "tierwise";
 *
 * const pay = advance({ currency: "USD", periods: 9 });
 * const sale = pay({ period: "2026-01", sold: [{ id: "policy-5", amount: 100 }] });
 * sale.paid; // => "900"
 * const first = pay({ period: "2026-02", earned: [{ id: "policy-5", amount: 100 }], balance: sale.balance });
 * first.paid; // => "0"
 * pay({ period: "2026-03", ended: ["policy-5"], balance: first.balance }).paid; // => "-800"
 * ```
 */
export const advance: CalculatorFactory<AdvanceConfig, AdvanceInput, Advance> = /* @__PURE__ */ defineFactory(
  { title: "advance", config: advanceConfig, compile: compileAdvance },
);

type CheckedAdvance = Checked<typeof advanceConfig>;
type CheckedInput = Checked<typeof advanceInput>;

interface Deal {
  readonly id: string;
  readonly advanced: Rational;
  readonly outstanding: Rational;
}

/** Something that was paid on a deal, or charged back. */
interface Payment {
  readonly deal: string;
  readonly what: "advanced" | "earned" | "charged-back";
  readonly amount: Rational;
  readonly basis: Rational;
  readonly rate: Rational;
  readonly notes: readonly LineNote[];
}

function compileAdvance(config: CheckedAdvance) {
  const decimals = currencyDecimals(config.currency);
  const money = (value: Rational) => toDecimal(value, decimals);
  const calculator = defineCalculator({
    title: "advance",
    input: advanceInput,
    run(input, report): Advance {
      checkInput(input, config.currency, report);
      report.stop();
      const deals = new Map(
        (input.balance?.deals ?? []).map(({ id, advanced, outstanding }) => [
          id,
          { id, advanced: readNumber(advanced), outstanding: readNumber(outstanding) },
        ]),
      );
      const payments = [
        ...input.sold.map((sold) => sell(config, sold, deals, decimals)),
        ...input.earned.flatMap((earned) => earn(earned, deals)),
        ...input.ended.flatMap((deal) => end(deal, deals, money)),
      ];
      const going = [...deals.values()];
      return {
        kind: "advance",
        period: input.period,
        currency: config.currency,
        earned: money(sum(input.earned.map(({ amount }) => readNumber(amount)))),
        paid: money(sum(payments.map(({ amount }) => amount))),
        outstanding: money(sum(going.map(({ outstanding }) => outstanding))),
        lines: payments.map(({ deal, what, amount, basis, rate, notes }) =>
          payLine("advance", "commission", config, {
            id: `${config.id ?? "advance"}.${deal}.${what}`,
            period: input.period,
            basis: exactDecimal(basis),
            rate: exactDecimal(rate),
            amount: money(amount),
            notes,
          }),
        ),
        balance: {
          period: input.period,
          deals: going.map(({ id, advanced, outstanding }) => ({
            id,
            advanced: money(advanced),
            outstanding: money(outstanding),
          })),
        },
      };
    },
  });
  return calculator as typeof calculator & ((input: AdvanceInput) => Advance);
}

function sell(
  { periods, share, currency, rounding }: CheckedAdvance,
  { id, amount }: CheckedInput["sold"][number],
  deals: Map<string, Deal>,
  decimals: number,
): Payment {
  const rate = multiply(readRatio(share), rational(BigInt(periods)));
  const basis = readNumber(amount);
  const exact = multiply(basis, rate);
  const advanced = round(exact, decimals, rounding);
  deals.set(id, { id, advanced, outstanding: advanced });
  const part = readRatio(share);
  const values = {
    deal: id,
    periods: String(periods),
    ...(part.n === part.d ? {} : { share: exactDecimal(part) }),
  };
  return {
    deal: id,
    what: "advanced",
    amount: advanced,
    basis,
    rate,
    notes: [{ kind: "advance-paid", values }, ...roundedNotes(exact, currency, rounding)],
  };
}

function earn({ id, amount }: CheckedInput["earned"][number], deals: Map<string, Deal>): readonly Payment[] {
  const deal = deals.get(id);
  const earned = readNumber(amount);
  const left = subtract(deal?.outstanding ?? ZERO, earned);
  const paid = deal === undefined ? earned : greater(negate(left), ZERO);
  if (deal !== undefined) deals.set(id, { ...deal, outstanding: greater(left, ZERO) });
  if (paid.n === 0n) return [];
  const notes = [{ kind: "advance-earned", values: { deal: id } }];
  return [{ deal: id, what: "earned", amount: paid, basis: paid, rate: rational(1n), notes }];
}

function end(id: string, deals: Map<string, Deal>, money: (value: Rational) => Decimal): readonly Payment[] {
  const deal = deals.get(id);
  deals.delete(id);
  if (deal === undefined || deal.outstanding.n === 0n) return [];
  const amount = negate(deal.outstanding);
  const values = { deal: id, earned: money(add(deal.advanced, amount)), advanced: money(deal.advanced) };
  const notes = [{ kind: "advance-charged-back", values }];
  return [{ deal: id, what: "charged-back", amount, basis: deal.outstanding, rate: rational(-1n), notes }];
}

function checkInput(
  { period: now, sold, earned, ended, balance }: CheckedInput,
  currency: string,
  report: Report,
): void {
  checkIds(sold, ["sold"], report);
  checkIds(earned, ["earned"], report);
  const going = balance?.deals ?? [];
  for (const [index, { id }] of sold.entries()) {
    if (!going.some((deal) => deal.id === id)) continue;
    report.add(["sold", index, "id"], "duplicate-id", `${show(id)} was sold before`, { id });
  }
  for (const [index, { amount }] of earned.entries())
    checkMoney(amount, currency, ["earned", index, "amount"], report);
  for (const [index, id] of ended.entries()) {
    if (ended.indexOf(id) < index)
      report.add(["ended", index], "duplicate-id", `${show(id)} is there twice`, { id });
    if ([...going, ...sold].some((deal) => deal.id === id)) continue;
    report.add(["ended", index], "unknown-deal", `nothing was advanced on ${show(id)}`, { deal: id });
  }
  for (const [index, { advanced, outstanding }] of going.entries()) {
    checkMoney(advanced, currency, ["balance", "deals", index, "advanced"], report);
    checkMoney(outstanding, currency, ["balance", "deals", index, "outstanding"], report);
  }
  if (balance !== undefined) checkAfter(now, balance.period, ["balance", "period"], report);
}
