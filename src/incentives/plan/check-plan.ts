import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Curve, curveValue, polynomial } from "../../kernel/curve.js";
import { exactDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { inputNumber } from "../../kernel/fields.js";
import { atOrAbove, atOrBelow, nextAbove, nextBelow } from "../../kernel/grid.js";
import { readNumber } from "../../kernel/number.js";
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { round } from "../../kernel/rounding.js";
import { described, lazySchema, type Written } from "../../kernel/schema.js";
import { sayPlanWarning } from "./explain-warning.js";
import { hiddenTables } from "./hidden-tables.js";
import { mostGained } from "./moved-results.js";
import { compilePayer, gridOf, type Payer, type ResultRange } from "./payer.js";
import { rangeFields, readRange, wholeCurve } from "./payout-curve.js";
import { attainedPercent, beginsAt, isIn, type PlanPlaces } from "./plan-places.js";
import { type CheckedPlan, checkPlanOfOne, type PlanConfig, planSchema } from "./plan-schema.js";
import { planSentencesEn } from "./sentences.js";
import type { PaidResult, PlanWarning, PlanWarningCode } from "./warning.js";

const planRange = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...rangeFields(),
    largestJump: described(
      z._default(inputNumber({ least: 0 }), 0),
      "By how much pay may rise from one result to the next without a warning; without it, any jump is warned of.",
    ),
  }),
);

/**
 * From which result to which the plan is looked at, and how far pay may jump.
 *
 * @useDeclaredType
 */
export type PlanRange = Written<typeof planRange>;

/**
 * Looks for what a plan may not mean to say before it is paid by (M17, M18), each with a witness:
 *
 * - `pay-falls`: a higher result is paid less. `pay-jumps`: the next result on the grid is paid more by over `largestJump` more than the slope on either side explains; without it, any jump.
 * - `nothing-paid`, `dead-zone`, `pay-stops`: from the beginning, in the middle or up to the end of the range, more result is paid nothing more.
 * - `bracket-unreachable`: a bracket or point that begins above the range, or above what is counted of its highest result where deals are limited; the witness is that result.
 * - `table-unreachable`: a rate table that no deal comes to, as an earlier one (`by`) takes all that fit it; each earlier table is looked at alone. Its witness is that table, and no results.
 * - `holding-back-pays`: where each period begins anew, moving a part of a period's result into the next one (or the other way) pays more for the same two results; the witness are both periods, as they are and moved.
 *
 * `path` is the bracket, point, threshold or cap that a warning comes from: what begins at the result, or is held to; empty where several could be it. Of a plan that counts attainment the message says it beside each result. `explainPlanWarning` says a warning in other languages.
 *
 * Pay is looked at on the grid of results, after rounding. Moved results are tried at the corners of the curve (24 at most), so that no warning is no proof that nothing is gained. The errors are those of `payoutCurve`.
 *
 * @example
 * ```ts
 * import { checkPlan } from "tierwise";
 *
 * const plan = { currency: "USD", method: "whole" as const, brackets: [{ rate: "5%" }, { from: 1000, rate: "4%" }] };
 * const [warning] = checkPlan({ use: "commission", plan })({ from: 0, to: 2000 });
 * warning?.code; // => "pay-falls"
 * warning?.message; // => "a result of 1000 is paid 40, less than one of 999.99, which is paid 50"
 * warning?.witness; // => [{ result: "999.99", pay: "50" }, { result: "1000", pay: "40" }]
 * ```
 */
export const checkPlan: CalculatorFactory<PlanConfig, PlanRange, readonly PlanWarning[]> =
  /* @__PURE__ */ defineFactory({
    title: "checkPlan",
    config: planSchema,
    check: (config, report) => checkPlanOfOne(config, [], report),
    compile(config) {
      const payer = compilePayer(config);
      return defineCalculator({
        title: "checkPlan",
        input: planRange,
        run(input, report): readonly PlanWarning[] {
          const range = readRange(payer, input, report);
          report.stop();
          const curve = wholeCurve(payer, range, report);
          report.stop();
          const looked = look(payer, curve);
          return [
            ...slopeWarnings(looked),
            ...jumpWarnings(looked, readNumber(input.largestJump)),
            ...cornerWarnings(looked, range),
            ...tableWarnings(config),
            ...movingWarnings(looked),
          ].map(withMessage);
        },
      });
    },
  });

type Found = Omit<PlanWarning, "message">;

function withMessage({ path, code, witness, values }: Found): PlanWarning {
  return { path, code, message: sayPlanWarning({ code, witness, values }, planSentencesEn), witness, values };
}

/** A curve that is looked at, and what a result is paid on it. */
interface Looked {
  readonly payer: Payer;
  readonly curve: Curve;
  readonly grid: Rational;
  pay(result: Rational): Rational;
  paid(result: Rational): PaidResult;
}

function look(payer: Payer, curve: Curve): Looked {
  const decimals = currencyDecimals(payer.currency);
  const pay = (result: Rational) => round(curveValue(curve, result) ?? ZERO, decimals, payer.rounding);
  return {
    payer,
    curve,
    grid: gridOf(payer),
    pay,
    paid: (result) => ({
      result: exactDecimal(result),
      ...attainedPercent(payer.places, result),
      pay: exactDecimal(pay(result)),
    }),
  };
}

