import { computedFacts } from "../../adjustment/known-facts.js";
import type { ViolationTerms } from "../../adjustment/rules/violations.js";
import { lossless } from "../../kernel/decimal.js";
import type { NumberInput } from "../../kernel/number.js";
import type { OrderKey } from "../../kernel/order-keys.js";
import type { Checked } from "../../kernel/schema.js";
import type { Score } from "../../scoring/score.js";
import type { Review } from "../review.js";
import type { reviewInput } from "../review-input.js";

/** The name by which people are ranked by their promotion score. */
export const PROMOTION_SCORE = "promotion-score";

/** The numbers of a person by which people are ranked: the score of an axis, the promotion score, or a fact; those that there are. */
export function numbersOf(
  order: readonly OrderKey[],
  input: Checked<typeof reviewInput>,
  scores: Review["scores"],
  promotionScore: Score | undefined,
  violations: ViolationTerms | undefined,
): Readonly<Record<string, NumberInput>> {
  const facts = new Map<string, NumberInput>(Object.entries(input.facts ?? {}));
  for (const [name, value] of computedFacts(input, violations)) facts.set(name, lossless(value));
  const numberOf = (key: string) => {
    if (Object.hasOwn(scores, key)) return scores[key]?.value;
    return key === PROMOTION_SCORE ? promotionScore?.value : facts.get(key);
  };
  return Object.fromEntries(
    order.flatMap(({ key }) => {
      const number = numberOf(key);
      return number === undefined ? [] : [[key, number] as const];
    }),
  );
}
