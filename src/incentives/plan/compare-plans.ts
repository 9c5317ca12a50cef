import { type Curve, composedCurve, constantOf, sumOfCurves } from "../../kernel/curve.js";
import { TierwiseError } from "../../kernel/errors.js";
import { argumentsOf } from "../../kernel/options.js";
import type { Piecewise } from "../../kernel/piecewise.js";
import { negate, ONE, rational, ZERO } from "../../kernel/rational.js";
import type { Stored } from "../../kernel/stored.js";
import { payoutCurveParts } from "./curve-parts.js";
import { type CurveNumber, type PayoutCurve, readCurve, writePieces } from "./curve-pieces.js";

/** A stretch of results on which one of two plans pays more, or both pay the same. */
export interface PlanSection {
  readonly paysMore: "first" | "second" | "neither";
  readonly from: CurveNumber;
  readonly includesFrom: boolean;
  readonly to: CurveNumber;
  readonly includesTo: boolean;
}

/** Which of two plans pays more where, and by how much. */
export interface PlanComparison {
  readonly kind: "plan-comparison";
  readonly currency: string;
  readonly result: string;
  /** In rising order, without holes. */
  readonly sections: readonly PlanSection[];
  /** What the second plan pays more than the first, as a curve; negative where it pays less. */
  readonly difference: PayoutCurve;
}

const SIGN: Piecewise = {
  pieces: [
    { includesFrom: false, coefficients: [rational(-1n)] },
    { from: ZERO, includesFrom: true, coefficients: [ZERO] },
    { from: ZERO, includesFrom: false, coefficients: [ONE] },
  ],
};

const checkCurves = /* @__PURE__ */ argumentsOf("comparePlans", () => ({
  first: payoutCurveParts(),
  second: payoutCurveParts(),
}));

/**
 * Compares two plans by their payout curves over the same results: where which pays more, before rounding, and the difference as a curve. Where two squares cross between two points of the
 * grid, the section changes at the first point of the grid on the other side.
 *
 * Errors: curves of different results or ranges (`range-empty`), or currencies (`wrong-currency`).
 *
 * @example
 * ```ts
 * import { comparePlans, payoutCurve } from "tierwise";
 *
 * const flat = payoutCurve({ use: "commission", plan: { currency: "USD", brackets: [{ rate: "5%" }] } });
 * const steep = payoutCurve({ use: "commission", plan: { currency: "USD", brackets: [{ rate: "3%" }, { from: 50_000, rate: "8%" }] } });
 * const range = { from: 0, to: 200_000 };
 * const { sections } = comparePlans(flat(range), steep(range));
 * sections.map(({ paysMore, to }) => `${paysMore} to ${to}`);
 * // => ["neither to 0", "first to 250000/3", "neither to 250000/3", "second to 200000"]
 * ```
 */
export function comparePlans(
  first: PayoutCurve | Stored<PayoutCurve>,
  second: PayoutCurve | Stored<PayoutCurve>,
): PlanComparison {
  checkCurves({ first, second });
  checkAlike(first as PayoutCurve, second as PayoutCurve);
  const difference = sumOfCurves([
    { curve: readCurve(second), weight: ONE },
    { curve: readCurve(first), weight: negate(ONE) },
  ]);
  const { currency, result, resultDecimals, from, to } = first as PayoutCurve;
  const signs = composedCurve(SIGN, difference, rational(1n, 10n ** BigInt(resultDecimals)));
  return {
    kind: "plan-comparison",
    currency,
    result,
    sections: writePieces(signs).map((piece, index) => ({
      paysMore: sideOf(signs, index),
      from: piece.from,
      includesFrom: piece.includesFrom,
      to: piece.to,
      includesTo: piece.includesTo,
    })),
    difference: {
      kind: "payout-curve",
      currency,
      result,
      resultDecimals,
      from,
      to,
      pieces: writePieces(difference),
    },
  };
}

function sideOf(signs: Curve, index: number): PlanSection["paysMore"] {
  const piece = signs.pieces[index];
  const sign = piece && constantOf({ ...signs, pieces: [piece] });
  if (sign === undefined || sign.n === 0n) return "neither";
  return sign.n > 0n ? "second" : "first";
}

function checkAlike(first: PayoutCurve, second: PayoutCurve): void {
  const issues = [];
  for (const name of ["currency", "result", "from", "to"] as const) {
    const [one, other] = [String(first[name]), String(second[name])];
    if (one === other) continue;
    const code = name === "currency" ? ("wrong-currency" as const) : ("range-empty" as const);
    issues.push({
      path: [name],
      code,
      message: `expected ${one}, as the first curve has it, got ${other}`,
      params: {},
    });
  }
  if (issues.length > 0) throw new TierwiseError("invalid-input", "comparePlans", issues);
}