/** Pieces on which pay falls, or does not change. */
function slopeWarnings({ payer: { places, counted }, curve, grid, paid, pay }: Looked): readonly Found[] {
  const { pieces } = curve;
  return pieces.flatMap(({ start, coefficients = [] }, index): readonly Found[] => {
    const end = pieces[index + 1]?.start ?? { x: curve.to, after: true };
    const first = start.after ? nextAbove(start.x, grid) : atOrAbove(start.x, grid);
    const last = end.after ? atOrBelow(end.x, grid) : nextBelow(end.x, grid);
    if (compare(first, last) >= 0) return [];
    const witness = [paid(first), paid(last)];
    const isLimited = compare(counted(last), last) < 0;
    if (coefficients.length <= 1) {
      const isFirst = index === 0 && pay(first).n === 0n;
      const code = isFirst ? "nothing-paid" : index === pieces.length - 1 ? "pay-stops" : "dead-zone";
      const path = isLimited ? [] : flatPlace(places, code, counted(start.x));
      return [{ path, code, witness, values: {} }];
    }
    const fall = fallsFrom(coefficients, first, last, grid);
    if (fall === undefined) return [];
    const [high, low] = [paid(fall.from), paid(fall.to)];
    if (high.pay.lte(low.pay)) return [];
    return [{ path: isIn(places, counted(start.x)), code: "pay-falls", witness: [high, low], values: {} }];
  });
}

/** Where it comes from that more result is paid nothing more: a threshold that is not reached, a bracket that begins there, or a cap. */
function flatPlace(places: PlanPlaces, code: PlanWarningCode, from: Rational): Path {
  const { threshold } = places;
  if (code === "nothing-paid" && threshold !== undefined && compare(threshold.from, from) > 0)
    return threshold.path;
  const begins = beginsAt(places, from);
  return begins.length > 0 ? begins : (places.cap ?? isIn(places, from));
}

/** Where a polynomial falls between two points of the grid, if it does: a square may do so on one side of where it turns. */
function fallsFrom(
  coefficients: readonly Rational[],
  first: Rational,
  last: Rational,
  grid: Rational,
): { readonly from: Rational; readonly to: Rational } | undefined {
  const [, slope = ZERO, square = ZERO] = coefficients;
  const slopeAt = (x: Rational) => add(slope, multiply(multiply(rational(2n), square), x));
  const [falling, atEnd] = [slopeAt(first).n < 0n, slopeAt(last).n < 0n];
  if (!falling && !atEnd) return undefined;
  if (falling && atEnd) return { from: first, to: last };
  const turn = divide(negate(slope), multiply(rational(2n), square));
  return falling ? { from: first, to: atOrBelow(turn, grid) } : { from: atOrAbove(turn, grid), to: last };
}

/** Corners at which pay falls or jumps from one result to the next. */
function jumpWarnings(
  { payer: { places, counted }, curve, grid, paid, pay }: Looked,
  largest: Rational,
): readonly Found[] {
  const { pieces } = curve;
  return pieces.slice(1).flatMap(({ start, coefficients = [] }, index): readonly Found[] => {
    const before = start.after ? atOrBelow(start.x, grid) : nextBelow(start.x, grid);
    const after = add(before, grid);
    if (compare(before, curve.from) < 0 || compare(after, curve.to) > 0) return [];
    const rise = subtract(pay(after), pay(before));
    const witness = [paid(before), paid(after)];
    const path = beginsAt(places, counted(start.x));
    if (rise.n < 0n) return [{ path, code: "pay-falls", witness, values: {} }];
    const height = subtract(
      polynomial(coefficients, start.x),
      polynomial(pieces[index]?.coefficients ?? [], start.x),
    );
    if (compare(height, largest) <= 0) return [];
    return [{ path, code: "pay-jumps", witness, values: { by: rationalText(height) } }];
  });
}

function cornerWarnings({ payer, grid, paid }: Looked, { to }: ResultRange): readonly Found[] {
  const last = atOrBelow(to, grid);
  const counted = payer.counted(last);
  const isLimited = compare(counted, last) < 0;
  return payer.places.corners
    .filter(({ from }) => compare(from, isLimited ? counted : to) > 0)
    .map(({ path, from }) => {
      const { attainment } = attainedPercent(payer.places, from);
      return {
        path,
        code: "bracket-unreachable",
        witness: [paid(last)],
        values: {
          begins: rationalText(from),
          ...(attainment === undefined ? {} : { attainment: String(attainment) }),
          ...(isLimited ? { counts: rationalText(counted) } : {}),
        },
      };
    });
}

function tableWarnings(config: CheckedPlan): readonly Found[] {
  if (config.use !== "commission") return [];
  return hiddenTables(config.plan.tables ?? []).map(({ index, by }) => ({
    path: ["plan", "tables", index],
    code: "table-unreachable",
    witness: [],
    values: { by },
  }));
}

function movingWarnings({ payer, curve, grid, paid }: Looked): readonly Found[] {
  if (!payer.isPerPeriod) return [];
  const found = mostGained(curve, payer, grid, currencyDecimals(payer.currency));
  if (found === undefined) return [];
  const { first, second, moved, paid: together, wouldPay } = found;
  const witness = [first, second, subtract(first, moved), add(second, moved)].map(paid);
  const path = movingPlace(payer.places, payer.counted(second), payer.counted(add(second, moved)));
  const [asIs, asMoved] = [rationalText(together), rationalText(wouldPay)];
  const values = { moved: rationalText(moved), paid: asIs, wouldPay: asMoved };
  return [{ path, code: "holding-back-pays", witness, values }];
}

/** What moved results reach: the highest bracket that begins between two results, or the cap, below which they come to be; none where it could be either. */
function movingPlace(places: PlanPlaces, from: Rational, to: Rational): Path {
  const reached = places.corners.some((one) => compare(one.from, from) > 0 && compare(one.from, to) <= 0);
  const { cap } = places;
  if (reached) return cap === undefined ? isIn(places, to) : [];
  return cap ?? [];
}
