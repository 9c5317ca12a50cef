import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { readRatio } from "../../kernel/number.js";
import { divide, floor, multiply, negate, type Rational, rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { LineNote } from "../line.js";
import { type Pay, type Sum, shareBase, sumOf } from "./bases.js";
import type { CheckedDeductions, DeductionRule } from "./rules.js";

/** The most that a deduction takes now, in units, and which limit that is. */
export interface Limit {
  readonly units: bigint;
  readonly note: LineNote;
}

/** What holds a deduction, and what its protected sum lacked in this period and earlier ones. */
export interface Limits {
  readonly tightest: Limit;
  readonly shortfall: bigint;
}

/** How far the deductions have come. */
export interface Progress {
  readonly pay: Pay;
  /** What earlier deductions took, in units. */
  readonly taken: bigint;
  /** What the protected sum of this deduction lacked in earlier periods, in units. */
  readonly shortfall: bigint;
}

/** The limits of one deduction, of which the tightest counts; of equal ones the first. A most is rounded down to the minor unit, what is left up, so that both hold. */
export function limitsOf(
  { currency, most: mostOfAll = [], leaves: leavesOfAll }: CheckedDeductions,
  { most = [], leaves }: DeductionRule,
  progress: Progress,
  report: Report,
): Limits {
  const decimals = currencyDecimals(currency);
  const { pay, taken, shortfall } = progress;
  const scale = rational(10n ** BigInt(decimals));
  const before = floor(multiply(pay.net, scale)) - taken;
  const amount = (one: Sum) => multiply(sumOf(one, pay, rational(taken, scale.n), report), scale);
  const money = (units: bigint) => unitsToDecimal(units, decimals);
  const atMost = (one: Sum, counted: bigint): Limit => {
    const exact = amount(one);
    const whole = floor(exact);
    const values = {
      most: money(whole),
      ...beforeRounding(exact, scale),
      counted: money(counted),
      ...shareOf(one, pay, rational(taken, scale.n), report),
    };
    return { units: whole - counted, note: { kind: "deduction-most", values } };
  };
  const protects = (one: Sum, lacking: bigint): Limit => {
    const exact = amount(one);
    const kept = -floor(negate(exact));
    const values = {
      leaves: money(kept),
      ...beforeRounding(exact, scale),
      before: money(before),
      lacking: money(lacking),
    };
    return { units: before - kept - lacking, note: { kind: "deduction-leaves", values } };
  };
  const limits = [
    ...most.map((one) => atMost(one, one.counts === "so-far" ? taken : 0n)),
    ...mostOfAll.map((one) => atMost(one, taken)),
    ...(leaves === undefined ? [] : [protects(leaves, shortfall)]),
    ...(leavesOfAll === undefined ? [] : [protects(leavesOfAll, 0n)]),
    { units: before, note: { kind: "deduction-nothing-left", values: { before: money(before) } } },
  ];
  const tightest = limits.reduce((least, one) => (one.units < least.units ? one : least));
  return {
    tightest: { ...tightest, units: tightest.units < 0n ? 0n : tightest.units },
    shortfall:
      leaves?.shortfall === "carried" ? lackingAfter(-floor(negate(amount(leaves))), before, shortfall) : 0n,
  };
}

/** What the protected sum lacks after a period: more where less than it is there, less where more is. */
function lackingAfter(kept: bigint, before: bigint, shortfall: bigint): bigint {
  const lacking = shortfall + kept - before;
  return lacking < 0n ? 0n : lacking;
}

/** What a limit was before it was rounded, where that changed it. */
function beforeRounding(units: Rational, scale: Rational): LineNote["values"] {
  return units.d === 1n ? {} : { exact: shownDecimal(divide(units, scale)) };
}

function shareOf(one: Sum, pay: Pay, taken: Rational, report: Report): LineNote["values"] {
  if (one.share === undefined) return {};
  return {
    share: exactDecimal(readRatio(one.share)),
    base: exactDecimal(shareBase(one, pay, taken, report)),
  };
}
