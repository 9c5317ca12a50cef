import type { Decimal } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import type { TraceLine } from "../program/program.js";
import type { MeasureConfig } from "./items.js";
import type { Filled } from "./missing.js";
import type { RatingsOfKind } from "./source.js";

/** What raw values are called, but for events, which go by their ids. */
export type RawName =
  | "value"
  | "actual"
  | "target"
  | "presence"
  | "pro-rated-target"
  | "attainment"
  | "base"
  | "growth"
  | "weighted-levels"
  | "weights"
  | "squared-weights"
  | "rank"
  | "count"
  | "percent"
  | "stanine"
  | "lowest"
  | "highest"
  | "mean"
  | "deviation"
  | "z";

/** The raw values of an indicator by name: numbers, or the id of an option, or `"yes"` and `"no"`. */
export interface RawValues {
  readonly [name: string]: Decimal | string;
}

/** What one kind of rater adds to an indicator. */
export interface RaterScore extends RatingsOfKind {
  readonly label?: Label;
  /** The weight with which the kind counted, as a part of 1. */
  readonly weight: Decimal;
  /** The score of the kind's ratings; absent where they do not count. */
  readonly score?: Decimal;
}

/** What counted in place of missing evidence. */
export interface MissingEvidence {
  readonly rule: Filled["rule"];
  /** The period of an earlier score. */
  readonly period?: string;
}

/** A limit that held a score down, and the indicator or group whose score was below its floor. */
export interface AppliedLimit {
  readonly id: string;
  readonly label?: Label;
  readonly score: Decimal;
  /** The floor: a score below it limits the whole. */
  readonly below: Decimal;
  /** The most that the whole can be then. */
  readonly most: Decimal;
}

/** The row of a table of targets that was the person's: the attribute that decides (or `"period"`), and what the person has. */
export interface TargetRow {
  readonly by: string;
  readonly is: string;
}

/** What an indicator found, wherever it stands. */
export interface IndicatorResult {
  readonly id: string;
  readonly label?: Label;
  readonly measure: MeasureConfig["kind"];
  /** The raw numbers, such as `value`, or `actual`, `target` and `attainment`. */
  readonly raw: RawValues;
  /** The labels of the options or events that `raw` names. */
  readonly rawLabels?: Readonly<Record<string, Label>>;
  /** What describes the option that was chosen. */
  readonly rawDescription?: Label;
  /** Where the target comes from, if it is from a table. */
  readonly targetRow?: TargetRow;
  /** The indicator's score, rounded to the schema's `decimals`; absent where others share its weight. */
  readonly score?: Decimal;
  /** The weight with which it counted, as a part of 1, shown with 6 decimals; the weights shown sum to 1. */
  readonly weight: Decimal;
  readonly missing?: MissingEvidence;
  readonly raters?: readonly RaterScore[];
  /** What a composite is made of; the weights are parts of the composite. */
  readonly parts?: readonly IndicatorResult[];
  /** The limit that held a composite's score down. */
  readonly limitedBy?: AppliedLimit;
}

/** What one indicator adds to the score. */
export interface IndicatorScore extends IndicatorResult {
  /** The group that it stands in. */
  readonly group?: string;
  /** Weight times score, shown with 6 decimals. */
  readonly points: Decimal;
  /** Weight times the distance to the indicator's best score: what there is to win. */
  readonly toFullMarks: Decimal;
}

/** What a group adds to the score: the sums of its indicators' weights and points. */
export interface GroupScore {
  readonly id: string;
  readonly label?: Label;
  /** The group that it stands in itself. */
  readonly group?: string;
  readonly weight: Decimal;
  /** The weighted mean of its entries, shown with 6 decimals; absent where nothing in it has a score. */
  readonly score?: Decimal;
  readonly points: Decimal;
}

/** Extra points and where they come from. */
export interface ExtraScore {
  readonly id: string;
  readonly label?: Label;
  readonly measure: MeasureConfig["kind"];
  readonly raw: RawValues;
  readonly rawLabels?: Readonly<Record<string, Label>>;
  /** What describes the option that was chosen. */
  readonly rawDescription?: Label;
  readonly targetRow?: TargetRow;
  readonly points: Decimal;
}

/**
 * The score of one dimension and how it came about. `value` is the sum of all `points`, those of the indicators and of the extras, and of the three
 * differences.
 */
export interface Score {
  readonly kind: "score";
  readonly value: Decimal;
  /** The part of the weight for which there was evidence, shown with 6 decimals. */
  readonly coverage: Decimal;
  readonly indicators: readonly IndicatorScore[];
  readonly groups: readonly GroupScore[];
  readonly extras: readonly ExtraScore[];
  /** What an aggregation other than the weighted mean takes from it; absent where it takes nothing. */
  readonly aggregationDifference?: Decimal;
  /** The limit on the aggregated score that took it; of several the lowest, of equal ones the first in the schema. */
  readonly limitedBy?: AppliedLimit;
  /** What the limits on extra points and on the whole change; absent where they change nothing. */
  readonly limitDifference?: Decimal;
  /** What the last rounding adds. */
  readonly roundingDifference: Decimal;
  readonly trace: readonly TraceLine[];
}

/** There is too little evidence for a score. */
export interface InsufficientEvidence {
  readonly kind: "insufficient-evidence";
  readonly value?: undefined;
  /** Whether the person was present too little, or too little of the weight has evidence. */
  readonly because: "presence" | "coverage";
  readonly coverage: Decimal;
  readonly minimumCoverage: Decimal;
  readonly presence: Decimal;
  readonly minimumPresence: Decimal;
  /** The indicators without evidence. */
  readonly missing: readonly { readonly id: string; readonly label?: Label }[];
}
