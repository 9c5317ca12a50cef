import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configRatio, id, wholeNumber } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type Label, label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list, type Plain } from "../kernel/schema.js";
import { notAmong, show, showChoices } from "../kernel/show.js";
import { weightRuleFields } from "../weights/list.js";
import { checkWeights, weight } from "../weights/weights.js";
import {
  checkSimpleMeasure,
  compileSimpleMeasure,
  type RatedMeasure,
  ratedMeasure,
} from "./measures/index.js";
import { checkReducer, type ReducerConfig } from "./reducers.js";

/** The kinds of raters of a schema, and how their ratings become one score (M4, M17). */
export function ratersSchema() {
  return described(
    z.strictObject({
      kinds: described(list(raterKind(), 1), "Superior, peer, customer, self, expert, or any other kind."),
      ...weightRuleFields(),
    }),
    "Who rates, and how much each kind of rater counts.",
  );
}

function raterKind() {
  return z.strictObject({
    id: id(),
    label: z.optional(label()),
    weight: weight(),
    summary: described(
      z._default(
        z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.enum(["mean", "median"]) }),
          z.strictObject({ kind: z.literal("trimmed-mean"), trim: configRatio({ least: 0 }) }),
          z.strictObject({ kind: z.literal("weighted-mean") }),
        ]),
        { kind: "mean" },
      ),
      "How several ratings of one kind become one; for a weighted mean each rating brings its weight.",
    ),
    minimum: described(
      z._default(wholeNumber(1, 1000), 1),
      "The least number of ratings, below which none of them counts: this is what keeps raters anonymous.",
    ),
    belowMinimum: described(
      z._default(
        z.discriminatedUnion("kind", [
          z.strictObject({ kind: z.enum(["error", "drop"]) }),
          z.strictObject({ kind: z.literal("merge"), into: id() }),
        ]),
        { kind: "error" },
      ),
      "With fewer ratings: an error, the other kinds share the weight, or the ratings join those of another kind.",
    ),
    measure: z.optional(
      described(ratedMeasure(), "The scale of this kind of rater, where it is not the indicator's."),
    ),
  });
}

/** How raters judge one indicator. */
export function indicatorRaters() {
  return described(
    z.strictObject({
      weights: z.optional(
        described(
          list(z.strictObject({ kind: id(), weight: weight() }), 1),
          "The kinds that rate this indicator and their weights, where they differ from the schema's.",
        ),
      ),
      ...weightRuleFields(),
    }),
    "This indicator is rated: its evidence is a list of ratings.",
  );
}

/** One kind of rater, with its defaults. */
export interface RaterKind {
  readonly id: string;
  readonly label?: Label | undefined;
  readonly weight: number | string;
  readonly summary: ReducerConfig;
  readonly minimum: number;
  readonly belowMinimum:
    | { readonly kind: "error" | "drop" }
    | { readonly kind: "merge"; readonly into: string };
  readonly measure?: RatedMeasure | undefined;
}

/** The kinds of raters of a schema, with their defaults. */
export type Raters = Plain<z.output<ReturnType<typeof ratersSchema>>>;

/** The same as a config is written. */
export type WrittenRaters = Plain<z.input<ReturnType<typeof ratersSchema>>>;

/** How raters judge one indicator, with the defaults. */
export type IndicatorRaters = Plain<z.output<ReturnType<typeof indicatorRaters>>>;

/** Notes what the schema cannot see in the kinds of raters. */
export function checkRaters(raters: Raters, path: Path, report: Report): void {
  const at = [...path, "kinds"];
  checkIds(raters.kinds, at, report);
  for (const [index, kind] of report.items(raters.kinds, at)) {
    const here = [...at, index];
    if (!report.sound(here)) continue;
    checkReducer(kind.summary, [...here, "summary"], report);
    if (kind.measure !== undefined) checkRatedMeasure(kind.measure, [...here, "measure"], report);
    if (report.sound(at)) checkMerge(kind, raters.kinds, [...here, "belowMinimum"], report);
  }
  if (report.sound([...path, "outOf"]) && report.sound([...path, "normalise"]))
    checkWeights(raters.kinds, raters, at, report);
}

