import { currencyDecimals } from "../kernel/currency.js";
import { type Decimal, toDecimal } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import { withoutAbsent } from "../kernel/plain.js";
import type { Rational } from "../kernel/rational.js";
import type { RoundingMode } from "../kernel/rounding.js";
import type { TraceLine } from "../program/program.js";

/** One part of a line: an amount of basis, the rate that it is paid at, and what that comes to. Parts sum to the line. */
export interface LinePart {
  /** What the part is of, where the parts of a line differ in more than their rate: a table, a credit, a rule. */
  readonly of?: string;
  readonly basis: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** What made the amount of a line what it is beside basis and rate, such as a cap that held it; explanations say it in words for its `kind`. */
export interface LineNote {
  readonly kind: string;
  readonly values: { readonly [name: string]: Decimal | string };
}

/** What is not paid, and why. */
export interface RefusedPay {
  readonly id: string;
  readonly label?: Label;
  readonly reasons: readonly LineNote[];
}

/** By the kind of a line's note: its sentence, from its values as texts. */
export type NoteWords = Readonly<Record<string, (values: Readonly<Record<string, string>>) => string>>;

/** One line of a statement: money for one reason, rounded once to the currency's minor unit. */
export interface StatementLine {
  readonly id: string;
  /** The public name of the calculator that made it. */
  readonly use: string;
  /** What kind of pay it is; a statement has a total for each. */
  readonly category: string;
  readonly label?: Label;
  /** The rule that it is paid by, as the plan cites it: a clause, a section. */
  readonly rule?: Label;
  /** The period that it is for, where that is not the statement's own. */
  readonly period?: string;
  /** The id of the line of that period which this one corrects. */
  readonly corrects?: string;
  readonly currency: string;
  /** What the amount is worked out from. */
  readonly basis: Decimal;
  /** The part of the basis that is paid, or the number that it is multiplied by. */
  readonly rate: Decimal;
  /** That the rate and those of the parts are shares of money, which are read in percent: 0.05 as 5 %. Without it they are money per unit, or a number of times. */
  readonly rateAs?: "percent";
  readonly amount: Decimal;
  readonly parts?: readonly LinePart[];
  readonly notes?: readonly LineNote[];
  readonly trace: readonly TraceLine[];
}

/** What the config of a calculator of pay says of its lines. */
export interface LineConfig {
  readonly id?: string | undefined;
  readonly label?: Label | undefined;
  readonly category?: string | undefined;
  readonly rule?: Label | undefined;
  readonly currency: string;
}

/** What a calculator works out for a line. */
export type LineFigures = Pick<StatementLine, "basis" | "rate" | "amount"> &
  Partial<Pick<StatementLine, "trace">> & {
    readonly parts?: StatementLine["parts"] | undefined;
    readonly notes?: StatementLine["notes"] | undefined;
    readonly rateAs?: StatementLine["rateAs"] | undefined;
    readonly id?: string | undefined;
    readonly period?: string | undefined;
    readonly corrects?: string | undefined;
  };

/** A line with all that the config says of it; its id is the config's or, without one, the calculator's name. */
export function payLine(
  use: string,
  defaultCategory: string,
  { id: configured = use, label, category = defaultCategory, rule, currency }: LineConfig,
  {
    id = configured,
    period,
    corrects,
    basis,
    rate,
    rateAs,
    amount,
    parts,
    notes = [],
    trace = [],
  }: LineFigures,
): StatementLine {
  return withoutAbsent<StatementLine>({
    id,
    use,
    category,
    label,
    rule,
    period,
    corrects,
    currency,
    basis,
    rate,
    rateAs,
    amount,
    parts,
    notes: notes.length === 0 ? undefined : notes,
    trace,
  });
}

/** Rounds money to the currency's minor unit. */
export function toMoney(amount: Rational, currency: string, mode: RoundingMode = "half-up"): Decimal {
  return toDecimal(amount, currencyDecimals(currency), mode);
}
