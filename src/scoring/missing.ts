import * as z from "zod/mini";
import { isPeriod, periodsAfter, periodUnit } from "../kernel/calendar.js";
import { configNumber, wholeNumber } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational, rationalText, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, type Plain } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** What counts for an indicator without evidence (M4). */
export function missingRule() {
  const otherwise = () =>
    described(
      z._default(z.enum(["error", "zero", "reweight"]), "error"),
      "What counts where there is no such score either.",
    );
  return described(
    z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("error") }),
      z.strictObject({ kind: z.literal("zero") }),
      z.strictObject({ kind: z.literal("fixed"), score: configNumber() }),
      z.strictObject({
        kind: z.literal("previous"),
        periods: described(wholeNumber(1, 100), "How many periods back the earlier score may be."),
        otherwise: otherwise(),
      }),
      z.strictObject({ kind: z.literal("cohort-median"), otherwise: otherwise() }),
      z.strictObject({ kind: z.literal("reweight") }),
    ]),
    "What counts where there is no evidence: an error, zero, a fixed score, the score of an earlier period, the cohort's median score, or that the others share the weight.",
  );
}

/** A rule for missing evidence, with its defaults. */
export type MissingRule = Plain<z.output<ReturnType<typeof missingRule>>>;

/** A rule as a config is written. */
export type WrittenMissingRule = Plain<z.input<ReturnType<typeof missingRule>>>;

/** What a rule made of missing evidence: the rule that applied, and the score that counts unless the others share the weight. */
export interface Filled {
  readonly rule: "zero" | "fixed" | "previous" | "cohort-median" | "reweight";
  readonly score?: Rational;
  /** The period of an earlier score. */
  readonly period?: string;
}

/** An earlier score of the person. */
export interface EarlierScore {
  readonly period: string;
  readonly score: Parameters<typeof readNumber>[0];
}

/** What a rule may look at. */
export interface MissingContext {
  readonly period: string | undefined;
  readonly previous: EarlierScore | undefined;
  readonly medianScore: unknown;
}

/** Whether a person's indicator can be left without any score by this rule. */
export function mayBeMissing(rule: MissingRule): boolean {
  return rule.kind === "reweight" || ("otherwise" in rule && rule.otherwise === "reweight");
}

/** Applies a rule, or notes that the evidence has to be there. */
export function fill(
  rule: MissingRule,
  id: string,
  context: MissingContext,
  report: Report,
): Filled | undefined {
  switch (rule.kind) {
    case "fixed":
      return { rule: "fixed", score: readNumber(rule.score) };
    case "previous": {
      if (context.previous !== undefined && context.period === undefined) {
        const message =
          "this is required: without the period of the review nobody can tell whether a score is an earlier one";
        report.add(["period"], "missing", message);
        return undefined;
      }
      const earlier = recentEnough(rule.periods, context);
      if (earlier === undefined)
        return simple(rule.otherwise, id, report, whyNoEarlier(rule.periods, context));
      return { rule: "previous", score: readNumber(earlier.score), period: earlier.period };
    }
    case "cohort-median":
      return context.medianScore === undefined
        ? simple(rule.otherwise, id, report, ", and the cohort's context has no median score of it")
        : { rule: "cohort-median", score: readNumber(context.medianScore) };
    default:
      return simple(rule.kind, id, report, "");
  }
}

function simple(
  kind: "error" | "zero" | "reweight",
  id: string,
  report: Report,
  why: string,
): Filled | undefined {
  if (kind === "zero") return { rule: "zero", score: ZERO };
  if (kind === "reweight") return { rule: "reweight" };
  const message = `the indicator ${show(id)} has no evidence${why}`;
  report.add(["evidence", id], "evidence-missing", message, { indicator: id });
  return undefined;
}

function recentEnough(most: number, { period, previous }: MissingContext): EarlierScore | undefined {
  if (period === undefined || previous === undefined) return undefined;
  if (!isPeriod(previous.period) || periodUnit(previous.period) !== periodUnit(period)) return undefined;
  const back = periodsAfter(period, previous.period);
  return back >= 1 && back <= most ? previous : undefined;
}

function whyNoEarlier(most: number, { period, previous }: MissingContext): string {
  if (period === undefined) return ", and without the period of this review no score can be an earlier one";
  if (previous === undefined) return ", and there is no earlier score of it";
  return `, and its earlier score, of ${previous.period}, is not of one of the ${most} periods before ${period}`;
}

/** Notes an earlier score that the indicator cannot have had, or a cohort's median that its measure cannot give. */
export function checkFilled(
  rule: "previous" | "cohort-median",
  score: Rational,
  id: string,
  { lowest, highest }: { readonly lowest?: Rational; readonly highest?: Rational },
  report: Report,
): void {
  const below = lowest !== undefined && compare(score, lowest) < 0;
  if (!below && (highest === undefined || compare(score, highest) <= 0)) return;
  const [low, high] = [lowest, highest].map((end) => (end === undefined ? "any" : rationalText(end)));
  const path = rule === "previous" ? ["previous", id, "score"] : ["cohort", "indicators", id, "medianScore"];
  const message = `expected a score that this indicator can have, ${low} to ${high}, got ${rationalText(score)}`;
  report.add(path, "out-of-range", message);
}
