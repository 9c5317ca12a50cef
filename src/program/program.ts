import type { RoundingMode } from "../kernel/rounding.js";

/** What a column holds: exact numbers, or labels such as a tier's id. */
export type ColumnType = "number" | "label";

/** One piece of a function as data; numbers are exact decimal or fraction texts. */
export interface PieceData {
  /** Where the piece begins; without it, it has no lower end. */
  readonly from?: string;
  /** Whether `from` itself belongs to this piece; it does where this is not said. */
  readonly includesFrom?: boolean;
  /** Constant, linear and square coefficient, as many as are needed. */
  readonly coefficients: readonly string[];
}

/** A column and its weight, an exact text. */
export interface WeightedColumn {
  readonly column: string;
  readonly weight: string;
}

/** A band and the threshold from which it holds: an exact text, or the column that has it; neither where it holds from below. */
export interface BandThreshold {
  readonly label: string;
  readonly from?: string;
  readonly fromColumn?: string;
}

/** A piecewise function as data. */
export interface PiecewiseData {
  readonly pieces: readonly PieceData[];
  /** The last value for which there is a result; without it, there is no upper end. */
  readonly to?: string;
}

/**
 * One step: it makes the column `to` from columns that are there already.
 *
 * - `ratio`: one column divided by another; `whenZero` where that is zero
 * - `product`: columns multiplied
 * - `weighted-sum`: columns times their weights, added
 * - `weighted-mean`: the same over those that are present, divided by the sum of their weights
 * - `geometric-mean`: the product of those present to the power of their weights, over the sum of the weights; what is below `least` counts
 *   as `least`; rounded, since it is irrational
 * - `minimum`: the least of those present
 * - `at-most`: a column, but no more than any limit that is present
 * - `signed-root`: `plus` and the square root of a column's size, with the column's sign; rounded
 * - `first-present`: the first column that is present, or else a number
 * - `piecewise`: a piecewise function of a column
 * - `piecewise-by`: the function that belongs to a label, of a column; missing where none does
 * - `round`: to a number of decimals
 * - `band`: the label of the last threshold that a column reaches; a threshold can be a column itself, and nothing reaches a missing one
 * - `look-up`: the value that belongs to a label, or to a combination of labels; missing where none does
 *
 * A column may be missing for a person. What is made of it is missing too, but for the steps that say "present".
 */
export type Step =
  | {
      readonly step: "ratio";
      readonly to: string;
      readonly of: string;
      readonly by: string;
      readonly whenZero?: string;
    }
  | { readonly step: "product"; readonly to: string; readonly of: readonly string[] }
  | { readonly step: "weighted-sum"; readonly to: string; readonly of: readonly WeightedColumn[] }
  | { readonly step: "weighted-mean"; readonly to: string; readonly of: readonly WeightedColumn[] }
  | {
      readonly step: "geometric-mean";
      readonly to: string;
      readonly of: readonly WeightedColumn[];
      readonly least?: string;
      readonly decimals: number;
      readonly mode: RoundingMode;
    }
  | { readonly step: "minimum"; readonly to: string; readonly of: readonly string[] }
  | { readonly step: "at-most"; readonly to: string; readonly of: string; readonly limits: readonly string[] }
  | {
      readonly step: "signed-root";
      readonly to: string;
      readonly of: string;
      readonly plus: string;
      readonly decimals: number;
      readonly mode: RoundingMode;
    }
  | {
      readonly step: "first-present";
      readonly to: string;
      readonly of: readonly string[];
      readonly otherwise?: string;
    }
  | { readonly step: "piecewise"; readonly to: string; readonly of: string; readonly function: PiecewiseData }
  | {
      readonly step: "piecewise-by";
      readonly to: string;
      readonly of: string;
      readonly by: string;
      readonly functions: readonly { readonly label: string; readonly function: PiecewiseData }[];
    }
  | {
      readonly step: "round";
      readonly to: string;
      readonly of: string;
      readonly decimals: number;
      readonly mode: RoundingMode;
    }
  | {
      readonly step: "band";
      readonly to: string;
      readonly of: string;
      readonly bands: readonly BandThreshold[];
    }
  | {
      readonly step: "look-up";
      readonly to: string;
      readonly by: readonly string[];
      readonly type: ColumnType;
      readonly rows: readonly { readonly labels: readonly string[]; readonly value: string }[];
    };

/** The steps of one kind, or of several. */
export type StepOf<Kind extends Step["step"]> = Extract<Step, { step: Kind }>;

/**
 * The arithmetic of a calculator as plain data: named input columns, and steps that each make one more column. There is no
 * code in it, so that other engines can run it or print it in their own language.
 */
export interface Program {
  readonly inputs: readonly { readonly column: string; readonly type: ColumnType }[];
  readonly steps: readonly Step[];
}

/** What one step made: a label, or an exact number as a decimal or fraction text. A step that made nothing has no line. */
export interface TraceLine {
  readonly column: string;
  readonly value: string;
}
