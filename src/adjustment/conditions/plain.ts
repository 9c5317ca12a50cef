import { type NumberLimits, withinLimits } from "../../classification/facts.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { absolute, compare, lesser, type Rational, subtract, ZERO } from "../../kernel/rational.js";
import type { ConditionResult, Purpose, Situation } from "./result.js";
import type { PlainCondition } from "./schema.js";

/** How far a number is from the nearer of its limits, on either side. */
function distance(value: Rational, { atLeast, atMost }: NumberLimits): Rational {
  const [first = ZERO, second = first] = [atLeast, atMost].flatMap((limit) =>
    limit === undefined ? [] : [absolute(subtract(value, readNumber(limit)))],
  );
  return lesser(first, second);
}

/** Judges a condition on what is known at this review alone. */
export function judgePlain(
  condition: PlainCondition,
  purpose: Purpose,
  { facts, points, promotionScore, placeLost }: Situation,
): Omit<ConditionResult, "id"> {
  const once = (met: boolean) => ({
    purpose,
    kind: condition.kind,
    periods: 1,
    outOf: 1,
    count: met ? 1 : 0,
    met,
    now: met,
    evidence: [],
  });
  const { kind } = condition;
  if (kind === "place-lost") return once(placeLost);
  if (kind === "certificate") {
    return { ...once(facts.certificates.has(condition.certificate)), name: condition.certificate };
  }
  if (kind === "fact") {
    const value = facts.numbers.get(condition.fact) as Rational;
    const { atLeast, atMost } = condition;
    return {
      ...once(withinLimits(value, condition)),
      name: condition.fact,
      ...(atLeast === undefined ? {} : { threshold: exactDecimal(readNumber(atLeast)) }),
      ...(atMost === undefined ? {} : { atMost: exactDecimal(readNumber(atMost)) }),
      value: exactDecimal(value),
      distance: exactDecimal(distance(value, condition)),
    };
  }
  const value = kind === "points" ? points : (promotionScore as Rational);
  const threshold = readNumber(condition.atLeast);
  return {
    ...once(compare(value, threshold) >= 0),
    threshold: exactDecimal(threshold),
    value: exactDecimal(value),
    distance: exactDecimal(distance(value, condition)),
  };
}
