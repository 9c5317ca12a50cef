import { adjuster } from "./adjustment/adjuster.js";
import { monitor } from "./adjustment/monitoring/monitor.js";
import { allocatePlaces } from "./adjustment/places/allocate.js";
import { reviewSchedule } from "./adjustment/review-schedule.js";
import { correction } from "./audit/correction.js";
import { auditRecord } from "./audit/record.js";
import { calibration } from "./classification/calibration/calibration.js";
import { classifier } from "./classification/classifier.js";
import { bandContext } from "./classification/group-bands.js";
import { advance } from "./incentives/balances/advance.js";
import { clawback } from "./incentives/balances/clawback.js";
import { draw } from "./incentives/balances/draw.js";
import { holdback } from "./incentives/balances/holdback.js";
import { recomputedClawback } from "./incentives/balances/recomputed-clawback.js";
import { basePay } from "./incentives/base-pay.js";
import { benefits } from "./incentives/benefits/benefits.js";
import { bonusPool } from "./incentives/bonus/bonus-pool.js";
import { yearEndBonus } from "./incentives/bonus/year-end-bonus.js";
import { commission } from "./incentives/commission.js";
import { crediting } from "./incentives/crediting/crediting.js";
import { deductions } from "./incentives/deductions/deductions.js";
import { eligibility } from "./incentives/eligibility.js";
import { equityGrant } from "./incentives/equity/equity-grant.js";
import { equityPayout } from "./incentives/equity/equity-payout.js";
import { vesting } from "./incentives/equity/vesting.js";
import { honours } from "./incentives/honours/honours.js";
import { rewardPoints } from "./incentives/honours/points.js";
import { meritIncrease } from "./incentives/merit/merit-increase.js";
import { salaryPosition } from "./incentives/merit/salary-position.js";
import { performanceBonus } from "./incentives/performance-bonus.js";
import { checkPlan } from "./incentives/plan/check-plan.js";
import { costOf } from "./incentives/plan/cost-of.js";
import { payForPerformance } from "./incentives/plan/pay-for-performance.js";
import { payoutCurve } from "./incentives/plan/payout-curve.js";
import { quota } from "./incentives/quota/quota.js";
import { spiff } from "./incentives/spiff/spiff.js";
import { payLedger } from "./incentives/statement/ledger.js";
import { statement } from "./incentives/statement/statement.js";
import { teamPool } from "./incentives/team-pool/team-pool.js";
import { trainingAgreement } from "./incentives/training/agreement.js";
import { trainingPlan } from "./incentives/training/plan.js";
import { allocation } from "./kernel/allocation.js";
import type { Calculator } from "./kernel/calculator.js";
import { type Issue, TierwiseError } from "./kernel/errors.js";
import { exchange } from "./kernel/exchange.js";
import { fiscalCalendar } from "./kernel/fiscal.js";
import { proration } from "./kernel/period-part.js";
import { type AnySchema, jsonSchemaOf } from "./kernel/schema.js";
import { notAmong } from "./kernel/show.js";
import { carryOver } from "./policy/carry-over.js";
import { compilePolicy, groupReviewer, reviewer } from "./policy/compile.js";
import { pathTo } from "./policy/path/path-to.js";
import { policyAt } from "./policy/versions.js";
import { whatIf } from "./policy/what-if.js";
import { cohortContext } from "./scoring/cohort.js";
import { scorer } from "./scoring/scorer.js";
import { ahp } from "./weights/ahp.js";
import { ahpHierarchy } from "./weights/ahp-hierarchy.js";
import { bestWorst } from "./weights/best-worst.js";
import { combineWeights } from "./weights/combine.js";
import { criticWeights } from "./weights/critic.js";
import { directRating } from "./weights/direct-rating.js";
import { entropyWeights } from "./weights/entropy.js";
import { equalWeights } from "./weights/equal.js";
import { merecWeights } from "./weights/merec.js";
import { normaliseWeights } from "./weights/normalise.js";
import { overlayWeights } from "./weights/overlay.js";
import { pointAllocation } from "./weights/point-allocation.js";
import { rankOrderCentroid } from "./weights/rank-order-centroid.js";
import { rankReciprocal } from "./weights/rank-reciprocal.js";
import { rankSum } from "./weights/rank-sum.js";
import { roundWeights } from "./weights/round.js";
import { standardDeviationWeights } from "./weights/standard-deviation.js";
import { swing } from "./weights/swing.js";
import { variationWeights } from "./weights/variation.js";

