import { resultValue } from "../../kernel/decimal.js";
import { compare, negate, ONE, type Rational, sum } from "../../kernel/rational.js";
import type { LinePart, StatementLine } from "../line.js";

/** A part of a line, or a line as a whole, as two of them are compared. */
export interface ComparedPart {
  readonly of?: string;
  readonly basis: Rational;
  readonly rate: Rational;
  readonly amount: Rational;
}

/** The name of what was earned to date, where what was paid before is taken from it. */
const EARNED = "earned";
const PAID = "paid";
/** Parts that calculators name, of which the amount says all, in the order in which they are said. */
const AMOUNTS = ["cap", "floor", "maximum", "budget", "recalculated", "posted", PAID];
const STRETCH_OF_DAYS = /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/;

/** The parts by which two lines are compared. Stretches of days are no two periods' own: lines that are made of them are compared as wholes. */
export function comparedParts(
  before: StatementLine,
  after: StatementLine,
): readonly (readonly ComparedPart[])[] {
  if (isWhole(before) && isWhole(after)) return [[whole(before)], [whole(after)]];
  const both = [partsOf(before), partsOf(after)];
  const isToDate = both.some((parts) => parts.some(({ of }) => of === PAID));
  return isToDate ? both.map((parts) => parts.map((part) => ({ of: EARNED, ...part }))) : both;
}

/** Whether a part is an amount that a calculator names, such as what a cap changed. */
export function isNamedAmount(of: string): boolean {
  return AMOUNTS.includes(of);
}

/** Orders the names of parts: those of the plan as they stand, then the amounts that calculators name. */
export function compareNames(a: string | undefined, b: string | undefined): number {
  return AMOUNTS.indexOf(a ?? "") - AMOUNTS.indexOf(b ?? "");
}

/** Whether a line is one number times one rate: without parts, or with parts that are stretches of days. */
function isWhole({ parts = [] }: StatementLine): boolean {
  return parts.every(({ of = "" }) => STRETCH_OF_DAYS.test(of));
}

function whole({ basis, rate, amount }: StatementLine): ComparedPart {
  return readPart({ basis, rate, amount });
}

function readPart({ of, basis, rate, amount }: LinePart): ComparedPart {
  const numbers = { basis: resultValue(basis), rate: resultValue(rate), amount: resultValue(amount) };
  return of === undefined ? numbers : { of, ...numbers };
}

/** The parts of a line; the line itself where it has none, or none that sum to it. */
function partsOf(line: StatementLine): readonly ComparedPart[] {
  const parts = (line.parts ?? []).map(readPart);
  if (parts.length === 0 || compare(amountOf(parts), resultValue(line.amount)) !== 0) return [whole(line)];
  return lessPaid(line, parts);
}

/** Where a line to date takes away what earlier credits earned, slice by slice: that is one part, as it is where it is stated. */
function lessPaid({ notes = [] }: StatementLine, parts: readonly ComparedPart[]): readonly ComparedPart[] {
  const { earned, paid } = notes.find(({ kind }) => kind === "commission-to-date")?.values ?? {};
  if (earned === undefined || paid === undefined || parts.some(({ of }) => of === PAID)) return parts;
  const [toDate, amount] = [resultValue(earned), negate(resultValue(paid))];
  const count = parts.findIndex((_part, index) => compare(amountOf(parts.slice(0, index)), toDate) === 0);
  if (count < 0 || compare(amountOf(parts.slice(count)), amount) !== 0) return parts;
  return [...parts.slice(0, count), { of: PAID, basis: amount, rate: ONE, amount }];
}

function amountOf(parts: readonly ComparedPart[]): Rational {
  return sum(parts.map(({ amount }) => amount));
}
