import type { RawName } from "./score.js";

/** How a raw value led to a score, as a clause. All values come as texts; the English ones show what each says. */
export interface MeasuredClauses {
  /** "{raw} gives a score of {score}" */
  value(value: {
    readonly raw: string;
    /** What describes an option. */
    readonly says: string | undefined;
    readonly score: string;
  }): string;
  /** "{raw} against a target of {target} is an attainment of {attainment}, which gives a score of {score}" */
  attainment(value: {
    readonly raw: string;
    readonly target: string;
    /** The target of a whole period, and the part of it in which the person was present. */
    readonly whole: { readonly target: string; readonly presence: string } | undefined;
    /** The row of a table in which the target stands. */
    readonly row: { readonly by: string; readonly is: string } | undefined;
    readonly attainment: string;
    readonly score: string;
  }): string;
  /** "{actual} after {base} is growth of {growth}, which gives a score of {score}" */
  growth(value: {
    readonly actual: string;
    readonly base: string;
    readonly growth: string;
    readonly score: string;
  }): string;
  /** "{actual} after {base} is no growth that can be worked out; a score of {score} is set for that" */
  growthStated(value: { readonly actual: string; readonly base: string; readonly score: string }): string;
  /** "yes gives a score of {score}" */
  yesNo(value: { readonly yes: boolean; readonly score: string }): string;
  /** "{events} leave a score of {score}" */
  events(value: { readonly events: readonly CountedEvent[]; readonly score: string }): string;
  /** "the goals give a score of {score}" */
  goals(value: { readonly score: string }): string;
  /** "{raw} is rank {rank} of {count}, which gives a score of {score}" */
  rank(value: {
    readonly raw: string;
    readonly rank: string;
    readonly count: string;
    readonly score: string;
  }): string;
  /** "{raw} is at {percent} percent of {count} people, which gives a score of {score}" */
  percent(value: {
    readonly raw: string;
    readonly percent: string;
    readonly count: string;
    readonly score: string;
  }): string;
  /** "{raw} is in stanine {stanine} of {count} people, which gives a score of {score}" */
  stanine(value: {
    readonly raw: string;
    readonly stanine: string;
    readonly count: string;
    readonly score: string;
  }): string;
  /** "{raw} between {lowest} and {highest} gives a score of {score}" */
  minMax(value: {
    readonly raw: string;
    readonly lowest: string;
    readonly highest: string;
    readonly score: string;
  }): string;
  /** "{raw} is {z} standard deviations from the mean of {mean}, which gives a score of {score}" */
  zScore(value: {
    readonly raw: string;
    readonly z: string;
    readonly mean: string;
    readonly score: string;
  }): string;
  /** "{parts} give a score of {score}" */
  composite(value: {
    readonly parts: readonly NamedScore[];
    readonly limit: LimitWords | undefined;
    readonly score: string;
  }): string;
  /** "ratings of {kinds} give a score of {score}" */
  raters(value: { readonly kinds: readonly RaterWords[]; readonly score: string }): string;
  /** "ratings: {ratings}, not observed: {notObserved}, at least {minimum} needed" */
  ratings(value: {
    readonly ratings: string;
    readonly notObserved: string | undefined;
    readonly minimum: string | undefined;
  }): string;
  /** "no evidence; {what counts}, which is a score of {score}" */
  missing(value: FilledWords & { readonly score: string }): string;
  /** "no evidence; the others share its weight" */
  reweighted(): string;
}

/** A count of one kind of event. */
export interface CountedEvent {
  readonly event: string;
  readonly count: string;
}

/** The rule that made a score where there was no evidence; `period` is that of an earlier score. */
export interface FilledWords {
  readonly rule: "zero" | "fixed" | "previous" | "cohort-median";
  readonly period: string;
}

/** The limit that held a score down, and the indicator or group below its floor. */
export interface LimitWords {
  readonly indicator: string;
  readonly score: string;
  readonly below: string;
  readonly most: string;
}

/** A part of a composite; without a score others share its weight. A composite inside another has parts of its own. */
export interface NamedScore {
  readonly name: string;
  readonly score: string | undefined;
  readonly weight: string;
  /** What counted in place of missing evidence. */
  readonly missing: FilledWords | undefined;
  readonly parts: readonly NamedScore[];
}

/** One kind of rater: the words for how many rated, and the score if they count. */
export interface RaterWords {
  readonly kind: string;
  readonly ratings: string;
  readonly score: string | undefined;
  readonly weight: string;
  readonly into: string | undefined;
}

