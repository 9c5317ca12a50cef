import * as z from "zod/mini";
import { inputNumber, key, period } from "../kernel/fields.js";
import type { NumberInput } from "../kernel/number.js";
import { readNumber } from "../kernel/number.js";
import { compare, divide, ONE, type Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { lazySchema } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type CohortContext, cohortInput } from "./cohort-context.js";
import type { IndicatorEvidence } from "./measures/measure.js";

/** What is known about a person, by indicator, part of a composite, or extra points. What is absent, undefined or null is missing. */
export interface Evidence {
  readonly [indicator: string]: IndicatorEvidence | undefined;
}

/** How much of a period a person was there: days, months, or any other unit. */
export interface Presence {
  readonly present: NumberInput;
  readonly of: NumberInput;
}

/** The score of an indicator in an earlier period. */
export interface PreviousScore {
  readonly period: string;
  readonly score: NumberInput;
}

/** What a score may depend on beside the evidence; each only where the schema asks for it. */
export interface ScoreContext {
  /** The person's tier, business line, region and whatever else targets depend on. */
  readonly attributes?: { readonly [attribute: string]: string } | undefined;
  /** The period that is scored, for targets by period and for earlier scores. */
  readonly period?: string | undefined;
  readonly presence?: Presence | undefined;
  /** Earlier scores by indicator, for the rule that falls back on them. */
  readonly previous?: { readonly [indicator: string]: PreviousScore | undefined } | undefined;
  /** What `cohortContext` made of the people with whom this person is compared. */
  readonly cohort?: CohortContext | undefined;
}

/** The evidence for one person, and what else the schema asks for. */
export interface ScoreInput extends ScoreContext {
  readonly evidence: Evidence;
}

/** The fields of the context in an input. */
export function contextFields() {
  return {
    attributes: z.optional(z.record(z.string(), key())),
    period: z.optional(period()),
    presence: z.optional(
      z.strictObject({ present: inputNumber({ least: 0 }), of: inputNumber({ above: 0 }) }),
    ),
    previous: z.optional(z.record(z.string(), z.strictObject({ period: period(), score: inputNumber() }))),
    cohort: z.optional(cohortInput()),
  };
}

/** The schema of evidence: what is in it, the measures say. */
export function evidenceField() {
  return z.record(z.string(), z.unknown());
}

export const scoreInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ evidence: evidenceField(), ...contextFields() }),
);

/** The part of the period in which the person was there; the whole where nothing is said. */
export function presenceOf(presence: Presence | undefined, report: Report): Rational {
  if (presence === undefined) return ONE;
  const part = divide(readNumber(presence.present), readNumber(presence.of));
  if (compare(part, ONE) <= 0) return part;
  const message = `expected at most ${show(presence.of)}, the length of the period, got ${show(presence.present)}`;
  report.add(["presence", "present"], "out-of-range", message);
  return ONE;
}
