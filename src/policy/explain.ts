import * as z from "zod/mini";
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
import { explainCrediting } from "../incentives/crediting/explain.js";
import type { Crediting } from "../incentives/crediting/result.js";
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
import { explainQuota } from "../incentives/quota/explain.js";
import type { Quota } from "../incentives/quota/quota.js";
import { explainSpiff } from "../incentives/spiff/explain.js";
import type { Spiff } from "../incentives/spiff/spiff.js";
import type { StatementComparison } from "../incentives/statement/compare.js";
import { explainComparison } from "../incentives/statement/explain-comparison.js";
import type { Statement } from "../incentives/statement/statement.js";
import { explainTeamPool } from "../incentives/team-pool/explain.js";
import type { TeamPool } from "../incentives/team-pool/team-pool.js";
import { explainTrainingPlan } from "../incentives/training/explain.js";
import type { TrainingPlan } from "../incentives/training/plan.js";
import { TierwiseError } from "../kernel/errors.js";
import { inWords } from "../kernel/in-words.js";
import { judged } from "../kernel/schema.js";
import { didYouMean, show } from "../kernel/show.js";
import type { Stored } from "../kernel/stored.js";
import { explainScore } from "../scoring/explain.js";
import type { InsufficientEvidence, Score } from "../scoring/score.js";
import type { CarryOver } from "./carry-over.js";
import { sayCarryOver, sayWhatIf } from "./explain-change.js";
import { sayGroupReview, sayReview } from "./explain-review.js";
import type { GroupReview } from "./group/review-group.js";
import { en, type Locale } from "./locale.js";
import { explainPath } from "./path/explain.js";
import type { PathTo } from "./path/result.js";
import type { Review } from "./review.js";
import type { WhatIf } from "./what-if.js";

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
  | Crediting
  | Quota
  | Spiff
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
  options: { readonly locale?: Locale } = {},
): readonly string[] {
  refuseLine(stored);
  return sayAny(stored, options);
}

type Explainers = {
  readonly [Kind in Explainable["kind"]]: (
    // Numbers are only printed, and a Decimal prints as its text.
    result: Extract<Explainable, { readonly kind: Kind }>,
    options: { readonly locale: Locale },
  ) => readonly string[];
};

const explainers: Explainers = {
  score: explainScore,
  "insufficient-evidence": explainScore,
  placement: explainPlacement,
  decision: explainDecision,
  "equity-grant": explainEquityGrant,
  vesting: explainVesting,
  statement: explainStatement,
  "statement-comparison": explainComparison,
  review: sayReview,
  monitoring: explainMonitoring,
  benefits: explainBenefits,
  honours: explainHonours,
  "reward-points": explainRewardPoints,
  "training-plan": explainTrainingPlan,
  "team-pool": explainTeamPool,
  "bonus-pool": explainBonusPool,
  "salary-position": explainSalaryPosition,
  "merit-increase": explainMeritIncrease,
  crediting: explainCrediting,
  quota: explainQuota,
  spiff: explainSpiff,
  places: explainPlaces,
  "group-review": sayGroupReview,
  path: explainPath,
  "carry-over": sayCarryOver,
  "what-if": sayWhatIf,
};

/** A line has no kind: it is explained in its statement. */
function refuseLine(stored: unknown): void {
  if (typeof stored !== "object" || stored === null || "kind" in stored) return;
  if (!("basis" in stored && "rate" in stored && "amount" in stored)) return;
  const message =
    "a line is explained as part of a statement: give it to statement, and explain what that makes";
  throw new TierwiseError("invalid-input", "explain", [
    { path: [], code: "wrong-type", message, params: {} },
  ]);
}

/** The kinds of results whose lines a statement takes. */
const LINES_FOR_STATEMENT = [
  "commission",
  "draw",
  "advance",
  "clawback",
  "holdback",
  "deductions",
  "training-agreement",
];

/** Of results that have no sentences of their own: what says or shows what is in them. */
const SHOWN_OTHERWISE: Readonly<Record<string, string>> = {
  "pay-ledger": "explain each of its statements",
  "payout-curve":
    "read it with payoutAt, breakEven, marginalRate and effectiveRate, or draw it from its pieces; checkPlan says what is odd in a plan",
  "plan-comparison": "its sections say which plan pays more, from where to where",
  "plan-cost": "its scenarios say what the plan costs",
  "pay-for-performance": "rankCorrelation, concordance and its bands say how closely pay follows scores",
};

/** The kind of a result that is explained; for one that is not, the function that says it in words. */
function explainableKind() {
  const kinds = Object.keys(explainers);
  return judged<unknown>((kind) => {
    if (typeof kind === "string" && Object.hasOwn(explainers, kind)) return undefined;
    const all = kinds.map(show).join(", ");
    if (kind === undefined) return { code: "missing", message: `expected ${all}` };
    if (LINES_FOR_STATEMENT.includes(kind as string)) {
      const message = `a result of kind ${show(kind)} is explained as part of a statement: give its lines to statement, and explain what that makes`;
      return { code: "not-a-choice", message };
    }
    if (typeof kind === "string" && Object.hasOwn(SHOWN_OTHERWISE, kind)) {
      const message = `a result of kind ${show(kind)} has no sentences of its own: ${SHOWN_OTHERWISE[kind]}`;
      return { code: "not-a-choice", message };
    }
    return {
      code: "not-a-choice",
      message: `expected ${all}, got ${show(kind)}${didYouMean(kind, kinds)}`,
    };
  }, {});
}

const sayAny = /* @__PURE__ */ inWords({
  title: "explain",
  result: () => z.looseObject({ kind: explainableKind() }),
  english: en,
  say: (result: Explainable, options): readonly string[] =>
    (explainers[result.kind] as (result: Explainable, options: object) => readonly string[])(result, options),
});