/** The sentences that explain a score. All values come as texts; the English ones show what each says. */
export interface ScoreSentences extends MeasuredClauses {
  /** "{axis}: the score is {score}." */
  score(value: { readonly axis: string; readonly score: string }): string;
  /** "The score is {score}." */
  scoreAlone(value: { readonly score: string }): string;
  /** "{indicator}: {measured}; times its weight of {weight} that is {points} points." */
  indicator(value: {
    readonly indicator: string;
    readonly measured: string;
    readonly weight: string;
    readonly points: string;
  }): string;
  /** "{indicator}: {measured}." */
  unweighted(value: { readonly indicator: string; readonly measured: string }): string;
  /** "{group} as a whole: {points} points of a weight of {weight}." */
  group(value: { readonly group: string; readonly weight: string; readonly points: string }): string;
  /** "{extra}: {points} extra points." */
  extra(value: { readonly extra: string; readonly measured: string; readonly points: string }): string;
  /** "{extra}: no evidence, so no extra points." */
  noExtra(value: { readonly extra: string }): string;
  /** "The way the scores are put together changes the sum by {difference}." */
  aggregation(value: { readonly difference: string }): string;
  /** "{indicator} is at {score}, below {below}: the whole is at most {most}." */
  limited(value: LimitWords): string;
  /** "Limits change the sum by {difference}." */
  limits(value: { readonly difference: string }): string;
  /** "Rounding adds {difference}." */
  rounding(value: { readonly difference: string }): string;
  /** "Evidence covers {coverage} of the weight." */
  coverage(value: { readonly coverage: string }): string;
  /** "Most to win: {items}." */
  toWin(value: {
    readonly items: readonly { readonly indicator: string; readonly points: string }[];
  }): string;
  /** "There is too little evidence for a score: ..." */
  insufficient(value: {
    readonly axis: string | undefined;
    readonly because: "presence" | "coverage";
    readonly is: string;
    readonly minimum: string;
    readonly missing: readonly string[];
  }): string;
  /** The answers of a yes-no. */
  readonly answers: { readonly yes: string; readonly no: string };
  /** The heads of the columns of a score's table. */
  readonly columns: readonly [string, string, string, string, string, string, string];
  /** What the kinds of rows of a score's table are called. */
  readonly rowKinds: Readonly<Record<RowKind, string>>;
  /** What raw values are called where there are several. */
  readonly raw: Readonly<Record<RawName, string>>;
  /** What stands between several raw values. */
  readonly separator: string;
  /** What the rows of a score's table are called that are no indicator. */
  readonly rows: {
    readonly aggregation: string;
    readonly limits: string;
    readonly rounding: string;
    readonly total: string;
  };
}

/** A kind of row of a score's table; the points of indicators, extras and differences sum to the total. */
export type RowKind = "indicator" | "group" | "part" | "raters" | "extra" | "difference" | "total";

/** The part of a locale that explains scores. */
export interface ScoreLocale {
  readonly languageTag: string;
  readonly score: ScoreSentences;
}

const FILLED_EN = {
  zero: () => "it counts as nothing",
  fixed: () => "a fixed score counts",
  previous: (period: string) => `the score of ${period} counts`,
  "cohort-median": () => "the median of the cohort counts",
};

function targetEn(
  whole: { readonly target: string; readonly presence: string } | undefined,
  row: { readonly by: string; readonly is: string } | undefined,
): string {
  const from = [
    ...(whole === undefined ? [] : [`${whole.target} times a presence of ${whole.presence}`]),
    ...(row === undefined ? [] : [`as ${row.by} is ${row.is}`]),
  ];
  return from.length === 0 ? "" : ` (${from.join(", ")})`;
}

function limitEn({ indicator, score, below, most }: LimitWords): string {
  return `${indicator} is at ${score}, below ${below}: the whole is at most ${most}`;
}

function partEn({ name, score, weight, missing, parts }: NamedScore): string {
  if (score === undefined) return `${name} without evidence`;
  const filled = missing === undefined ? "" : `, no evidence; ${FILLED_EN[missing.rule](missing.period)}`;
  const made = parts.length === 0 ? "" : `, made of ${parts.map(partEn).join(", ")}`;
  return `${name} ${score} (weight ${weight}${filled}${made})`;
}

