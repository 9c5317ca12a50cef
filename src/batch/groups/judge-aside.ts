import type { Issue } from "../../kernel/errors.js";
import { multiply, type Rational, rational } from "../../kernel/rational.js";
import { unitsOf } from "../forms/forms.js";
import { ASIDE, EXCLUDED, type JudgedRows, SHARES } from "./judged-rows.js";
import { placeIn } from "./pool-reasons.js";
import { addProblems, type RowProblems } from "./problems.js";

/** What the function of one row says: what is wrong with it, what it shares by, or why it does not share. */
export interface JudgedRow<T> {
  readonly issues: readonly Issue[];
  readonly shares?: T;
  readonly reason?: string;
}

/** How rows are judged one by one. */
export interface RowJudge<T> {
  judge(row: number): JudgedRow<T>;
  /** What a row counts, as a whole number; NaN where none says it. */
  countOf(shares: T, row: number): number;
}

/** Judges the rows that columns do not say, and gives what those share by that no whole number says. A row that something is wrong with is a problem, and has no reason. */
export function judgeAside<T>(
  { states, reasons, counts }: JudgedRows,
  dictionary: string[],
  problems: RowProblems,
  { judge, countOf }: RowJudge<T>,
): ReadonlyMap<number, T> {
  const odd = new Map<number, T>();
  for (let row = 0; row < states.length; row += 1) {
    const isProblem = problems.has(row);
    if (states[row] !== ASIDE && !isProblem) continue;
    reasons[row] = -1;
    if (isProblem) continue;
    const { issues, shares, reason } = judge(row);
    addProblems(problems, row, issues);
    states[row] = shares === undefined ? EXCLUDED : SHARES;
    if (reason !== undefined) reasons[row] = placeIn(dictionary, reason);
    if (shares === undefined) continue;
    const count = countOf(shares, row);
    counts[row] = count;
    if (Number.isNaN(count)) odd.set(row, shares);
  }
  return odd;
}

/** A number as a whole one of 1 / den; NaN where it is none. */
export function wholeOf(number: Rational, den: bigint): number {
  const { n, d } = multiply(number, rational(den));
  return d === 1n ? unitsOf(n) : Number.NaN;
}
