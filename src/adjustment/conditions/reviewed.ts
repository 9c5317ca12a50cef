import type { Move } from "../../classification/matrix.js";
import { periodsBetween } from "../../kernel/calendar.js";
import type { Rational } from "../../kernel/rational.js";

/** One review, as conditions look at it. */
export interface ReviewedPeriod {
  readonly period: string;
  readonly scores: ReadonlyMap<string, Rational>;
  readonly proposal: Move;
  /** The band on each axis, where it is known. */
  readonly at?: Readonly<Record<string, string>>;
  /** A protected period, whose review does not count; rows pass over it. */
  readonly skipped?: true;
}

/**
 * The reviews that directly follow each other up to the last one, the latest first. A period without a review ends the row, unless it
 * was protected; that, and a skipped review, is passed over.
 */
export function rowOf(
  reviews: readonly ReviewedPeriod[],
  isProtected: (period: string) => boolean,
): readonly ReviewedPeriod[] {
  const row: ReviewedPeriod[] = [];
  for (let index = reviews.length - 1; index >= 0; index -= 1) {
    const review = reviews[index] as ReviewedPeriod;
    const later = reviews[index + 1];
    if (later !== undefined && !periodsBetween(review.period, later.period).every(isProtected)) break;
    if (review.skipped !== true) row.push(review);
  }
  return row;
}
