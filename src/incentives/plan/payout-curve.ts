import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import type { Curve } from "../../kernel/curve.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { inputNumber } from "../../kernel/fields.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { compare, type Rational, rationalText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { lazySchema, type Written } from "../../kernel/schema.js";
import { type PayoutCurve, writePieces } from "./curve-pieces.js";
import { compilePayer, type Payer, type ResultRange } from "./payer.js";
import { checkPlanOfOne, type PlanConfig, planSchema } from "./plan-schema.js";

/** The fields of a range of results. */
export function rangeFields() {
  return { from: inputNumber(), to: inputNumber() };
}

const rangeInput = /* @__PURE__ */ lazySchema(() => z.strictObject(rangeFields()));

/**
 * From which result to which the curve is drawn.
 *
 * @useDeclaredType
 */
export type PayoutRange = Written<typeof rangeInput>;

/**
 * Pay against result, as exact pieces and not as samples (M10, M18): constant, linear, or a square where a rate is interpolated and pays on all. It is what the plan's own program pays before
 * rounding, at every point of the grid of results (the currency's minor unit, whole units, or scores with 4 decimals): caps, floors, thresholds and tables chosen by attributes are in it. Results of a
 * commission are those of one period, or to date, or one deal, as the plan's `per` says. Those of a period, or to date, come in many deals, each as large as the
 * plan's `deal` says and so small, where it says nothing, that no table or limit of large deals is for it; by the method `each` they come so evenly that each slice is paid at its own rate. Where the lines of single deals are rounded before a cap or floor on their sum, pay may be a unit off the curve.
 *
 * A piece holds from `from` to `to`; which of two pieces has the corner itself is said on both. Numbers whose decimals do not end are fraction texts.
 *
 * Errors of the input: a range that is empty (`range-empty`) or begins below zero for a commission (`out-of-range`), or goes beyond the end of the table
 * (`above-brackets`). Errors of the config: those of the plan, below `plan`; a tier without a target (`unknown-tier`) or what its bonus needs (`missing`), no `quota` beside a plan that counts attainment (`quota-missing`), a payout that is rounded before it is paid (`not-a-choice`).
 *
 * @example
 * ```ts
 * import { payoutCurve } from "tierwise";
 *
 * const plan = { currency: "USD", brackets: [{ rate: "4%" }, { from: 150_000, rate: "6%" }] };
 * const { pieces } = payoutCurve({ use: "commission", plan })({ from: 0, to: 200_000 });
 * pieces.map(({ from, to, payTo }) => `${from} to ${to}: up to ${payTo}`); // => ["0 to 150000: up to 6000", "150000 to 200000: up to 9000"]
 * pieces[1]?.coefficients; // => ["-3000", "0.06"]
 * ```
 */
export const payoutCurve: CalculatorFactory<PlanConfig, PayoutRange, PayoutCurve> =
  /* @__PURE__ */ defineFactory({
    title: "payoutCurve",
    config: planSchema,
    check: (config, report) => checkPlanOfOne(config, [], report),
    compile(config) {
      const payer = compilePayer(config);
      return defineCalculator({
        title: "payoutCurve",
        input: rangeInput,
        run(input, report): PayoutCurve {
          const range = readRange(payer, input, report);
          report.stop();
          const curve = wholeCurve(payer, range, report);
          report.stop();
          const { currency, result, resultDecimals } = payer;
          return {
            kind: "payout-curve",
            currency,
            result,
            resultDecimals,
            from: exactDecimal(range.from),
            to: exactDecimal(range.to),
            pieces: writePieces(curve),
          };
        },
      });
    },
  });

/** The curve over a range, and a note where the range goes beyond the end of the table. */
export function wholeCurve(payer: Payer, range: ResultRange, report: Report): Curve {
  const curve = payer.curve(range);
  const end = curve.pieces.find(({ coefficients }) => coefficients === undefined);
  if (end !== undefined) {
    const message = `expected a range up to ${rationalText(end.start.x)}, where the table ends, got ${rationalText(range.to)}`;
    report.add(["to"], "above-brackets", message);
  }
  return curve;
}

/** Reads a range, and notes what is wrong with it. */
export function readRange(
  { result }: Payer,
  { from, to }: { readonly from: NumberInput; readonly to: NumberInput },
  report: Report,
): ResultRange {
  const [low, high] = [readNumber(from), readNumber(to)];
  if (compare(low, high) >= 0) {
    report.add(["to"], "range-empty", `expected more than ${rationalText(low)}, got ${rationalText(high)}`);
  }
  if (result !== "score" && isNegative(low)) {
    report.add(["from"], "out-of-range", `expected at least 0, got ${rationalText(low)}`);
  }
  return { from: low, to: high };
}

function isNegative({ n }: Rational): boolean {
  return n < 0n;
}
