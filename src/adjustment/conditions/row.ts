import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { absolute, compare, divide, type Rational, rational, subtract, sum } from "../../kernel/rational.js";
import type { ConditionEvidence, ConditionResult, Purpose, Situation } from "./result.js";
import { type ReviewedPeriod, rowOf } from "./reviewed.js";
import type { RowCondition } from "./schema.js";

/** What one review says of a condition. */
interface Judged {
  readonly met: boolean;
  readonly value?: Rational;
}

/** How many reviews before the present one a condition can look at. */
export function reviewsOfRow(condition: RowCondition): number {
  const further = "over" in condition ? condition.over - 1 : "against" in condition ? condition.against : 0;
  return Math.max(condition.periods, condition.outOf ?? 0) - 1 + further;
}

/** What the reviews of a row, the latest first, say of a condition. */
export function countRow(condition: RowCondition, purpose: Purpose, row: readonly ReviewedPeriod[]) {
  const { periods, outOf = periods } = condition;
  const window = row.slice(0, outOf).map((review, index) => ({
    review,
    judged: judge(condition, purpose, row.slice(index)),
  }));
  const inRow = outOf === periods;
  const firstMiss = window.findIndex(({ judged }) => judged?.met !== true);
  const counted = (inRow && firstMiss >= 0 ? window.slice(0, firstMiss) : window)
    .filter(({ judged }) => judged?.met === true)
    .slice(0, periods);
  const present = window[0]?.judged;
  return { counted, present, met: counted.length === periods, now: present?.met ?? false };
}

/** Judges a condition on the reviews of the row. */
export function judgeRow(
  condition: RowCondition,
  purpose: Purpose,
  { reviews, isProtected, axisLabel, bandLabel }: Situation,
): Omit<ConditionResult, "id"> {
  const { counted, present, met, now } = countRow(condition, purpose, rowOf(reviews, isProtected));
  const { periods, outOf = periods } = condition;
  const threshold = thresholdOf(condition);
  const label = "axis" in condition ? axisLabel(condition.axis) : undefined;
  return {
    purpose,
    kind: condition.kind,
    ...("axis" in condition ? { axis: condition.axis } : {}),
    ...(label === undefined ? {} : { axisLabel: label }),
    ...("at" in condition ? { at: condition.at, ...labelsAt(condition.at, { axisLabel, bandLabel }) } : {}),
    ...(threshold === undefined ? {} : { threshold: exactDecimal(threshold) }),
    ...("over" in condition && condition.over > 1 ? { over: condition.over } : {}),
    ...("against" in condition && condition.against > 1 ? { against: condition.against } : {}),
    periods,
    outOf,
    count: counted.length,
    met,
    now,
    ...(present?.value === undefined || threshold === undefined
      ? {}
      : {
          value: exactDecimal(present.value),
          distance: exactDecimal(absolute(subtract(present.value, threshold))),
        }),
    evidence: counted.reverse().map(({ review, judged }) => evidenceOf(review, judged as Judged)),
  };
}

function labelsAt(
  at: Readonly<Record<string, string>>,
  { axisLabel, bandLabel }: Pick<Situation, "axisLabel" | "bandLabel">,
): Pick<ConditionResult, "atLabels"> {
  const labels = Object.entries(at).flatMap(([name, id]) => {
    const [axis, band] = [axisLabel(name), bandLabel(name, id)];
    if (axis === undefined && band === undefined) return [];
    return [[name, { ...(axis === undefined ? {} : { axis }), ...(band === undefined ? {} : { band }) }]];
  });
  return labels.length === 0 ? {} : { atLabels: Object.fromEntries(labels) };
}

function evidenceOf({ period }: ReviewedPeriod, { value }: Judged): ConditionEvidence {
  return value === undefined ? { period } : { period, value: exactDecimal(value) };
}

function thresholdOf(condition: RowCondition): Rational | undefined {
  if ("score" in condition) return readNumber(condition.score);
  return "by" in condition ? readNumber(condition.by) : undefined;
}

/** What the first review of a row says, with those before it; nothing where there are too few. */
function judge(
  condition: RowCondition,
  purpose: Purpose,
  row: readonly ReviewedPeriod[],
): Judged | undefined {
  const [review] = row as readonly [ReviewedPeriod];
  switch (condition.kind) {
    case "cell":
      return { met: review.proposal === (purpose === "down" ? "down" : "up") };
    case "placed":
      return { met: Object.entries(condition.at).every(([axis, band]) => review.at?.[axis] === band) };
    case "at-least":
    case "below": {
      const mean = meanOf(row, condition.axis, condition.over);
      if (mean === undefined) return undefined;
      const reached = compare(mean, readNumber(condition.score)) >= 0;
      return { met: reached === (condition.kind === "at-least"), value: mean };
    }
    default: {
      const [now, before] = [
        scoreOf(review, condition.axis),
        scoreOf(row[condition.against], condition.axis),
      ];
      if (now === undefined || before === undefined) return undefined;
      const moved = condition.kind === "rise" ? subtract(now, before) : subtract(before, now);
      return { met: compare(moved, readNumber(condition.by)) >= 0, value: moved };
    }
  }
}

function meanOf(row: readonly ReviewedPeriod[], axis: string, over: number): Rational | undefined {
  const scores = row.slice(0, over).flatMap((review) => scoreOf(review, axis) ?? []);
  return scores.length < over ? undefined : divide(sum(scores), rational(BigInt(over)));
}

function scoreOf(review: ReviewedPeriod | undefined, axis: string): Rational | undefined {
  return review?.scores.get(axis);
}
