import type { Path } from "../../kernel/errors.js";
import { readRatio } from "../../kernel/number.js";
import { checkRanges } from "../../kernel/ranges.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkRising } from "./rising.js";
import { type BracketConfig, isRatioCount, paidQuantity, type RateTerms } from "./terms.js";

/** Notes what the schema cannot see in a rate table on one amount. */
export function checkRateTable(
  table: RateTerms & { readonly brackets: readonly BracketConfig[] },
  path: Path,
  report: Report,
): void {
  checkBrackets(table.brackets, soundTerms(table, path, report), [...path, "brackets"], report);
}

const TERMS = ["counts", "quotaIn", "paidOn", "method", "curve", "boundary", "rising", "highestRate"];

/** The terms, if none of them has the wrong shape. */
export function soundTerms<Terms extends RateTerms>(
  terms: Terms,
  path: Path,
  report: Report,
): Terms | undefined {
  return TERMS.every((name) => report.sound([...path, name])) ? terms : undefined;
}

/** Notes terms that do not go together. */
export function checkRateTerms({ counts, method }: RateTerms, path: Path, report: Report): void {
  if (counts !== "margin-percent" || method === "whole") return;
  const message = "a margin in percent has no slices: expected the method whole";
  report.add([...path, "method"], "not-a-choice", message);
}

/** Notes what the schema cannot see in the brackets of one table; without terms only what does not depend on them. */
export function checkBrackets(
  brackets: readonly BracketConfig[],
  terms: RateTerms | undefined,
  path: Path,
  report: Report,
): void {
  checkRanges(brackets, path, report, { code: "brackets", singular: "bracket", upperEnd: true });
  if (terms === undefined) return;
  for (const [index, bracket] of report.items(brackets, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    for (const end of ["from", "to"] as const)
      checkCountText(bracket[end], terms.counts ?? "amount", [...here, end], report);
    checkPayment(bracket, brackets[index + 1] === undefined, terms, here, report);
    checkHighest(bracket, terms, here, report);
  }
  checkMixed(brackets, terms, path, report);
  if (terms.rising === true) checkRising(brackets, terms, path, report);
}

/** Notes a count that is not written as its kind is: ratios in percent, all others without. */
export function checkCountText(
  value: number | string | undefined,
  counts: NonNullable<RateTerms["counts"]>,
  path: Path,
  report: Report,
): void {
  if (value === undefined || !report.sound(path)) return;
  const inPercent = typeof value === "string" && value.endsWith("%");
  if (isRatioCount(counts) && !inPercent && readRatio(value).n !== 0n)
    report.add(path, "number-invalid", `expected a percentage such as "80%", got ${show(value)}`);
  if (!isRatioCount(counts) && inPercent)
    report.add(path, "number-invalid", `expected a number without a percent sign, got ${show(value)}`);
}

/** Each bracket says in one way what it pays, and in the way that what is paid on asks for. */
function checkPayment(
  bracket: BracketConfig,
  isLast: boolean,
  terms: RateTerms,
  path: Path,
  report: Report,
): void {
  const { rate, perUnit, pays, to } = bracket;
  const wanted = paidQuantity(terms) === "units" ? "perUnit" : "rate";
  const said = [rate, perUnit, pays].filter((one) => one !== undefined).length;
  if (said !== 1) {
    report.add(path, "one-of", `expected either a ${wanted} or what the bracket pays`);
  } else if (pays === undefined && bracket[wanted] === undefined) {
    const message =
      wanted === "rate"
        ? "money is paid on: expected a rate"
        : "units are paid on: expected an amount perUnit";
    report.add([...path, wanted], "missing", message);
  } else if (pays !== undefined && terms.method === "each") {
    report.add([...path, "pays"], "one-of", "where each credit has a rate of its own, every bracket has one");
  } else if (pays !== undefined && terms.method !== "whole" && to === undefined && isLast) {
    report.add([...path, "to"], "missing", "a bracket that pays an amount says where it ends");
  } else if (pays !== undefined && terms.method !== "whole" && terms.curve === "lines") {
    report.add(
      [...path, "pays"],
      "one-of",
      "marginal amounts are paid in proportion already: take curve away",
    );
  } else if (pays !== undefined && terms.counts === "margin-percent") {
    report.add([...path, "pays"], "one-of", "a bracket of margin in percent has a rate");
  }
}

/** Straight lines go from rate to rate, or from amount to amount. */
function checkMixed(brackets: readonly BracketConfig[], terms: RateTerms, path: Path, report: Report): void {
  if (terms.curve !== "lines" || !report.clean(path)) return;
  const amounts = brackets.filter(({ pays }) => pays !== undefined).length;
  if (amounts === 0 || amounts === brackets.length) return;
  const message = "lines go from rate to rate, or from amount to amount: expected brackets of one kind";
  report.add(path, "one-of", message);
}

function checkHighest(
  { rate }: BracketConfig,
  { highestRate = "100%" }: RateTerms,
  path: Path,
  report: Report,
): void {
  if (rate === undefined || compare(readRatio(rate), readRatio(highestRate)) <= 0) return;
  const message = `expected a rate of at most ${highestRate}, got ${show(rate)}: say highestRate if it is meant`;
  report.add([...path, "rate"], "rate-too-high", message);
}
