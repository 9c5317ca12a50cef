import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { periodsAfter } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configRatio, inputNumber, key, period, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { multiply, negate, type Rational, rational, subtract, sum, ZERO } from "../../kernel/rational.js";
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
    instalments: described(
      z._default(wholeNumber(1, 1000), 1),
      "In how many equal parts it is released, one a period: the first when it is due, or in the next period.",
    ),
    releasedShare: z.optional(
      described(
        configRatio({ above: 0, most: 1 }),
        "In place of instalments: the share of what is still held that is released in each period (a bonus bank).",
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
 * its own; in `instalments` from then on (or from the next period on, where it is not said), each the rest divided by the parts that are left, rounded; or with `releasedShare` in each period this share of what is still held, rounded, as a bonus bank pays out. Parts of periods that nobody asked for are released with the next. It is forfeited when the input says so, and then never paid. Over any periods, held back = released + forfeited + outstanding. The share of a negative amount (a return) is
 * held back as well: the deduction is smaller now, and the rest of it comes at the release.
 *
 * Errors: a deal twice in a period (`duplicate-id`); a deal that is released or forfeited of which nothing is held
 * (`nothing-held`), or both at once (`one-of`); instalments and a released share (`one-of`); money finer than the currency (`amount-too-fine`); a period not after the balance's (`period-not-after`) or of another unit (`wrong-cycle`).
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
  /* @__PURE__ */ defineFactory({
    title: "holdback",
    config: holdbackConfig,
    check({ instalments = 1, releasedShare }, report) {
      if (instalments === 1 || releasedShare === undefined || !report.sound(["instalments"])) return;
      report.add(["releasedShare"], "one-of", "what is held is released in instalments: take this away");
    },
    compile: compileHoldback,
  });

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
      const forfeited = before.filter(({ id }) => input.forfeit.includes(id));
      const settled = before
        .filter((one) => !forfeited.includes(one))
        .map((one) => ({
          ...one,
          due: input.release.includes(one.id)
            ? one.amount
            : dueOf(config, one, now, input.balance?.period ?? now),
        }));
      const rest = settled.map((one) => ({ ...one, left: subtract(one.amount, one.due) }));
      const released = rest.flatMap((one) => (one.due.n === 0n ? [] : [{ ...one, amount: one.due }]));
      const kept = rest.flatMap((one) => (one.left.n === 0n ? [] : [{ ...one, amount: one.left }]));
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
          ...released.map(({ id, period: of, amount, left }) =>
            lineOf(
              config,
              now,
              id,
              `released-${of}`,
              amount,
              { basis: money(amount), rate: toDecimal(rational(1n), 0) },
              left.n === 0n ? [] : [{ kind: "still-held", values: { left: money(left) } }],
            ),
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
    more: readonly LineNote[],
  ): StatementLine {
    return payLine("holdback", "holdback", own, {
      id: `${id}.${deal}.${what}`,
      period: now,
      ...figures,
      amount: money(amount),
      notes: [{ kind: what === "held" ? "held-back" : "released", values: { deal } }, ...more],
    });
  }
}

/** What of a held amount is released by now, and was not by the period of the balance: part by part, as if every period had been asked for. */
function dueOf(config: CheckedHoldback, { period: of, amount }: Held, now: string, before: string): Rational {
  const { instalments, releasedShare } = config;
  const inParts = instalments > 1 || releasedShare !== undefined;
  const first = config.releasedAfter ?? (inParts ? 1 : undefined);
  if (first === undefined) return ZERO;
  const decimals = currencyDecimals(config.currency);
  let left = amount;
  for (let part = Math.max(0, partsBy(before, of, first)); part < partsBy(now, of, first); part += 1) {
    const open = instalments - part;
    const share =
      releasedShare === undefined ? rational(1n, BigInt(Math.max(open, 1))) : readRatio(releasedShare);
    const due = round(multiply(left, share), decimals, config.rounding);
    left = subtract(left, due);
    if (left.n === 0n || (due.n === 0n && releasedShare !== undefined)) break;
  }
  return subtract(amount, left);
}

/** How many parts of what is held since a period are due by another. */
function partsBy(now: string, of: string, first: number): number {
  return periodsAfter(now, of) - first + 1;
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
