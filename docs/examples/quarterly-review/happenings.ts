import type { CarryOver, Review } from "tierwise";
import type { Career } from "./careers.js";

/** What a review may have brought about, the rare with the common. */
export const KINDS = [
  "promoted",
  "demoted",
  "crossed",
  "no-place",
  "plan-passed",
  "plan-failed",
  "violation",
  "policy-change",
] as const;

export type Kind = (typeof KINDS)[number];

/** One thing that happened at a review; where the policy changed, with how the standing came over. */
export interface Happening {
  readonly kind: Kind;
  readonly review: Review;
  readonly carriedOver?: CarryOver;
}

/** All that happened, in the order of people and periods. */
export function happeningsIn(careers: readonly Career[]): readonly Happening[] {
  return careers.flatMap(({ reviews, carriedOver }) =>
    reviews.flatMap((review): readonly Happening[] => {
      const came = carriedOver.get(review.period);
      return [
        ...kindsOf(review).map((kind) => ({ kind, review })),
        ...(came === undefined || came.changes.length === 0
          ? []
          : [{ kind: "policy-change" as const, review, carriedOver: came }]),
      ];
    }),
  );
}

function kindsOf({ decision }: Review): readonly Kind[] {
  const { outcome, holds, plans, sanctions } = decision;
  const ended = (status: "passed" | "failed") => plans.some((plan) => plan.status === status);
  return [
    ...(outcome === "retained" ? [] : [outcome]),
    ...(holds.some(({ code }) => code === "no-place") ? (["no-place"] as const) : []),
    ...(ended("passed") ? (["plan-passed"] as const) : []),
    ...(ended("failed") ? (["plan-failed"] as const) : []),
    ...(sanctions.some((one) => one.kind !== "block-promotion") ? (["violation"] as const) : []),
  ];
}
