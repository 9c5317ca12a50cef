import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { id, key, wholeNumber } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { add, multiply, ONE, type Rational, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import {
  inputWeights,
  proportions,
  readProportions,
  shownField,
  type WeightList,
  weightList,
  weightRuleFields,
} from "./list.js";
import { checkWeights, readWeights, weight } from "./weights.js";

const combineConfig = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("method", [
    z.strictObject({
      method: z.literal("linear"),
      vectors: described(
        list(z.strictObject({ id: id(), weight: weight() }), 1),
        "How much each vector of weights counts.",
      ),
      ...weightRuleFields(),
      ...shownField(),
    }),
    z.strictObject({
      method: z.literal("multiplicative"),
      vectors: described(
        list(z.strictObject({ id: id(), exponent: z._default(wholeNumber(1, 10), 1) }), 1),
        "The vectors of weights; a vector with the exponent 2 counts twice.",
      ),
      ...shownField(),
    }),
  ]),
);

const combineInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ vectors: list(z.strictObject({ id: key(), weights: inputWeights() }), 1) }),
);

/**
 * How the vectors are blended: the config of `combineWeights`.
 *
 * @useDeclaredType
 */
export type CombineWeightsConfig = Written<typeof combineConfig>;

/**
 * The vectors by id; each has a weight for each of the same indicators, in any order.
 *
 * @useDeclaredType
 */
export type CombineWeightsInput = Written<typeof combineInput>;

type CheckedCombination = Checked<typeof combineConfig>;

type CheckedVectors = Checked<typeof combineInput>["vectors"];

/**
 * Blends several vectors of weights into one (M2, M3), such as weights from judgements and weights from data.
 *
 * Each vector is scaled to 1 first. `linear`: w(j) = a(1) w(1, j) + ... + a(k) w(k, j), where the a sum to 1 exactly. `multiplicative`: the products
 * p(j) = w(1, j)^e(1) ... w(k, j)^e(k), with whole exponents e (1 where not said), and w(j) = p(j) / (p(1) + ... + p(n)). Both are exact. The result is in the order of
 * the first vector of the config.
 *
 * Errors of the config: a linear blend whose weights do not sum to the whole (`weights-sum`), an id twice (`duplicate-id`). Errors of the input: a vector, or an indicator in one of
 * the vectors, that is missing (`weight-missing`), a vector that the config does not have (`unknown-vector`), an indicator that the first vector does not
 * have (`unknown-indicator`), weights of a vector, or products, that are all zero (`weights-zero`).
 *
 * Source: C. L. Hwang and K. Yoon, "Multiple Attribute Decision Making" (1981), for the products; J. Ma, Z. P. Fan and L. H. Huang, "A subjective and objective
 * integrated approach to determine attribute weights", European Journal of Operational Research 112 (1999), 397-404, for the linear blend's purpose.
 *
 * @example
 * ```ts
 * import { combineWeights } from "tierwise";
 *
 * const vectors = [
 *   { id: "judged", weights: [{ id: "sales", weight: "60%" }, { id: "service", weight: "40%" }] },
 *   { id: "measured", weights: [{ id: "sales", weight: "30%" }, { id: "service", weight: "70%" }] },
 * ];
 * const linear = combineWeights({ method: "linear", vectors: [{ id: "judged", weight: "2/3" }, { id: "measured", weight: "1/3" }] });
 * linear({ vectors }).weights.map(({ weight }) => weight); // => ["0.5", "0.5"]
 * const product = combineWeights({ method: "multiplicative", vectors: [{ id: "judged" }, { id: "measured" }] });
 * product({ vectors }).weights.map(({ weight }) => weight); // => ["9/23", "14/23"]
 * ```
 */
export const combineWeights: CalculatorFactory<CombineWeightsConfig, CombineWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "combineWeights",
    config: combineConfig,
    check(config, report) {
      if (config.method !== "linear" && config.method !== "multiplicative") return;
      checkIds(config.vectors, ["vectors"], report);
      const ruled = report.sound(["outOf"]) && report.sound(["normalise"]);
      if (config.method === "linear" && ruled) checkWeights(config.vectors, config, ["vectors"], report);
    },
    compile: (config) =>
      defineCalculator({
        title: "combineWeights",
        input: combineInput,
        run({ vectors }, report) {
          const { ids, rows } = readVectors(config, vectors, report);
          report.stop();
          const blended = proportions(blend(config, rows), ["vectors"], report);
          report.stop();
          return weightList("combineWeights", ids, blended, config.shownDecimals, report);
        },
      }),
  });

/** The blend of the vectors' weights, indicator by indicator. */
function blend(config: CheckedCombination, rows: readonly (readonly Rational[])[]): readonly Rational[] {
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as Rational));
  if (config.method === "linear") {
    const shares = readWeights(config.vectors, config);
    return columns.map((column) =>
      column.reduce((total, value, row) => add(total, multiply(value, shares[row] as Rational)), ZERO),
    );
  }
  const factors = config.vectors.flatMap(({ exponent }, row) => new Array<number>(exponent).fill(row));
  return columns.map((column) =>
    factors.reduce((product, row) => multiply(product, column[row] as Rational), ONE),
  );
}

/** The vectors in the order of the config, each in the order of the first. */
function readVectors(config: CheckedCombination, vectors: CheckedVectors, report: Report) {
  checkIds(vectors, ["vectors"], report);
  const known = new Set(config.vectors.map((vector) => vector.id));
  for (const [index, vector] of vectors.entries()) {
    if (known.has(vector.id)) continue;
    const message = `${show(vector.id)} is not a vector of this blend`;
    report.add(["vectors", index, "id"], "unknown-vector", message, { vector: vector.id });
  }
  const places = config.vectors.map((wanted) => vectors.findIndex((vector) => vector.id === wanted.id));
  const ids = vectors[places.find((place) => place >= 0) ?? 0]?.weights ?? [];
  const rows = config.vectors.map((wanted, position) => {
    const place = places[position] as number;
    const given = vectors[place];
    if (given === undefined) {
      const message = `the vector ${show(wanted.id)} has no weights`;
      report.add(["vectors"], "weight-missing", message, { vector: wanted.id });
      return [];
    }
    const at = ["vectors", place, "weights"];
    const parts = readProportions(given.weights, at, report);
    const byId = new Map(given.weights.map((one, index) => [one.id, parts[index] as Rational]));
    const expected = new Set(ids.map((one) => one.id));
    for (const [index, one] of given.weights.entries()) {
      if (!expected.has(one.id))
        report.add([...at, index, "id"], "unknown-indicator", `${show(one.id)} is not in the other vectors`, {
          indicator: one.id,
        });
    }
    return ids.map((one) => {
      const value = byId.get(one.id);
      if (value === undefined) {
        const message = `the indicator ${show(one.id)} has no weight in the vector ${show(wanted.id)}`;
        report.add(at, "weight-missing", message, { indicator: one.id, vector: wanted.id });
      }
      return value ?? ZERO;
    });
  });
  return { ids, rows };
}
