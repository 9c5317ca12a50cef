import * as z from "zod/mini";
import { apportion } from "../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { type Decimal, unitsToDecimal } from "../kernel/decimal.js";
import { decimals } from "../kernel/fields.js";
import { type Rational, rational, rationalText, subtract } from "../kernel/rational.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { exactText, inputWeights, readProportions } from "./list.js";

const roundConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    decimals: described(z._default(decimals(), 2), "The decimals of a part of 1; 2 makes whole percents."),
  }),
);

const roundInput = /* @__PURE__ */ lazySchema(() => z.strictObject({ weights: inputWeights() }));

/**
 * To how many decimals weights are rounded: the config of `roundWeights`.
 *
 * @useDeclaredType
 */
export type RoundWeightsConfig = Written<typeof roundConfig>;

/**
 * Weights of zero or more, in any unit.
 *
 * @useDeclaredType
 */
export type RoundWeightsInput = Written<typeof roundInput>;

/** A rounded weight: a decimal part of 1, and what the rounding added to the exact one. */
export interface RoundedWeight {
  readonly id: string;
  /** The rounded weight as a decimal text that a weight schema accepts. */
  readonly weight: string;
  readonly shown: Decimal;
  /** The rounded weight less the exact one, as an exact text. */
  readonly difference: string;
}

/** Rounded weights in the order of the input; they sum to 1 exactly. */
export interface RoundedWeights {
  readonly kind: "weights";
  readonly method: "roundWeights";
  readonly weights: readonly RoundedWeight[];
}

/**
 * Rounds weights so that they still sum to 1 (M2, M3), by the method of the largest remainder (Hamilton's).
 *
 * Weights with another sum are scaled to 1 first. Each is then rounded down to a unit of 10^-`decimals` (2: whole percents), and the units left over go one
 * each to the largest remainders, of equal remainders to the id that comes first by code point. So none moves by a unit or more, and the order of rows
 * does not matter.
 *
 * Errors: weights that are all zero (`weights-zero`), an id twice (`duplicate-id`), a weight below zero (`out-of-range`).
 *
 * Source: A. Hamilton's method of apportionment (1792), as in M. Balinski and H. P. Young, "Fair Representation" (1982).
 *
 * @example
 * ```ts
 * import { roundWeights } from "tierwise";
 *
 * const { weights } = roundWeights({ decimals: 2 })({
 *   weights: [{ id: "sales", weight: "1/3" }, { id: "service", weight: "1/3" }, { id: "team", weight: "1/3" }],
 * });
 * weights.map(({ weight }) => weight); // => ["0.34", "0.33", "0.33"]
 * weights[0]?.difference; // => "1/150"
 * ```
 */
export const roundWeights: CalculatorFactory<RoundWeightsConfig, RoundWeightsInput, RoundedWeights> =
  /* @__PURE__ */ defineFactory({
    title: "roundWeights",
    config: roundConfig,
    compile: (config) =>
      defineCalculator({
        title: "roundWeights",
        input: roundInput,
        run({ weights }, report): RoundedWeights {
          const exact = readProportions(weights, ["weights"], report);
          report.stop();
          const whole = 10n ** BigInt(config.decimals);
          const units = apportion(
            whole,
            weights.map(({ id }, index) => ({ id, share: exact[index] as Rational })),
          );
          const rounded = weights.map(({ id }, index): RoundedWeight => {
            const weight = rational(units[index] ?? 0n, whole);
            return {
              id,
              weight: rationalText(weight),
              shown: unitsToDecimal(units[index] ?? 0n, config.decimals),
              difference: exactText(subtract(weight, exact[index] as Rational), id, report),
            };
          });
          return { kind: "weights", method: "roundWeights", weights: rounded };
        },
      }),
  });
