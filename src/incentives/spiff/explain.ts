import * as z from "zod/mini";
import { lineParts, noteParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import { explainLine, moneyText, noteTexts } from "../explain.js";
import { type PaySentences, paySentencesEn } from "../sentences.js";
import { type SpiffSentences, spiffSentencesEn } from "./sentences.js";
import type { Spiff } from "./spiff.js";

/** The part of a locale that explains sales incentives. */
export interface SpiffLocale {
  readonly languageTag: string;
  readonly pay: PaySentences;
  readonly spiff: SpiffSentences;
}

const ENGLISH: SpiffLocale = { languageTag: "en", pay: paySentencesEn, spiff: spiffSentencesEn };

/**
 * Says in sentences what a sales incentive pays to whom, what holds them back, what of the budget is left, and which deals do not count and why. Every number in them is
 * in the result.
 *
 * @example
 * ```ts
 * import { explainSpiff, spiff } from "tierwise";
 *
 * const result = spiff({ currency: "USD", pays: 100, when: [{ attribute: "product", is: ["cloud"] }], maximum: 150 })({
 *   deals: [
 *     { id: "d1", person: "ann", on: "2026-07-01", attributes: { product: "cloud" } },
 *     { id: "d2", person: "ann", on: "2026-07-02", attributes: { product: "paper" } },
 *     { id: "d3", person: "ann", on: "2026-07-03", attributes: { product: "cloud" } },
 *   ],
 * });
 * explainSpiff(result)[0]; // => "Paid in all: 150.00 USD."
 * explainSpiff(result).slice(-2); // => ["Held at the maximum of 150.00.", "d2 of ann does not count: such deals are not paid for."]
 * ```
 */
export function explainSpiff(
  result: Spiff,
  options: { readonly locale?: SpiffLocale } = {},
): readonly string[] {
  return saySpiff(result, options);
}

const saySpiff = /* @__PURE__ */ inWords({
  title: "explainSpiff",
  result: () =>
    z.looseObject({
      kind: z.literal("spiff"),
      currency: z.string(),
      amount: resultNumber(),
      people: list(z.looseObject({ id: z.string(), line: lineParts() })),
      deals: list(z.looseObject({ id: z.string(), person: z.string() })),
      excluded: list(z.looseObject({ id: z.string(), reasons: noteParts() })),
    }),
  english: ENGLISH,
  say({ currency, amount, budgetLeft, people, deals, excluded }: Spiff, { locale }): readonly string[] {
    const { spiff: words, pay } = locale;
    return [
      words.total({ amount: moneyText(amount, currency), currency }),
      ...(budgetLeft === undefined
        ? []
        : [words.budgetLeft({ left: moneyText(budgetLeft, currency), currency })]),
      ...people.flatMap(({ id, line }) => [words.person({ person: id }), ...explainLine(line, locale)]),
      ...deals.flatMap(({ id, person, reason }) =>
        reason === undefined ? [] : [words.uncounted[reason]({ deal: id, person })],
      ),
      ...excluded.flatMap(({ id, reasons }) => [
        words.excluded({ person: id }),
        ...noteTexts(reasons, pay.notes, currency),
      ]),
    ];
  },
});
