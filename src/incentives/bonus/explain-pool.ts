import * as z from "zod/mini";
import { lineParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import { explainLine, moneyText } from "../explain.js";
import { type PaySentences, paySentencesEn } from "../sentences.js";
import type { BonusPool } from "./bonus-pool.js";
import { type BonusPoolSentences, bonusPoolSentencesEn } from "./pool-sentences.js";

/** The part of a locale that explains pools of bonuses. */
export interface BonusPoolLocale {
  readonly languageTag: string;
  readonly pay: PaySentences;
  readonly bonusPool: BonusPoolSentences;
}

const ENGLISH: BonusPoolLocale = { languageTag: "en", pay: paySentencesEn, bonusPool: bonusPoolSentencesEn };

/**
 * Says in sentences what is paid of a pool of bonuses, and each person's line. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { bonusPool, explainBonusPool } from "tierwise";
 *
 * const people = [{ id: "ann", target: 5000 }, { id: "ben", target: 3000 }];
 * const result = bonusPool({ currency: "USD" })({ period: "2026", pool: 4000, people });
 * explainBonusPool(result)[0]; // => "Bonuses for 2026: 4000.00 of a pool of 4000.00 USD, to 2; left: 0.00."
 * explainBonusPool(result)[1]; // => "Claims sum to 8000 USD; each is multiplied by 0.5 to fit the pool."
 * ```
 */
export function explainBonusPool(
  result: BonusPool,
  options: { readonly locale?: BonusPoolLocale } = {},
): readonly string[] {
  return sayBonusPool(result, options);
}

const sayBonusPool = /* @__PURE__ */ inWords({
  title: "explainBonusPool",
  result: () =>
    z.looseObject({
      kind: z.literal("bonus-pool"),
      period: z.string(),
      currency: z.string(),
      pool: resultNumber(),
      amount: resultNumber(),
      left: resultNumber(),
      factor: resultNumber(),
      claimed: resultNumber(),
      lines: list(lineParts()),
    }),
  english: ENGLISH,
  say(result: BonusPool, { locale }): readonly string[] {
    const { period, currency, pool, amount, left, claimed, factor, lines } = result;
    const { bonusPool: words } = locale;
    return [
      words.pool({
        period,
        currency,
        amount: moneyText(amount, currency),
        pool: moneyText(pool, currency),
        left: moneyText(left, currency),
        people: String(lines.length),
      }),
      ...(String(factor) === "1"
        ? []
        : [words.scaled({ claimed: String(claimed), factor: String(factor), currency })]),
      ...lines.flatMap((line) => explainLine(line, locale)),
    ];
  },
});
