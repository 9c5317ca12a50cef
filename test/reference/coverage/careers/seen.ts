import type { AdjustmentRules, Decision, Matrix, Placement, StandingInput } from "../../../../src/index.js";
import type { GivenReview } from "../../generate/careers/reviews.js";
import type { Count } from "../coverage.js";

/** One review: what went in, and what came out. */
export interface Seen {
  readonly matrix: Matrix;
  readonly rules: AdjustmentRules;
  readonly given: GivenReview;
  readonly standing: StandingInput;
  /** The bands of the review before, which margins may keep. */
  readonly bands: Readonly<Record<string, string>>;
  readonly placement: Placement | undefined;
  readonly decision: Decision;
  readonly count: Count;
}

/** The ladder in which a tier stands. */
export function ladderOf({ tracks, tiers }: AdjustmentRules, tier: string): readonly string[] {
  return tracks?.find((track) => track.tiers.includes(tier))?.tiers ?? tiers.map(({ id }) => id);
}
