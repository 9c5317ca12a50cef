import type { Decimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";

/**
 * Why a line is another amount. It is new, or gone, and so may a part of it be; its `basis` or its `rate` is another; its `amount` is, where the amount itself is all that there is, as
 * of a draw, a cap or what was paid before; a `threshold` is reached in one of the two alone; or `rules` beside basis and rate, which notes of the line speak of.
 */
export type CauseKind = "new" | "gone" | "basis" | "rate" | "amount" | "threshold" | "rules";

/** One cause of the difference between two statements. */
export interface Cause {
  readonly line: string;
  readonly label?: Label;
  /** The period that a correction or an adjustment is for. */
  readonly period?: string;
  /** The id of the line which it corrects. */
  readonly corrects?: string;
  readonly kind: CauseKind;
  /** The part of the line, where it has several: a table, a deal, a claim; `cap`, `floor`, `maximum`, `budget`; to date `earned` and, before, `paid`. */
  readonly of?: string;
  /** The rate of the part, where several parts of this name differ in their rates; where the rate itself has changed, the old one. */
  readonly rate?: Decimal;
  /** That rates are shares of money, which are read in percent, in both statements; see `StatementLine`. */
  readonly rateAs?: "percent";
  /** The basis, rate or amount before and now, by the kind; of a part that is new or gone the basis, before or now 0. */
  readonly from?: Decimal;
  readonly to?: Decimal;
  /** By how much the total is another because of it; never 0. */
  readonly amount: Decimal;
}