function checkRatedMeasure(measure: RatedMeasure, path: Path, report: Report): void {
  checkSimpleMeasure(measure, path, report);
  if (!("over" in measure) || measure.over === undefined) return;
  report.add(
    [...path, "over"],
    "one-of",
    "the kind's summary makes one number of many ratings: take this away",
  );
}

function checkMerge(kind: RaterKind, kinds: readonly RaterKind[], path: Path, report: Report): void {
  const rule = kind.belowMinimum;
  if (rule?.kind !== "merge") return;
  const into = kinds.find((other) => other.id === rule.into);
  const at = [...path, "into"];
  if (into === undefined || into.id === kind.id) {
    const others = kinds.map((other) => other.id).filter((other) => other !== kind.id);
    report.add(at, "unknown-kind", notAmong(others, "another kind of rater", rule.into));
  } else if (into.belowMinimum?.kind === "merge") {
    report.add(
      at,
      "one-of",
      `the ratings of ${show(into.id)} may themselves join another kind: merge into that one`,
    );
  } else if (report.sound([]) && report.clean(path.slice(0, -3)) && scaleOf(into) !== scaleOf(kind)) {
    report.add(at, "one-of", `${show(into.id)} rates on another scale, so that the ratings cannot join`);
  } else if ((into.summary?.kind === "weighted-mean") !== (kind.summary?.kind === "weighted-mean")) {
    report.add(
      at,
      "one-of",
      `only one of ${show(kind.id)} and ${show(into.id)} weights its ratings, so that they cannot join`,
    );
  }
}

/** What a kind's own scale does with a rating, as a text that is the same however its numbers are written. */
function scaleOf({ measure }: RaterKind): string | undefined {
  if (measure === undefined) return undefined;
  const { number } = compileSimpleMeasure(measure, { decimals: 0, rounding: "half-up" });
  return JSON.stringify([optionScores(measure), number?.steps("rating", "score")]);
}

/** The scores of a scale whose ratings are options. */
function optionScores(measure: RatedMeasure): readonly (readonly [string, string])[] {
  const text = (score: number | string) => rationalText(readNumber(score));
  if (measure.kind === "choice") return measure.options.map(({ id: option, score }) => [option, text(score)]);
  return measure.kind === "yes-no"
    ? [
        ["yes", text(measure.yes)],
        ["no", text(measure.no)],
      ]
    : [];
}

/** Notes what the schema cannot see in the raters of one indicator. */
export function checkIndicatorRaters(
  own: IndicatorRaters,
  raters: Raters | undefined,
  measure: { readonly kind: string; readonly over?: unknown },
  path: Path,
  report: Report,
): void {
  if (raters === undefined) {
    report.add(path, "unknown-kind", "the schema has no kinds of raters: state them as its raters");
    return;
  }
  if (!RATED.has(measure.kind) || measure.over !== undefined) {
    const message = `raters can judge by ${showChoices([...RATED])}, each without "over"; this measure is ${show(measure.kind)}`;
    report.add(path, "one-of", message);
  }
  if (own.weights === undefined) return;
  const at = [...path, "weights"];
  const known = raters.kinds.map((kind) => kind.id);
  const seen = new Set<string>();
  for (const [index, { kind }] of own.weights.entries()) {
    const here = [...at, index, "kind"];
    if (!known.includes(kind)) report.add(here, "unknown-kind", notAmong(known, "a kind of rater", kind));
    if (seen.has(kind)) report.add(here, "duplicate-id", `${show(kind)} is there twice`, { id: kind });
    seen.add(kind);
  }
  for (const { id: kind, belowMinimum } of raters.kinds) {
    if (!seen.has(kind) || belowMinimum?.kind !== "merge" || seen.has(belowMinimum.into)) continue;
    const message = `the ratings of ${show(kind)} may join those of ${show(belowMinimum.into)}, which does not rate this indicator`;
    report.add(at, "unknown-kind", message);
  }
  checkWeights(own.weights, own, at, report);
}

const RATED: ReadonlySet<string> = new Set([
  "points",
  "rating",
  "choice",
  "yes-no",
  "lines",
  "steps",
  "ideal-range",
]);