export const scoreSentencesEn: ScoreSentences = {
  score: ({ axis, score }) => `${axis}: the score is ${score}.`,
  scoreAlone: ({ score }) => `The score is ${score}.`,
  indicator: ({ indicator, measured, weight, points }) =>
    `${indicator}: ${measured}; times its weight of ${weight} that is ${points} points.`,
  unweighted: ({ indicator, measured }) => `${indicator}: ${measured}.`,
  value: ({ raw, says, score }) =>
    `${raw}${says === undefined ? "" : ` (${says})`} gives a score of ${score}`,
  attainment: ({ raw, target, whole, row, attainment, score }) =>
    `${raw} against a target of ${target}${targetEn(whole, row)} is an attainment of ${attainment}, which gives a score of ${score}`,
  growth: ({ actual, base, growth, score }) =>
    `${actual} after ${base} is growth of ${growth}, which gives a score of ${score}`,
  growthStated: ({ actual, base, score }) =>
    `${actual} after ${base} is no growth that can be worked out; a score of ${score} is set for that`,
  yesNo: ({ yes, score }) => `${yes ? "yes" : "no"} gives a score of ${score}`,
  events: ({ events, score }) => {
    const counted = events.map(({ event, count }) => `${event} ${count} times`).join(", ");
    return `${counted === "" ? "no event" : counted} gives a score of ${score}`;
  },
  goals: ({ score }) => `the goals give a score of ${score}`,
  rank: ({ raw, rank, count, score }) =>
    `${raw} is rank ${rank} of ${count}, which gives a score of ${score}`,
  percent: ({ raw, percent, count, score }) =>
    `${raw} is at ${percent} percent among ${count} people, which gives a score of ${score}`,
  stanine: ({ raw, stanine, count, score }) =>
    `${raw} is in stanine ${stanine} among ${count} people, which gives a score of ${score}`,
  minMax: ({ raw, lowest, highest, score }) =>
    `${raw} between ${lowest} and ${highest} gives a score of ${score}`,
  zScore: ({ raw, z, mean, score }) =>
    `${raw} is ${z} standard deviations from the mean of ${mean}, which gives a score of ${score}`,
  composite: ({ parts, limit, score }) =>
    `${parts.map(partEn).join(", ")} give a score of ${score}${limit === undefined ? "" : ` (${limitEn(limit)})`}`,
  raters: ({ kinds, score }) => {
    const rated = kinds.map(({ kind, ratings, score: own, weight, into }) => {
      if (into !== undefined) return `${kind} together with ${into} (weight ${weight}, ${ratings})`;
      return own === undefined
        ? `${kind} not counted (${ratings})`
        : `${kind} ${own} (weight ${weight}, ${ratings})`;
    });
    return `raters, ${rated.join(", ")}, give a score of ${score}`;
  },
  ratings: ({ ratings, notObserved, minimum }) =>
    `ratings: ${ratings}${notObserved === undefined ? "" : `, not observed: ${notObserved}`}${minimum === undefined ? "" : `, at least ${minimum} needed`}`,
  missing: ({ rule, period, score }) =>
    `no evidence; ${FILLED_EN[rule](period)}, which is a score of ${score}`,
  reweighted: () => "no evidence; the others share its weight",
  group: ({ group, weight, points }) => `${group} as a whole: ${points} points, of a weight of ${weight}.`,
  extra: ({ extra, measured, points }) => `${extra}: ${measured}, that is ${points} extra points.`,
  noExtra: ({ extra }) => `${extra}: no evidence, so no extra points.`,
  aggregation: ({ difference }) =>
    `The way in which the scores are put together changes the sum by ${difference}.`,
  limited: (limit) => `${limitEn(limit)}.`,
  limits: ({ difference }) => `Limits change the sum by ${difference}.`,
  rounding: ({ difference }) => `Rounding adds ${difference}.`,
  coverage: ({ coverage }) => `Evidence covers ${coverage} of the weight.`,
  toWin: ({ items }) =>
    `Most to win: ${items.map(({ indicator, points }) => `${indicator}, ${points} points`).join("; ")}.`,
  insufficient: ({ axis, because, is, minimum, missing }) => {
    const of =
      because === "presence"
        ? `the person was there for ${is} of the period, and at least ${minimum} is wanted`
        : `evidence covers ${is} of the weight, and at least ${minimum} is wanted`;
    const without = missing.length === 0 ? "" : ` Without evidence: ${missing.join(", ")}.`;
    return `${axis === undefined ? "There" : `${axis}: there`} is too little evidence for a score: ${of}.${without}`;
  },
  answers: { yes: "yes", no: "no" },
  columns: ["Indicator", "Raw value", "Score", "Weight", "Points", "To full marks", "Row"],
  rowKinds: {
    indicator: "indicator",
    group: "group",
    part: "part",
    raters: "raters",
    extra: "extra points",
    difference: "difference",
    total: "total",
  },
  raw: {
    value: "value",
    actual: "actual",
    target: "target",
    presence: "presence",
    "pro-rated-target": "pro-rated target",
    attainment: "attainment",
    base: "base",
    growth: "growth",
    "weighted-levels": "weighted levels",
    weights: "weights",
    "squared-weights": "squared weights",
    rank: "rank",
    count: "people",
    percent: "percent",
    stanine: "stanine",
    lowest: "lowest",
    highest: "highest",
    mean: "mean",
    deviation: "standard deviation",
    z: "standard score",
  },
  separator: ", ",
  rows: {
    aggregation: "Putting the scores together",
    limits: "Limits",
    rounding: "Rounding",
    total: "Score",
  },
};

/** English, which needs no import. */
export const ENGLISH: ScoreLocale = { languageTag: "en", score: scoreSentencesEn };
