import type { Path } from "../../kernel/errors.js";
import type { NumberInput } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Step } from "../../program/program.js";

/** The evidence for one indicator: a number, or for an attainment what was reached and the target. */
export type IndicatorEvidence = NumberInput | { readonly actual: NumberInput; readonly target?: NumberInput };

/** The numbers that evidence puts into the program, by the name of their column within the indicator. */
export type RawNumbers = Readonly<Record<string, Rational>>;

/** A measure that has been compiled: how it reads evidence, and the steps from there to the indicator's exact score. */
export interface Measure {
  /** The columns that the evidence fills, within the indicator. */
  readonly columns: readonly string[];
  /** Columns that its steps make and that the explanation shows, within the indicator. */
  readonly derived: readonly string[];
  /** Reads evidence, or notes what is wrong with it. */
  read(evidence: unknown, path: Path, report: Report): RawNumbers | undefined;
  /** The steps; the last one makes the column `exact`. */
  steps(column: (name: string) => string): readonly Step[];
  /** The least and the greatest score that it can give. */
  readonly lowest: Rational;
  readonly highest: Rational;
}
