import { type Label, labelText } from "../kernel/label.js";
import { readRatio } from "../kernel/number.js";
import { compare, HUNDRED, multiply, ONE, rationalText } from "../kernel/rational.js";
import type { Aggregation } from "../scoring/aggregation.js";
import type { Extras } from "../scoring/extras.js";
import type { CheckedItem, CheckedItems, CheckedMeasure } from "../scoring/items.js";
import { withEnds } from "../scoring/measures/attainment.js";
import type { SimpleMeasure } from "../scoring/measures/index.js";
import type { MissingRule } from "../scoring/missing.js";
import type { IndicatorRaters, Raters } from "../scoring/raters.js";
import type { ReducerConfig } from "../scoring/reducers.js";
import type { CheckedWeightSchema } from "../scoring/schema.js";
import type { Locale } from "./locale.js";
import type { Pair } from "./schema-sentences.js";

/** A weight schema as lines of text: what is in a group or a composite stands indented below it. */
export function describeSchema(config: CheckedWeightSchema, locale: Locale): readonly string[] {
  const words = locale.schema;
  const schema = config as CheckedWeightSchema & CheckedItems;
  const raters = config.raters as Raters | undefined;
  const extras = config.extras as Extras | undefined;
  const part = (ratio: number | string) => String(ratio);
  return [
    ...describeItems(schema, raters, locale),
    ...describeAggregation(config.aggregation as Aggregation | undefined, schema, locale),
    ...(raters === undefined ? [] : describeRaters(raters, locale)),
    ...(config.missing === undefined ? [] : [describeMissing(config.missing, locale)]),
    ...(config.minimumCoverage === undefined
      ? []
      : [words.minimumCoverage({ part: part(config.minimumCoverage) })]),
    ...(config.minimumPresence === undefined
      ? []
      : [words.minimumPresence({ part: part(config.minimumPresence) })]),
    ...(extras === undefined ? [] : describeExtras(extras, locale)),
    ...(config.scoreRange === undefined ? [] : [words.scoreRange(ends(config.scoreRange))]),
    words.rounding({
      decimals: String(config.decimals),
      scoreDecimals: String(config.scoreDecimals),
      mode: config.rounding,
    }),
  ];
}

function ends({ from, to }: { from?: number | string | undefined; to?: number | string | undefined }) {
  const text = (end: number | string | undefined) => (end === undefined ? undefined : String(end));
  return { from: text(from), to: text(to) };
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}

function nameIn({ languageTag }: Locale, label: Label | undefined, id: string): string {
  return labelText(label, languageTag, id);
}

/** The entries of a list, and how their weights are written. */
function describeItems(list: CheckedItems, raters: Raters | undefined, locale: Locale): readonly string[] {
  return [
    ...list.indicators.flatMap((item) => describeItem(item, raters, locale)),
    ...describeWeightRule(list, locale),
  ];
}

/** How weights are written where that is not as parts of 1. */
function describeWeightRule(
  { outOf, normalise }: Pick<CheckedItems, "outOf" | "normalise">,
  { schema: words }: Locale,
): readonly string[] {
  if (normalise === true) return [words.normalised()];
  return outOf === undefined ? [] : [words.outOf({ outOf: String(outOf) })];
}

function describeItem(item: CheckedItem, raters: Raters | undefined, locale: Locale): readonly string[] {
  const words = locale.schema;
  const name = nameIn(locale, item.label, item.id);
  const weight = String(item.weight);
  if (item.indicators !== undefined)
    return [
      words.group({ group: name, weight }),
      ...indented(describeItems(item as CheckedItems, raters, locale)),
    ];
  const measure = item.measure as CheckedMeasure;
  const text = [
    ...(measure.kind === "composite" ? [words.composite()] : describeMeasure(measure, locale)),
    ...(item.raters === undefined ? [] : describeRated(item.raters, raters, locale)),
    ...(item.missing === undefined ? [] : [describeMissing(item.missing, locale)]),
  ].join(" ");
  const line = words.indicator({ indicator: name, weight, measure: text });
  if (measure.kind !== "composite") return [line];
  const inside = [
    ...describeItems(measure, raters, locale),
    ...describeAggregation(measure.aggregation, measure, locale),
  ];
  return [line, ...indented(inside)];
}

function describeRated(own: IndicatorRaters, raters: Raters | undefined, locale: Locale): readonly string[] {
  return [
    locale.schema.rated({ kinds: ratedBy(own, raters, locale) }),
    ...(own.weights === undefined ? [] : describeWeightRule(own, locale)),
  ];
}

