import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { periodsAfter } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configNumber, configRatio, inputNumber, period, wholeNumber } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  add,
  compare,
  greater,
  lesser,
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
import { checkAfter } from "../balance-period.js";
import { payFields } from "../fields.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { checkMoney, checkStatedMoney } from "../money.js";
import { takenRoundedNotes } from "../rounded-notes.js";

const drawConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    amount: described(configNumber({ least: 0 }), "What is paid for a period at least."),
    recoverable: described(
      z._default(z.boolean(), true),
      "true: what is paid above the earnings is owed, and kept from later earnings. false: it is forgiven at once, so that the draw is a guarantee.",
    ),
    recovery: described(
      z._default(configRatio({ above: 0, most: 1 }), 1),
      "At most this share of what is earned above the draw is kept.",
    ),
    mostOutstanding: z.optional(
      described(configNumber({ least: 0 }), "No more than this is owed because of draws."),
    ),
    forgivenAfter: z.optional(
      described(wholeNumber(1, 1000), "What is still owed so many periods after its own is forgiven."),
    ),
    atEnd: described(
      z._default(z.enum(["owed", "forgiven"]), "owed"),
      "What becomes of what is owed when the person leaves the plan.",
    ),
  }),
);

const balance = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    owed: z.array(z.strictObject({ period: period(), amount: inputNumber({ above: 0 }) })),
  }),
);

const drawInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    earned: inputNumber(),
    amount: z.optional(
      described(inputNumber({ least: 0 }), "Another draw than the config's, for this period."),
    ),
    ends: z._default(z.boolean(), false),
    balance: z.optional(balance()),
  }),
);

/**
 * The draw of a period and what becomes of what is owed: the config of `draw`.
 *
 * @useDeclaredType
 */
export type DrawConfig = Written<typeof drawConfig>;

/**
 * A period, what was earned in it, and the balance that the period before left.
 *
 * @useDeclaredType
 */
export type DrawInput = Written<typeof drawInput>;

/** What is owed after a period, by the period in which it was advanced, the oldest first: it goes into the next call. */
export interface DrawBalance {
  readonly period: string;
  readonly owed: readonly { readonly period: string; readonly amount: Decimal }[];
}

/** What a draw did in a period. */
export interface Draw {
  readonly kind: "draw";
  readonly period: string;
  readonly currency: string;
  readonly earned: Decimal;
  /** What was paid above the earnings. */
  readonly advanced: Decimal;
  /** What was kept of the earnings. */
  readonly recovered: Decimal;
  /** What is owed no more though nobody paid it. */
  readonly forgiven: Decimal;
  /** What is owed after the period. */
  readonly outstanding: Decimal;
  /** The earnings and the lines of the draw together. */
  readonly paid: Decimal;
  /** What the draw adds to the lines of the earnings, or takes away; none where it does neither. */
  readonly lines: readonly StatementLine[];
  readonly balance: DrawBalance;
}

interface Owed {
  readonly period: string;
  readonly amount: Rational;
}

/**
 * A draw against commission (M10): in a period that earns less, the draw is paid; what is advanced so is owed, and kept from later earnings above the draw. A reducer: `balance`
 * goes in, and the next one comes out.
 *
 * In a period, with the draw D, the earnings E and what is owed B:
 * 1. E below D: D - E is advanced (no more than keeps B at `mostOutstanding`, but never so little that the payment falls below 0).
 * 2. E above D: the lesser of B and `recovery` x (E - D), rounded (the note `rounded` says how), is kept; the oldest advance is paid back first.
 * 3. What was advanced `forgivenAfter` periods ago or earlier, and is still owed, is forgiven; at the end of the plan (`ends`) all of it, where `atEnd` says so.
 *
 * With `recoverable: false` what is advanced is forgiven at once: the draw is a guarantee. Negative earnings (returns, clawbacks) are owed all the same, to be kept from later
 * earnings. So over any periods the payments are the earnings, and what is outstanding at the end, and what was forgiven: paid = earned + outstanding + forgiven.
 *
 * The line is what the draw adds to the earnings' own lines, or takes away. Errors: money finer than the currency (`amount-too-fine`), a period that is not after the balance's (`period-not-after`), or of another unit (`wrong-cycle`).
 *
 * @example
 * ```ts
 * import { draw } from "tierwise";
 *
 * const pay = draw({ currency: "USD", amount: 3000 });
 * const january = pay({ period: "2026-01", earned: 1800 });
 * january.paid; // => "3000"
 * const february = pay({ period: "2026-02", earned: 5000, balance: january.balance });
 * february.recovered; // => "1200"
 * february.paid; // => "3800"
 * ```
 */
export const draw: CalculatorFactory<DrawConfig, DrawInput, Draw> = /* @__PURE__ */ defineFactory({
  title: "draw",
  config: drawConfig,
  check: (config, report) => checkStatedMoney(config, ["amount", "mostOutstanding"], [], report),
  compile: compileDraw,
});

type CheckedDraw = Checked<typeof drawConfig>;
type CheckedInput = Checked<typeof drawInput>;

