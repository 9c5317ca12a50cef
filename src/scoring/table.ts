import { inWords } from "../kernel/in-words.js";
import { scoreParts } from "./result-parts.js";
import type { GroupScore, IndicatorResult, IndicatorScore, Score } from "./score.js";
import { ENGLISH, type RowKind, type ScoreLocale } from "./sentences.js";
import { differencesOf, nameOf, raterName, ratingsText, rawText } from "./words.js";

/** What a row says, but for the words of its kind. */
interface Row {
  readonly kind: RowKind;
  readonly name: string;
  readonly raw?: string;
  readonly score?: unknown;
  readonly weight?: unknown;
  readonly points?: unknown;
  readonly toFullMarks?: unknown;
}

/**
 * A score as a table that a sheet or a page can show: rows of texts, the first with the heads of the columns (name, raw value, score, weight, points, points to full marks, kind of row). A group
 * comes before its indicators, and the parts of a composite and the kinds of raters come indented below what they make; then extra points, the differences that are not zero, and the whole. The points of
 * indicators, extra points and differences sum to it; those of a group are of its indicators.
 *
 * @example
 * ```ts
 * import { scorer, scoreTable } from "tierwise";
 *
 * const score = scorer({ indicators: [{ id: "teamwork", weight: 1, measure: { kind: "rating", from: 1, to: 5 } }] });
 * const result = score({ evidence: { teamwork: 4 } });
 * result.kind === "score" && scoreTable(result);
 * // => [
 * //   ["Indicator", "Raw value", "Score", "Weight", "Points", "To full marks", "Row"],
 * //   ["teamwork", "4", "75", "1", "75", "25", "indicator"],
 * //   ["Score", "", "75", "", "75", "", "total"]
 * // ]
 * ```
 */
export function scoreTable(
  score: Score,
  options: { readonly locale?: ScoreLocale } = {},
): readonly (readonly string[])[] {
  return tabulate(score, options);
}

const tabulate = /* @__PURE__ */ inWords({
  title: "scoreTable",
  result: scoreParts,
  english: ENGLISH,
  say(score: Score, { locale }): readonly (readonly string[])[] {
    const words = locale.score;
    const cell = (value: unknown) => (value === undefined ? "" : String(value));
    const rows: readonly Row[] = [
      ...score.indicators.flatMap((indicator, index) => [
        ...groupsBegun(score, index).map((group) => groupRow(group, locale)),
        ...indicatorRows(indicator, locale),
      ]),
      ...score.extras.map(
        (extra): Row => ({
          kind: "extra",
          name: nameOf(extra, locale),
          raw: rawText(extra, locale),
          points: extra.points,
        }),
      ),
      ...differencesOf(score).map(
        ({ why, difference }): Row => ({ kind: "difference", name: words.rows[why], points: difference }),
      ),
      { kind: "total", name: words.rows.total, score: score.value, points: score.value },
    ];
    return [
      [...words.columns],
      ...rows.map(({ kind, name, raw, ...numbers }) => [
        name,
        cell(raw),
        cell(numbers.score),
        cell(numbers.weight),
        cell(numbers.points),
        cell(numbers.toFullMarks),
        words.rowKinds[kind],
      ]),
    ];
  },
});

/** The groups of which an indicator is the first, the outermost first. */
function groupsBegun({ indicators, groups }: Score, index: number): readonly GroupScore[] {
  const around = (group: string | undefined): readonly GroupScore[] => {
    const found = groups.find(({ id }) => id === group);
    return found === undefined ? [] : [...around(found.group), found];
  };
  const before = around(indicators[index - 1]?.group);
  return around(indicators[index]?.group).filter((group) => !before.includes(group));
}

function groupRow(group: GroupScore, locale: ScoreLocale): Row {
  const { score, weight, points } = group;
  return { kind: "group", name: nameOf(group, locale), score, weight, points };
}

function indicatorRows(indicator: IndicatorScore, locale: ScoreLocale): readonly Row[] {
  const { points, toFullMarks } = indicator;
  return [
    { ...resultRow(indicator, locale), kind: "indicator", points, toFullMarks },
    ...rowsBelow(indicator, locale),
  ];
}

function resultRow(found: IndicatorResult, locale: ScoreLocale): Omit<Row, "kind"> {
  const { score, weight } = found;
  return { name: nameOf(found, locale), raw: rawText(found, locale), score, weight };
}

/** What an indicator is made of: kinds of raters, or the parts of a composite with all below them. */
function rowsBelow({ raters = [], parts = [] }: IndicatorResult, locale: ScoreLocale): readonly Row[] {
  const rows = [
    ...raters.map(
      (one): Row => ({
        kind: "raters",
        name: raterName(one, locale),
        raw: ratingsText(one, locale),
        score: one.score,
        weight: one.weight,
      }),
    ),
    ...parts.flatMap((part): readonly Row[] => [
      { ...resultRow(part, locale), kind: "part" },
      ...rowsBelow(part, locale),
    ]),
  ];
  return rows.map((row) => ({ ...row, name: `- ${row.name}` }));
}
