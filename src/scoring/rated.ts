import type { Path } from "../kernel/errors.js";
import { greater, lesser, multiply, ONE, type Rational, rationalText, sum } from "../kernel/rational.js";
import { createReport, type Report } from "../kernel/report.js";
import { notAmong, show, showChoices } from "../kernel/show.js";
import { readWeights } from "../weights/weights.js";
import { isAbsent, isObject, noteOthers, readWeight } from "./evidence.js";
import { compileSimpleMeasure, type RatedMeasure, type ScoreRounding } from "./measures/index.js";
import { type Measure, numberColumn } from "./measures/measure.js";
import { type Pool, poolsOf } from "./pools.js";
import type { IndicatorRaters, RaterKind, Raters } from "./raters.js";
import { reduce, type Weighted } from "./reducers.js";
import type { RatingsOfKind, Source } from "./source.js";

interface CompiledKind {
  readonly kind: RaterKind;
  readonly weight: Rational;
  readonly measure: Measure;
}

/** An indicator that raters judge: the summary of each kind's ratings, its score, and the weighted mean of those that count. */
export function compileRated(
  measure: RatedMeasure,
  own: IndicatorRaters,
  raters: Raters,
  rounding: ScoreRounding,
): Source {
  const weighted =
    own.weights?.map(({ kind, weight }) => ({ kind, weight })) ??
    raters.kinds.map(({ id, weight }) => ({ kind: id, weight }));
  const weights = readWeights(weighted, own.weights === undefined ? raters : own);
  const kinds = weighted.map(({ kind: name }, index): CompiledKind => {
    const kind = raters.kinds.find(({ id }) => id === name) as RaterKind;
    return {
      kind,
      weight: weights[index] as Rational,
      measure: compileSimpleMeasure(kind.measure ?? measure, rounding),
    };
  });
  const ends = (side: "lowest" | "highest") => {
    const all = kinds.map((one) => one.measure[side]);
    if (!all.every((end) => end !== undefined)) return {};
    return { [side]: all.reduce(side === "lowest" ? lesser : greater) };
  };
  return {
    inputs: kinds.map(({ kind }) => numberColumn(columnOf(kind.id))),
    shown: [],
    read: (evidence, path, report) => readRatings(evidence, kinds, path, report),
    rated: {
      kinds: kinds.flatMap(({ kind, measure: { number } }) =>
        number === undefined ? [] : [{ column: columnOf(kind.id), kind, takes: number.takes }],
      ),
      exactly(ratings) {
        const report = createReport("invalid-input", "ratings");
        const found = readRatings(ratings, kinds, [], report);
        return report.count() > 0 ? undefined : found?.columns;
      },
    },
    steps: (column) => [
      ...kinds.flatMap(
        ({ kind, measure: { number } }) =>
          number?.steps(column(columnOf(kind.id)), column(scoreColumnOf(kind.id))) ?? [],
      ),
      {
        step: "weighted-mean",
        to: column("exact"),
        of: kinds.map(({ kind, weight }) => ({
          column: column(scoreColumnOf(kind.id)),
          weight: rationalText(weight),
        })),
      },
    ],
    ...ends("lowest"),
    ...ends("highest"),
    fullMarks: sum(kinds.map(({ measure: { fullMarks }, weight }) => multiply(fullMarks, weight))),
    raters: kinds.map(({ kind, weight }) => ({
      kind: kind.id,
      ...(kind.label === undefined ? {} : { label: kind.label }),
      weight,
      column: scoreColumnOf(kind.id),
    })),
  };
}

function columnOf(kind: string): string {
  return `raters.${kind}`;
}

function scoreColumnOf(kind: string): string {
  return `scores.${kind}`;
}

function readRatings(evidence: unknown, kinds: readonly CompiledKind[], path: Path, report: Report) {
  if (!Array.isArray(evidence)) {
    report.add(
      path,
      "wrong-type",
      `expected a list of ratings such as { kind: "${kinds[0]?.kind.id}", value: 4 }, got ${show(evidence)}`,
    );
    return undefined;
  }
  const observed = new Map(kinds.map(({ kind }) => [kind.id, [] as Weighted[]]));
  const notObserved = new Map<string, number>();
  const raters = new Set<string>();
  let good = true;
  for (const [index, item] of evidence.entries()) {
    const read = readRating(item, kinds, raters, [...path, index], report);
    if (read === undefined) good = false;
    else if (read.rating === undefined) notObserved.set(read.kind, (notObserved.get(read.kind) ?? 0) + 1);
    else observed.get(read.kind)?.push(read.rating);
  }
  if (!good) return undefined;
  const summaries = summarise(kinds, observed, path, report);
  const summaryOf = ({ kind }: CompiledKind) => summaries.get(kind.id)?.value ?? null;
  return {
    columns: Object.fromEntries(kinds.map((one) => [columnOf(one.kind.id), summaryOf(one)])),
    counts: kinds.some((one) => one.weight.n !== 0n && summaryOf(one) !== null),
    ratings: kinds.map(({ kind }): RatingsOfKind => {
      const { outcome, into } = summaries.get(kind.id) as Summary;
      return {
        kind: kind.id,
        ratings: observed.get(kind.id)?.length ?? 0,
        notObserved: notObserved.get(kind.id) ?? 0,
        minimum: kind.minimum,
        outcome,
        ...(into === undefined ? {} : { into }),
      };
    }),
  };
}