/** Any factory, for tools that look it up by name. */
export interface AnyFactory {
  (config: never): unknown;
  /** The public name. */
  readonly title: string;
  /** All problems of a config. */
  check(config: unknown): readonly Issue[];
  /** The zod schema of the config's shape. */
  readonly configSchema: AnySchema;
}

/** Every factory by its public name. */
export interface Registry {
  readonly allocation: typeof allocation;
  readonly exchange: typeof exchange;
  readonly fiscalCalendar: typeof fiscalCalendar;
  readonly proration: typeof proration;
  readonly normaliseWeights: typeof normaliseWeights;
  readonly roundWeights: typeof roundWeights;
  readonly combineWeights: typeof combineWeights;
  readonly overlayWeights: typeof overlayWeights;
  readonly rankOrderCentroid: typeof rankOrderCentroid;
  readonly rankSum: typeof rankSum;
  readonly rankReciprocal: typeof rankReciprocal;
  readonly directRating: typeof directRating;
  readonly swing: typeof swing;
  readonly pointAllocation: typeof pointAllocation;
  readonly ahp: typeof ahp;
  readonly ahpHierarchy: typeof ahpHierarchy;
  readonly criticWeights: typeof criticWeights;
  readonly entropyWeights: typeof entropyWeights;
  readonly standardDeviationWeights: typeof standardDeviationWeights;
  readonly variationWeights: typeof variationWeights;
  readonly merecWeights: typeof merecWeights;
  readonly equalWeights: typeof equalWeights;
  readonly bestWorst: typeof bestWorst;
  readonly scorer: typeof scorer;
  readonly cohortContext: typeof cohortContext;
  readonly bandContext: typeof bandContext;
  readonly calibration: typeof calibration;
  readonly classifier: typeof classifier;
  readonly adjuster: typeof adjuster;
  readonly allocatePlaces: typeof allocatePlaces;
  readonly reviewSchedule: typeof reviewSchedule;
  readonly monitor: typeof monitor;
  readonly basePay: typeof basePay;
  readonly salaryPosition: typeof salaryPosition;
  readonly meritIncrease: typeof meritIncrease;
  readonly performanceBonus: typeof performanceBonus;
  readonly bonusPool: typeof bonusPool;
  readonly yearEndBonus: typeof yearEndBonus;
  readonly commission: typeof commission;
  readonly crediting: typeof crediting;
  readonly quota: typeof quota;
  readonly spiff: typeof spiff;
  readonly eligibility: typeof eligibility;
  readonly advance: typeof advance;
  readonly clawback: typeof clawback;
  readonly draw: typeof draw;
  readonly holdback: typeof holdback;
  readonly recomputedClawback: typeof recomputedClawback;
  readonly checkPlan: typeof checkPlan;
  readonly costOf: typeof costOf;
  readonly payForPerformance: typeof payForPerformance;
  readonly payoutCurve: typeof payoutCurve;
  readonly statement: typeof statement;
  readonly equityGrant: typeof equityGrant;
  readonly equityPayout: typeof equityPayout;
  readonly vesting: typeof vesting;
  readonly payLedger: typeof payLedger;
  readonly teamPool: typeof teamPool;
  readonly benefits: typeof benefits;
  readonly deductions: typeof deductions;
  readonly honours: typeof honours;
  readonly rewardPoints: typeof rewardPoints;
  readonly trainingPlan: typeof trainingPlan;
  readonly trainingAgreement: typeof trainingAgreement;
  readonly compilePolicy: typeof compilePolicy;
  readonly groupReviewer: typeof groupReviewer;
  readonly reviewer: typeof reviewer;
  readonly pathTo: typeof pathTo;
  readonly policyAt: typeof policyAt;
  readonly carryOver: typeof carryOver;
  readonly whatIf: typeof whatIf;
  readonly auditRecord: typeof auditRecord;
  readonly correction: typeof correction;
}