function ratedBy(own: IndicatorRaters, raters: Raters | undefined, locale: Locale): readonly Pair[] {
  const kinds = raters?.kinds ?? [];
  const weights = own.weights ?? kinds.map(({ id, weight }) => ({ kind: id, weight }));
  return weights.map(({ kind, weight }) => ({
    at: nameIn(locale, kinds.find(({ id }) => id === kind)?.label, kind),
    score: String(weight),
  }));
}

function describeAggregation(
  aggregation: Aggregation | undefined,
  list: CheckedItems,
  locale: Locale,
): readonly string[] {
  const words = locale.schema;
  switch (aggregation?.kind) {
    case "geometric":
      return [
        words.geometric({ least: aggregation.least === undefined ? undefined : String(aggregation.least) }),
      ];
    case "minimum":
      return [words.minimum()];
    case "limited":
      return aggregation.limits.map(({ indicator: id, below, most }) => {
        const indicator = id && nameIn(locale, itemIn(list, id)?.label, id);
        return words.limit({ indicator, below: String(below), most: String(most) });
      });
    default:
      return [];
  }
}

/** An entry of a list, or of a group in it. */
function itemIn({ indicators }: CheckedItems, id: string): CheckedItem | undefined {
  const inside = indicators.flatMap((item) =>
    item.indicators === undefined ? [] : [itemIn(item as CheckedItems, id)],
  );
  return [...indicators, ...inside].find((item) => item?.id === id);
}

function describeRaters(raters: Raters, locale: Locale): readonly string[] {
  const words = locale.schema;
  const name = (id: string) => nameIn(locale, raters.kinds.find((kind) => kind.id === id)?.label, id);
  const kinds = raters.kinds.map(({ id, weight, summary, minimum, belowMinimum, measure }) => {
    const line = words.rater({
      kind: name(id),
      weight: String(weight),
      summary: summary.kind,
      detail: reducerDetail(summary),
      minimum: String(minimum),
      below: belowMinimum.kind,
      into: belowMinimum.kind === "merge" ? name(belowMinimum.into) : "",
    });
    return [line, ...(measure === undefined ? [] : describeMeasure(measure as SimpleMeasure, locale))].join(
      " ",
    );
  });
  return [words.raters(), ...indented(kinds), ...indented(describeWeightRule(raters, locale))];
}

function describeMissing(rule: MissingRule, { schema: words }: Locale): string {
  return words.missing({
    rule: rule.kind,
    score: rule.kind === "fixed" ? String(rule.score) : "",
    periods: rule.kind === "previous" ? String(rule.periods) : "",
    otherwise: "otherwise" in rule ? rule.otherwise : undefined,
  });
}

function describeExtras(extras: Extras, locale: Locale): readonly string[] {
  const words = locale.schema;
  const items = extras.items.map(({ id, label, measure, missing }) =>
    words.extra({
      extra: nameIn(locale, label, id),
      measure: [...describeMeasure(measure, locale), describeMissing(missing, locale)].join(" "),
    }),
  );
  return [words.extras(ends(extras)), ...indented(items)];
}

/** A measure as sentences: how a raw value becomes a score. */
function describeMeasure(measure: SimpleMeasure, locale: Locale): readonly string[] {
  const words = locale.schema;
  return [
    ...describeKind(measure, locale),
    ...("outOfRange" in measure && measure.outOfRange === "clamp" ? [words.clamped()] : []),
    ...("outOfRange" in measure && measure.outOfRange === "extend" ? [words.extended()] : []),
    ...("whenEqual" in measure && measure.whenEqual !== undefined
      ? [words.whenEqual({ score: String(measure.whenEqual) })]
      : []),
    ...("over" in measure && measure.over !== undefined
      ? [words.over({ kind: measure.over.kind, detail: reducerDetail(measure.over) })]
      : []),
  ];
}

function reducerDetail(reducer: ReducerConfig): string | undefined {
  if (reducer.kind === "trimmed-mean") return String(reducer.trim);
  if (reducer.kind === "highest" || reducer.kind === "lowest") return String(reducer.count);
  return reducer.kind === "weighted-mean" ? reducer.weights?.join(" : ") : undefined;
}

function pairsOf(
  list: readonly { at: number | string; score: number | string; below?: number | string | undefined }[],
): readonly Pair[] {
  return list.map(({ at, score, below }) => ({
    at: String(at),
    score: String(score),
    ...(below === undefined ? {} : { below: String(below) }),
  }));
}

