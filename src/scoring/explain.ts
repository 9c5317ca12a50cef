import * as z from "zod/mini";
import { inWords } from "../kernel/in-words.js";
import { scoreOrNoneParts } from "./result-parts.js";
import type { IndicatorScore, InsufficientEvidence, Score } from "./score.js";
import { ENGLISH, type ScoreLocale } from "./sentences.js";
import { differencesOf, limitWords, measuredClause, mostToWin, nameOf } from "./words.js";

/**
 * Says in sentences how a score came about: the score, then each indicator's raw value, the rule that applied, its score, weight and points, groups and extra points, what was missing and what that did, what
 * limits and rounding changed, and the three indicators with the most to win. Every number in them is in the result. `axis` names the dimension.
 *
 * Points are weight times score, whatever the aggregation is. What an aggregation other than the weighted mean makes of their sum is a sentence of its own.
 *
 * @example
 * ```ts
 * import { explainScore, scorer } from "tierwise";
 *
 * const score = scorer({ indicators: [{ id: "teamwork", weight: 1, measure: { kind: "rating", from: 1, to: 5 } }] });
 * explainScore(score({ evidence: { teamwork: 4 } }));
 * // => ["The score is 75.", "teamwork: 4 gives a score of 75; times its weight of 1 that is 75 points.", "Most to win: teamwork, 25 points."]
 * ```
 */
export function explainScore(
  score: Score | InsufficientEvidence,
  options: { readonly locale?: ScoreLocale; readonly axis?: string } = {},
): readonly string[] {
  return sayScore(score, options);
}

const sayScore = /* @__PURE__ */ inWords({
  title: "explainScore",
  result: scoreOrNoneParts,
  english: ENGLISH,
  options: () => ({ axis: z.optional(z.string()) }),
  say(
    score: Score | InsufficientEvidence,
    { locale },
    { axis }: { readonly axis?: string },
  ): readonly string[] {
    const words = locale.score;
    if (score.kind === "insufficient-evidence") return [explainInsufficient(score, locale, axis)];
    const value = String(score.value);
    const toWin = mostToWin(score.indicators).map((indicator) => ({
      indicator: nameOf(indicator, locale),
      points: String(indicator.toFullMarks),
    }));
    return [
      axis === undefined ? words.scoreAlone({ score: value }) : words.score({ axis, score: value }),
      ...score.indicators.map((indicator) => explainIndicator(indicator, locale)),
      ...score.groups.map((group) =>
        words.group({
          group: nameOf(group, locale),
          weight: String(group.weight),
          points: String(group.points),
        }),
      ),
      ...score.extras.map((extra) => {
        if (Object.keys(extra.raw).length === 0) return words.noExtra({ extra: nameOf(extra, locale) });
        const points = String(extra.points);
        const measured = measuredClause({ ...extra, score: extra.points }, locale);
        return words.extra({ extra: nameOf(extra, locale), measured, points });
      }),
      ...(String(score.coverage) === "1" ? [] : [words.coverage({ coverage: String(score.coverage) })]),
      ...(score.limitedBy === undefined ? [] : [words.limited(limitWords(score.limitedBy, locale))]),
      ...differencesOf(score).map(({ why, difference }) => words[why]({ difference })),
      ...(toWin.length === 0 ? [] : [words.toWin({ items: toWin })]),
    ];
  },
});

function explainIndicator(indicator: IndicatorScore, locale: ScoreLocale): string {
  const name = nameOf(indicator, locale);
  const measured = measuredClause(indicator, locale);
  if (indicator.score === undefined) return locale.score.unweighted({ indicator: name, measured });
  const [weight, points] = [String(indicator.weight), String(indicator.points)];
  return locale.score.indicator({ indicator: name, measured, weight, points });
}

function explainInsufficient(
  { because, coverage, minimumCoverage, presence, minimumPresence, missing }: InsufficientEvidence,
  locale: ScoreLocale,
  axis: string | undefined,
): string {
  const [is, minimum] = because === "presence" ? [presence, minimumPresence] : [coverage, minimumCoverage];
  return locale.score.insufficient({
    axis,
    because,
    is: String(is),
    minimum: String(minimum),
    missing: missing.map((indicator) => nameOf(indicator, locale)),
  });
}
