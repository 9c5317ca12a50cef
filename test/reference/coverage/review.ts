import {
  currencyDecimals,
  type IndicatorItem,
  type IndicatorScore,
  type Policy,
  type Review,
  type StatementLine,
  type TraceLine,
} from "../../../src/index.js";
import { readNumber, readRatio } from "../../../src/kernel/number.js";
import { add, rationalText } from "../../../src/kernel/rational.js";
import type { GivenReview } from "../generate/people.js";
import type { Count } from "./coverage.js";

/** Counts what one review met. */
export function countReview(policy: Policy, given: GivenReview, review: Review, count: Count): void {
  for (const axis of policy.axes) countScore(axis, review, count);
  countPlacement(review, count);
  countDecision(policy, review, count);
  if (review.statement !== undefined) countPay(policy, given, review, count);
}

function countScore(axis: Policy["axes"][number], { scores }: Review, count: Count): void {
  const score = scores[axis.id];
  if (score === undefined) return;
  const mode = axis.rounding ?? "half-up";
  const isTieOfScore = isTie(score.trace, "unrounded", axis.scoreDecimals ?? 2);
  count("tie in a score", mode, isTieOfScore);
  count("tie below zero in a score", mode, isTieOfScore && score.value.lte(0));
  for (const { id, measure } of axis.indicators as readonly IndicatorItem[]) {
    const { raw, score: own } = score.indicators.find((one) => one.id === id) as IndicatorScore;
    const isTieOfIndicator = isTie(score.trace, `${id}.exact`, axis.decimals ?? 4);
    count("tie in an indicator", mode, isTieOfIndicator);
    count("tie below zero in an indicator", mode, isTieOfIndicator && own?.lte(0) === true);
    if (measure.kind === "attainment") {
      count("measure option", "below the floor", Number(raw.attainment) < ratio(measure.floor ?? 0));
      count("measure option", "above the cap", Number(raw.attainment) > ratio(measure.cap ?? 1));
    } else if (measure.kind === "rating" || measure.kind === "points") {
      const { from = 0, to = 100 } = measure;
      const ends = [from, to].map(ratio).sort((a, b) => a - b) as [number, number];
      count("measure option", "clamped", Number(raw.value) < ends[0] || Number(raw.value) > ends[1]);
    }
  }
}

function countPlacement({ placement }: Review, count: Count): void {
  for (const { score, from, keptFrom } of placement.axes) {
    count("score exactly on", "the start of a band", from?.eq(score) === true);
    count("margin", "keeps a band", keptFrom !== undefined);
    count("margin", "exactly at its end", keptFrom?.eq(score) === true);
  }
  for (const { onFail, passed, value, atLeast } of placement.gates) {
    count("gate", `${onFail} ${passed ? "passed" : "failed"}`);
    count("score exactly on", "the minimum of a gate", atLeast !== undefined && value?.eq(atLeast) === true);
  }
}

function countDecision(policy: Policy, { decision }: Review, count: Count): void {
  const { conditions, holds, plans, outcome, from, to } = decision;
  for (const { kind, purpose, met, periods, threshold, evidence } of conditions) {
    count("trigger", `${kind} met ${purpose}`, met);
    count("reviews in a row", String(periods), met);
    const exactly = threshold !== undefined && evidence.some(({ value }) => value?.eq(threshold));
    const what = kind === "rise" || kind === "fall" ? "the rise or fall" : "the level";
    count("score exactly on", `${what} of a condition`, exactly);
  }
  for (const hold of holds)
    count(
      "hold",
      `${hold.code} ${"precedence" in hold ? hold.precedence : "direction" in hold ? hold.direction : ""}`,
    );
  for (const { status } of plans) count("plan", status);
  count("outcome", outcome);
  const [start, end] = [from, to].map((tier) => policy.tiers.findIndex(({ id }) => id === tier)) as [
    number,
    number,
  ];
  if (Math.abs(end - start) > 1) count("outcome", `${outcome} by more than one tier`);
}

function countPay(policy: Policy, given: GivenReview, { scores, statement }: Review, count: Count): void {
  for (const incentive of policy.incentives ?? []) {
    const id = ("id" in incentive ? incentive.id : undefined) ?? incentive.use;
    const line = statement?.lines.find(
      (one) => one.id === id || one.id.startsWith(`${id}.`),
    ) as StatementLine;
    const column =
      incentive.use !== "commission"
        ? "unrounded"
        : incentive.per === "to-date"
          ? "to-date.qualified"
          : "qualified";
    const isTieOfMoney = isTie(line.trace, column, currencyDecimals(line.currency));
    count(
      "tie in money",
      ("rounding" in incentive ? incentive.rounding : undefined) ?? "half-up",
      isTieOfMoney,
    );
    if (incentive.use === "performanceBonus") {
      const score = scores[incentive.axis]?.value;
      const isOnPoint = incentive.payout.some(
        (point) => score !== undefined && exact(point.score) === String(score),
      );
      count("score exactly on", "a point of a bonus", isOnPoint);
    }
    if (incentive.use === "commission") countCommission(incentive, given, line, count);
  }
}

function countCommission(
  { on, brackets = [] }: Extract<NonNullable<Policy["incentives"]>[number], { use: "commission" }>,
  given: GivenReview,
  line: StatementLine,
  count: Count,
): void {
  count("commission amount", given.amounts?.[on] === undefined ? "raw" : "stated");
  count("commission amount", "with toDate", given.toDate?.[on] !== undefined);
  count("commission amount", "a return that takes back", line.amount.lt(0));
  const total = rationalText(add(readNumber(line.basis), readNumber(given.toDate?.[on] ?? 0)));
  const isOn = (corner: number | string | undefined) => corner !== undefined && exact(corner) === total;
  count(
    "commission total exactly on",
    "a corner",
    brackets.some(({ from }) => isOn(from)),
  );
  count("commission total exactly on", "the end of the table", isOn(brackets.at(-1)?.to));
}

/** Whether the exact number in a column lies half-way between two steps of rounding. */
function isTie(trace: readonly TraceLine[], column: string, decimals: number): boolean {
  const { n, d } = readNumber(columnOf(trace, column));
  return (2n * n * 10n ** BigInt(decimals)) % d === 0n && (n * 10n ** BigInt(decimals)) % d !== 0n;
}

function columnOf(trace: readonly TraceLine[], column: string): string {
  const value = trace.find((line) => line.column === column)?.value;
  if (value === undefined) throw new Error(`the trace has no column ${column}`);
  return value;
}

/** A number in one way of writing, so that equal numbers have equal texts. */
function exact(value: number | string): string {
  return rationalText(readNumber(value));
}

function ratio(value: number | string): number {
  const { n, d } = readRatio(value);
  return Number(n) / Number(d);
}
