import type { Path } from "../../kernel/errors.js";
import type { Label } from "../../kernel/label.js";
import type { NumberInput } from "../../kernel/number.js";
import type { Piecewise } from "../../kernel/piecewise.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { ColumnType, Step } from "../../program/program.js";
import type { CohortIndicator } from "../cohort-context.js";
import { type ReducerConfig, reducedExactly } from "../reducers.js";
import type { TargetSource } from "./target-source.js";

/** A number, or where the measure summarises several (`over`) a list of them. */
export type NumberEvidence = NumberInput | readonly (NumberInput | WeightedValue)[];

/** One of several values that each bring a weight. */
export interface WeightedValue {
  readonly value: NumberInput;
  readonly weight: NumberInput;
}

/** One rating of a rater; a value that is absent or null was not observed. */
export interface Rating {
  /** The kind of the rater, such as `"peer"`. */
  readonly kind: string;
  readonly value?: NumberInput | boolean | null | undefined;
  /** Where the kind's summary is a weighted mean. */
  readonly weight?: NumberInput | undefined;
  /** Who rated, so that nobody rates twice; it is in no result. */
  readonly rater?: string | undefined;
}

/** One goal of goal-attainment scaling: the level reached, and how much the goal counts. */
export interface Goal {
  readonly level: NumberInput;
  readonly weight?: NumberInput | undefined;
}

/**
 * The evidence for one indicator. Most measures read a number, a choice its option's id, a yes-no `true` or `false`; an attainment reads
 * `{ actual, target }` or what was reached alone, growth `{ actual, base }`, events a count by event, goals a list. Raters give a list of ratings.
 */
export type IndicatorEvidence =
  | NumberEvidence
  | boolean
  | null
  | { readonly actual: NumberEvidence; readonly target?: NumberEvidence | undefined }
  | { readonly actual: NumberEvidence; readonly base: NumberEvidence }
  | { readonly [event: string]: NumberInput | undefined }
  | readonly Rating[]
  | readonly Goal[];

/** What evidence puts into the program, by the name of its column within the indicator. */
export type RawColumns = Readonly<Record<string, Rational | string>>;

/** What a measure may know beside the evidence. */
export interface MeasureContext {
  readonly attributes: Readonly<Record<string, string>>;
  readonly period: string | undefined;
  /** The part of the period in which the person was present. */
  readonly presence: Rational;
  /** What the cohort's context says of this indicator. */
  readonly cohort: CohortIndicator | undefined;
}

/** A column within the indicator, and the name by which a result shows it. */
export interface ShownColumn {
  readonly name: string;
  readonly column: string;
}

/** The names of an indicator's columns in the program. */
export type ColumnName = (column: string) => string;

/** What a column of the program makes of the list that the evidence has for it. */
export interface Summary {
  /** A reducer; or, of goals, the sum of their levels times their weights, of their weights, or of the squares of these. */
  readonly by: ReducerConfig | { readonly kind: "weighted-levels" | "weights" | "squared-weights" };
  /** What an item calls its number, where it has parts. */
  readonly item: "value" | "level";
  /** The least and the greatest that an item may be, where there is a limit. */
  readonly within?: readonly [Rational, Rational];
  /** Whether the evidence may be one number in place of a list. */
  readonly orNumber?: true;
  /** The exact summary of a list, where nothing is wrong with it. */
  exactly(list: unknown): Rational | undefined;
}

/** The summary of a list by a reducer, where there is one. */
export function summaryBy(config: ReducerConfig | undefined): { readonly summary?: Summary } {
  return config === undefined
    ? {}
    : { summary: { by: config, item: "value", exactly: reducedExactly(config) } };
}

