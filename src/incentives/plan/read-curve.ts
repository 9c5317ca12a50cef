import * as z from "zod/mini";
import { currencyDecimals } from "../../kernel/currency.js";
import {
  type CurvePiece,
  comparePositions,
  curveValue,
  leastOnGrid,
  polynomial,
} from "../../kernel/curve.js";
import { type Decimal, exactDecimal, shownDecimal, toDecimal } from "../../kernel/decimal.js";
import { TierwiseError } from "../../kernel/errors.js";
import { roundingMode } from "../../kernel/fields.js";
import { isNumberProblem, type NumberInput, parseNumber } from "../../kernel/number.js";
import { argumentsOf, optionsOf } from "../../kernel/options.js";
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  ZERO,
} from "../../kernel/rational.js";
import { type RoundingMode, round } from "../../kernel/rounding.js";
import { show } from "../../kernel/show.js";
import type { Stored } from "../../kernel/stored.js";
import { payoutCurveParts } from "./curve-parts.js";
import { type PayoutCurve, readCurve } from "./curve-pieces.js";

const roundingOptions = () => ({ rounding: z.optional(roundingMode()) });
const curveArgument = () => ({ curve: payoutCurveParts() });
const checkPayoutCurve = /* @__PURE__ */ argumentsOf("payoutAt", curveArgument);
const checkMarginalCurve = /* @__PURE__ */ argumentsOf("marginalRate", curveArgument);
const checkEffectiveCurve = /* @__PURE__ */ argumentsOf("effectiveRate", curveArgument);
const checkBreakEvenCurve = /* @__PURE__ */ argumentsOf("breakEven", curveArgument);
const checkPayoutOptions = /* @__PURE__ */ optionsOf("payoutAt", roundingOptions);
const checkBreakEvenOptions = /* @__PURE__ */ optionsOf("breakEven", roundingOptions);

/**
 * What a result is paid: the curve's value there, rounded to the currency's minor unit.
 *
 * @example
 * ```ts
 * import { payoutAt, payoutCurve } from "tierwise";
 *
 * const curve = payoutCurve({ use: "commission", plan: { currency: "USD", brackets: [{ rate: "5%" }] } })({ from: 0, to: 1000 });
 * payoutAt(curve, "33.33"); // => "1.67"
 * ```
 */
export function payoutAt(
  curve: PayoutCurve | Stored<PayoutCurve>,
  result: NumberInput,
  options: { readonly rounding?: RoundingMode } = {},
): Decimal {
  checkPayoutOptions(options);
  const { rounding = "half-up" } = options;
  const at = resultOn(curve, result, "payoutAt", checkPayoutCurve);
  return toDecimal(curveValue(readCurve(curve), at) ?? ZERO, currencyDecimals(curve.currency), rounding);
}

/**
 * What one unit more is paid, right above a result: the slope of the curve there, shown with 6 decimals. At the end of the curve it is that of the last piece.
 *
 * @example
 * ```ts
 * import { marginalRate, payoutCurve } from "tierwise";
 *
 * const plan = { currency: "USD", brackets: [{ rate: "4%" }, { from: 150_000, rate: "6%" }] };
 * const curve = payoutCurve({ use: "commission", plan })({ from: 0, to: 500_000 });
 * marginalRate(curve, "149999.99"); // => "0.04"
 * marginalRate(curve, 150_000); // => "0.06"
 * ```
 */
export function marginalRate(curve: PayoutCurve | Stored<PayoutCurve>, result: NumberInput): Decimal {
  const at = resultOn(curve, result, "marginalRate", checkMarginalCurve);
  const piece = pieceAfter(readCurve(curve).pieces, at);
  const [, slope = ZERO, square = ZERO] = piece?.coefficients ?? [];
  return shownDecimal(add(slope, multiply(multiply(rational(2n), square), at)));
}

/**
 * What each unit of a result is paid on average: the pay before rounding divided by the result, shown with 6 decimals; undefined for a result of 0.
 *
 * @example
 * ```ts
 * import { effectiveRate, payoutCurve } from "tierwise";
 *
 * const plan = { currency: "USD", brackets: [{ rate: "4%" }, { from: 150_000, rate: "6%" }] };
 * effectiveRate(payoutCurve({ use: "commission", plan })({ from: 0, to: 500_000 }), 300_000); // => "0.05"
 * ```
 */
