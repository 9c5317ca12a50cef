import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { periodsAfter } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configRatio, inputNumber, key, period, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { multiply, negate, type Rational, rational, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { round } from "../../kernel/rounding.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkAfter } from "../balance-period.js";
import { payFields } from "../fields.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { checkMoney } from "../money.js";
import { takenRoundedNotes } from "../rounded-notes.js";

const holdbackConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    share: described(configRatio({ least: 0, most: 1 }), "What share of each amount is held back."),
    releasedAfter: z.optional(
      described(
        wholeNumber(1, 1000),
        "What is still held so many periods after its own is released; without it, only what the input releases is.",
      ),
    ),
  }),
);

const holdbackInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    earned: z.array(z.strictObject({ id: key(), amount: inputNumber() })),
    release: z._default(z.array(key()), []),
    forfeit: z._default(z.array(key()), []),
    balance: z.optional(
      z.strictObject({
        period: period(),
        held: z.array(z.strictObject({ id: key(), period: period(), amount: inputNumber() })),
      }),
    ),
  }),
);

/**
 * The share that is held back, and for how long: the config of `holdback`.
 *
 * @useDeclaredType
 */
export type HoldbackConfig = Written<typeof holdbackConfig>;

/**
 * A period, what was earned in it by deal, which deals' holdbacks are released or forfeited, and the balance that the period before left.
 *
 * @useDeclaredType
 */
export type HoldbackInput = Written<typeof holdbackInput>;

/** What is held of one deal. */
export interface HeldAmount {
  readonly id: string;
  readonly period: string;
  readonly amount: Decimal;
}

/** What a holdback did in a period. */
export interface Holdback {
  readonly kind: "holdback";
  readonly period: string;
  readonly currency: string;
  /** What was held back of this period's earnings, released and forfeited in it, and is held after it. */
  readonly heldBack: Decimal;
  readonly released: Decimal;
  readonly forfeited: Decimal;
  readonly outstanding: Decimal;
  /** A line for each amount that is held back (negative) or released, by deal. */
  readonly lines: readonly StatementLine[];
  /** What is held after the period, the oldest first: it goes into the next call. */
  readonly balance: { readonly period: string; readonly held: readonly HeldAmount[] };
}

/**
 * Holds back a share of what is earned on each deal (M10) until the deal is safe: paid by the customer, say, or out of the time in which it can be cancelled. A reducer: `balance`
 * goes in, and the next one comes out.
 *
 * Of each amount its `share`, rounded to the currency's minor unit (the note `rounded` of the line says how), is held back. What is held is released when the input names its deal, or `releasedAfter` periods after
 * its own; forfeited when the input says so, and then never paid. Over any periods, held back = released + forfeited + outstanding. The share of a negative amount (a return) is
 * held back as well: the deduction is smaller now, and the rest of it comes at the release.
 *
 * Errors: a deal twice in a period (`duplicate-id`); a deal that is released or forfeited of which nothing is held
 * (`nothing-held`), or both at once (`one-of`); money finer than the currency (`amount-too-fine`); a period not after the balance's (`period-not-after`) or of another unit (`wrong-cycle`).
 *
 * @example
 * ```ts
 * import { holdback } from "tierwise";
 *
 * const hold = holdback({ currency: "USD", share: "20%", releasedAfter: 3 });
 * const first = hold({ period: "2026-01", earned: [{ id: "deal-7", amount: "1234.56" }] });
 * first.lines[0]?.amount; // => "-246.91"
 * hold({ period: "2026-04", earned: [], balance: first.balance }).released; // => "246.91"
 * ```
 */
export const holdback: CalculatorFactory<HoldbackConfig, HoldbackInput, Holdback> =
  /* @__PURE__ */ defineFactory({ title: "holdback", config: holdbackConfig, compile: compileHoldback });

type CheckedHoldback = Checked<typeof holdbackConfig>;
type CheckedInput = Checked<typeof holdbackInput>;

interface Held {
  readonly id: string;
  readonly period: string;
  readonly amount: Rational;
}

