import type { Path } from "../../kernel/errors.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, divide, multiply, type Rational, subtract } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type BracketConfig, isRatioCount, type RateTerms } from "./terms.js";

/** Notes brackets that pay less than the one before them, where the plan says that its rates rise. */
export function checkRising(
  brackets: readonly BracketConfig[],
  terms: RateTerms,
  path: Path,
  report: Report,
): void {
  if (!report.clean(path)) return;
  for (const [index, bracket] of brackets.entries()) {
    const before = brackets[index - 1];
    if (before === undefined) continue;
    const [lower, upper] =
      terms.method === "whole" ? atCorner(before, bracket) : perCount(before, bracket, brackets[index + 1]);
    if (
      lower === undefined ||
      upper === undefined ||
      (isMixed(before, bracket) && isRatioCount(terms.counts ?? "amount"))
    )
      continue;
    if (compare(upper, lower) >= 0) continue;
    const message = `expected brackets that rise: the one from ${bracket.from} pays less than the one before it; without rising it may`;
    report.add([...path, index], "rate-falling", message);
  }
}

type Pair = readonly [Rational | undefined, Rational | undefined];

/** What the two pay at the corner between them: rates are compared as such where both have one. */
function atCorner(before: BracketConfig, bracket: BracketConfig): Pair {
  const corner = readRatio(bracket.from ?? 0);
  const value = (one: BracketConfig) => {
    if (one.pays !== undefined) return readNumber(one.pays);
    return isMixed(before, bracket) ? multiply(rateOf(one), corner) : rateOf(one);
  };
  return [value(before), value(bracket)];
}

/** What each pays for one more of what is counted. */
function perCount(before: BracketConfig, bracket: BracketConfig, next: BracketConfig | undefined): Pair {
  const value = (one: BracketConfig, end: number | string | undefined) => {
    if (one.pays === undefined) return rateOf(one);
    return end === undefined
      ? undefined
      : divide(readNumber(one.pays), subtract(readRatio(end), readRatio(one.from ?? 0)));
  };
  return [value(before, bracket.from), value(bracket, next?.from ?? bracket.to)];
}

function rateOf({ rate, perUnit }: BracketConfig): Rational {
  return perUnit === undefined ? readRatio(rate ?? 0) : readNumber(perUnit);
}

function isMixed(a: BracketConfig, b: BracketConfig): boolean {
  return (a.pays === undefined) !== (b.pays === undefined);
}
