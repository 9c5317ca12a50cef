export { adjuster, type DecidedAction, type Decision } from "./adjustment/adjuster.js";
export type { GivenBack } from "./adjustment/appeals.js";
export type { ConditionEvidence, ConditionResult, Purpose } from "./adjustment/conditions/result.js";
export type {
  Condition,
  ConditionFields,
  ConditionInput,
  Exemption,
  JoinedCondition,
  OptionalFields,
  PlainCondition,
  RowCondition,
  RowFields,
} from "./adjustment/conditions/schema.js";
export type {
  ClauseWords,
  ConditionSentences,
  ConditionWords,
  RowWords,
} from "./adjustment/conditions/sentences.js";
export type { CrossingResult } from "./adjustment/crossing.js";
export { type DecisionLocale, explainDecision } from "./adjustment/explain.js";
export type { HeldUntil, HeldUntilHold } from "./adjustment/held-until.js";
export type { Direction, Hold } from "./adjustment/holds.js";
export type { AdjustmentInput } from "./adjustment/input.js";
export { explainMonitoring, type MonitoringLocale } from "./adjustment/monitoring/explain.js";
export {
  type MonitoredValue,
  type Monitoring,
  monitor,
} from "./adjustment/monitoring/monitor.js";
export type { MonitorConfig, MonitorInput } from "./adjustment/monitoring/schema.js";
export type { MonitoringSentences } from "./adjustment/monitoring/sentences.js";
export {
  allocatePlaces,
  type Place,
  type PlaceAllocation,
  type PlacesInput,
  type RankedPerson,
  type TierPlaces,
} from "./adjustment/places/allocate.js";
export type { EmptyGroup, WithEmptyGroups } from "./adjustment/places/empty-groups.js";
export { explainPlaces, type PlacesLocale } from "./adjustment/places/explain.js";
export type { PlacesConfig } from "./adjustment/places/rules.js";
export type { BoundWords, PlacesSentences, WorkedOut } from "./adjustment/places/sentences.js";
export type { PlanResult } from "./adjustment/plans.js";
export {
  type ReviewSchedule,
  type ReviewScheduleInput,
  reviewSchedule,
} from "./adjustment/review-schedule.js";
export type { AdjustmentRules } from "./adjustment/rules.js";
export type {
  CrossingHoldWords,
  DecisionSentences,
  JudgedWords,
  MoveWords,
  PlanWords,
  TrialWords,
  WaitWords,
} from "./adjustment/sentences.js";
export type { Because, Source } from "./adjustment/sources.js";
export type {
  HeldTier,
  ImprovementPlan,
  PastReview,
  ProtectedTime,
  Sanction,
  Standing,
  StandingInput,
  Violation,
} from "./adjustment/standing.js";
export type { TrialResult } from "./adjustment/trial.js";
export type { SanctionResult } from "./adjustment/violations.js";
export type { Action, Due } from "./classification/actions.js";
export type { BandContext, GroupBand, GroupBands } from "./classification/band-context.js";
export type { Calibrated } from "./classification/calibration/calibrated.js";
export {
  type CalibratedPerson,
  type Calibration,
  type CalibrationInput,
  calibration,
  type PersonBands,
  type QuotaCount,
} from "./classification/calibration/calibration.js";
export type { CalibrationConfig } from "./classification/calibration/rules.js";
export {
  type AxisPlacement,
  type Cell,
  type Classifier,
  classifier,
  type GateResult,
  type Placement,
} from "./classification/classifier.js";
export { explainPlacement, type PlacementLocale } from "./classification/explain.js";
export type { NumberLimits } from "./classification/facts.js";
export type { GateSubject } from "./classification/gates.js";
export { type BandGroup, bandContext } from "./classification/group-bands.js";
export type { Matrix, Move } from "./classification/matrix.js";
export type { PlacementInput } from "./classification/placement-input.js";
export type { QuantileDefinition } from "./classification/quantiles.js";
export type { FailedGateWords, GateWords, PlacementSentences } from "./classification/sentences.js";
export {
  type Advance,
  type AdvanceConfig,
  type AdvancedDeal,
  type AdvanceInput,
  advance,
} from "./incentives/balances/advance.js";
export {
  type Clawback,
  type ClawbackConfig,
  type ClawbackInput,
  clawback,
} from "./incentives/balances/clawback.js";
export {
  type Draw,
  type DrawBalance,
  type DrawConfig,
  type DrawInput,
  draw,
} from "./incentives/balances/draw.js";
export {
  type HeldAmount,
  type Holdback,
  type HoldbackConfig,
  type HoldbackInput,
  holdback,
} from "./incentives/balances/holdback.js";
export {
  type RecomputedClawbackInput,
  recomputedClawback,
} from "./incentives/balances/recomputed-clawback.js";
export { type BasePayConfig, type BasePayInput, basePay } from "./incentives/base-pay.js";
export { type Benefits, type BenefitsInput, benefits } from "./incentives/benefits/benefits.js";
export { type BenefitsLocale, explainBenefits } from "./incentives/benefits/explain.js";
export type { BenefitsConfig } from "./incentives/benefits/items.js";
export type { BenefitsSentences } from "./incentives/benefits/sentences.js";
export {
  type BonusPool,
  type BonusPoolConfig,
  type BonusPoolInput,
  bonusPool,
} from "./incentives/bonus/bonus-pool.js";
export { type BonusPoolLocale, explainBonusPool } from "./incentives/bonus/explain-pool.js";
export type { BonusPoolSentences } from "./incentives/bonus/pool-sentences.js";
export {
  type YearEndBonusConfig,
  type YearEndBonusInput,
  yearEndBonus,
} from "./incentives/bonus/year-end-bonus.js";
export {
  type Commission,
  type CommissionConfig,
  type CommissionInput,
  commission,
} from "./incentives/commission.js";
export {
  CREDITING_EVENTS,
  type CreditingConfig,
  type CreditingEvent,
} from "./incentives/crediting/config.js";
export type { UncreditedReason } from "./incentives/crediting/credit-deal.js";
export { crediting } from "./incentives/crediting/crediting.js";
export { type CreditingLocale, explainCrediting } from "./incentives/crediting/explain.js";
export type { CreditingInput } from "./incentives/crediting/input.js";
export type {
  Credit,
  CreditedAmount,
  CreditedDeal,
  Crediting,
  Uncredited,
} from "./incentives/crediting/result.js";
export type { CreditingSentences, CreditWords } from "./incentives/crediting/sentences.js";
export {
  type CarriedDue,
  type Deductions,
  type DeductionsBalance,
  deductions,
} from "./incentives/deductions/deductions.js";
export type { DeductionsInput } from "./incentives/deductions/input.js";
export type { DeductionsConfig } from "./incentives/deductions/rules.js";
export {
  type Eligibility,
  type EligibilityConfig,
  type EligibilityInput,
  eligibility,
  type FailedCondition,
} from "./incentives/eligibility.js";
export type { EligibilityCondition, EligibilityDate } from "./incentives/eligibility-conditions.js";
export {
  type EquityGrant,
  type EquityGrantConfig,
  type EquityGrantInput,
  equityGrant,
  type GrantEvent,
} from "./incentives/equity/equity-grant.js";
export {
  type EquityPayoutConfig,
  type EquityPayoutInput,
  equityPayout,
} from "./incentives/equity/equity-payout.js";
export type { VestingEvent, VestingEventInput } from "./incentives/equity/events.js";
export { type EquityLocale, explainEquityGrant, explainVesting } from "./incentives/equity/explain.js";
export type { GrantSize } from "./incentives/equity/grant-size.js";
export type {
  Ending,
  Grant,
  Happening,
  HeldTranche,
  Holding,
  Instrument,
} from "./incentives/equity/holding.js";
export type { VestingTranche, VestingUnits } from "./incentives/equity/ledger.js";
export type { EquitySentences, GrantWords, SizeWords } from "./incentives/equity/sentences.js";
export { UNIT_ROUNDINGS, type UnitRounding } from "./incentives/equity/unit-rounding.js";
export { type Vesting, type VestingConfig, type VestingInput, vesting } from "./incentives/equity/vesting.js";
export { explainStatement, type PayLocale } from "./incentives/explain.js";
export type { Refusal } from "./incentives/honours/candidates.js";
export { explainHonours, explainRewardPoints, type HonoursLocale } from "./incentives/honours/explain.js";
export { honours } from "./incentives/honours/honours.js";
export type { HonoursInput } from "./incentives/honours/input.js";
export {
  type PointsLot,
  type RewardPoints,
  rewardPoints,
  type SpentPoints,
} from "./incentives/honours/points.js";
export type { RewardPointsConfig, RewardPointsInput } from "./incentives/honours/points-rules.js";
export type { Ranked, UnitWinners } from "./incentives/honours/rank.js";
export type { HonouredPerson, HonourResult, Honours } from "./incentives/honours/result.js";
export type { HonoursConfig } from "./incentives/honours/rules.js";
export type { HonoursSentences } from "./incentives/honours/sentences.js";
export type { LineNote, LinePart, NoteWords, RefusedPay, StatementLine } from "./incentives/line.js";
export {
  explainMeritIncrease,
  explainSalaryPosition,
  type SalaryLocale,
} from "./incentives/merit/explain.js";
export type { PersonIncrease } from "./incentives/merit/increase.js";
export type { MarketPosition } from "./incentives/merit/market.js";
export {
  type MeritIncrease,
  type MeritIncreaseConfig,
  type MeritIncreaseInput,
  meritIncrease,
} from "./incentives/merit/merit-increase.js";
export {
  type SalaryPosition,
  type SalaryPositionConfig,
  type SalaryPositionInput,
  salaryPosition,
} from "./incentives/merit/salary-position.js";
export type { IncreaseWords, SalarySentences } from "./incentives/merit/sentences.js";
export {
  type PerformanceBonusConfig,
  type PerformanceBonusInput,
  performanceBonus,
} from "./incentives/performance-bonus.js";
export { checkPlan, type PlanRange } from "./incentives/plan/check-plan.js";
export { comparePlans, type PlanComparison, type PlanSection } from "./incentives/plan/compare-plans.js";
export { type CostOf, type CostOfInput, costOf, type ScenarioCost } from "./incentives/plan/cost-of.js";
export type { CurveNumber, PayoutCurve, PayoutPiece } from "./incentives/plan/curve-pieces.js";
export { explainPlanWarning, type PlanLocale } from "./incentives/plan/explain-warning.js";
export {
  type BandPay,
  type PayForPerformance,
  type PayForPerformanceConfig,
  type PayForPerformanceInput,
  payForPerformance,
} from "./incentives/plan/pay-for-performance.js";
export { type PayoutRange, payoutCurve } from "./incentives/plan/payout-curve.js";
export type { PlanConfig } from "./incentives/plan/plan-schema.js";
export { breakEven, effectiveRate, marginalRate, payoutAt } from "./incentives/plan/read-curve.js";
export type { PlanSentences, TwoResultsWords } from "./incentives/plan/sentences.js";
export type { PaidResult, PlanWarning, PlanWarningCode } from "./incentives/plan/warning.js";
export type { QuotaConfig } from "./incentives/quota/config.js";
export { explainQuota, type QuotaLocale } from "./incentives/quota/explain.js";
export type { QuotaInput } from "./incentives/quota/input.js";
export { type PeriodQuota, type Quota, quota } from "./incentives/quota/quota.js";
export type { PeriodQuotaWords, QuotaSentences } from "./incentives/quota/sentences.js";
export type { LineWords, PartWords, PaySentences } from "./incentives/sentences.js";
export type { SpiffConfig, SpiffInput } from "./incentives/spiff/config.js";
export { explainSpiff, type SpiffLocale } from "./incentives/spiff/explain.js";
export type { SpiffDealResult } from "./incentives/spiff/lines.js";
export type { SpiffSentences } from "./incentives/spiff/sentences.js";
export type { UncountedReason } from "./incentives/spiff/sort.js";
export { type Spiff, spiff } from "./incentives/spiff/spiff.js";
export type { SpiffLimit } from "./incentives/spiff/walk.js";
export type { Cause, CauseKind } from "./incentives/statement/cause.js";
export {
  compareStatements,
  type StatementComparison,
} from "./incentives/statement/compare.js";
export { explainComparison } from "./incentives/statement/explain-comparison.js";
export { type PayLedger, payLedger } from "./incentives/statement/ledger.js";
export type { PayLedgerInput } from "./incentives/statement/ledger-schema.js";
export type { ClosedPeriod, Dispute, Ledger } from "./incentives/statement/ledger-state.js";
export { statementRows } from "./incentives/statement/rows.js";
export type {
  CauseWords,
  ComparisonSentences,
  StatementTableWords,
} from "./incentives/statement/sentences.js";
export {
  type Statement,
  type StatementConfig,
  type StatementInput,
  statement,
} from "./incentives/statement/statement.js";
export type { CategoryTotal, Totals } from "./incentives/statement/totals.js";
export { explainTeamPool, type TeamPoolLocale } from "./incentives/team-pool/explain.js";
export type { TeamPoolConfig } from "./incentives/team-pool/rules.js";
export type { TeamPoolSentences } from "./incentives/team-pool/sentences.js";
export {
  type PoolFunding,
  type PoolMember,
  type TeamPool,
  type TeamPoolInput,
  teamPool,
} from "./incentives/team-pool/team-pool.js";
export { type TrainingAgreement, trainingAgreement } from "./incentives/training/agreement.js";
export type {
  TrainingAgreementConfig,
  TrainingAgreementInput,
} from "./incentives/training/agreement-rules.js";
export { explainTrainingPlan, type TrainingLocale } from "./incentives/training/explain.js";
export {
  type PlannedCourse,
  type RefusedCourse,
  type TraineePlan,
  type TrainingPlan,
  trainingPlan,
} from "./incentives/training/plan.js";
export type { TrainingPlanInput } from "./incentives/training/plan-input.js";
export type { TrainingPlanConfig } from "./incentives/training/plan-rules.js";
export type { TrainingSentences } from "./incentives/training/sentences.js";
export {
  type AllocatedPart,
  type Allocation,
  type AllocationConfig,
  type AllocationInput,
  allocation,
} from "./kernel/allocation.js";
export type { Calculator, CalculatorFactory, Factory, Safe } from "./kernel/calculator.js";
export {
  comparePeriods,
  isDate,
  isPeriod,
  monthsBetween,
  nextPeriod,
  type PeriodUnit,
  periodContains,
  periodEnd,
  periodMonths,
  periodStart,
  periodUnit,
  previousPeriod,
  shiftPeriod,
} from "./kernel/calendar.js";
export type { IssueCode } from "./kernel/codes.js";
export { currencyDecimals } from "./kernel/currency.js";
export type { Decimal } from "./kernel/decimal.js";
export { type Issue, MOST_ISSUES, type Path, pathText, TierwiseError } from "./kernel/errors.js";
export { type Exchange, type ExchangeConfig, type ExchangeInput, exchange } from "./kernel/exchange.js";
export {
  type FiscalConfig,
  type FiscalInput,
  type FiscalPeriod,
  fiscalCalendar,
} from "./kernel/fiscal.js";
export type { FiscalDates } from "./kernel/fiscal-periods.js";
export { type Label, labelText } from "./kernel/label.js";
export type { ConfigNumber, ConfigRatio, NumberInput } from "./kernel/number.js";
export {
  type ProratedPart,
  type ProrationConfig,
  type ProrationInput,
  proration,
} from "./kernel/period-part.js";
export { ROUNDING_MODES, type RoundingMode } from "./kernel/rounding.js";
export type { AnySchema, Plain } from "./kernel/schema.js";
export type { Stored } from "./kernel/stored.js";
export type { BenefitSentences, BenefitUnit } from "./policy/benefit-sentences.js";
export type { BonusSentences } from "./policy/bonus-sentences.js";
export { type CarryOver, type CarryOverChange, carryOver } from "./policy/carry-over.js";
export type { ChangeSentences, CorrectedWords } from "./policy/change-sentences.js";
export type {
  BracketWords,
  CommissionLimitWords,
  CommissionSentences,
  CountWords,
  TableConditionWords,
} from "./policy/commission-sentences.js";
export { type CompiledPolicy, compilePolicy, groupReviewer, reviewer } from "./policy/compile.js";
export type { DeductionSentences, SumWords } from "./policy/deduction-sentences.js";
export { describePolicy } from "./policy/describe.js";
export { diffPolicies, type PolicyDifference } from "./policy/diff.js";
export type { EligibilityRuleSentences } from "./policy/eligibility-rule-sentences.js";
export { type Explainable, explain } from "./policy/explain.js";
export type { GrantRuleSentences } from "./policy/grant-rule-sentences.js";
export type { EquityPrices } from "./policy/grants.js";
export type { PaidBonusPool } from "./policy/group/bonus-pools.js";
export type { GroupCalibration } from "./policy/group/calibrations.js";
export type { Changes, GroupMember, GroupReviewInput } from "./policy/group/input.js";
export type { GroupPay } from "./policy/group/pay.js";
export type { GroupPayInput, GroupTraining } from "./policy/group/pay-input.js";
export type { GroupReview, GroupReviewed, RejectedRow } from "./policy/group/review-group.js";
export type { PaidSpiff } from "./policy/group/spiffs.js";
export type { HonourRuleSentences, RankWords } from "./policy/honour-rule-sentences.js";
export type { Locale } from "./policy/locale.js";
export type { CutWords, MatrixSentences } from "./policy/matrix-sentences.js";
export type { IncentivePart, PolicyParts } from "./policy/parts.js";
export { explainPath } from "./policy/path/explain.js";
export { type PathInput, pathTo } from "./policy/path/path-to.js";
export type { PlaceNeeded, WithPlaces } from "./policy/path/places-needed.js";
export type { IndicatorStep, PathStep, PathTo } from "./policy/path/result.js";
export type { PathSentences } from "./policy/path/sentences.js";
export type { PolicyStatement } from "./policy/pay.js";
export type { PayDetails, PayInput } from "./policy/pay-input.js";
export type { PayRulesSentences, PayUnit, ProrationWords } from "./policy/pay-rules-sentences.js";
export type { Policy } from "./policy/policy.js";
export type {
  FigureWords,
  MemberBoundWords,
  PointWords,
  PoolRuleSentences,
} from "./policy/pool-rule-sentences.js";
export type { PolicyFunctions, Review } from "./policy/review.js";
export type { ReviewInput } from "./policy/review-input.js";
export type { RulesSentences } from "./policy/rules-sentences.js";
export type { Pair, ReducerName, SchemaSentences } from "./policy/schema-sentences.js";
export type { ChosenVariant, Scores } from "./policy/scores.js";
export type { PolicySentences } from "./policy/sentences.js";
export type { PolicyStanding, PolicyStandingInput, PolicyVersion } from "./policy/standing.js";
export type { StandingName } from "./policy/standing-names.js";
export { stateDiagram } from "./policy/state-diagram.js";
export { type PolicyMoment, type PolicyVersions, policyAt } from "./policy/versions.js";
export type { Circumstances } from "./policy/warnings/careers/circumstances.js";
export { checkPolicy } from "./policy/warnings/check-policy.js";
export type { Warning, WarningCode } from "./policy/warnings/warning.js";
export {
  type DecisionInShort,
  type PastReviewResult,
  type WhatIf,
  type WhatIfInput,
  type WhatIfReview,
  whatIf,
} from "./policy/what-if.js";
export type { ProgramCalculator } from "./program/calculator.js";
export { formatProgram } from "./program/format.js";
export type {
  BandThreshold,
  ColumnType,
  PieceData,
  PiecewiseData,
  Program,
  Step,
  TraceLine,
  WeightedColumn,
} from "./program/program.js";
export type { Aggregation } from "./scoring/aggregation.js";
export { type CohortInput, cohortContext } from "./scoring/cohort.js";
export type { CohortContext, CohortIndicator } from "./scoring/cohort-context.js";
export { explainScore } from "./scoring/explain.js";
export type { Evidence, Presence, PreviousScore, ScoreContext, ScoreInput } from "./scoring/input.js";
export type {
  Composite,
  GroupItem,
  IndicatorItem,
  ItemList,
  MeasureConfig,
  WeightSchemaItem,
} from "./scoring/items.js";
export type { WrittenMeasure } from "./scoring/measures/index.js";
export type {
  Goal,
  IndicatorEvidence,
  NumberEvidence,
  Rating,
  WeightedValue,
} from "./scoring/measures/measure.js";
export type { WeightSchema } from "./scoring/schema.js";
export type {
  AppliedLimit,
  ExtraScore,
  GroupScore,
  IndicatorResult,
  IndicatorScore,
  InsufficientEvidence,
  MissingEvidence,
  RaterScore,
  RawName,
  RawValues,
  Score,
  TargetRow,
} from "./scoring/score.js";
export { type Scorer, scorer } from "./scoring/scorer.js";
export type {
  CountedEvent,
  FilledWords,
  LimitWords,
  MeasuredClauses,
  NamedScore,
  RaterWords,
  RowKind,
  ScoreLocale,
  ScoreSentences,
} from "./scoring/sentences.js";
export type { RatingsOfKind } from "./scoring/source.js";
export { scoreTable } from "./scoring/table.js";
export { type AhpConfig, type AhpInput, type AhpWeights, ahp } from "./weights/ahp.js";
export {
  type AhpGroup,
  type AhpHierarchyInput,
  type AhpHierarchyWeights,
  ahpHierarchy,
} from "./weights/ahp-hierarchy.js";
export {
  type BestWorstConfig,
  type BestWorstInput,
  type BestWorstWeights,
  bestWorst,
} from "./weights/best-worst.js";
export type { DataWeightsInput } from "./weights/columns.js";
export {
  type CombineWeightsConfig,
  type CombineWeightsInput,
  combineWeights,
} from "./weights/combine.js";
export type { Consistency, WorstJudgement } from "./weights/consistency.js";
export { type CriticWeightsConfig, criticWeights } from "./weights/critic.js";
export { type DirectRatingConfig, directRating } from "./weights/direct-rating.js";
export { type EntropyWeightsConfig, entropyWeights } from "./weights/entropy.js";
export { type EqualWeightsConfig, type EqualWeightsInput, equalWeights } from "./weights/equal.js";
export type { DecimalWeightList, RoundedPart } from "./weights/irrational-list.js";
export type { JudgeWeights } from "./weights/judged-weights.js";
export type { ExactWeight, WeightList } from "./weights/list.js";
export { type MerecWeightsConfig, merecWeights } from "./weights/merec.js";
export {
  type NormaliseWeightsConfig,
  type NormaliseWeightsInput,
  normaliseWeights,
} from "./weights/normalise.js";
export {
  type OverlaidWeights,
  type OverlayWeightsConfig,
  type OverlayWeightsInput,
  overlayWeights,
  type WeightMove,
} from "./weights/overlay.js";
export {
  type PointAllocationConfig,
  type PointAllocationInput,
  pointAllocation,
} from "./weights/point-allocation.js";
export { rankOrderCentroid } from "./weights/rank-order-centroid.js";
export { rankReciprocal } from "./weights/rank-reciprocal.js";
export { rankSum } from "./weights/rank-sum.js";
export type { RankWeightsConfig, RankWeightsInput } from "./weights/ranks.js";
export type { RatingWeightsInput } from "./weights/ratings.js";
export {
  type RoundedWeight,
  type RoundedWeights,
  type RoundWeightsConfig,
  type RoundWeightsInput,
  roundWeights,
} from "./weights/round.js";
export {
  type StandardDeviationWeightsConfig,
  standardDeviationWeights,
} from "./weights/standard-deviation.js";
export { type SwingConfig, swing } from "./weights/swing.js";
export { type VariationWeightsConfig, variationWeights } from "./weights/variation.js";
