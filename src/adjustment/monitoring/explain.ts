import * as z from "zod/mini";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import type { Monitoring } from "./monitor.js";
import { type MonitoringSentences, monitoringSentencesEn } from "./sentences.js";

/** The part of a locale that explains what watching an indicator found. */
export interface MonitoringLocale {
  readonly languageTag: string;
  readonly monitoring: MonitoringSentences;
}

const ENGLISH: MonitoringLocale = { languageTag: "en", monitoring: monitoringSentencesEn };

/**
 * Says in sentences which values are marked and by what figures, and whether a review is asked for early. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainMonitoring, monitor } from "tierwise";
 *
 * const watch = monitor({ kind: "change", by: 10, earlyReview: true });
 * explainMonitoring(watch({ values: [{ id: "May", value: 80 }, { id: "June", value: 66 }] }));
 * // => ["June: 66 is marked downwards (change -14).", "A review is asked for before it is due."]
 * ```
 */
export function explainMonitoring(
  result: Monitoring,
  options: { readonly locale?: MonitoringLocale } = {},
): readonly string[] {
  return sayMonitoring(result, options);
}

const sayMonitoring = /* @__PURE__ */ inWords({
  title: "explainMonitoring",
  result: () =>
    z.looseObject({
      kind: z.literal("monitoring"),
      values: list(z.looseObject({ id: z.string(), value: resultNumber(), figures: z.looseObject({}) })),
      flags: list(z.looseObject({})),
    }),
  english: ENGLISH,
  say({ values, flags, earlyReview }: Monitoring, { locale }): readonly string[] {
    const words = locale.monitoring;
    const marked = values.flatMap(({ id, value, figures, flag }) => {
      if (flag === undefined) return [];
      const shown = Object.entries(figures).map(
        ([name, figure]) => `${words.figures[name] ?? name} ${figure}`,
      );
      return [
        words.flag({ id, value: String(value), direction: flag, figures: shown.join(words.separator) }),
      ];
    });
    return [
      ...(flags.length === 0 ? [words.nothing()] : marked),
      ...(earlyReview ? [words.earlyReview()] : []),
    ];
  },
});