/**
 * Every factory by its public name, for tools that look them up: case files, spreadsheets, form builders.
 *
 * @example
 * ```ts
 * import { registry } from "tierwise/registry";
 * Object.keys(registry).includes("commission"); // => true
 * registry.commission.check({ currency: "USD", brackets: [{ rate: "5%" }] }); // => []
 * ```
 */
export const registry: Registry = {
  allocation,
  exchange,
  fiscalCalendar,
  proration,
  normaliseWeights,
  roundWeights,
  combineWeights,
  overlayWeights,
  rankOrderCentroid,
  rankSum,
  rankReciprocal,
  directRating,
  swing,
  pointAllocation,
  ahp,
  ahpHierarchy,
  criticWeights,
  entropyWeights,
  standardDeviationWeights,
  variationWeights,
  merecWeights,
  equalWeights,
  bestWorst,
  scorer,
  cohortContext,
  bandContext,
  calibration,
  classifier,
  adjuster,
  allocatePlaces,
  reviewSchedule,
  monitor,
  basePay,
  salaryPosition,
  meritIncrease,
  performanceBonus,
  bonusPool,
  yearEndBonus,
  commission,
  crediting,
  quota,
  spiff,
  eligibility,
  advance,
  clawback,
  draw,
  holdback,
  recomputedClawback,
  checkPlan,
  costOf,
  payForPerformance,
  payoutCurve,
  statement,
  equityGrant,
  equityPayout,
  vesting,
  payLedger,
  teamPool,
  benefits,
  deductions,
  honours,
  rewardPoints,
  trainingPlan,
  trainingAgreement,
  compilePolicy,
  groupReviewer,
  reviewer,
  pathTo,
  policyAt,
  carryOver,
  whatIf,
  auditRecord,
  correction,
};

/** The public name of a factory. */
export type FactoryName = keyof Registry;

/** Whether a name is that of a factory. */
export function isFactoryName(name: string): name is FactoryName {
  return Object.hasOwn(registry, name);
}

/** Refuses a name that is not that of a factory. */
function checkName(title: string, name: unknown): void {
  if (typeof name === "string" && isFactoryName(name)) return;
  const message = notAmong(Object.keys(registry), "a factory", name);
  throw new TierwiseError("invalid-input", title, [{ path: ["name"], code: "one-of", message, params: {} }]);
}

/**
 * The calculator that a factory makes of a config, where both are known at run time only. `compilePolicy` makes several; by this
 * function it makes its `review`.
 *
 * @example
 * ```ts
 * import { calculatorOf } from "tierwise/registry";
 *
 * const share = calculatorOf("allocation", { decimals: 0 });
 * share.safe({ amount: 5, shares: [{ id: "a", share: 70 }, { id: "b", share: 30 }] }).ok; // => true
 * ```
 */
export function calculatorOf(name: FactoryName, config: unknown): Calculator<unknown, unknown> {
  checkName("calculatorOf", name);
  const made = (registry[name] as (config: unknown) => unknown)(config);
  return (name === "compilePolicy" ? (made as { review: unknown }).review : made) as Calculator<
    unknown,
    unknown
  >;
}

/**
 * The JSON Schema of a factory's config. It says the shape; the checks across fields (sums, references, order) are made by `check`.
 *
 * @example
 * ```ts
 * import { configJsonSchema } from "tierwise/registry";
 * configJsonSchema("statement").required; // => ["currency"]
 * ```
 */
export function configJsonSchema(name: FactoryName): Record<string, unknown> {
  checkName("configJsonSchema", name);
  return jsonSchemaOf(registry[name].configSchema, name);
}
