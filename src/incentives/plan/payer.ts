import { currencyDecimals } from "../../kernel/currency.js";
import { type Curve, polynomialCurve } from "../../kernel/curve.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { divide, multiply, ONE, type Rational, rational, sum, ZERO } from "../../kernel/rational.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import { type CurveValue, curveOfProgram } from "../../program/curve.js";
import { bonusProgram, multiplierColumn } from "../bonus/program.js";
import { commissionCurve, creditedResult } from "../commission/curve.js";
import type { Quantities } from "../commission/plan.js";
import { type Count, countedQuantity } from "../rate-table/terms.js";
import type { PlanPlaces } from "./plan-places.js";
import type { CheckedPlan } from "./plan-schema.js";

/** A stretch of results, none below zero for a commission. */
export interface ResultRange {
  readonly from: Rational;
  readonly to: Rational;
}

/** A plan that has been compiled to pay against result. */
export interface Payer {
  readonly currency: string;
  /** What the result is. */
  readonly result: string;
  readonly resultDecimals: number;
  readonly rounding: RoundingMode;
  /** Whether each period begins anew, so that results can be moved from one to the next. */
  readonly isPerPeriod: boolean;
  /** Pay before rounding along a range. */
  curve(range: ResultRange): Curve;
  /** What is counted of a result, where deals are limited. */
  counted(result: Rational): Rational;
  /** Where brackets or points of the plan begin, as results that are counted; its threshold, its cap, and what attainment a result is. */
  readonly places: PlanPlaces;
}

/** The unit of the grid on which results lie. */
export function gridOf({ resultDecimals }: Pick<Payer, "resultDecimals">): Rational {
  return rational(1n, 10n ** BigInt(resultDecimals));
}

const SCORE_DECIMALS = 4;

export function compilePayer(config: CheckedPlan): Payer {
  return config.use === "commission" ? commissionPayer(config) : bonusPayer(config);
}

type PlanOf<Use extends CheckedPlan["use"]> = Extract<CheckedPlan, { readonly use: Use }>;

function commissionPayer({ plan, result, parts, quota = 1, deal }: PlanOf<"commission">): Payer {
  const resultDecimals = result === "units" ? 0 : currencyDecimals(plan.currency);
  const read = parts.map(({ attributes = {}, ...given }) => ({
    quantities: quantitiesOf(parts.length === 1 ? { [result]: 1, ...given } : given),
    attributes,
  }));
  const of = {
    parts: read,
    quota: readNumber(quota),
    ...(deal === undefined ? {} : { deal: quantitiesOf(deal) }),
  };
  return {
    currency: plan.currency,
    result,
    resultDecimals,
    rounding: plan.rounding,
    isPerPeriod: plan.per === "period",
    curve: (range) =>
      commissionCurve(plan, of, { ...range, grid: rational(1n, 10n ** BigInt(resultDecimals)) }),
    counted: (result) => creditedResult(plan, of, result),
    places: commissionPlaces(
      plan,
      read.map(({ quantities }) => quantities),
      readNumber(quota),
    ),
  };
}

function quantitiesOf(given: Partial<Record<keyof Quantities, number | string | undefined>>): Quantities {
  const read = (name: keyof Quantities) => readNumber(given[name] ?? 0);
  return { amount: read("amount"), units: read("units"), margin: read("margin") };
}

type CommissionRules = PlanOf<"commission">["plan"];

/** Where brackets, the threshold and the cap of a commission are, as results; what counts a ratio of margin does not begin at a result. */
function commissionPlaces(plan: CommissionRules, parts: readonly Quantities[], quota: Rational): PlanPlaces {
  const { counts, quotaIn, threshold, cap } = plan;
  const eachOf = (counted: Count) =>
    counted === "margin-percent" ? ZERO : sum(parts.map((part) => part[countedQuantity(counted, quotaIn)]));
  /** The result at which one of what is counted is reached. */
  const scaleOf = (counted: Count) => {
    const each = eachOf(counted);
    return each.n === 0n ? undefined : divide(counted === "attainment" ? quota : ONE, each);
  };
  const scale = threshold === undefined ? undefined : scaleOf(threshold.counts ?? counts);
  const ofQuota = [counts, threshold?.counts].includes("attainment") ? scaleOf("attainment") : undefined;
  return {
    corners: commissionCorners(plan, scaleOf(counts)),
    ...(threshold === undefined || scale === undefined
      ? {}
      : { threshold: { path: ["plan", "threshold"], from: multiply(readRatio(threshold.from), scale) } }),
    ...(cap === undefined ? {} : { cap: ["plan", "cap"] }),
    ...(ofQuota === undefined ? {} : { attainment: divide(ONE, ofQuota) }),
  };
}

function commissionCorners(
  { brackets, tables }: CommissionRules,
  scale: Rational | undefined,
): PlanPlaces["corners"] {
  if (scale === undefined) return [];
  const lists = [
    { path: ["plan", "brackets"], brackets: brackets ?? [] },
    ...[...(tables ?? []).entries()].map(([index, table]) => ({
      path: ["plan", "tables", index, "brackets"],
      brackets: table.brackets,
    })),
  ];
  return lists.flatMap(({ path, brackets: own }) =>
    own.map(({ from }, index) => ({
      path: [...path, index],
      from: multiply(readRatio(from), scale),
    })),
  );
}

/** Where the curve of the score has its points, and a matrix its rows. */
function bonusCorners({
  payout,
  multipliers = [],
}: PlanOf<"performanceBonus">["plan"]): PlanPlaces["corners"] {
  const lists = [
    { path: ["plan", "payout"], scores: payout },
    ...multipliers.map(({ byScore }, index) => ({
      path: ["plan", "multipliers", index, "byScore", "rows"],
      scores: byScore?.rows ?? [],
    })),
  ];
  return lists.flatMap(({ path, scores }) =>
    scores.map(({ score }, index) => ({ path: [...path, index], from: readNumber(score) })),
  );
}

function bonusPayer({ plan, tier, salary = 0, multipliers }: PlanOf<"performanceBonus">): Payer {
  const program = bonusProgram(plan);
  return {
    currency: plan.currency,
    result: "score",
    resultDecimals: SCORE_DECIMALS,
    rounding: plan.rounding,
    isPerPeriod: false,
    curve: ({ from, to }) => {
      const inputs = new Map<string, CurveValue>([
        ["tier", tier],
        ["score", polynomialCurve(from, to, [ZERO, ONE])],
        ["part", polynomialCurve(from, to, [ONE])],
        ["salary", polynomialCurve(from, to, [readNumber(salary)])],
        ...(plan.multipliers ?? []).map(
          ({ id }) =>
            [multiplierColumn(id), polynomialCurve(from, to, [readNumber(multipliers[id])])] as const,
        ),
      ]);
      return curveOfProgram(program, inputs, "amount", gridOf({ resultDecimals: SCORE_DECIMALS }));
    },
    counted: (result) => result,
    places: {
      corners: bonusCorners(plan),
      ...(plan.cap === undefined ? {} : { cap: ["plan", "cap"] }),
    },
  };
}
