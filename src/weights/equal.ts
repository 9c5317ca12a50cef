import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { rational } from "../kernel/rational.js";
import { lazySchema, list, type Written } from "../kernel/schema.js";
import { shownField, type WeightList, weightList } from "./list.js";

const equalConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(shownField()));

const equalInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ criteria: list(z.object({ id: key() }), 1) }),
);

/**
 * How many digits are shown: the config of `equalWeights`.
 *
 * @useDeclaredType
 */
export type EqualWeightsConfig = Written<typeof equalConfig>;

/**
 * The criteria. Other properties are let be, so that the input of another method will do.
 *
 * @useDeclaredType
 */
export type EqualWeightsInput = Written<typeof equalInput>;

/**
 * Equal weights (M2): w(j) = 1 / n, exactly. What other methods are compared with, and often hard to beat.
 *
 * Errors: an id twice (`duplicate-id`).
 *
 * Source: R. M. Dawes and B. Corrigan, "Linear models in decision making", Psychological Bulletin 81 (1974), 95-106.
 *
 * @example
 * ```ts
 * import { equalWeights } from "tierwise";
 *
 * const { weights } = equalWeights({})({ criteria: [{ id: "sales" }, { id: "service" }, { id: "team" }] });
 * weights.map(({ weight }) => weight); // => ["1/3", "1/3", "1/3"]
 * ```
 */
export const equalWeights: CalculatorFactory<EqualWeightsConfig, EqualWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "equalWeights",
    config: equalConfig,
    compile: ({ shownDecimals }) =>
      defineCalculator({
        title: "equalWeights",
        input: equalInput,
        run({ criteria }, report) {
          checkIds(criteria, ["criteria"], report);
          report.stop();
          const each = rational(1n, BigInt(criteria.length));
          return weightList(
            "equalWeights",
            criteria,
            criteria.map(() => each),
            shownDecimals,
            report,
          );
        },
      }),
  });
