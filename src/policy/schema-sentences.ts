/** A value and the score that belongs to it. */
export interface Pair {
  readonly at: string;
  readonly score: string;
  /** Where the score jumps: what it comes to from below. */
  readonly below?: string;
  /** What describes the value, such as a level's behaviour. */
  readonly says?: string;
}

/** The sentences that describe a weight schema. All values come as texts; the English ones show what each says. */
export interface SchemaSentences {
  /** "{indicator}, weight {weight}: {measure}" */
  indicator(value: { readonly indicator: string; readonly weight: string; readonly measure: string }): string;
  /** "{group}, weight {weight}, of which:" */
  group(value: { readonly group: string; readonly weight: string }): string;
  /** "The weights are out of {outOf}." */
  outOf(value: { readonly outOf: string }): string;
  normalised(): string;
  points(value: { readonly from: string; readonly to: string }): string;
  rating(value: {
    readonly from: string;
    readonly to: string;
    readonly worst: string;
    readonly best: string;
  }): string;
  choice(value: { readonly options: readonly Pair[] }): string;
  yesNo(value: { readonly yes: string; readonly no: string }): string;
  lines(value: { readonly points: readonly Pair[] }): string;
  steps(value: {
    readonly steps: readonly Pair[];
    readonly to: string | undefined;
    readonly boundary: "upper" | "lower";
  }): string;
  idealRange(value: {
    readonly from: string;
    readonly to: string;
    readonly low: string;
    readonly high: string;
    readonly outside: string;
    readonly ideal: string;
  }): string;
  attainment(value: {
    readonly formula: "ratio" | "inverse" | "mirror";
    readonly floor: string;
    readonly cap: string;
  }): string;
  attainmentTarget(value: { readonly target: string }): string;
  targets(value: { readonly by: string; readonly rows: readonly Pair[] }): string;
  proRated(): string;
  attainmentPoints(value: { readonly floor: string; readonly target: string; readonly cap: string }): string;
  attainmentLines(value: { readonly points: readonly Pair[] }): string;
  growth(value: { readonly points: readonly Pair[] }): string;
  growthZero(value: { readonly kind: "error" | "fixed"; readonly score: string }): string;
  growthNegative(value: { readonly kind: "error" | "fixed" | "absolute"; readonly score: string }): string;
  events(value: {
    readonly start: string;
    readonly events: readonly {
      readonly event: string;
      readonly points: string;
      readonly most: string | undefined;
    }[];
    readonly from: string;
    readonly to: string;
  }): string;
  goals(value: {
    readonly low: string;
    readonly high: string;
    readonly correlation: string;
    readonly from: string;
    readonly to: string;
  }): string;
  rank(value: {
    readonly better: "higher" | "lower";
    readonly ties: "best" | "average" | "worst";
    readonly scores: readonly Pair[];
  }): string;
  percentileRank(value: {
    readonly better: "higher" | "lower";
    readonly definition: "below" | "at-or-below" | "mid" | "among-others";
    readonly worst: string;
    readonly best: string;
  }): string;
  minMax(value: {
    readonly better: "higher" | "lower";
    readonly worst: string;
    readonly best: string;
  }): string;
  zScore(value: {
    readonly better: "higher" | "lower";
    readonly deviation: "population" | "sample";
    readonly mean: string;
    readonly spread: string;
    readonly from: string;
    readonly to: string;
  }): string;
  stanine(value: {
    readonly better: "higher" | "lower";
    readonly worst: string;
    readonly best: string;
  }): string;
  whenEqual(value: { readonly score: string }): string;
  composite(): string;
  clamped(): string;
  extended(): string;
  over(value: { readonly kind: ReducerName; readonly detail: string | undefined }): string;
  rated(value: { readonly kinds: readonly Pair[] }): string;
  raters(): string;
  rater(value: {
    readonly kind: string;
    readonly weight: string;
    readonly summary: ReducerName;
    readonly detail: string | undefined;
    readonly minimum: string;
    readonly below: "error" | "drop" | "merge";
    readonly into: string;
  }): string;
  missing(value: {
    readonly rule: "error" | "zero" | "fixed" | "previous" | "cohort-median" | "reweight";
    readonly score: string;
    readonly periods: string;
    readonly otherwise: "error" | "zero" | "reweight" | undefined;
  }): string;
  minimumCoverage(value: { readonly part: string }): string;
  minimumPresence(value: { readonly part: string }): string;
  geometric(value: { readonly least: string | undefined }): string;
  minimum(): string;
  limit(value: {
    readonly indicator: string | undefined;
    readonly below: string;
    readonly most: string;
  }): string;
  extras(value: { readonly from: string | undefined; readonly to: string | undefined }): string;
  extra(value: { readonly extra: string; readonly measure: string }): string;
  scoreRange(value: { readonly from: string | undefined; readonly to: string | undefined }): string;
  rounding(value: {
    readonly decimals: string;
    readonly scoreDecimals: string;
    readonly mode: string;
  }): string;
}

