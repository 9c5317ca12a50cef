import { labelText } from "../kernel/label.js";
import type { Score } from "./scorer.js";
import { type ScoreSentences, scoreSentencesEn } from "./sentences.js";

/** The part of a locale that explains scores. */
export interface ScoreLocale {
  readonly languageTag: string;
  readonly score: ScoreSentences;
}

const ENGLISH: ScoreLocale = { languageTag: "en", score: scoreSentencesEn };

/**
 * Says in sentences how a score came about: the score, then each indicator's raw value, score, weight and points, then the rounding.
 * Every number in them is in the result. `axis` names the dimension.
 *
 * @example
 * ```ts
 * import { explainScore, scorer } from "tierwise";
 *
 * const score = scorer({ indicators: [{ id: "teamwork", weight: 1, measure: { kind: "rating", from: 1, to: 5 } }] });
 * explainScore(score({ teamwork: 4 })); // => ["The score is 75.", "teamwork: 4 gives a score of 75; times its weight of 1 that is 75 points."]
 * ```
 */
export function explainScore(
  score: Score,
  { locale = ENGLISH, axis }: { readonly locale?: ScoreLocale; readonly axis?: string } = {},
): readonly string[] {
  const words = locale.score;
  const value = String(score.value);
  const indicators = score.indicators.map((indicator) => {
    const shown = {
      indicator: labelText(indicator.label, locale.languageTag, indicator.id),
      raw: String(indicator.raw.actual ?? indicator.raw.value),
      score: String(indicator.score),
      weight: String(indicator.weight),
      points: String(indicator.points),
    };
    if (indicator.measure !== "attainment") return words.indicator(shown);
    return words.attainment({
      ...shown,
      target: String(indicator.raw.target),
      attainment: String(indicator.raw.attainment),
    });
  });
  const difference = String(score.roundingDifference);
  return [
    axis === undefined ? words.scoreAlone({ score: value }) : words.score({ axis, score: value }),
    ...indicators,
    ...(difference === "0" ? [] : [words.rounding({ difference })]),
  ];
}