function compileDraw(config: CheckedDraw) {
  const decimals = currencyDecimals(config.currency);
  const money = (value: Rational) => toDecimal(value, decimals);
  const calculator = defineCalculator({
    title: "draw",
    input: drawInput,
    run(input, report): Draw {
      checkInput(input, config.currency, report);
      report.stop();
      const earned = readNumber(input.earned);
      const owedBefore = (input.balance?.owed ?? []).map(
        ({ period: of, amount }): Owed => ({ period: of, amount: readNumber(amount) }),
      );
      const made = settle(config, input, earned, owedBefore);
      const difference = subtract(made.advanced, made.recovered);
      const outstanding = sum(made.owed.map(({ amount }) => amount));
      const notes = [...notesOf(made, outstanding, money), ...made.rounded];
      return {
        kind: "draw",
        period: input.period,
        currency: config.currency,
        earned: exactDecimal(earned),
        advanced: money(made.advanced),
        recovered: money(made.recovered),
        forgiven: money(made.forgiven),
        outstanding: money(outstanding),
        paid: money(add(earned, difference)),
        lines:
          difference.n === 0n
            ? []
            : [
                payLine("draw", "draw", config, {
                  period: input.period,
                  basis: money(difference),
                  rate: toDecimal(rational(1n), 0),
                  amount: money(difference),
                  notes,
                }),
              ],
        balance: {
          period: input.period,
          owed: made.owed.map(({ period: of, amount }) => ({ period: of, amount: money(amount) })),
        },
      };
    },
  });
  return calculator as typeof calculator & ((input: DrawInput) => Draw);
}

interface Settled {
  readonly advanced: Rational;
  readonly recovered: Rational;
  readonly forgiven: Rational;
  readonly owed: readonly Owed[];
  /** How what is kept was rounded. */
  readonly rounded: readonly LineNote[];
}

function settle(config: CheckedDraw, input: CheckedInput, earned: Rational, owed: readonly Owed[]): Settled {
  const amount = readNumber(input.amount ?? config.amount);
  if (compare(earned, amount) < 0) return advance(config, input, amount, earned, owed);
  const outstanding = sum(owed.map((one) => one.amount));
  const share = multiply(readRatio(config.recovery), subtract(earned, amount));
  const most = round(share, currencyDecimals(config.currency), config.rounding);
  const recovered = lesser(outstanding, most);
  const isAll = compare(outstanding, most) < 0;
  return forgive(config, input, {
    advanced: ZERO,
    recovered,
    forgiven: ZERO,
    owed: payBack(owed, recovered),
    rounded: isAll ? [] : takenRoundedNotes(share, config.currency, config.rounding),
  });
}

function advance(
  config: CheckedDraw,
  input: CheckedInput,
  amount: Rational,
  earned: Rational,
  owed: readonly Owed[],
): Settled {
  const outstanding = sum(owed.map((one) => one.amount));
  const room =
    config.mostOutstanding === undefined || !config.recoverable
      ? subtract(amount, earned)
      : subtract(readNumber(config.mostOutstanding), outstanding);
  const least = greater(negate(earned), ZERO);
  const advanced = greater(least, lesser(subtract(amount, earned), room));
  const own = config.recoverable ? advanced : least;
  const more = own.n === 0n ? [] : [{ period: input.period, amount: own }];
  return forgive(config, input, {
    advanced,
    recovered: ZERO,
    forgiven: subtract(advanced, own),
    owed: [...owed, ...more],
    rounded: [],
  });
}

/** What is owed after the oldest of it was paid back. */
function payBack(owed: readonly Owed[], recovered: Rational): readonly Owed[] {
  let left = recovered;
  return owed.flatMap(({ period: of, amount }) => {
    const paid = lesser(left, amount);
    left = subtract(left, paid);
    const rest = subtract(amount, paid);
    return rest.n === 0n ? [] : [{ period: of, amount: rest }];
  });
}

function forgive(
  { forgivenAfter, atEnd }: CheckedDraw,
  { period: now, ends }: CheckedInput,
  made: Settled,
): Settled {
  const isForgiven = ({ period: of }: Owed) =>
    (ends && atEnd === "forgiven") || (forgivenAfter !== undefined && periodsAfter(now, of) >= forgivenAfter);
  const gone = made.owed.filter(isForgiven);
  return {
    ...made,
    forgiven: add(made.forgiven, sum(gone.map(({ amount }) => amount))),
    owed: made.owed.filter((one) => !isForgiven(one)),
  };
}

function notesOf(
  { advanced, recovered }: Settled,
  outstanding: Rational,
  money: (value: Rational) => Decimal,
): readonly LineNote[] {
  const isAdvance = advanced.n !== 0n;
  const kind = isAdvance ? "draw-advanced" : "draw-recovered";
  return [
    { kind, values: { amount: money(isAdvance ? advanced : recovered), outstanding: money(outstanding) } },
  ];
}

function checkInput(
  { period: now, earned, amount, balance: before }: CheckedInput,
  currency: string,
  report: Report,
): void {
  checkMoney(earned, currency, ["earned"], report);
  if (amount !== undefined) checkMoney(amount, currency, ["amount"], report);
  if (before === undefined) return;
  for (const [index, owed] of before.owed.entries())
    checkMoney(owed.amount, currency, ["balance", "owed", index, "amount"], report);
  checkAfter(now, before.period, ["balance", "period"], report);
}
