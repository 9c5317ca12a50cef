import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { rational, subtract, sum } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { type LineNote, type LinePart, payLine, type StatementLine } from "../line.js";
import { roundedWholeNotes } from "../rounded-notes.js";
import type { Pay } from "./bases.js";
import { compileDue, type Due } from "./due.js";
import {
  type CheckedDeductionsInput,
  checkDeductionsInput,
  type DeductionsInput,
  deductionsInput,
} from "./input.js";
import { type Limits, limitsOf } from "./limits.js";
import {
  type CheckedDeductions,
  checkDeductions,
  type DeductionRule,
  type DeductionsConfig,
  deductionsConfig,
} from "./rules.js";
import { suspendPay } from "./suspend.js";

/** Something that is still due. */
export interface CarriedDue {
  readonly id: string;
  readonly date: string;
  readonly amount: Decimal;
}

/** What goes on to the next period: it goes into the next call. */
export interface DeductionsBalance {
  readonly period: string;
  readonly deductions: readonly {
    readonly id: string;
    readonly dues: readonly CarriedDue[];
    /** What the protected sum lacked and is made good later, where the rule says so. */
    readonly shortfall?: Decimal;
  }[];
}

/** What is deducted from the pay of a period. */
export interface Deductions {
  readonly kind: "deductions";
  readonly period: string;
  readonly currency: string;
  /** The pay of the period. */
  readonly gross: Decimal;
  readonly suspended: Decimal;
  /** The pay less what is suspended and what the law takes. */
  readonly net: Decimal;
  readonly deducted: Decimal;
  /** The net pay less what is deducted. */
  readonly left: Decimal;
  /** The sum of the lines: what is suspended and deducted, below zero. */
  readonly amount: Decimal;
  /** What could not be deducted and is carried on. */
  readonly carried: Decimal;
  /** What could not be deducted and is dropped. */
  readonly dropped: Decimal;
  readonly lines: readonly StatementLine[];
  readonly balance: DeductionsBalance;
}

