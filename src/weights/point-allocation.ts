import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { configNumber, inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { absolute, divide, rationalText, subtract, sum } from "../kernel/rational.js";
import { described, lazySchema, list, type Written } from "../kernel/schema.js";
import { shownField, type WeightList, weightList } from "./list.js";

const pointConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    points: described(
      z._default(configNumber({ above: 0 }), 100),
      "How many points there are to be shared out, all of them.",
    ),
    ...shownField(),
  }),
);

const pointInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ criteria: list(z.strictObject({ id: key(), points: inputNumber({ least: 0 }) }), 1) }),
);

/**
 * How many points there are: the config of `pointAllocation`.
 *
 * @useDeclaredType
 */
export type PointAllocationConfig = Written<typeof pointConfig>;

/**
 * Criteria and the points that each was given, zero or more.
 *
 * @useDeclaredType
 */
export type PointAllocationInput = Written<typeof pointInput>;

/**
 * Weights by point allocation (M2, M3): a judge shares out 100 points (`points`), and w(j) = p(j) / 100, exactly.
 *
 * All points must be given out, no more and no fewer: that is what makes the judge weigh one criterion against another. Where any sum will do, see
 * `directRating`.
 *
 * Errors: points with another sum (`weights-sum`), points below zero (`out-of-range`), an id twice (`duplicate-id`).
 *
 * Source: J. R. Doyle, R. H. Green and P. A. Bottomley, "Judging relative importance: direct rating and point allocation are not equivalent", Organizational Behavior
 * and Human Decision Processes 70 (1997), 65-72.
 *
 * @example
 * ```ts
 * import { pointAllocation } from "tierwise";
 *
 * const { weights } = pointAllocation({})({ criteria: [{ id: "sales", points: 50 }, { id: "service", points: 30 }, { id: "team", points: 20 }] });
 * weights.map(({ weight }) => weight); // => ["0.5", "0.3", "0.2"]
 * ```
 */
export const pointAllocation: CalculatorFactory<PointAllocationConfig, PointAllocationInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "pointAllocation",
    config: pointConfig,
    compile(config) {
      const whole = readNumber(config.points);
      return defineCalculator({
        title: "pointAllocation",
        input: pointInput,
        run({ criteria }, report) {
          checkIds(criteria, ["criteria"], report);
          const points = criteria.map((one) => readNumber(one.points));
          const difference = subtract(sum(points), whole);
          if (difference.n !== 0n) {
            const [given, expected, by] = [sum(points), whole, absolute(difference)].map(rationalText);
            const more = difference.n > 0n ? "more" : "less";
            const message = `the points sum to ${given}, which is ${by} ${more} than ${expected}`;
            report.add(["criteria"], "weights-sum", message, { sum: given, expected });
          }
          report.stop();
          const weights = points.map((one) => divide(one, whole));
          return weightList("pointAllocation", criteria, weights, config.shownDecimals, report);
        },
      });
    },
  });
