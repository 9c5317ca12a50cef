import type { Commission, Review } from "../../src/index.js";

/** What is compared of one review, in the shape in which the reference writes it. Labels and traces are not. */
export function comparedReview(review: Review) {
  const { scores, placement, decision, statement } = review;
  return plain({
    scores: Object.fromEntries(
      Object.entries(scores).map(([axis, { value, roundingDifference, indicators }]) => [
        axis,
        { value, roundingDifference, indicators: indicators.map(({ toFullMarks: _best, ...own }) => own) },
      ]),
    ),
    placement: {
      axes: placement.axes,
      cell: placement.cell,
      gates: placement.gates,
      promotionBlocked: placement.promotionBlocked,
      vetoed: placement.vetoed,
    },
    decision: {
      period: decision.period,
      outcome: decision.outcome,
      from: decision.from,
      to: decision.to,
      effectiveFrom: decision.effectiveFrom,
      conditions: decision.conditions,
      holds: decision.holds,
      actions: decision.actions,
      plans: decision.plans,
      standing: decision.standing,
    },
    bands: review.standing.bands ?? {},
    ...(statement === undefined ? {} : { statement: comparedLines(statement.lines, statement.total) }),
  });
}

/** What is compared of a commission alone. */
export function comparedCommission({ lines, amount }: Commission) {
  return plain(comparedLines(lines, amount));
}

function comparedLines(lines: Commission["lines"], total: unknown) {
  return { lines: lines.map(({ trace: _, ...line }) => line), total };
}

/** The same as it reads from JSON: decimals as texts. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** The first differences of two JSON values, each with its path. */
export function differences(ours: unknown, theirs: unknown, path = ""): readonly string[] {
  if (isObject(ours) && isObject(theirs)) {
    const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
    return names.flatMap((name) => differences(ours[name], theirs[name], `${path}/${name}`));
  }
  if (ours === theirs) return [];
  return [`${path}: tierwise ${JSON.stringify(ours)}, reference ${JSON.stringify(theirs)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
