import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import type { Consistency } from "./consistency.js";
import { type DecimalWeightList, decimalsField, rounded } from "./irrational-list.js";
import { type JudgeWeights, judgedWeights } from "./judged-weights.js";
import { judgedFields } from "./judgements.js";
import { randomIndexField } from "./random-index.js";

/** The rules by which matrices of judgements become weights. */
export const ahpConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    method: described(
      z._default(z.enum(["eigenvector", "geometric-mean"]), "eigenvector"),
      "Weights by the principal eigenvector, or by the geometric mean of each row.",
    ),
    aggregate: described(
      z._default(z.enum(["judgements", "priorities"]), "judgements"),
      "Several judges: the geometric mean of their judgements, or of the weights that each one's judgements give.",
    ),
    randomIndex: randomIndexField(),
    ...decimalsField(),
  }),
);

const ahpInput = /* @__PURE__ */ lazySchema(() => z.strictObject(judgedFields()));

/**
 * How weights come of judgements: the config of `ahp`.
 *
 * @useDeclaredType
 */
export type AhpConfig = Written<typeof ahpConfig>;

/**
 * The criteria, and how many times as important each is as each other: `judgements` of one matrix, or of several `judges`.
 *
 * @useDeclaredType
 */
export type AhpInput = Written<typeof ahpInput>;

/** Weights, how consistent the judgements are, and of several judges what each one's alone give. */
export interface AhpWeights extends DecimalWeightList {
  /** Not there where the judges' priorities are aggregated, for then there is no common matrix. */
  readonly consistency?: Consistency;
  readonly judges?: readonly JudgeWeights[];
}

/**
 * Weights from judgements in pairs, by the analytic hierarchy process (M2): A w = lambda max w, where a(i, j) says how many times as important criterion i
 * is as criterion j, and a(j, i) = 1 / a(i, j); or w(i) in proportion to the geometric mean of row i.
 *
 * `judgements` are the triangle above the diagonal by rows, or the whole matrix. The consistency is that of the principal eigenvalue in either method: CI =
 * (lambda max - n) / (n - 1) and CR = CI / random index. `worst` is the judgement that contradicts the others most, with the value that they imply (Harker's method for missing
 * judgements); putting it there mends it. Several judges count equally, or by their `weight`.
 *
 * Numbers are worked out with guard digits and rounded to `decimals`, each by itself; `roundWeights` makes weights of them that sum to 1 exactly.
 *
 * Errors: a matrix that is not square, nor the triangle of one (`matrix-shape`), a judgement that is zero, negative or beyond 1e9 (`out-of-range`), one that is not one divided by its
 * mirror image (`judgement-not-reciprocal`), more criteria than the table of random indices has (`random-index-missing`) or than 50 (`too-large`), an id twice (`duplicate-id`).
 *
 * Source: T. L. Saaty, "The Analytic Hierarchy Process" (1980); G. Crawford and C. Williams, Journal of Mathematical Psychology 29 (1985), 387-405 (geometric mean);
 * J. A. Alonso and M. T. Lamata, International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 14 (2006), 445-459 (random index);
 * P. T. Harker, Mathematical Modelling 9 (1987), 353-360; E. Forman and K. Peniwati, European Journal of Operational Research 108 (1998), 165-169 (several judges).
 *
 * @example
 * ```ts
 * import { ahp } from "tierwise";
 *
 * const weigh = ahp({ decimals: 4 });
 * const { weights, consistency } = weigh({
 *   criteria: [{ id: "sales" }, { id: "service" }, { id: "team" }],
 *   judgements: [[2, 5], [3]],
 * });
 * weights; // => [{ id: "sales", weight: "0.5816" }, { id: "service", weight: "0.309" }, { id: "team", weight: "0.1095" }]
 * consistency?.ratio; // => "0.0032"
 * consistency?.worst; // => { row: "sales", column: "service", judgement: "2", implied: "1.6667" }
 * ```
 */
export const ahp: CalculatorFactory<AhpConfig, AhpInput, AhpWeights> = /* @__PURE__ */ defineFactory({
  title: "ahp",
  config: ahpConfig,
  compile: (config) =>
    defineCalculator({
      title: "ahp",
      input: ahpInput,
      run(input, report): AhpWeights {
        const work = judgedWeights(input, config, [], report);
        report.stop();
        const { exact, ...rest } = work();
        return {
          kind: "weights",
          method: "ahp",
          weights: input.criteria.map(({ id }, index) => ({
            id,
            weight: rounded(exact[index] as (typeof exact)[number], config.decimals),
          })),
          ...rest,
        };
      },
    }),
});
