import type { Rational } from "../../kernel/rational.js";
import type { Quantities } from "./plan.js";

/** A part of a result: its quantities for one unit of the result, and its attributes. */
export interface ResultPart {
  readonly quantities: Quantities;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Of what a commission is looked at. */
export interface CommissionCurveOf {
  /** What one unit of the result is made of. */
  readonly parts: readonly ResultPart[];
  /** Above zero; 1 where the plan needs none. */
  readonly quota: Rational;
  /** How large one deal is, where the brackets count more than one; without it deals are small. */
  readonly deal?: Quantities;
}

/** From where to where, none of them below zero, and the unit of the result's grid. */
export interface CommissionCurveRange {
  readonly from: Rational;
  readonly to: Rational;
  readonly grid: Rational;
}

/** A part of a result with the table that pays it, and how much of its quantities is credited along the range. */
export interface PlacedPart {
  readonly quantities: Quantities;
  readonly table: number;
}