function readRating(
  item: unknown,
  kinds: readonly CompiledKind[],
  raters: Set<string>,
  path: Path,
  report: Report,
): { readonly kind: string; readonly rating?: Weighted } | undefined {
  if (!isObject(item)) {
    report.add(path, "wrong-type", `expected a rating with its kind and value, got ${show(item)}`);
    return undefined;
  }
  noteOthers(item, ["kind", "value", "weight", "rater"], path, report);
  const found = kinds.find(({ kind }) => kind.id === item.kind);
  if (found === undefined) {
    const known = kinds.map(({ kind }) => kind.id);
    const at = [...path, "kind"];
    if (isAbsent(item.kind))
      report.add(at, "missing", `this is required: expected a kind of rater, ${showChoices(known)}`);
    else report.add(at, "unknown-kind", notAmong(known, "a kind of rater of this indicator", item.kind));
    return undefined;
  }
  if (!isAbsent(item.rater) && twice(item.rater, raters, [...path, "rater"], report)) return undefined;
  const kind = found.kind.id;
  if (isAbsent(item.value)) return { kind };
  const value = found.measure.number?.read(item.value, [...path, "value"], report);
  const weighs = found.kind.summary.kind === "weighted-mean";
  const weight = weighs ? readRatingWeight(item.weight, [...path, "weight"], report) : ONE;
  if (!weighs && !isAbsent(item.weight))
    report.add(
      [...path, "weight"],
      "one-of",
      `the ratings of ${show(kind)} are not weighted: take this away`,
    );
  return value === undefined || weight === undefined ? undefined : { kind, rating: { value, weight } };
}

function readRatingWeight(given: unknown, path: Path, report: Report): Rational | undefined {
  const weight = readWeight(given, path, report);
  if (weight === undefined || weight.n > 0n) return weight;
  report.add(path, "out-of-range", `expected more than 0, got ${show(given)}`);
  return undefined;
}

function twice(rater: unknown, raters: Set<string>, path: Path, report: Report): boolean {
  if (typeof rater !== "string") {
    report.add(path, "wrong-type", `expected a text, got ${show(rater)}`);
    return true;
  }
  if (raters.has(rater)) {
    report.add(path, "duplicate-id", `${show(rater)} has rated this indicator already`, { id: rater });
    return true;
  }
  raters.add(rater);
  return false;
}

interface Summary {
  readonly value?: Rational;
  readonly outcome: RatingsOfKind["outcome"];
  readonly into?: string;
}

/** One number for each kind that counts; the kinds of a pool have the pool's number, so that each keeps its weight. */
function summarise(
  kinds: readonly CompiledKind[],
  observed: ReadonlyMap<string, readonly Weighted[]>,
  path: Path,
  report: Report,
): ReadonlyMap<string, Summary> {
  const ratings = kinds.map(({ kind }) => observed.get(kind.id) ?? []);
  const pools = poolsOf(
    kinds.map(({ kind }) => kind),
    ratings.map(({ length }) => length),
  );
  const summaries = kinds.map(({ kind }, at): readonly [string, Summary] => {
    const { of, by, outcome } = pools[at] as Pool;
    if (outcome === "too-few") noteTooFew(kind, ratings[at]?.length ?? 0, path, report);
    if (outcome === "too-few" || outcome === "dropped") return [kind.id, { outcome: "dropped" }];
    const { id, summary } = (kinds[by] as CompiledKind).kind;
    const value = reduce(
      summary,
      of.flatMap((one) => ratings[one] ?? []),
    );
    return [kind.id, outcome === "merged" ? { value, outcome, into: id } : { value, outcome }];
  });
  return new Map(summaries);
}

function noteTooFew({ id, minimum }: RaterKind, count: number, path: Path, report: Report): void {
  const message = `expected at least ${minimum} of the kind ${show(id)}, got ${count}`;
  report.add(path, "too-few-ratings", message, { kind: id, least: minimum, count });
}
