import {
  type Curve,
  comparePositions,
  composedCurve,
  type Position,
  polynomialCurve,
  sectionsOfCurves,
  sumOfCurves,
} from "../../kernel/curve.js";
import { readRatio } from "../../kernel/number.js";
import { add, divide, ONE, rational, ZERO } from "../../kernel/rational.js";
import type { CommissionCurveOf, CommissionCurveRange, PlacedPart, ResultPart } from "./curve-parts.js";
import { limitOf, scaled, sumsOf, tableOf } from "./deals.js";
import { capFunction } from "./limits.js";
import type { CommissionPlan, Quantities } from "./plan.js";

/** What is paid for parts whose tables are known, where so much of the result is credited. */
type CurveOfPlaced = (parts: readonly PlacedPart[], credited: Curve) => Curve;

const NOTHING: Quantities = { amount: ZERO, units: ZERO, margin: ZERO };

/**
 * The curve of parts whose tables depend on how large the deal is: where the brackets count each deal, the result is one deal, which grows along the range and goes from table to
 * table; otherwise all deals are as large as it is said.
 */
export function curveByDealSize(
  plan: CommissionPlan,
  parts: readonly ResultPart[],
  { deal = NOTHING }: CommissionCurveOf,
  { from, to, grid }: CommissionCurveRange,
  curveOf: CurveOfPlaced,
): Curve {
  const result = polynomialCurve(from, to, [ZERO, ONE]);
  const place = (size: Quantities) =>
    parts.map(({ quantities, attributes }) => ({ quantities, table: tableOf(plan, attributes, size) }));
  const { per, perDeal } = plan.config;
  if (per === "period" || per === "to-date") {
    const share = limitOf(plan, deal)?.share ?? ONE;
    return curveOf(place(deal), sumOfCurves([{ curve: result, weight: share }]));
  }
  const each = sumsOf(parts);
  const limit = perDeal?.credited;
  const size = limit === undefined ? ZERO : each[limit.quantity];
  const credited =
    limit === undefined || size.n === 0n
      ? result
      : sumOfCurves([
          {
            curve: composedCurve(capFunction(limit), sumOfCurves([{ curve: result, weight: size }]), grid),
            weight: divide(ONE, size),
          },
        ]);
  const starts = [{ x: from, after: false }, ...sizeCorners(plan, each)]
    .filter(
      (one) =>
        comparePositions({ x: from, after: false }, one) <= 0 &&
        comparePositions(one, { x: to, after: true }) < 0,
    )
    .sort(comparePositions);
  return sectionsOfCurves(
    starts.map((start, index) => {
      const end = starts[index + 1]?.x ?? to;
      const inside = divide(add(start.x, end), rational(2n));
      return { start, curve: curveOf(place(scaled(each, inside)), credited) };
    }),
  );
}

/** Where a deal becomes so large that another table fits it. */
function sizeCorners({ tables }: CommissionPlan, each: Quantities): readonly Position[] {
  return tables.flatMap(({ when }) =>
    when.flatMap((one): readonly Position[] => {
      if (!("deal" in one)) return [];
      if (one.deal === "margin-percent") return [{ x: ZERO, after: true }];
      const unit = each[one.deal];
      const at = (limit: number | string | undefined, after: boolean): readonly Position[] =>
        limit === undefined || unit.n === 0n ? [] : [{ x: divide(readRatio(limit), unit), after }];
      return [...at(one.atLeast, false), ...at(one.atMost, true)];
    }),
  );
}
