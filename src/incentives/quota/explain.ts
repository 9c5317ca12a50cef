import * as z from "zod/mini";
import type { Decimal } from "../../kernel/decimal.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { moneyText } from "../explain.js";
import type { PeriodQuota, Quota } from "./quota.js";
import { type QuotaSentences, quotaSentencesEn } from "./sentences.js";

/** The part of a locale that explains a quota. */
export interface QuotaLocale {
  readonly languageTag: string;
  readonly quota: QuotaSentences;
}

const ENGLISH: QuotaLocale = { languageTag: "en", quota: quotaSentencesEn };

/**
 * Says in sentences what a person's quota is: in all, and in each period, with the part of it that counts. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainQuota, quota } from "tierwise";
 *
 * const result = quota({ currency: "USD", amount: 1200, ramp: { shares: ["50%"] } })({ period: "2026", from: "2026-10-01" });
 * explainQuota(result)[0]; // => "Quota for 2026: 250.00 USD, of 1200.00 for all of it."
 * explainQuota(result)[4]; // => "2026-Q4, from 2026-10-01 to 2026-12-31: of 300.00 the part 1, after the ramp 5/6, so 250.00."
 * ```
 */
export function explainQuota(
  given: Quota | Stored<Quota>,
  options: { readonly locale?: QuotaLocale } = {},
): readonly string[] {
  return sayQuota(given, options);
}

const sayQuota = /* @__PURE__ */ inWords({
  title: "explainQuota",
  result: () =>
    z.looseObject({
      kind: z.literal("quota"),
      period: z.string(),
      amount: resultNumber(),
      quota: resultNumber(),
      periods: list(
        z.looseObject({
          period: z.string(),
          from: z.string(),
          to: z.string(),
          amount: resultNumber(),
          part: resultNumber(),
          counted: resultNumber(),
          quota: resultNumber(),
        }),
      ),
    }),
  english: ENGLISH,
  say(given: Quota | Stored<Quota>, { locale }): readonly string[] {
    const { period, currency = "", amount, quota, periods } = given as Quota;
    const text = (value: Decimal) => (currency === "" ? String(value) : moneyText(value, currency));
    return [
      locale.quota.total({ period, quota: text(quota), amount: text(amount), currency }),
      ...periods.flatMap((one) => explainPeriod(one, text, locale.quota)),
    ];
  },
});

function explainPeriod(
  { period, from, to, amount, part, counted, quota, attainment }: PeriodQuota,
  text: (value: Decimal) => string,
  words: QuotaSentences,
): readonly string[] {
  const after = String(counted) === String(part) ? "" : String(counted);
  const said = {
    period,
    from,
    to,
    amount: text(amount),
    part: String(part),
    counted: after,
    quota: text(quota),
  };
  return [
    String(counted) === "1" ? words.whole(said) : words.part(said),
    ...(attainment === undefined ? [] : [words.attainment({ period, attainment: String(attainment) })]),
  ];
}
