import * as z from "zod/mini";
import { type CalculatorFactory, defineFactory } from "../kernel/calculator.js";
import { configNumber } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { shownField, type WeightList } from "./list.js";
import { fromRatings, type RatingWeightsInput } from "./ratings.js";

const directConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    least: z.optional(
      described(
        configNumber({ above: 0 }),
        "The rating of the least important criterion by agreement: 10 in SMART. Without it any ratings will do.",
      ),
    ),
    ...shownField(),
  }),
);

/**
 * Whether the least important criterion has an agreed rating: the config of `directRating`.
 *
 * @useDeclaredType
 */
export type DirectRatingConfig = Written<typeof directConfig>;

/**
 * Weights from direct ratings of importance (M2, M3), as in SMART: w(j) = r(j) / (r(1) + ... + r(n)), exactly.
 *
 * In SMART the least important criterion is rated 10 and each other by how many times as important it is; `least: 10` holds the raters to that.
 *
 * Errors: a rating below zero (`out-of-range`), ratings that are all zero (`weights-zero`), an id twice (`duplicate-id`), a lowest rating that is not the
 * agreed one (`rating-anchor`).
 *
 * Source: W. Edwards, "How to use multiattribute utility measurement for social decisionmaking", IEEE Transactions on Systems, Man and Cybernetics 7 (1977), 326-340.
 *
 * @example
 * ```ts
 * import { directRating } from "tierwise";
 *
 * const smart = directRating({ least: 10 });
 * const { weights } = smart({ criteria: [{ id: "sales", rating: 40 }, { id: "service", rating: 25 }, { id: "team", rating: 10 }] });
 * weights.map(({ weight }) => weight); // => ["8/15", "1/3", "2/15"]
 * ```
 */
export const directRating: CalculatorFactory<DirectRatingConfig, RatingWeightsInput, WeightList> =
  /* @__PURE__ */ defineFactory({
    title: "directRating",
    config: directConfig,
    compile: ({ least, shownDecimals }) =>
      fromRatings(
        "directRating",
        shownDecimals,
        least === undefined ? undefined : { at: "least", rating: readNumber(least) },
      ),
  });
