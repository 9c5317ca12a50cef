import { adjuster } from "../adjustment/adjuster.js";
import { classifier } from "../classification/classifier.js";
import {
  type Calculator,
  type CalculatorFactory,
  defineFactory,
  type Factory,
} from "../kernel/calculator.js";
import { checkPolicyParts } from "./check.js";
import { compileEquity } from "./grants.js";
import type { GroupReviewInput } from "./group/input.js";
import { compileGroupReview, type GroupReview } from "./group/review-group.js";
import type { ReviewedPeriods } from "./in-force.js";
import { type PolicyParts, partsOf } from "./parts.js";
import { compilePay } from "./pay.js";
import { type CheckedPolicy, type Policy, policySchema } from "./policy.js";
import { compilePromotion } from "./promotion.js";
import { compileReview, type PolicyFunctions, type Review } from "./review.js";
import type { ReviewInput } from "./review-input.js";
import { compileChoices, compileScores } from "./scores.js";

/** A compiled policy. Each of its functions is a part used alone; `review` is all of them in turn. */
export interface CompiledPolicy extends PolicyFunctions {
  readonly id: string;
  /** All of them in turn for one person and period. */
  readonly review: Calculator<ReviewInput, Review>;
  /** All people of a period: compared with each other, reviewed each alone, and given the limited places. */
  readonly reviewGroup: Calculator<GroupReviewInput, GroupReview>;
  /** The config of each part, with what they share filled in. */
  readonly parts: PolicyParts;
}

/**
 * Compiles a policy, one JSON document, to the functions that grade, place, move and pay people (M1 to M10).
 *
 * `review` runs all of them in turn for one person and period. It pays the tier that the person had in the period, and commission
 * on the raw amount of its indicator (what was reached; of several values the measure's summary) unless `amounts` says otherwise. Rounding, units and errors are those of the parts: `scorer`,
 * `classifier`, `adjuster`, `basePay`, `performanceBonus`, `commission`, `yearEndBonus`, `benefits`, `deductions`, `statement`.
 *
 * A year-end bonus is paid with the review that closes the time that it is for. Deductions are made from all other lines, those of `pay.lines` among them; they price violations of the period by their severity and what the decision lets
 * follow them by its id (event `<id of the consequence>.<id of the newest violation>`), once each. Where the input names prices under `equity`, the review has what each rule of equity proposes to grant on the day after the period. Conditions of eligibility look at attributes, facts, scores of axes (as facts), bands and honours of the review.
 *
 * Errors of the config: those of the parts with their paths in the document, and what parts say of each other: an unknown format (`unknown-format`), an
 * indicator on two axes, a gate, condition or incentive that names what is not there, a tier without pay (`row-missing`), a score that no band holds (`bands-hole`).
 *
 * Errors of a review beside those of the parts: a period of which the policy holds on no day (`policy-not-in-force`; a period of which it holds on some days is reviewed
 * by it as a whole), a standing of another policy or of a later version (`standing-of-other-policy`), one that has to be carried over first (`standing-not-carried-over`).
 *
 * @example
 * ```ts
 * import { compilePolicy } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const policy = compilePolicy(keyAccountManagers);
 * const review = policy.review({
 *   person: { id: "k17", experienceYears: 4 },
 *   period: "2026-Q3",
 *   standing: { tier: "intermediate", since: "2025-01-01" },
 *   evidence: {
 *     communication: 4.5, relationships: 4, "market-development": 4, "business-knowledge": 4, adaptability: 4, teamwork: 5,
 *     sales: { actual: 1_080_000, target: 1_000_000 }, customers: { actual: 42, target: 40 }, satisfaction: 88,
 *     growth: { actual: 9, target: 10 }, delivery: 91,
 *   },
 * });
 * review.scores.capability?.value; // => "80.63"
 * review.scores.performance?.value; // => "98.15"
 * review.placement.cell.move; // => "up"
 * review.decision.outcome; // => "retained"
 * ```
 */
export const compilePolicy: Factory<Policy, CompiledPolicy> = /* @__PURE__ */ defineFactory({
  title: "compilePolicy",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => compile(policy),
});

/**
 * A policy's `review` alone, in the shape that all calculators share: `reviewer(policy)(input)` is `compilePolicy(policy).review(input)`.
 *
 * Shapes, rounding and errors are those of `compilePolicy`. It is a reducer over `standing`.
 *
 * @example
 * ```ts
 * import { reviewer } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const review = reviewer(keyAccountManagers);
 * const outcome = review.safe({ person: { id: "k17" }, period: "2026-07", evidence: {}, standing: { tier: "junior", since: "2025-01-01" } });
 * outcome.ok; // => false
 * ```
 */