/**
 * Fines, damages, loans and orders, deducted from pay in their order and within limits (M15). A reducer: `balance` goes in, and the next one comes out.
 *
 * `pay` is `{ category, amount }` of each line of the period, those of corrections that are paid with it among them.
 *
 * First `suspensions`: an event of the kinds in `for` takes away a share of the pay in some categories (those that pay something), before anything is deducted. Then the `deductions`, in the order of the list. What is **due** of each: what was carried (in its order), then what is new, by day and
 * id: `fines` for the events of the period, priced by their kind and by which of that price's events in the period they are (by day and id), or as a share of pay; a `sum`, the same in every period without an end (a loan is a claim with a `most`); what `brackets` make of the pay (of no pay nothing); or the `claims` of the input. Each new due is rounded to the minor unit, or to `decimals` (0: whole units of the currency, as a student loan is). The id of a fine among the sanctions of
 * `adjuster` is a kind of event: so a decision's fine is priced here.
 *
 * It is **taken** as far as all limits allow: each `most` of the deduction (counting what it takes itself, or with `so-far` also what earlier ones took), each `most` of all, what it `leaves` of the net pay (after earlier deductions), what all `leaves`, and what is left of the net pay, which never goes below nothing. A share is of the
 * `gross` pay after suspensions (or some `categories` of it), the `net` pay, or what earlier deductions have `left` of that; or of what of it is `over` an amount or so many times a fact. A most is rounded down to the minor unit, a protected sum up. With `shortfall: "carried"` what a period lacks to a protected sum is added to it in later ones until it is made good. The **rest** is carried to the next period, or dropped. So for every deduction: due = taken + carried + dropped.
 *
 * Each deduction with something due has a line: its basis is what is due, its rate the part that is taken, below zero, its amount what is taken, below zero; its parts are the dues. Notes say how a new due was rounded (`rounded-due`), the limit that held it (the tightest; of equal ones the first of most, most of all, leaves, leaves of all) with what it was before rounding, and what is carried or dropped. A suspension says how it was rounded (`rounded`, `parts-rounded-to-sum`).
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), `decimals` beyond those of the currency (`out-of-range`), a sum that is not one of amount, share and fact, or an `over` without a share (`one-of`), a kind of event with two prices (`row-twice`), an id twice (`duplicate-id`), brackets out of order (`brackets-unsorted`, `brackets-overlap`, `brackets-hole`). Errors of the input: an event that nothing knows (`unknown-event`), a claim or a balance of an
 * unknown deduction (`unknown-deduction`), a day after the period (`event-in-future`), a fact that is not given (`fact-missing`) or below zero (`out-of-range`), pay beyond a table (`above-brackets`), something due twice (`duplicate-id`), money finer than the currency (`amount-too-fine`), a period not after the balance's (`period-not-after`) or of another unit (`wrong-cycle`).
 *
 * Source: among others China's Interim Provisions on Payment of Wages (1994), article 16; Title III of the US Consumer Credit Protection Act; the UK's Attachment of Earnings Act 1971, schedule 3.
 *
 * @example
 * ```ts
 * import { deductions } from "tierwise";
 *
 * const deduct = deductions({
 *   currency: "CNY",
 *   suspensions: [{ id: "no-bonus", for: ["grave"], categories: ["bonus"] }],
 *   deductions: [
 *     { id: "fines", due: { kind: "fines", fines: [{ for: ["late"], amounts: [20, 50] }] }, rest: "dropped" },
 *     { id: "damages", due: { kind: "claims" }, most: [{ share: "20%", of: "gross" }] },
 *   ],
 *   leaves: { fact: "minimum-wage" },
 * });
 * const month = deduct({
 *   period: "2026-07",
 *   pay: [{ category: "base", amount: 2500 }],
 *   events: [{ id: "e1", kind: "late", date: "2026-07-03" }, { id: "e2", kind: "late", date: "2026-07-09" }],
 *   claims: [{ id: "batch-7", deduction: "damages", date: "2026-07-15", amount: 6000 }],
 *   facts: { "minimum-wage": 1800 },
 * });
 * month.lines.map(({ id, amount }) => [id, amount]); // => [["fines", "-70"], ["damages", "-500"]]
 * month.left; // => "1930"
 * month.balance.deductions; // => [{ id: "damages", dues: [{ id: "batch-7", date: "2026-07-15", amount: "5500" }] }]
 * ```
 */
export const deductions: CalculatorFactory<DeductionsConfig, DeductionsInput, Deductions> =
  /* @__PURE__ */ defineFactory({
    title: "deductions",
    config: deductionsConfig,
    check: (config, report) => checkDeductions(config, [], report),
    compile: compileDeductions,
  });

function compileDeductions(config: CheckedDeductions) {
  const rules = config.deductions.map((rule) => ({ rule, dueOf: compileDue(config, rule) }));
  const decimals = currencyDecimals(config.currency);
  const calculator = defineCalculator({
    title: "deductions",
    input: deductionsInput,
    run(input, report): Deductions {
      checkDeductionsInput(config, input, report);
      report.stop();
      const { categories, lines } = suspendPay(config, input);
      const gross = sum([...categories.values()]);
      const pay: Pay = {
        categories,
        gross,
        net: subtract(gross, readNumber(input.statutory)),
        facts: input.facts,
      };
      let taken = 0n;
      const outcomes = rules.map(({ rule, dueOf }): Outcome => {
        const dues = dueOf(input, pay, rational(taken, 10n ** BigInt(decimals)), report);
        const shortfall = shortfallOf(input, rule, decimals);
        const limits = limitsOf(config, rule, { pay, taken, shortfall }, report);
        const outcome = take(rule, dues, limits);
        taken += outcome.taken;
        return outcome;
      });
      report.stop();
      return resultOf(config, input, pay, lines, outcomes);
    },
  });
  return calculator as typeof calculator & ((input: DeductionsInput) => Deductions);
}

function shortfallOf({ balance }: CheckedDeductionsInput, { id }: DeductionRule, decimals: number): bigint {
  const before = balance?.deductions.find((one) => one.id === id)?.shortfall ?? 0;
  return roundToUnits(readNumber(before), decimals, "half-up");
}

