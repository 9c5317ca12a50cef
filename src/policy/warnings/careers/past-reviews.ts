import type { CheckedInput } from "../../../adjustment/input.js";
import { proposalOf } from "../../../adjustment/move.js";
import type { CheckedRules } from "../../../adjustment/rules.js";
import type { Placement } from "../../../classification/classifier.js";
import { shiftPeriod } from "../../../kernel/calendar.js";
import type { PolicyStandingInput } from "../../standing.js";
import type { Person, Reviewer } from "./reviewer.js";

type PastReview = NonNullable<PolicyStandingInput["history"]>[number];

/** One review as the standing keeps it, and the place it put the person in; absent where there is none. */
export function reviewIn(
  period: string,
  standing: PolicyStandingInput,
  person: Person,
  rules: CheckedRules,
  reviewer: Reviewer,
): { readonly placement: Placement; readonly review: PastReview } | undefined {
  const placement = reviewer.place(period, standing, person);
  if (placement === undefined) return undefined;
  const proposal = proposalOf({ placement, standing } as unknown as CheckedInput, rules);
  return { placement, review: { period, scores: person.scores, proposal, at: placement.cell.at } };
}

/** The standing after reviews of somebody whom none of them moved, the last of them in the period before; absent where they have no place. */
export function standingAfter(
  past: readonly Person[],
  before: PolicyStandingInput,
  period: string,
  rules: CheckedRules,
  reviewer: Reviewer,
): PolicyStandingInput | undefined {
  let standing = before;
  for (const [index, person] of past.entries()) {
    const reviewed = shiftPeriod(period, index - past.length);
    const found = reviewIn(reviewed, standing, person, rules, reviewer);
    if (found === undefined) return undefined;
    const history = [...(standing.history ?? []), found.review];
    standing = { ...standing, reviewed, history, ...reviewer.keptBands(found.placement) };
  }
  return standing;
}