export const reviewer: CalculatorFactory<Policy, ReviewInput, Review> = /* @__PURE__ */ defineFactory({
  title: "reviewer",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => compile(policy).review,
});

/** The same for any period, also one of which the policy holds on no day: what it would have said, for `whatIf` and `replay`. */
export const triedReviewer: CalculatorFactory<Policy, ReviewInput, Review> = /* @__PURE__ */ defineFactory({
  title: "reviewer",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => compile(policy, "any").review,
});

/**
 * A policy's `reviewGroup` alone: `groupReviewer(policy)(input)` is `compilePolicy(policy).reviewGroup(input)` (M8, M9, M17).
 *
 * In turn: the people of one value of `comparedWithin` give the contexts that measures and relative bands ask for; each person is reviewed alone with
 * them; then limited places are given, from the highest tier down, to the best of those who would come to a tier within one value of `places.within`,
 * and who gets none is reviewed again without it. A move that asks for no place (an appointment, a crossing, a sanction, a condition that is exempt) takes or
 * keeps one without competing. What comes of a person is `review(input)` of the input in the result, so that it can be explained, stored and replayed without the others.
 *
 * Then the policy's pools, bonuses of a pool, sales incentives and honours are paid, of the figures, deals and events of the input. Each person's lines go into the own input under `pay.lines`, and the person is reviewed with them, so that deductions are made from them too. `pay` of the result has what they came to, and `training` who takes which courses, where the policy plans training.
 *
 * A row that cannot be reviewed is among `rejected`, with its number and its problems, and the others are reviewed as if it were not there: it counts in no cut-off, no
 * share, no rank. A person who is there twice is rejected in each row. The result does not depend on the order of the rows.
 *
 * Rounding and errors are those of the parts: `cohortContext`, `bandContext`, `reviewer`, `allocatePlaces`, `teamPool`, `bonusPool`, `spiff`, `honours`. What is given for a pool, an incentive or honours that the policy does not have is an error (`unknown-property`), as is a pool without the team that the policy asks for
 * (`missing`), a team or a time twice (`duplicate-id`), and a time of honours that does not end within the period (`wrong-cycle`). A period of another length than the cycle (`wrong-cycle`), or of
 * which the policy holds on no day (`policy-not-in-force`), is an error of the whole.
 *
 * @example
 * ```ts
 * import { groupReviewer } from "tierwise";
 *
 * const review = groupReviewer({
 *   format: 1, id: "shop", effectiveFrom: "2026-01-01",
 *   axes: [{ id: "results", bands: [{ id: "all" }], indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }] }],
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   matrix: { cells: [{ at: { results: "all" } }] },
 *   adjustment: { cycle: "year", promote: { when: [{ kind: "at-least", axis: "results", score: 80 }] } },
 *   places: { quotas: [{ tier: "senior", most: { count: 1 } }], keys: [{ key: "results", order: "descending" }] },
 * });
 * const standing = { tier: "junior", since: "2025-01-01" };
 * const { people, places } = review({
 *   period: "2026",
 *   people: [
 *     { person: { id: "ann" }, standing, evidence: { sales: 84 } },
 *     { person: { id: "ben" }, standing, evidence: { sales: 91 } },
 *   ],
 * });
 * people.map((one) => one.review.decision.to); // => ["junior", "senior"]
 * places[0]?.waiting; // => [{ id: "ann", rank: 2, incumbent: false, waiting: 1 }]
 * ```
 */
export const groupReviewer: CalculatorFactory<Policy, GroupReviewInput, GroupReview> =
  /* @__PURE__ */ defineFactory({
    title: "groupReviewer",
    config: policySchema,
    check: checkPolicyParts,
    compile: (policy) => compile(policy).reviewGroup,
  });

/** The functions of a policy that is checked already. */
export function compile(policy: CheckedPolicy, periods: ReviewedPeriods = "in-force"): CompiledPolicy {
  const parts = partsOf(policy);
  const axes = compileChoices(policy, parts);
  const pay = compilePay(policy, parts);
  const functions: PolicyFunctions = {
    score: compileScores(axes),
    classify: classifier(parts.matrix),
    adjust: adjuster(parts.adjustment),
    ...(pay === undefined ? {} : { pay }),
  };
  const promotion = compilePromotion(parts);
  const review = compileReview(policy, axes, promotion, functions, compileEquity(parts.equity), periods);
  const reviewGroup = compileGroupReview(policy, parts, axes, promotion, { ...functions, review });
  return { id: policy.id, ...functions, review, reviewGroup, parts };
}