/** An input column of the program that a number or a label of the evidence fills as it stands. */
export interface PlainColumn {
  readonly column: string;
  /** Its name in the evidence; absent where the evidence is the number or the label itself. */
  readonly part?: string;
  /** Numbers that count: above 0, or at least 0; absent where all do. */
  readonly sign?: "above-zero" | "not-negative";
  /** The labels that count, and by what the evidence means each; absent where it is a number. */
  readonly labels?: ReadonlyMap<string | boolean, string>;
  /** What counts where the evidence does not say it. */
  readonly otherwise?: TargetSource;
  /** What fills it in place of the evidence: what the cohort's context says, or how many of the cohort have less than the evidence, more, or just that. */
  readonly cohort?: "below" | "above" | "equal" | "count" | "lowest" | "highest" | "mean" | "deviation";
  /** Whether only numbers count that are from the lowest to the highest of the cohort. */
  readonly inCohort?: true;
  /** How several values become the number, where the evidence is a list. */
  readonly summary?: Summary;
}

/** A measure that has been compiled: how it reads evidence, and the steps from there to the indicator's exact score. */
export interface Measure {
  /** The columns that the evidence fills, within the indicator. */
  readonly inputs: readonly { readonly column: string; readonly type: ColumnType }[];
  /** The raw values that a result shows: inputs exactly, what steps made with 6 decimals. */
  readonly shown: readonly ShownColumn[];
  /** The labels of what raw values name: options, events. */
  readonly rawLabels?: Readonly<Record<string, Label>>;
  /** The descriptions of options. */
  readonly rawDescriptions?: ReadonlyMap<string, Label>;
  /** Reads evidence, or notes what is wrong with it. */
  read(evidence: unknown, path: Path, report: Report, context: MeasureContext): RawColumns | undefined;
  /** The input columns as they stand in the evidence, or lists of it that are summarised, where that is all that `read` does beside checks. */
  readonly plain?: readonly PlainColumn[];
  /** The steps; the last one makes the column `exact`. */
  steps(column: ColumnName): readonly Step[];
  /** The least and the greatest score that it can give; absent where it has no end. */
  readonly lowest?: Rational;
  readonly highest?: Rational;
  /** The best score on the range that the config states. */
  readonly fullMarks: Rational;
  /** How single ratings become its score, where raters can use it. */
  readonly number?: NumberScale;
  /** Whether its target shrinks with the person's presence, so that none is left without any. */
  readonly proRated?: boolean;
  /** What decides between the rows of its targets, and the column of the row that was chosen. */
  readonly targetRow?: { readonly by: string; readonly column: string };
  /** What it needs to know of the cohort, where it compares people. */
  readonly compared?: Compared;
}

/** The raw number by which a measure compares people, and what the cohort's context has to say of it. */
export interface Compared {
  readonly needs: "values" | "range" | "population-spread" | "sample-spread";
  read(evidence: unknown, path: Path, report: Report): Rational | undefined;
}

/** How a measure that reads one number does it for raters. */
export interface NumberScale {
  /** Reads one number, or notes what is wrong with it. */
  read(evidence: unknown, path: Path, report: Report): Rational | undefined;
  /** The steps from the column of the number, or of a summary of many, to the column of its score. */
  steps(from: string, to: string): readonly Step[];
  /** The function in whose range numbers have to be, or the number of each label. */
  readonly takes: Piecewise | ReadonlyMap<string | boolean, Rational>;
}

/** The labels of options or events that have one, and their descriptions. */
export function labelsOf(
  named: readonly {
    readonly id: string;
    readonly label?: Label | undefined;
    readonly description?: Label | undefined;
  }[],
): Pick<Measure, "rawLabels" | "rawDescriptions"> {
  const texts = (field: "label" | "description") =>
    named.flatMap(({ id, [field]: text }) => (text === undefined ? [] : [[id, text] as const]));
  const [labels, descriptions] = [texts("label"), texts("description")];
  return {
    ...(labels.length === 0 ? {} : { rawLabels: Object.fromEntries(labels) }),
    ...(descriptions.length === 0 ? {} : { rawDescriptions: new Map(descriptions) }),
  };
}

/** A number column. */
export function numberColumn(column: string): { readonly column: string; readonly type: "number" } {
  return { column, type: "number" };
}

/** Columns that a result shows under their own names. */
export function shownAs(...columns: readonly string[]): readonly ShownColumn[] {
  return columns.map((column) => ({ name: column, column }));
}
