import * as z from "zod/mini";
import type { Decimal } from "../../kernel/decimal.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { moneyText } from "../explain.js";
import type { Credit, CreditedDeal, Crediting } from "./result.js";
import { type CreditingSentences, creditingSentencesEn } from "./sentences.js";

/** The part of a locale that explains who is credited with what. */
export interface CreditingLocale {
  readonly languageTag: string;
  readonly crediting: CreditingSentences;
}

const ENGLISH: CreditingLocale = { languageTag: "en", crediting: creditingSentencesEn };

/**
 * Says in sentences who is credited with what, for which deals; which of them are converted or count in part, what of them is credited in other periods; and why deals
 * are credited to nobody. With `person`, only what that one is credited with. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { crediting, explainCrediting } from "tierwise";
 *
 * const result = crediting({ currency: "USD" })({
 *   period: "2026-Q3",
 *   deals: [
 *     { id: "D1", amount: 1000, bookedOn: "2026-07-03", splits: [{ person: "ann", share: 0.6 }, { person: "ben", share: 0.4 }] },
 *     { id: "D2", amount: 500, bookedOn: "2026-10-01", person: "ann" },
 *   ],
 * });
 * explainCrediting(result, { person: "ann" });
 * // => ["ann is credited with 600.00 USD for 2026-Q3, from 2026-07-01 to 2026-09-30.", "D1, booked on 2026-07-03: a share of 0.6, 600.00 USD."]
 * explainCrediting(result).at(-1); // => "D2 is not credited: its days are in other periods."
 * ```
 */
export function explainCrediting(
  given: Crediting | Stored<Crediting>,
  options: { readonly locale?: CreditingLocale; readonly person?: string } = {},
): readonly string[] {
  return sayCrediting(given, options);
}

const sayCrediting = /* @__PURE__ */ inWords({
  title: "explainCrediting",
  result: () =>
    z.looseObject({
      kind: z.literal("crediting"),
      period: z.string(),
      from: z.string(),
      to: z.string(),
      people: list(z.looseObject({ id: z.string(), amount: resultNumber() })),
      credits: list(z.looseObject({ person: z.string(), kind: z.string(), amount: resultNumber() })),
      deals: list(z.looseObject({ id: z.string(), amount: resultNumber() })),
      uncredited: list(z.looseObject({ deal: z.string(), reason: z.string() })),
    }),
  english: ENGLISH,
  options: () => ({ person: z.optional(z.string()) }),
  say(
    given: Crediting | Stored<Crediting>,
    { locale },
    { person }: { readonly person?: string },
  ): readonly string[] {
    const result = given as Crediting;
    const words = locale.crediting;
    const chosen = result.people.filter(({ id }) => person === undefined || id === person);
    const orders = new Set(
      result.credits.filter((one) => person === undefined || one.person === person).map(({ order }) => order),
    );
    return [
      ...chosen.flatMap(({ id, amount }) => [
        words.person({ ...result, person: id, ...worded(amount, result.currency) }),
        ...result.credits.filter((one) => one.person === id).map((one) => explainCredit(one, result, words)),
      ]),
      ...result.deals
        .filter(({ id }) => orders.has(id))
        .flatMap((deal) => explainDeal(deal, result.currency, words)),
      ...(person === undefined
        ? result.uncredited.map(({ deal, reason, amount }) =>
            words.uncredited[reason]({
              deal,
              amount: amount === undefined ? "" : worded(amount, result.currency).amount,
            }),
          )
        : []),
    ];
  },
});

function explainCredit(
  { kind, order, on, events, share, role = "", from = [], amount }: Credit,
  { currency }: Crediting,
  words: CreditingSentences,
): string {
  return words.credit[kind]({
    deal: order,
    on,
    events,
    share: String(share ?? ""),
    role,
    from,
    ...worded(amount, currency),
  });
}

/** What is not as a deal is by itself: another currency, a part that counts, parts in other periods. */
function explainDeal(
  { id: deal, amount, currency, rate, weight, before, after, open }: CreditedDeal,
  credited: string | undefined,
  words: CreditingSentences,
): readonly string[] {
  const text = (value: Decimal) => worded(value, credited).amount;
  const counts = String(weight) === "1" ? "" : String(weight);
  const isElsewhere = [before, after, open].some((value) => String(value) !== "0");
  return [
    ...(rate === undefined && counts === ""
      ? []
      : [words.counted({ deal, ...worded(amount, currency), rate: String(rate ?? ""), weight: counts })]),
    ...(isElsewhere
      ? [words.elsewhere({ deal, before: text(before), after: text(after), open: String(open) })]
      : []),
  ];
}

/** Money with the decimals of its currency; what is no money as it is. */
function worded(amount: Decimal, currency = ""): { readonly amount: string; readonly currency: string } {
  return { amount: currency === "" ? String(amount) : moneyText(amount, currency), currency };
}