/** A deduction that has been made, in units. */
interface Outcome {
  readonly rule: DeductionRule;
  readonly dues: readonly (Due & { readonly taken: bigint })[];
  readonly due: bigint;
  readonly taken: bigint;
  readonly limits: Limits;
}

/** Takes dues in their order, as far as the limit allows. */
function take(rule: DeductionRule, dues: readonly Due[], limits: Limits): Outcome {
  let room = limits.tightest.units;
  const made = dues.map((due) => {
    const taken = due.units < room ? due.units : room;
    room -= taken;
    return { ...due, taken };
  });
  const total = (of: "units" | "taken") => made.reduce((all, one) => all + one[of], 0n);
  return { rule, dues: made, due: total("units"), taken: total("taken"), limits };
}

function resultOf(
  config: CheckedDeductions,
  input: CheckedDeductionsInput,
  { gross, net }: Pay,
  suspensions: readonly StatementLine[],
  outcomes: readonly Outcome[],
): Deductions {
  const decimals = currencyDecimals(config.currency);
  const money = (units: bigint) => unitsToDecimal(units, decimals);
  const units = (value: typeof gross) => roundToUnits(value, decimals, "half-up");
  const total = (of: (outcome: Outcome) => bigint) => outcomes.reduce((all, one) => all + of(one), 0n);
  const suspended = suspensions.reduce((all, { amount }) => all - units(readNumber(amount)), 0n);
  const deducted = total((one) => one.taken);
  const rest = (kind: "carried" | "dropped") =>
    total(({ rule, due, taken }) => (rule.rest === kind ? due - taken : 0n));
  return {
    kind: "deductions",
    period: input.period,
    currency: config.currency,
    gross: money(units(gross) + suspended),
    suspended: money(suspended),
    net: money(units(net)),
    deducted: money(deducted),
    left: money(units(net) - deducted),
    amount: money(-suspended - deducted),
    carried: money(rest("carried")),
    dropped: money(rest("dropped")),
    lines: [...suspensions, ...outcomes.flatMap((one) => lineOf(config, input.period, one, money))],
    balance: {
      period: input.period,
      deductions: outcomes.flatMap((one) => balanceOf(one, money)),
    },
  };
}

function balanceOf(
  { rule, dues, limits: { shortfall } }: Outcome,
  money: (units: bigint) => Decimal,
): DeductionsBalance["deductions"] {
  const open = rule.rest === "dropped" ? [] : dues.filter(({ units, taken }) => units > taken);
  if (open.length === 0 && shortfall === 0n) return [];
  return [
    {
      id: rule.id,
      dues: open.map(({ id, date, units, taken }) => ({ id, date, amount: money(units - taken) })),
      ...(shortfall === 0n ? {} : { shortfall: money(shortfall) }),
    },
  ];
}

function lineOf(
  { currency, rounding }: CheckedDeductions,
  period: string,
  { rule, dues, due, taken, limits }: Outcome,
  money: (units: bigint) => Decimal,
): readonly StatementLine[] {
  if (due === 0n) return [];
  const figures = (of: bigint, part: bigint) => ({
    basis: money(of),
    rate: shownDecimal(rational(-part, of)),
    amount: money(-part),
  });
  const left = due - taken;
  const notes: readonly LineNote[] = [
    ...dues.flatMap(({ id, exact }) =>
      exact === undefined
        ? []
        : roundedWholeNotes("rounded-due", exact, currency, rounding, id, rule.decimals),
    ),
    ...(left === 0n
      ? []
      : [limits.tightest.note, { kind: `deduction-${rule.rest}`, values: { amount: money(left) } }]),
  ];
  const parts = dues.map(({ id, units, taken: part }): LinePart => ({ of: id, ...figures(units, part) }));
  return [
    payLine(
      "deductions",
      "deductions",
      { ...rule, currency },
      { period, ...figures(due, taken), rateAs: "percent", parts, notes },
    ),
  ];
}
