import { currencyDecimals } from "../../kernel/currency.js";
import { type Curve, composedCurve, polynomialCurve, sumOfCurves } from "../../kernel/curve.js";
import type { Piecewise } from "../../kernel/piecewise.js";
import { divide, multiply, ONE, type Rational, ZERO } from "../../kernel/rational.js";
import { curveOfProgram } from "../../program/curve.js";
import { curveByDealSize } from "./curve-by-deal.js";
import type { CommissionCurveOf, CommissionCurveRange, PlacedPart } from "./curve-parts.js";
import { limitOf, scaled, sumsOf } from "./deals.js";
import { type CheckedCommission, type CommissionPlan, compilePlan, type Quantities } from "./plan.js";
import { column, earnedColumn, groupProgram, totalProgram } from "./program.js";

/**
 * What a commission is before rounding, as exact pieces over its result: a period's or what is reached to date, all of one mixture, or one deal where the brackets count
 * deals. A table that ends has no value above its end. Where what is paid on is spread over what is counted, the parts of the mixture come evenly.
 */
export function commissionCurve(
  config: CheckedCommission,
  of: CommissionCurveOf,
  range: CommissionCurveRange,
): Curve {
  const plan = compilePlan(config);
  const decimals = currencyDecimals(config.currency);
  const program = groupProgram(plan, decimals);
  const groups = config.per === "credit" ? of.parts.map((part) => [part]) : [of.parts];
  const curves = groups.map((parts) =>
    curveByDealSize(plan, parts, of, range, (placed, credited) => {
      const columns = columnsOf(plan, placed, credited, of.quota, range);
      return curveOfProgram(program, new Map(columns), "amount", range.grid);
    }),
  );
  const together = sumOfCurves(curves.map((curve) => ({ curve, weight: ONE })));
  if (config.per === "period" || config.per === "to-date") return together;
  return curveOfProgram(totalProgram(plan, decimals), new Map([["earned", together]]), "amount", range.grid);
}

/** What of a result is credited: all deals of a period are as large as it is said; where brackets count deals, the result is one. */
export function creditedResult(
  config: CheckedCommission,
  { parts, deal }: CommissionCurveOf,
  result: Rational,
) {
  // Several credits of which each is a deal: no one of them is the result.
  if (config.per === "credit" && parts.length > 1) return result;
  const isOneDeal = config.per === "credit" || config.per === "order";
  const size = isOneDeal ? scaled(sumsOf(parts), result) : deal;
  const share = size && limitOf(compilePlan(config), size)?.share;
  return share === undefined ? result : multiply(result, share);
}

type CurveColumns = readonly (readonly [string, Curve])[];

/** The columns of the program: each quantity grows with what is credited of the result. */
function columnsOf(
  plan: CommissionPlan,
  parts: readonly PlacedPart[],
  credited: Curve,
  quota: Rational,
  { from, to, grid }: CommissionCurveRange,
): CurveColumns {
  const times = (factor: Rational) => sumOfCurves([{ curve: credited, weight: factor }]);
  // Margin and amount grow together, and so their ratio stays.
  const constant = (value: Rational) => polynomialCurve(from, to, [value]);
  const countColumns = (at: string, sums: Quantities): CurveColumns =>
    plan.counts === "margin-percent"
      ? [
          [column(at, "margin"), constant(sums.margin)],
          [column(at, "amount-of-margin"), constant(sums.amount)],
        ]
      : [[column(at, "counted"), times(sums[plan.counted])]];
  const together = sumsOf(parts);
  const ofTable = plan.tables.flatMap((table, position): CurveColumns => {
    const own = sumsOf(parts.filter((part) => part.table === position));
    const at = column(table.id);
    if (plan.kind === "spread") {
      const counted = plan.shared ? together : own;
      const earned = spreadCurve(
        plan,
        table.rates.earns,
        counted[plan.counted],
        own[plan.paidOn],
        credited,
        quota,
        grid,
      );
      return [[earnedColumn(plan, table, undefined), earned]];
    }
    const counts = plan.shared ? [] : countColumns(at, own);
    return plan.kind === "direct" ? counts : [...counts, [column(at, "paid-on"), times(own[plan.paidOn])]];
  });
  return [
    ...(plan.shared && plan.kind === "reached" ? countColumns("", together) : []),
    ...ofTable,
    ...thresholdColumns(plan, together, times, constant),
    ["quota", constant(quota)],
  ];
}

/** What is paid on, spread evenly over what is counted. */
function spreadCurve(
  plan: CommissionPlan,
  earns: Piecewise,
  counted: Rational,
  paidOn: Rational,
  credited: Curve,
  quota: Rational,
  grid: Rational,
): Curve {
  const scale = plan.counts === "attainment" ? divide(ONE, quota) : ONE;
  const each = multiply(counted, scale);
  if (each.n === 0n) return sumOfCurves([{ curve: credited, weight: ZERO }]);
  const count = sumOfCurves([{ curve: credited, weight: each }]);
  return sumOfCurves([{ curve: composedCurve(earns, count, grid), weight: divide(paidOn, each) }]);
}

function thresholdColumns(
  { threshold }: CommissionPlan,
  sums: Quantities,
  times: (factor: Rational) => Curve,
  constant: (value: Rational) => Curve,
): CurveColumns {
  if (threshold?.all !== true) return [];
  if (threshold.counts === "margin-percent")
    return [
      ["threshold-margin", constant(sums.margin)],
      ["threshold-amount-of-margin", constant(sums.amount)],
    ];
  return [["threshold-counted", times(sums[threshold.counted])]];
}
