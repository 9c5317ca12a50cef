import * as z from "zod/mini";
import { lineParts, noteParts } from "../../incentives/result-parts.js";
import { inWords } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { explainLine, noteTexts, type PayLocale } from "../explain.js";
import { paySentencesEn } from "../sentences.js";
import type { Benefits } from "./benefits.js";
import { type BenefitsSentences, benefitsSentencesEn } from "./sentences.js";

/** The part of a locale that explains benefits. */
export interface BenefitsLocale extends PayLocale {
  readonly benefits: BenefitsSentences;
}

const ENGLISH: BenefitsLocale = { languageTag: "en", pay: paySentencesEn, benefits: benefitsSentencesEn };

/**
 * Says in sentences which benefits are paid, how each was worked out, and which are not and why. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { benefits, explainBenefits } from "tierwise";
 *
 * const pay = benefits({
 *   currency: "CNY",
 *   items: [
 *     { id: "phone", pays: { kind: "amount", amount: 100 } },
 *     { id: "car", pays: { kind: "amount", amount: 2000 }, eligibility: [{ tier: ["senior"] }] },
 *   ],
 * });
 * const sentences = explainBenefits(pay({ period: "2026-07", tier: "junior" }));
 * sentences[0]; // => "phone: 100 x 1 = 100.00 CNY."
 * sentences[1]; // => "car is not paid."
 * sentences[2]; // => "Not eligible: the tier is junior, not one of: senior."
 * ```
 */
export function explainBenefits(
  result: Benefits,
  options: { readonly locale?: BenefitsLocale } = {},
): readonly string[] {
  return sayBenefits(result, options);
}

const sayBenefits = /* @__PURE__ */ inWords({
  title: "explainBenefits",
  result: () =>
    z.looseObject({
      kind: z.literal("benefits"),
      lines: list(lineParts()),
      refused: list(z.looseObject({ id: z.string(), reasons: noteParts() })),
    }),
  english: ENGLISH,
  say({ lines, refused, currency }: Benefits, { locale }): readonly string[] {
    return [
      ...lines.flatMap((line) => explainLine(line, locale)),
      ...refused.flatMap(({ id, label, reasons }) => [
        locale.benefits.refused({ benefit: labelText(label, locale.languageTag, id) }),
        ...noteTexts(reasons, locale.pay.notes, currency),
      ]),
    ];
  },
});