export function effectiveRate(
  curve: PayoutCurve | Stored<PayoutCurve>,
  result: NumberInput,
): Decimal | undefined {
  const at = resultOn(curve, result, "effectiveRate", checkEffectiveCurve);
  return at.n === 0n ? undefined : shownDecimal(divide(curveValue(readCurve(curve), at) ?? ZERO, at));
}

/**
 * The least result on the curve's grid that is paid at least so much, after rounding; undefined where none on the curve is. Where pay falls again above it, later results may be paid less.
 *
 * @example
 * ```ts
 * import { breakEven, payoutCurve } from "tierwise";
 *
 * const plan = { currency: "USD", brackets: [{ rate: "4%" }, { from: 150_000, rate: "6%" }] };
 * breakEven(payoutCurve({ use: "commission", plan })({ from: 0, to: 500_000 }), 7_500); // => "174999.92"
 * ```
 */
export function breakEven(
  curve: PayoutCurve | Stored<PayoutCurve>,
  pay: NumberInput,
  options: { readonly rounding?: RoundingMode } = {},
): Decimal | undefined {
  checkBreakEvenOptions(options);
  checkBreakEvenCurve({ curve });
  const { rounding = "half-up" } = options;
  const wanted = numberOf(pay, "breakEven", "pay");
  const decimals = currencyDecimals(curve.currency);
  const grid = rational(1n, 10n ** BigInt(curve.resultDecimals));
  const { pieces, to } = readCurve(curve);
  const ranges = pieces.flatMap(({ start, coefficients = [] }, index) => {
    const end = pieces[index + 1]?.start ?? { x: to, after: true };
    const isInside = (x: Rational) =>
      comparePositions(start, { x, after: false }) <= 0 && comparePositions({ x, after: false }, end) < 0;
    const turn = turningPoint(coefficients);
    const parts =
      turn !== undefined && isInside(turn)
        ? [
            [start.x, turn],
            [turn, end.x],
          ]
        : [[start.x, end.x]];
    return parts.map(([from, until]) => ({ from, until, isInside, coefficients }));
  });
  for (const { from, until, isInside, coefficients } of ranges) {
    const reaches = (x: Rational) =>
      compare(round(polynomial(coefficients, x), decimals, rounding), wanted) >= 0;
    const [first, last] = endsOnGrid(from as Rational, until as Rational, grid, isInside);
    if (first === undefined || last === undefined) continue;
    const found = reaches(first) ? first : leastOnGrid(first, last, grid, reaches);
    if (found !== undefined) return exactDecimal(found);
  }
  return undefined;
}

/** The first and the last point of the grid between two points that lie inside. */
function endsOnGrid(
  from: Rational,
  until: Rational,
  grid: Rational,
  isInside: (x: Rational) => boolean,
): readonly (Rational | undefined)[] {
  const up = leastOnGrid(from, until, grid, () => true);
  const down = leastOnGrid(negate(until), negate(from), grid, () => true);
  const first = up === undefined || isInside(up) ? up : add(up, grid);
  const last =
    down === undefined || isInside(negate(down)) ? down && negate(down) : add(negate(down), negate(grid));
  return first === undefined || last === undefined || compare(first, last) > 0 ? [] : [first, last];
}

/** Where a square turns. */
function turningPoint([, slope = ZERO, square = ZERO]: readonly Rational[]): Rational | undefined {
  return square.n === 0n ? undefined : divide(negate(slope), multiply(rational(2n), square));
}

/** The piece that holds right above a point. */
function pieceAfter(pieces: readonly CurvePiece[], x: Rational): CurvePiece | undefined {
  return pieces.filter(({ start }) => comparePositions(start, { x, after: true }) <= 0).at(-1);
}

/** A result that lies on a curve. */
function resultOn(
  curve: PayoutCurve | Stored<PayoutCurve>,
  result: NumberInput,
  subject: string,
  check: (given: object) => void,
): Rational {
  check({ curve });
  const { from, to } = curve;
  const at = numberOf(result, subject, "result");
  const [low, high] = [numberOf(from, subject, "from"), numberOf(to, subject, "to")];
  if (compare(low, at) <= 0 && compare(at, high) <= 0) return at;
  const message = `expected a result from ${from} to ${to}, where the curve is, got ${show(result)}`;
  const issue = { path: ["result"], code: "out-of-range" as const, message, params: {} };
  throw new TierwiseError("invalid-input", subject, [issue]);
}

function numberOf(value: NumberInput, subject: string, name: string): Rational {
  const number = parseNumber(value);
  if (!isNumberProblem(number)) return number;
  throw new TierwiseError("invalid-input", subject, [{ path: [name], params: {}, ...number }]);
}
