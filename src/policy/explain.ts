import type { Decision } from "../adjustment/adjuster.js";
import { explainDecision } from "../adjustment/explain.js";
import { explainMonitoring } from "../adjustment/monitoring/explain.js";
import type { Monitoring } from "../adjustment/monitoring/monitor.js";
import type { PlaceAllocation } from "../adjustment/places/allocate.js";
import { explainPlaces } from "../adjustment/places/explain.js";
import type { Placement } from "../classification/classifier.js";
import { explainPlacement } from "../classification/explain.js";
import type { Benefits } from "../incentives/benefits/benefits.js";
import { explainBenefits } from "../incentives/benefits/explain.js";
import type { BonusPool } from "../incentives/bonus/bonus-pool.js";
import { explainBonusPool } from "../incentives/bonus/explain-pool.js";
import type { EquityGrant } from "../incentives/equity/equity-grant.js";
import { explainEquityGrant, explainVesting } from "../incentives/equity/explain.js";
import type { Vesting } from "../incentives/equity/vesting.js";
import { explainStatement } from "../incentives/explain.js";
import { explainHonours, explainRewardPoints } from "../incentives/honours/explain.js";
import type { RewardPoints } from "../incentives/honours/points.js";
import type { Honours } from "../incentives/honours/result.js";
import { explainMeritIncrease, explainSalaryPosition } from "../incentives/merit/explain.js";
import type { MeritIncrease } from "../incentives/merit/merit-increase.js";
import type { SalaryPosition } from "../incentives/merit/salary-position.js";
import type { StatementComparison } from "../incentives/statement/compare.js";
import { explainComparison } from "../incentives/statement/explain-comparison.js";
import type { Statement } from "../incentives/statement/statement.js";
import { explainTeamPool } from "../incentives/team-pool/explain.js";
import type { TeamPool } from "../incentives/team-pool/team-pool.js";
import { explainTrainingPlan } from "../incentives/training/explain.js";
import type { TrainingPlan } from "../incentives/training/plan.js";
import { labelText } from "../kernel/label.js";
import type { Stored } from "../kernel/stored.js";
import { explainScore } from "../scoring/explain.js";
import type { InsufficientEvidence, Score } from "../scoring/score.js";
import type { CarryOver, CarryOverChange } from "./carry-over.js";
import type { GroupReview } from "./group/review-group.js";
import { en, type Locale } from "./locale.js";
import { explainPath } from "./path/explain.js";
import type { PathTo } from "./path/path-to.js";
import type { Review } from "./review.js";
import type { ChosenVariant } from "./scores.js";
import type { DecisionInShort, WhatIf } from "./what-if.js";

/** What can be explained. */
export type Explainable =
  | Score
  | InsufficientEvidence
  | Placement
  | Decision
  | EquityGrant
  | Vesting
  | Statement
  | StatementComparison
  | Review
  | CarryOver
  | PathTo
  | Monitoring
  | PlaceAllocation
  | Benefits
  | Honours
  | RewardPoints
  | TeamPool
  | TrainingPlan
  | SalaryPosition
  | MeritIncrease
  | BonusPool
  | GroupReview
  | WhatIf;

/**
 * Says a result in sentences, from the data of the result alone: how a score came about, where a person is in the matrix, what was decided and
 * why, what is paid, or all of it for a review. Every number in them is in the result, which may have been stored as JSON in between.
 *
 * @example
 * ```ts
 * import { compilePolicy, explain } from "tierwise";
 * import { zhTW } from "tierwise/locales";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const policy = compilePolicy(keyAccountManagers);
 * const placement = policy.classify({ scores: { capability: 82, performance: 90 }, indicators: { satisfaction: 88 } });
 * explain(placement).at(-1); // => "The cell proposes one tier up."
 * explain(placement, { locale: zhTW }).at(-1); // => "該格建議上調一級。"
 * ```
 */
