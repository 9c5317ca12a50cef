import { periodEnd } from "../kernel/calendar.js";
import { lossless } from "../kernel/decimal.js";
import { readNumber } from "../kernel/number.js";
import type { ReviewedPeriod } from "./conditions/reviewed.js";
import type { CheckedInput } from "./input.js";
import type { PastReview } from "./standing.js";

/** The reviews in the present tier that a standing holds, exact: those of periods that end on the day since when the person has it, or later. */
export function readHistory({
  history,
  since,
}: Pick<CheckedInput["standing"], "history" | "since">): readonly ReviewedPeriod[] {
  const inTier = history.filter(({ period }) => periodEnd(period) >= since);
  return inTier.map(({ period, scores, proposal, at, skipped }) => ({
    period,
    scores: readScores(scores),
    proposal,
    ...(at === undefined ? {} : { at }),
    ...(skipped === undefined ? {} : { skipped }),
  }));
}

/** The scores of one review, exact. */
export function readScores(scores: Readonly<Record<string, Parameters<typeof readNumber>[0]>>) {
  return new Map(Object.entries(scores).map(([axis, score]) => [axis, readNumber(score)]));
}

/** One review as the standing keeps it; its bands only where some condition looks back at them. */
export function writeReview(
  { period, scores, proposal, at, skipped }: ReviewedPeriod,
  withBands: boolean,
): PastReview {
  return {
    period,
    scores: Object.fromEntries([...scores].map(([axis, score]) => [axis, lossless(score)])),
    proposal,
    ...(at === undefined || !withBands ? {} : { at }),
    ...(skipped === undefined ? {} : { skipped }),
  };
}

/** The last reviews that still matter: so many that count, and those skipped between them. */
export function lastReviews(reviews: readonly ReviewedPeriod[], count: number): readonly ReviewedPeriod[] {
  let left = count;
  let first = reviews.length;
  while (first > 0 && left > 0) {
    first -= 1;
    if (reviews[first]?.skipped !== true) left -= 1;
  }
  return reviews.slice(first);
}
