import { lossless } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import type { CheckedItem, WeightSchemaItem } from "../../scoring/items.js";
import type { WeightSchema } from "../../scoring/schema.js";
import type { Score } from "../../scoring/score.js";
import { scorer } from "../../scoring/scorer.js";

/** The score of a dimension from the scores of its indicators, one of which may be another. */
export type ScoreBy = (indicator: string, score: Rational) => Score | undefined;

/**
 * A dimension's score as a function of one indicator's: the same weight schema, in which each indicator is measured by points, so that its score is
 * its evidence. Indicators without a score stay without; extra points are as they were.
 */
export function scoreByIndicators(schema: WeightSchema, found: Score, evidence: object): ScoreBy {
  const { raters: _raters, missing: _missing, minimumCoverage: _c, minimumPresence: _p, ...rest } = schema;
  const score = scorer({ ...rest, indicators: schema.indicators.map((item) => byPoints(item)) });
  const own = Object.fromEntries(
    found.indicators.flatMap(({ id, score: value }) => (value === undefined ? [] : [[id, value]])),
  );
  const extras = Object.fromEntries(
    (schema.extras?.items ?? []).flatMap(({ id }) =>
      Object.hasOwn(evidence, id) ? [[id, (evidence as Record<string, unknown>)[id]]] : [],
    ),
  );
  return (indicator, value) => {
    const made = score.safe({ evidence: { ...own, ...extras, [indicator]: lossless(value) } });
    return made.ok && made.value.kind === "score" ? made.value : undefined;
  };
}

function byPoints(item: WeightSchemaItem): WeightSchemaItem {
  const { id, label, weight } = item;
  const named = { id, weight, ...(label === undefined ? {} : { label }) };
  const inner = (item as CheckedItem).indicators as readonly WeightSchemaItem[] | undefined;
  if (inner !== undefined) return { ...item, indicators: inner.map(byPoints) } as WeightSchemaItem;
  const measure = { kind: "points", from: 0, to: 1, outOfRange: "extend" };
  return { ...named, measure, missing: { kind: "reweight" } } as WeightSchemaItem;
}

/** The least and the most that an indicator's score can be, by a weight schema; absent where there is no end. */
export function indicatorRange(
  schema: WeightSchema,
  id: string,
): { readonly lowest?: Rational; readonly highest?: Rational } | undefined {
  const item = find(schema.indicators as readonly CheckedItem[], id);
  if (item === undefined) return undefined;
  const { raters, decimals = 4, rounding } = schema;
  const alone = { indicators: [{ ...item, weight: 1 }], raters, decimals, scoreDecimals: decimals, rounding };
  const { lowest, highest } = scorer(alone as WeightSchema).range;
  return {
    ...(lowest === undefined ? {} : { lowest: readNumber(lowest) }),
    ...(highest === undefined ? {} : { highest: readNumber(highest) }),
  };
}

function find(items: readonly CheckedItem[], id: string): CheckedItem | undefined {
  const inside = items.flatMap(({ indicators }) =>
    indicators === undefined ? [] : (find(indicators, id) ?? []),
  );
  return items.find((item) => item.id === id && item.indicators === undefined) ?? inside[0];
}