function compileHoldback(config: CheckedHoldback) {
  const decimals = currencyDecimals(config.currency);
  const money = (value: Rational) => toDecimal(value, decimals);
  const total = (all: readonly Held[]) => money(sum(all.map(({ amount }) => amount)));
  const calculator = defineCalculator({
    title: "holdback",
    input: holdbackInput,
    run(input, report): Holdback {
      const now = input.period;
      checkInput(input, config, report);
      report.stop();
      const before = readHeld(input.balance);
      const isDue = ({ id, period: of }: Held) =>
        input.release.includes(id) ||
        (config.releasedAfter !== undefined && periodsAfter(now, of) >= config.releasedAfter);
      const forfeited = before.filter(({ id }) => input.forfeit.includes(id));
      const released = before.filter((held) => !forfeited.includes(held) && isDue(held));
      const kept = before.filter((held) => !forfeited.includes(held) && !released.includes(held));
      const added = input.earned.flatMap(({ id, amount }): readonly Held[] => {
        const held = heldOf(readNumber(amount), config, decimals);
        return held.n === 0n ? [] : [{ id, period: now, amount: held }];
      });
      const held = [...kept, ...added];
      return {
        kind: "holdback",
        period: now,
        currency: config.currency,
        heldBack: total(added),
        released: total(released),
        forfeited: total(forfeited),
        outstanding: total(held),
        lines: [
          ...added.map(({ id, amount }) => {
            const basis = readNumber(input.earned.find((one) => one.id === id)?.amount ?? 0);
            const share = readRatio(config.share);
            const figures = {
              basis: exactDecimal(basis),
              rate: exactDecimal(negate(share)),
              rateAs: "percent" as const,
            };
            const exact = multiply(basis, share);
            const notes = takenRoundedNotes(exact, config.currency, config.rounding);
            return lineOf(config, now, id, "held", negate(amount), figures, notes);
          }),
          ...released.map(({ id, period: of, amount }) =>
            lineOf(config, now, id, `released-${of}`, amount, {
              basis: money(amount),
              rate: toDecimal(rational(1n), 0),
            }),
          ),
        ],
        balance: {
          period: now,
          held: held.map(({ id, period: of, amount }) => ({ id, period: of, amount: money(amount) })),
        },
      };
    },
  });
  return calculator as typeof calculator & ((input: HoldbackInput) => Holdback);

  function lineOf(
    { id = "holdback", ...own }: CheckedHoldback,
    now: string,
    deal: string,
    what: string,
    amount: Rational,
    figures: Pick<StatementLine, "basis" | "rate" | "rateAs">,
    rounded: readonly LineNote[] = [],
  ): StatementLine {
    return payLine("holdback", "holdback", own, {
      id: `${id}.${deal}.${what}`,
      period: now,
      ...figures,
      amount: money(amount),
      notes: [{ kind: what === "held" ? "held-back" : "released", values: { deal } }, ...rounded],
    });
  }
}

function heldOf(amount: Rational, { share, rounding }: CheckedHoldback, decimals: number): Rational {
  return round(multiply(amount, readRatio(share)), decimals, rounding);
}

function readHeld(balance: CheckedInput["balance"]): readonly Held[] {
  return (balance?.held ?? []).map(({ id, period: of, amount }) => ({
    id,
    period: of,
    amount: readNumber(amount),
  }));
}

function checkInput(
  { period: now, earned, release, forfeit, balance }: CheckedInput,
  { currency }: CheckedHoldback,
  report: Report,
): void {
  checkIds(earned, ["earned"], report);
  for (const [index, { amount }] of earned.entries())
    checkMoney(amount, currency, ["earned", index, "amount"], report);
  for (const [index, { amount }] of (balance?.held ?? []).entries())
    checkMoney(amount, currency, ["balance", "held", index, "amount"], report);
  if (balance !== undefined) checkAfter(now, balance.period, ["balance", "period"], report);
  for (const [name, deals] of Object.entries({ release, forfeit })) {
    for (const [index, deal] of deals.entries()) {
      const path = [name, index];
      if (deals.indexOf(deal) < index) report.add(path, "duplicate-id", `${show(deal)} is there twice`);
      if (!(balance?.held ?? []).some(({ id }) => id === deal))
        report.add(path, "nothing-held", `nothing is held of ${show(deal)}`, { deal });
      if (name === "forfeit" && release.includes(deal))
        report.add(path, "one-of", `${show(deal)} is either released or forfeited`, { deal });
    }
  }
}