export function explain(
  stored: Explainable | Stored<Explainable>,
  { locale = en }: { readonly locale?: Locale } = {},
): readonly string[] {
  // Numbers are only printed, and a Decimal prints as its text.
  const result = stored as Explainable;
  switch (result.kind) {
    case "score":
    case "insufficient-evidence":
      return explainScore(result, { locale });
    case "placement":
      return explainPlacement(result, { locale });
    case "decision":
      return explainDecision(result, { locale });
    case "equity-grant":
      return explainEquityGrant(result, { locale });
    case "vesting":
      return explainVesting(result, { locale });
    case "statement":
      return explainStatement(result, { locale });
    case "statement-comparison":
      return explainComparison(result, { locale });
    case "review":
      return explainReview(result, locale);
    case "monitoring":
      return explainMonitoring(result, { locale });
    case "benefits":
      return explainBenefits(result, { locale });
    case "honours":
      return explainHonours(result, { locale });
    case "reward-points":
      return explainRewardPoints(result, { locale });
    case "training-plan":
      return explainTrainingPlan(result, { locale });
    case "team-pool":
      return explainTeamPool(result, { locale });
    case "bonus-pool":
      return explainBonusPool(result, { locale });
    case "salary-position":
      return explainSalaryPosition(result, { locale });
    case "merit-increase":
      return explainMeritIncrease(result, { locale });
    case "places":
      return explainPlaces(result, { locale });
    case "group-review":
      return explainGroupReview(result, locale);
    case "path":
      return explainPath(result, { locale });
    case "carry-over":
      return explainCarryOver(result, locale);
    case "what-if":
      return explainWhatIf(result, locale);
  }
}

function explainVariant(axis: string, { id, label, because }: ChosenVariant, locale: Locale): string {
  return locale.policy.chosenVariant({ axis, variant: labelText(label, locale.languageTag, id), because });
}

function explainReview(
  { policy, person, period, scores, variants, placement, promotionScore, decision, statement }: Review,
  locale: Locale,
): readonly string[] {
  const tag = locale.languageTag;
  const heading = locale.policy.review({
    person: labelText(person.label, tag, person.id),
    period,
    policy: labelText(policy.label, tag, policy.id),
    effectiveFrom: policy.effectiveFrom,
  });
  const scoreSentences = placement.axes.flatMap(({ axis, label }) => {
    const score = scores[axis];
    const name = labelText(label, tag, axis);
    const variant = variants[axis];
    return [
      ...(variant === undefined ? [] : [explainVariant(name, variant, locale)]),
      ...(score === undefined ? [] : explainScore(score, { locale, axis: name })),
    ];
  });
  return [
    heading,
    ...scoreSentences,
    ...explainPlacement(placement, { locale }),
    ...(promotionScore === undefined
      ? []
      : explainScore(promotionScore, { locale, axis: locale.policy.promotionScore() })),
    ...explainDecision(decision, { locale }),
    ...(statement === undefined ? [] : explainStatement(statement, { locale })),
  ];
}

/** What is of all people: how many were reviewed, the rows that were not, and the places. Each review explains itself. */
function explainGroupReview(
  { period, counts, rejected, places }: GroupReview,
  locale: Locale,
): readonly string[] {
  const words = locale.policy;
  return [
    words.groupReview({ period, people: String(counts.reviewed), rejected: String(counts.rejected) }),
    ...rejected.map(({ index, issues }) =>
      words.rejectedRow({ row: String(index), issues: issues.map(({ message }) => message).join("; ") }),
    ),
    ...explainPlaces({ tiers: places }, { locale }),
  ];
}

function explainCarryOver({ policy, changes, standing }: CarryOver, locale: Locale): readonly string[] {
  const words = locale.change;
  const name = labelText(policy.label, locale.languageTag, policy.id);
  return [
    words.carriedOver({ policy: name, effectiveFrom: policy.effectiveFrom }),
    ...(changes.length === 0 ? [words.nothingChanges()] : []),
    ...changes.map((change) => explainCarryOverChange(change, standing.tier, locale)),
  ];
}

function explainCarryOverChange(change: CarryOverChange, tier: string, locale: Locale): string {
  const words = locale.change;
  switch (change.code) {
    case "tier-mapped":
      return words.tierMapped({
        from: change.from,
        to: labelText(change.toLabel, locale.languageTag, tier),
      });
    case "reviews-dropped":
      return words.reviewsDropped({ ...change, periods: change.periods.join(words.separator) });
    case "points-reset":
      return words.pointsReset();
    case "grandfathered":
      return words.grandfathered(change);
  }
}

function explainWhatIf({ reviews, counts }: WhatIf, locale: Locale): readonly string[] {
  const words = locale.change;
  const tier = ({ to, toLabel }: DecisionInShort) => labelText(toLabel, locale.languageTag, to);
  const { same, other, refused } = counts;
  return [
    words.whatIf({ same: String(same), other: String(other), refused: String(refused) }),
    ...reviews
      .filter(({ differs }) => differs)
      .map(({ person, period, before, after }) =>
        after === undefined
          ? words.whatIfRefused({ person, period, before: tier(before) })
          : words.whatIfOther({ person, period, before: tier(before), after: tier(after) }),
      ),
  ];
}
