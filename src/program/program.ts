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

/** A piecewise function as data. */
export interface PiecewiseData {
  readonly pieces: readonly PieceData[];
  /** The last value for which there is a result; without it, there is no upper end. */
  readonly to?: string;
}

/**
 * One step: it makes the column `to` from columns that are there already.
 *
 * - `ratio`: one column divided by another
 * - `product`: columns multiplied
 * - `weighted-sum`: columns times their weights, added
 * - `piecewise`: a piecewise function of a column
 * - `piecewise-by`: the function that belongs to a label, of a column
 * - `round`: to a number of decimals
 * - `band`: the label of the last threshold that a column reaches
 * - `look-up`: the value that belongs to a label, or to a combination of labels
 */
export type Step =
  | { readonly step: "ratio"; readonly to: string; readonly of: string; readonly by: string }
  | { readonly step: "product"; readonly to: string; readonly of: readonly string[] }
  | {
      readonly step: "weighted-sum";
      readonly to: string;
      readonly of: readonly { readonly column: string; readonly weight: string }[];
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
      readonly bands: readonly { readonly label: string; readonly from?: string }[];
    }
  | {
      readonly step: "look-up";
      readonly to: string;
      readonly by: readonly string[];
      readonly type: ColumnType;
      readonly rows: readonly { readonly labels: readonly string[]; readonly value: string }[];
    };

/**
 * The arithmetic of a calculator as plain data: named input columns, and steps that each make one more column. There is no
 * code in it, so that other engines can run it or print it in their own language.
 */
export interface Program {
  readonly inputs: readonly { readonly column: string; readonly type: ColumnType }[];
  readonly steps: readonly Step[];
}

/** What one step made: a label, or an exact number as a decimal or fraction text. */
export interface TraceLine {
  readonly column: string;
  readonly value: string;
}
