import type { ConditionResult } from "../../adjustment/conditions/result.js";
import type { Hold } from "../../adjustment/holds.js";
import type { GateResult } from "../../classification/classifier.js";
import { type Decimal, exactDecimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";
import { type Rational, subtract } from "../../kernel/rational.js";
import type { WithPlaces } from "./places-needed.js";

/** What one score would have to be, all others as they are. */
export interface PathStep extends WithPlaces {
  readonly id: string;
  readonly label?: Label;
  readonly score: Decimal;
  /** The least score on the grid that comes to the tier; absent where none does. */
  readonly needed?: Decimal;
  /** How much more that is. */
  readonly rise?: Decimal;
  /** The grid: how many decimals the score has. */
  readonly decimals: number;
}

/** The score of one indicator, and the axis that it is on. */
export interface IndicatorStep extends PathStep {
  readonly axis: string;
}

/** What a person would need for a tier at this review; `placesNeeded` of it is what the scores as they are take, where they are enough. */
export interface PathTo extends WithPlaces {
  readonly kind: "path";
  readonly from: string;
  readonly to: string;
  readonly toLabel?: Label;
  /** The tier that the review comes to as it is. */
  readonly now: string;
  readonly reached: boolean;
  /** That the scores are enough as they are, but a place was refused. */
  readonly onlyPlaceMissing?: true;
  /** By axis: the least rise that is enough by itself. */
  readonly axes: readonly PathStep[];
  /** By indicator: the least rise that is enough by itself. */
  readonly indicators: readonly IndicatorStep[];
  /** The gates that fail now. */
  readonly gates: readonly GateResult[];
  /** What the best scores on all axes would come to, and what would still hold the move back. */
  readonly best: WithPlaces & {
    readonly to: string;
    readonly toLabel?: Label;
    readonly holds: readonly Hold[];
    /** The conditions and requirements of promotion that even they do not meet, as one of several reviews in a row. */
    readonly unmet?: readonly ConditionResult[];
  };
}

/** A step as it is written. */
export function stepOf(
  { id: name, label }: { readonly id: string; readonly label?: Label | undefined },
  score: Rational,
  needed: Rational | undefined,
  decimals: number,
): PathStep {
  return {
    id: name,
    ...(label === undefined ? {} : { label }),
    score: exactDecimal(score),
    ...(needed === undefined
      ? {}
      : { needed: exactDecimal(needed), rise: exactDecimal(subtract(needed, score)) }),
    decimals,
  };
}