/** The name of a way to make one number of several. */
export type ReducerName =
  | "sum"
  | "mean"
  | "median"
  | "last"
  | "maximum"
  | "minimum"
  | "change"
  | "trimmed-mean"
  | "weighted-mean"
  | "highest"
  | "lowest";

const REDUCERS: Readonly<Record<ReducerName, string>> = {
  sum: "sum",
  mean: "mean",
  median: "median",
  last: "last value",
  maximum: "greatest value",
  minimum: "least value",
  change: "change from the first to the last",
  "trimmed-mean": "trimmed mean",
  "weighted-mean": "weighted mean",
  highest: "mean of the highest",
  lowest: "mean of the lowest",
};
const reducer = (kind: ReducerName, detail: string | undefined) =>
  `${REDUCERS[kind]}${detail === undefined ? "" : ` (${detail})`}`;
const OTHERWISE = {
  error: "an error",
  zero: "0",
  reweight: "the others share its weight",
};
const pairs = (list: readonly Pair[]) =>
  list
    .map(({ at, score, below, says }) => {
      const name = says === undefined ? at : `${at} (${says})`;
      return below === undefined ? `${name}: ${score}` : `${name}: from ${below} to ${score}`;
    })
    .join("; ");
const range = (from: string | undefined, to: string | undefined) =>
  `${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` to at most ${to}`}`;
const worse = (better: "higher" | "lower") => (better === "higher" ? "" : " Lower values are better.");

