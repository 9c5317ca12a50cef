import * as z from "zod/mini";
import type { Move } from "../classification/matrix.js";
import { previousPeriod } from "../kernel/calendar.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { configNumber, id, wholeNumber } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { compare, negate, type Rational, subtract } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

const consecutive = () =>
  described(z._default(wholeNumber(1, 100), 1), "How many reviews in a row must meet the condition.");

const named = () => ({ id: z.optional(id()), label: z.optional(label()) });

/** The schema of the conditions that move a tier; any one of them is enough (M7). */
export function triggersSchema() {
  return described(
    list(
      z.discriminatedUnion("kind", [
        described(
          z.strictObject({
            ...named(),
            kind: z.literal("at-least"),
            axis: id(),
            score: configNumber(),
            periods: consecutive(),
          }),
          "The score of an axis is at least this.",
        ),
        described(
          z.strictObject({
            ...named(),
            kind: z.literal("below"),
            axis: id(),
            score: configNumber(),
            periods: consecutive(),
          }),
          "The score of an axis is below this.",
        ),
        described(
          z.strictObject({
            ...named(),
            kind: z.literal("rise"),
            axis: id(),
            by: configNumber({ above: 0 }),
            periods: consecutive(),
          }),
          "The score of an axis rose by at least this against the review before.",
        ),
        described(
          z.strictObject({
            ...named(),
            kind: z.literal("fall"),
            axis: id(),
            by: configNumber({ above: 0 }),
            periods: consecutive(),
          }),
          "The score of an axis fell by at least this against the review before.",
        ),
        described(
          z.strictObject({ ...named(), kind: z.literal("cell"), periods: consecutive() }),
          "The person's cell in the matrix proposes this move.",
        ),
      ]),
      1,
    ),
    "The conditions; any one of them is enough.",
  );
}

/**
 * One condition of a promotion or a demotion.
 *
 * @useDeclaredType
 */
export type Trigger = z.output<ReturnType<typeof triggersSchema>>[number];

/** One review, as triggers look at it. */
export interface ReviewedPeriod {
  readonly period: string;
  readonly scores: ReadonlyMap<string, Rational>;
  readonly proposal: Move;
}

/** What a trigger looked at in one review. */
export interface TriggerEvidence {
  readonly period: string;
  /** The score, or the rise or fall, that was compared; absent where the condition is the cell. */
  readonly value?: Decimal;
}

/** Whether a condition is met, and the reviews in a row that meet it. */
export interface TriggerResult {
  readonly id: string;
  readonly label?: Label;
  readonly direction: "up" | "down";
  readonly kind: Trigger["kind"];
  readonly axis?: string;
  readonly axisLabel?: Label;
  /** What the score, the rise or the fall is compared with. */
  readonly threshold?: Decimal;
  /** How many reviews in a row are needed. */
  readonly periods: number;
  /** How many reviews in a row, up to this one, meet the condition; counted up to `periods`. */
  readonly consecutive: number;
  readonly met: boolean;
  /** The reviews in a row that meet the condition, the oldest first. */
  readonly evidence: readonly TriggerEvidence[];
}

/** How many reviews before the present one a trigger can look at. */
export function reviewsNeeded(trigger: Trigger): number {
  return trigger.kind === "rise" || trigger.kind === "fall" ? trigger.periods : trigger.periods - 1;
}

/** The id that a trigger is known by: its own, or one made of what it looks at. */
export function triggerId(trigger: Trigger): string {
  if (trigger.id !== undefined) return trigger.id;
  return trigger.kind === "cell" ? "cell" : `${trigger.axis}-${trigger.kind}`;
}

/** Notes ids that are there twice, and axes that are not known, where the axes are. */
export function checkTriggers(
  triggers: readonly Trigger[] | undefined,
  axes: readonly string[] | undefined,
  path: Path,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [index, trigger] of report.items(triggers, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    const name = triggerId(trigger);
    if (seen.has(name))
      report.add([...here, "id"], "duplicate-id", `${show(name)} is there twice: give each condition an id`);
    seen.add(name);
    if (trigger.kind !== "cell" && axes !== undefined && !axes.includes(trigger.axis)) {
      report.add([...here, "axis"], "unknown-axis", `${show(trigger.axis)} is not an axis`);
    }
  }
}

/** Looks whether a condition is met by the reviews, the oldest first and the present one last. */
export function evaluateTrigger(
  trigger: Trigger,
  direction: "up" | "down",
  reviews: readonly ReviewedPeriod[],
  axisLabel: (axis: string) => Label | undefined,
): TriggerResult {
  const evidence: TriggerEvidence[] = [];
  for (let index = reviews.length - 1; index >= 0 && evidence.length < trigger.periods; index -= 1) {
    const review = reviews[index] as ReviewedPeriod;
    const later = reviews[index + 1];
    if (later !== undefined && previousPeriod(later.period) !== review.period) break;
    const found = meets(trigger, direction, review, reviews[index - 1]);
    if (found === undefined) break;
    evidence.unshift(found);
  }
  const text = trigger.kind === "cell" ? undefined : axisLabel(trigger.axis);
  return {
    id: triggerId(trigger),
    ...(trigger.label === undefined ? {} : { label: trigger.label }),
    direction,
    kind: trigger.kind,
    ...(trigger.kind === "cell"
      ? {}
      : {
          axis: trigger.axis,
          threshold: exactDecimal(readNumber("by" in trigger ? trigger.by : trigger.score)),
        }),
    ...(text === undefined ? {} : { axisLabel: text }),
    periods: trigger.periods,
    consecutive: evidence.length,
    met: evidence.length === trigger.periods,
    evidence,
  };
}

function meets(
  trigger: Trigger,
  direction: "up" | "down",
  review: ReviewedPeriod,
  before: ReviewedPeriod | undefined,
): TriggerEvidence | undefined {
  const { period } = review;
  if (trigger.kind === "cell") return review.proposal === direction ? { period } : undefined;
  const score = review.scores.get(trigger.axis) as Rational;
  const shown = (value: Rational) => ({ period, value: exactDecimal(value) });
  switch (trigger.kind) {
    case "at-least":
      return compare(score, readNumber(trigger.score)) >= 0 ? shown(score) : undefined;
    case "below":
      return compare(score, readNumber(trigger.score)) < 0 ? shown(score) : undefined;
    default: {
      const earlier = before?.scores.get(trigger.axis);
      if (earlier === undefined || before?.period !== previousPeriod(period)) return undefined;
      const change = subtract(score, earlier);
      const moved = trigger.kind === "rise" ? change : negate(change);
      return compare(moved, readNumber(trigger.by)) >= 0 ? shown(moved) : undefined;
    }
  }
}
