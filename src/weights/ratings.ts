import * as z from "zod/mini";
import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { compare, greater, lesser, type Rational, rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { proportions, type WeightList, weightList } from "./list.js";

const ratingInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ criteria: list(z.strictObject({ id: key(), rating: inputNumber({ least: 0 }) }), 1) }),
);

/**
 * Criteria and how important each is in points, zero or more.
 *
 * @useDeclaredType
 */
export type RatingWeightsInput = Written<typeof ratingInput>;

/** The rating that the most or the least important criterion has by agreement; all others are judged against it. */
export interface Anchor {
  readonly at: "most" | "least";
  readonly rating: Rational;
}

/** A calculator of weights in proportion to ratings. */
export function fromRatings(
  method: string,
  shownDecimals: number,
  anchor: Anchor | undefined,
): Calculator<RatingWeightsInput, WeightList> {
  return defineCalculator({
    title: method,
    input: ratingInput,
    run({ criteria }, report) {
      checkIds(criteria, ["criteria"], report);
      const ratings = criteria.map(({ rating }) => readNumber(rating));
      const weights = proportions(ratings, ["criteria"], report);
      if (anchor !== undefined) checkAnchor(ratings, anchor, report);
      report.stop();
      return weightList(method, criteria, weights, shownDecimals, report);
    },
  });
}

/** Notes ratings whose greatest or least is not the one that was agreed. */
function checkAnchor(ratings: readonly Rational[], { at, rating }: Anchor, report: Report): void {
  const end = ratings.reduce(at === "most" ? greater : lesser);
  if (compare(end, rating) === 0) return;
  const expected = rationalText(rating);
  const which = at === "most" ? "highest" : "lowest";
  report.add(
    ["criteria"],
    "rating-anchor",
    `expected ${show(expected)} for the ${at} important criterion, but the ${which} rating is ${rationalText(end)}`,
    { expected, got: rationalText(end) },
  );
}
