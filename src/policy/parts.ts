import type { PlacesConfig } from "../adjustment/places/rules.js";
import type { AdjustmentRules } from "../adjustment/rules.js";
import type { CalibrationConfig } from "../classification/calibration/rules.js";
import type { Matrix } from "../classification/matrix.js";
import type { BasePayConfig } from "../incentives/base-pay.js";
import type { BenefitsConfig } from "../incentives/benefits/items.js";
import type { YearEndBonusConfig } from "../incentives/bonus/year-end-bonus.js";
import type { CommissionConfig } from "../incentives/commission.js";
import type { DeductionsConfig } from "../incentives/deductions/rules.js";
import type { EquityGrantConfig } from "../incentives/equity/equity-grant.js";
import type { HonoursConfig } from "../incentives/honours/rules.js";
import type { PerformanceBonusConfig } from "../incentives/performance-bonus.js";
import type { SpiffConfig } from "../incentives/spiff/config.js";
import type { StatementConfig } from "../incentives/statement/statement.js";
import type { TeamPoolConfig } from "../incentives/team-pool/rules.js";
import type { TrainingPlanConfig } from "../incentives/training/plan-rules.js";
import type { Extras } from "../scoring/extras.js";
import type { CheckedItems } from "../scoring/items.js";
import type { WeightSchema } from "../scoring/schema.js";
import { type CheckedIncentive, incentiveId } from "./incentives.js";
import type { CheckedAxis, CheckedPolicy, CheckedVariant } from "./policy.js";

/** The config of an incentive's calculator. */
export type IncentivePart =
  | BasePayConfig
  | PerformanceBonusConfig
  | CommissionConfig
  | YearEndBonusConfig
  | BenefitsConfig
  | TeamPoolConfig
  | SpiffConfig
  | HonoursConfig
  | DeductionsConfig;

/** The config of each part of a policy, with all that parts share filled in, so that each can be used alone. */
export interface PolicyParts {
  /** For `scorer`, by axis. */
  readonly axes: { readonly [axis: string]: WeightSchema };
  /** For `scorer`, by axis and by the id of the variant; only for axes that have variants. */
  readonly variants: { readonly [axis: string]: { readonly [variant: string]: WeightSchema } };
  /** For `classifier`. */
  readonly matrix: Matrix;
  /** For `scorer`: the promotion score, where the policy has one. */
  readonly promotionScore?: WeightSchema;
  /** For `adjuster`. */
  readonly adjustment: AdjustmentRules;
  /** For `calibration`, where a panel may move people between bands. */
  readonly calibration?: CalibrationConfig;
  /** For `allocatePlaces`, where places are limited. */
  readonly places?: PlacesConfig;
  /** For `basePay`, `performanceBonus`, `commission`, `yearEndBonus`, `benefits`, `deductions`, `teamPool`, `bonusPool`, `spiff` or `honours`, by the incentive's id. */
  readonly incentives: { readonly [id: string]: IncentivePart };
  /** For `equityGrant`, by the id of the rule, where the policy grants equity. */
  readonly equity?: { readonly [id: string]: EquityGrantConfig };
  /** For `trainingPlan`, where the policy plans training. */
  readonly training?: TrainingPlanConfig;
  /** For `statement`, where the policy pays. */
  readonly statement?: StatementConfig;
}

/** What `scorer` takes of an axis. */
export function scorerPart({
  id: _id,
  label: _label,
  bands: _bands,
  relative: _relative,
  margin: _margin,
  variants: _variants,
  ...schema
}: CheckedAxis): WeightSchema {
  return schema as WeightSchema;
}

/** An axis's own weight schema, and those of its variants. */
export function schemasOf(axis: CheckedAxis) {
  return [axis, ...(axis.variants ?? [])] as readonly (CheckedItems & { readonly extras?: Extras })[];
}

/** What `scorer` takes of a variant. */
export function variantPart({
  id: _id,
  label: _label,
  when: _when,
  ...schema
}: CheckedVariant): WeightSchema {
  return schema as WeightSchema;
}

/** What `classifier` takes of a policy. */
export function matrixPart({ axes, tiers, matrix }: CheckedPolicy): Matrix {
  return { axes: axes.map(axisOf), ...matrix, tiers };
}

/** What `adjuster` takes of a policy. */
export function adjustmentPart({ axes, tiers, adjustment }: CheckedPolicy): AdjustmentRules {
  return { tiers, axes: axes.map(bandedAxis), ...adjustment };
}

/** All parts of a policy. */
export function partsOf(policy: CheckedPolicy): PolicyParts {
  const { axes, tiers, calibration, places, currency, incentives = [], equity, training } = policy;
  return {
    axes: Object.fromEntries(axes.map((axis) => [axis.id, scorerPart(axis)])),
    variants: Object.fromEntries(
      axes.flatMap(({ id, variants = [] }) => {
        const schemas = variants.map((variant) => [variant.id, variantPart(variant)] as const);
        return schemas.length === 0 ? [] : [[id, Object.fromEntries(schemas)] as const];
      }),
    ),
    matrix: matrixPart(policy),
    ...(policy.promotionScore === undefined ? {} : { promotionScore: policy.promotionScore as WeightSchema }),
    adjustment: adjustmentPart(policy),
    ...(calibration === undefined ? {} : { calibration: { axes: axes.map(bandedAxis), ...calibration } }),
    ...(places === undefined ? {} : { places: placesPart(tiers, places) }),
    incentives: Object.fromEntries(
      incentives.map((incentive) => [incentiveId(incentive), incentivePart(incentive, currency ?? "")]),
    ),
    ...(equity === undefined
      ? {}
      : {
          equity: Object.fromEntries(equity.map((rule) => [rule.id, { ...rule, currency: currency ?? "" }])),
        }),
    ...(training === undefined ? {} : { training: { ...training, currency: currency ?? "" } }),
    ...(currency === undefined ? {} : { statement: { currency } }),
  };
}

function placesPart(
  tiers: CheckedPolicy["tiers"],
  { within: _within, ...places }: NonNullable<CheckedPolicy["places"]>,
): PlacesConfig {
  return { tiers, ...places };
}

function bandedAxis({ id, label, bands }: CheckedAxis) {
  return { id, ...(label === undefined ? {} : { label }), bands };
}

function axisOf({ relative, margin, ...axis }: CheckedAxis): Matrix["axes"][number] {
  return {
    ...bandedAxis(axis),
    ...(relative === undefined ? {} : { relative }),
    ...(margin === undefined ? {} : { margin }),
  };
}

function incentivePart(incentive: CheckedIncentive, currency: string): IncentivePart {
  const id = incentiveId(incentive);
  switch (incentive.use) {
    case "basePay": {
      const { use: _use, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "performanceBonus": {
      const { use: _use, axis: _axis, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "commission": {
      const { use: _use, on: _on, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "yearEndBonus": {
      const { use: _use, per: _per, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "teamPool": {
      const { use: _use, within: _within, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "bonusPool": {
      const { use: _use, target: _target, multiplier: _multiplier, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "spiff": {
      const { use: _use, ...config } = incentive;
      return { ...config, id, currency };
    }
    case "benefits":
    case "honours":
    case "deductions": {
      const { use: _use, ...config } = incentive;
      return { ...config, currency };
    }
  }
}
