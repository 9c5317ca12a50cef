import type { Facts } from "../../classification/facts.js";
import type { Move } from "../../classification/matrix.js";
import type { Decimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";
import type { Rational } from "../../kernel/rational.js";
import type { ReviewedPeriod } from "./reviewed.js";
import type { Condition, Exemption } from "./schema.js";

/** All that conditions look at. */
export interface Situation {
  /** The reviews in the present tier, the oldest first and the present one last. */
  readonly reviews: readonly ReviewedPeriod[];
  /** Whether a protection skips the review of a period. */
  isProtected(period: string): boolean;
  /** The tier that the person has. */
  readonly tier: string;
  readonly facts: Facts;
  /** The points collected, those of this review included. */
  readonly points: Rational;
  readonly promotionScore?: Rational;
  /** Whether the person's place in the present tier went to others. */
  readonly placeLost: boolean;
  axisLabel(axis: string): Label | undefined;
  bandLabel(axis: string, band: string): Label | undefined;
}

/** What a condition is for: a move up, a move down, or a requirement or target that goes with neither. */
export type Purpose = Exclude<Move, "stay"> | "requirement";

/** What a condition looked at in one review. */
export interface ConditionEvidence {
  readonly period: string;
  /** The score, the mean, or the rise or fall, that was compared; absent where bands or the cell are looked at. */
  readonly value?: Decimal;
}

/** Whether a condition is met, and by what. */
export interface ConditionResult {
  readonly id: string;
  readonly label?: Label;
  readonly purpose: Purpose;
  readonly kind: Condition["kind"];
  readonly axis?: string;
  readonly axisLabel?: Label;
  /** The fact or certificate that is looked at. */
  readonly name?: string;
  /** The bands that are looked at. */
  readonly at?: Readonly<Record<string, string>>;
  /** By axis: the labels of these axes and bands, where they have some. */
  readonly atLabels?: Readonly<Record<string, { readonly axis?: Label; readonly band?: Label }>>;
  /** What the score, the rise or fall, or the number is compared with: at least, for `below` less than. */
  readonly threshold?: Decimal;
  /** The most that a fact may be. */
  readonly atMost?: Decimal;
  /** The mean of how many reviews is compared. */
  readonly over?: number;
  /** How many reviews back a rise or fall is measured against. */
  readonly against?: number;
  /** How many reviews are needed, of the last `outOf`: in a row, where the two are the same. */
  readonly periods: number;
  readonly outOf: number;
  /** How many reviews meet the condition: in a row up to this one, or of the last `outOf`; counted up to `periods`. */
  readonly count: number;
  readonly met: boolean;
  /** Whether this review alone meets it. */
  readonly now: boolean;
  /** The value of this review. */
  readonly value?: Decimal;
  /** How far the value of this review is from the threshold, on either side; of a fact with two limits, from the nearer one. */
  readonly distance?: Decimal;
  /** The reviews that meet the condition, the oldest first. */
  readonly evidence: readonly ConditionEvidence[];
  /** The conditions of which all, or any, are needed. */
  readonly of?: readonly ConditionResult[];
  readonly exempt?: readonly Exemption[];
}