export const schemaSentencesEn: SchemaSentences = {
  indicator: ({ indicator, weight, measure }) => `${indicator}, weight ${weight}: ${measure}`,
  group: ({ group, weight }) => `${group}, weight ${weight}, of which:`,
  outOf: ({ outOf }) => `The weights are out of ${outOf}.`,
  normalised: () => "The weights are scaled so that they sum to 1.",
  points: ({ from, to }) => `direct points from ${from} to ${to}.`,
  rating: ({ from, to, worst, best }) =>
    `a rating from ${from} (worst) to ${to} (best), which gives ${worst} to ${best} points.`,
  choice: ({ options }) => `a choice of ${pairs(options)}.`,
  yesNo: ({ yes, no }) => `yes gives ${yes}, no gives ${no}.`,
  lines: ({ points }) => `straight lines through ${pairs(points)}.`,
  steps: ({ steps, to, boundary }) =>
    `steps, from ${pairs(steps)}${to === undefined ? "" : `, to ${to}`}. A value of exactly a boundary belongs to the ${boundary} step.`,
  idealRange: ({ from, to, low, high, outside, ideal }) =>
    `${ideal} from ${low} to ${high}, falling to ${outside} at ${from} and at ${to}.`,
  attainment: ({ formula, floor, cap }) =>
    `${{ ratio: "attainment of the target", inverse: "the target over what was reached", mirror: "2 less what was reached over the target" }[formula]}; below ${floor} it gives 0, above ${cap} it rises no more.`,
  attainmentTarget: ({ target }) => `The target is ${target} where the evidence names none.`,
  targets: ({ by, rows }) => `The target by ${by}: ${pairs(rows)}.`,
  proRated: () => "The target is multiplied by the part of the period in which the person was there.",
  attainmentPoints: ({ floor, target, cap }) =>
    `Points at the floor ${floor}, at the target ${target}, at the cap ${cap}, with straight lines between.`,
  attainmentLines: ({ points }) => `Points by attainment, with straight lines between: ${pairs(points)}.`,
  growth: ({ points }) => `growth against the base, with straight lines through ${pairs(points)}.`,
  growthZero: ({ kind, score }) => `A base of zero ${kind === "fixed" ? `gives ${score}` : "is an error"}.`,
  growthNegative: ({ kind, score }) =>
    `A negative base ${{ fixed: `gives ${score}`, error: "is an error", absolute: "counts by its size" }[kind]}.`,
  events: ({ start, events, from, to }) =>
    `${start} points, ${events.map(({ event, points, most }) => `${event} ${points} each${most === undefined ? "" : ` (at most ${most})`}`).join("; ")}, kept from ${from} to ${to}.`,
  goals: ({ low, high, correlation, from, to }) =>
    `goal-attainment scaling (levels from ${low} to ${high}, T score, correlation ${correlation}), kept from ${from} to ${to}.`,
  rank: ({ better, ties, scores }) =>
    `the rank in the cohort, from ${pairs(scores)}. Ties have the ${{ best: "best", average: "mean", worst: "worst" }[ties]} of their places.${worse(better)}`,
  percentileRank: ({ better, definition, worst, best }) =>
    `the percentile rank in the cohort (${{ below: "those worse", "at-or-below": "those worse or equal", mid: "those worse and half of those equal", "among-others": "those worse among the others" }[definition]}), which gives ${worst} to ${best}.${worse(better)}`,
  minMax: ({ better, worst, best }) =>
    `the place between the cohort's worst value, which gives ${worst}, and its best, which gives ${best}.${worse(better)}`,
  zScore: ({ better, deviation, mean, spread, from, to }) =>
    `the standard score in the cohort (${deviation}), ${mean} at the mean and ${spread} for each standard deviation, kept from ${from} to ${to}.${worse(better)}`,
  stanine: ({ better, worst, best }) =>
    `the stanine in the cohort, which gives ${worst} to ${best}.${worse(better)}`,
  whenEqual: ({ score }) => `Where all are equal it gives ${score}.`,
  composite: () => "made of:",
  clamped: () => "A value outside the range counts as its nearest end.",
  extended: () => "Outside the range the line goes on.",
  over: ({ kind, detail }) => `The ${reducer(kind, detail)} of several values counts.`,
  rated: ({ kinds }) => `Raters judge, by weight: ${pairs(kinds)}.`,
  raters: () => "Kinds of raters:",
  rater: ({ kind, weight, summary, detail, minimum, below, into }) =>
    `${kind}, weight ${weight}: the ${reducer(summary, detail)} of at least ${minimum} ratings; with fewer ${{ error: "it is an error", drop: "the others share the weight", merge: `they join ${into}` }[below]}.`,
  missing: ({ rule, score, periods, otherwise }) =>
    `Without evidence: ${{ error: "an error", zero: "0", fixed: `a score of ${score}`, previous: `the score of up to ${periods} periods before`, "cohort-median": "the cohort's median score", reweight: "the others share the weight" }[rule]}${otherwise === undefined ? "" : `, or else ${OTHERWISE[otherwise]}`}.`,
  minimumCoverage: ({ part }) => `At least ${part} of the weight must have evidence.`,
  minimumPresence: ({ part }) => `The person must have been there for at least ${part} of the period.`,
  geometric: ({ least }) =>
    `The scores are put together by their weighted geometric mean${least === undefined ? "" : `, each at least ${least}`}.`,
  minimum: () => "The least score counts.",
  limit: ({ indicator, below, most }) =>
    `If ${indicator ?? "any indicator"} is below ${below}, the whole is at most ${most}.`,
  extras: ({ from, to }) => `Extra points${range(from, to)}:`,
  extra: ({ extra, measure }) => `${extra}: ${measure}`,
  scoreRange: ({ from, to }) => `The whole is kept${range(from, to)}.`,
  rounding: ({ decimals, scoreDecimals, mode }) =>
    `An indicator's score is rounded to ${decimals} decimals and the whole to ${scoreDecimals}, ${mode}.`,
};
