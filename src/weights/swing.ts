import * as z from "zod/mini";
import { type CalculatorFactory, defineFactory } from "../kernel/calculator.js";
import { configNumber } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { shownField, type WeightList } from "./list.js";
import { fromRatings, type RatingWeightsInput } from "./ratings.js";

const swingConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    most: described(
      z._default(configNumber({ above: 0 }), 100),
      "The rating of the swing that matters most; the others are judged against it.",
    ),
    ...shownField(),
  }),
);

/**
 * What the swing that matters most is rated: the config of `swing`.
 *
 * @useDeclaredType
 */
export type SwingConfig = Written<typeof swingConfig>;

/**
 * Swing weights (M2, M3): w(j) = r(j) / (r(1) + ... + r(n)), exactly, where r(j) is how much it matters that criterion j goes from its worst level to its best.
 *
 * The swing that matters most is rated 100 (`most`), each other against it, from 0 on. Unlike a direct rating of importance this takes the criteria's ranges into account: a
 * criterion on which all people are alike weighs little.
 *
 * Errors: a highest rating that is not the agreed one (`rating-anchor`), a rating below zero (`out-of-range`), an id twice (`duplicate-id`).
 *
 * Source: D. von Winterfeldt and W. Edwards, "Decision Analysis and Behavioral Research" (1986); P. Goodwin and G. Wright, "Decision Analysis for Management Judgment".
 *
 * @example
 * ```ts
 * import { swing } from "tierwise";
 *
 * const { weights } = swing({})({ criteria: [{ id: "sales", rating: 100 }, { id: "service", rating: 60 }, { id: "team", rating: 40 }] });
 * weights.map(({ weight }) => weight); // => ["0.5", "0.3", "0.2"]
 * ```
 */
export const swing: CalculatorFactory<SwingConfig, RatingWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "swing",
    config: swingConfig,
    compile: ({ most, shownDecimals }) =>
      fromRatings("swing", shownDecimals, { at: "most", rating: readNumber(most) }),
  });