function describeKind(measure: SimpleMeasure, locale: Locale): readonly string[] {
  const words = locale.schema;
  switch (measure.kind) {
    case "points":
      return [words.points({ from: String(measure.from), to: String(measure.to) })];
    case "rating":
      return [
        words.rating({
          from: String(measure.from),
          to: String(measure.to),
          worst: String(measure.points.from),
          best: String(measure.points.to),
        }),
      ];
    case "choice": {
      const options = measure.options.map(({ id, label, description, score }) => ({
        at: nameIn(locale, label, id),
        ...(description === undefined ? {} : { says: nameIn(locale, description, "") }),
        score: String(score),
      }));
      return [words.choice({ options })];
    }
    case "yes-no":
      return [words.yesNo({ yes: String(measure.yes), no: String(measure.no) })];
    case "lines":
      return [words.lines({ points: pairsOf(measure.points) })];
    case "steps":
      return [
        words.steps({
          steps: measure.steps.map(({ from = "-∞", score }) => ({ at: String(from), score: String(score) })),
          to: measure.to === undefined ? undefined : String(measure.to),
          boundary: measure.boundary,
        }),
      ];
    case "ideal-range":
      return [
        words.idealRange({
          from: String(measure.from),
          to: String(measure.to),
          low: String(measure.ideal.from),
          high: String(measure.ideal.to),
          outside: String(measure.points.outside),
          ideal: String(measure.points.ideal),
        }),
      ];
    case "attainment":
      return describeAttainment(measure, locale);
    case "growth":
      return [
        words.growth({ points: pairsOf(measure.points) }),
        words.growthZero({ kind: measure.baseZero.kind, score: statedScore(measure.baseZero) }),
        words.growthNegative({ kind: measure.baseNegative.kind, score: statedScore(measure.baseNegative) }),
      ];
    case "events": {
      const events = measure.events.map(({ id, label, points, most }) => ({
        event: nameIn(locale, label, id),
        points: String(points),
        most: most === undefined ? undefined : String(most),
      }));
      const { start, from, to } = measure;
      return [words.events({ start: String(start), events, from: String(from), to: String(to) })];
    }
    case "goal-attainment": {
      const { correlation, levels, from, to } = measure;
      return [
        words.goals({
          low: String(levels.from),
          high: String(levels.to),
          correlation: String(correlation),
          from: String(from),
          to: String(to),
        }),
      ];
    }
    default:
      return [describeCompared(measure, locale)];
  }
}

function statedScore(rule: { readonly kind: string; readonly score?: number | string }): string {
  return rule.score === undefined ? "" : String(rule.score);
}

function describeAttainment(
  measure: Extract<SimpleMeasure, { kind: "attainment" }>,
  { schema: words }: Locale,
): readonly string[] {
  const { formula, target, targets, proRate, points, lines } = measure;
  const [first, last] = [lines?.[0], lines?.at(-1)];
  const { floor, cap } = withEnds({ floor: first?.at ?? measure.floor, cap: last?.at ?? measure.cap });
  const scoreAt = (attainment: number | string, stated: number | string | undefined) => {
    const ratio = readRatio(attainment);
    const score = compare(ratio, ONE) === 0 ? points?.target : stated;
    return score === undefined ? rationalText(multiply(HUNDRED, ratio)) : String(score);
  };
  return [
    words.attainment({ formula, floor: String(floor), cap: String(cap) }),
    ...(targets === undefined
      ? []
      : [
          words.targets({
            by: targets.by,
            rows: targets.rows.map((row) => ({ at: row.is, score: String(row.target) })),
          }),
        ]),
    ...(target === undefined ? [] : [words.attainmentTarget({ target: String(target) })]),
    ...(proRate === true ? [words.proRated()] : []),
    ...(lines === undefined ? [] : [words.attainmentLines({ points: pairsOf(lines) })]),
    ...(points === undefined
      ? []
      : [
          words.attainmentPoints({
            floor: scoreAt(floor, points.floor),
            target: scoreAt(1, points.target),
            cap: scoreAt(cap, points.cap),
          }),
        ]),
  ];
}

type Compared = Extract<
  SimpleMeasure,
  { kind: "rank" | "percentile-rank" | "min-max" | "z-score" | "stanine" }
>;

function describeCompared(measure: Compared, { schema: words }: Locale): string {
  const { better } = measure;
  switch (measure.kind) {
    case "rank": {
      const scores = measure.scores.map(({ from, score }) => ({ at: String(from), score: String(score) }));
      return words.rank({ better, ties: measure.ties, scores });
    }
    case "z-score":
      return words.zScore({
        better,
        deviation: measure.deviation,
        mean: String(measure.mean),
        spread: String(measure.spread),
        from: String(measure.from),
        to: String(measure.to),
      });
    default: {
      const [worst, best] = [String(measure.points.from), String(measure.points.to)];
      if (measure.kind === "min-max") return words.minMax({ better, worst, best });
      if (measure.kind === "stanine") return words.stanine({ better, worst, best });
      return words.percentileRank({ better, definition: measure.definition, worst, best });
    }
  }
}
