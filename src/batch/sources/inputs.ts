import type { Rational } from "../../kernel/rational.js";
import type { Values } from "../../scoring/measures/cohort/compared.js";
import type { Summary } from "../../scoring/measures/measure.js";
import type { CreditSum, CreditsInput } from "./credits-input.js";
import type { RatingInput } from "./rating-input.js";

/** How a number column of the program is filled. */
export interface NumberInput {
  readonly column: string;
  readonly type: "number";
  /** The caller's column; absent where `otherwise` says it all. */
  readonly path?: string;
  readonly sign?: "above-zero" | "not-negative";
  /** The least that it may be. */
  readonly least?: Rational;
  /** The most that it may be. */
  readonly most?: Rational;
  /** The same for the rows of each group, where it differs. */
  readonly limits?: readonly Limits[];
  /** The most decimals that it may have. */
  readonly decimals?: number;
  /** What becomes of a row without a value: it stays missing, or the one-person functions say what is wrong. */
  readonly missing: "stays" | "set-aside";
  /** What counts in all rows where the caller has no such column. */
  readonly otherwise?: Rational | ByLabel;
  /** What is made of the lists of the caller's column. */
  readonly summary?: Summary;
  /** The ratings of which it is the summary of one kind. */
  readonly ratings?: { readonly input: RatingInput; readonly place: number };
  /** The credits of which it is a sum. */
  readonly credits?: { readonly input: CreditsInput; readonly sum: CreditSum };
  /** The parts of the same evidence that are columns too. */
  readonly beside?: Beside;
  /** The values among which the number's place counts in place of the number. */
  readonly among?: Among;
}

/** Between which numbers a number has to be, these among them. */
export interface Limits {
  readonly least: Rational;
  readonly most: Rational;
}

/** How many people of a cohort have less than a number, more, or just it. */
export interface Among {
  /** The values of one cohort, or those of each group. */
  readonly values: readonly Values[];
  readonly counts: "below" | "above" | "equal";
}

/** What becomes of a row without a value where another part of the same evidence has one: this number counts, or the one-person functions say what is wrong. */
export interface Beside {
  /** The caller's columns of the other parts. */
  readonly paths: readonly string[];
  readonly otherwise?: Rational | ByLabel;
}

/** A number that a label decides. */
export interface ByLabel {
  readonly path: string;
  readonly rows: readonly { readonly is: string; readonly number: Rational }[];
}

/** What a caller's column of labels has: texts, truth values or whole numbers. */
export type Label = string | boolean | number;

/** How a label column of the program is filled. */
export interface LabelInput {
  readonly column: string;
  readonly type: "label";
  readonly path: string;
  readonly missing: "stays" | "set-aside";
  /** A label that is not among these counts as missing, where that is said. */
  readonly unknown?: "stays";
  /** The label of the program in a row without one, where there is such. */
  readonly otherwise?: string;
  /** The label of the program by the caller's label. */
  readonly labels: ReadonlyMap<Label, string>;
}

export type ProgramInput = NumberInput | LabelInput;

/** Why a program cannot run over columns: what in the policy has no columns. */
export interface NoColumns {
  readonly because: "no-columns";
  readonly what: string;
}
