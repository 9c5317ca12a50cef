import * as z from "zod/mini";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { ENGLISH, moneyText, type PayLocale } from "../explain.js";
import type { StatementLine } from "../line.js";
import { partName } from "../part-names.js";
import { rateText } from "../percent.js";
import type { Cause } from "./cause.js";
import type { StatementComparison } from "./compare.js";

/**
 * Says in sentences why two statements differ: by how much, then each cause with its amount, those of a line together. The amounts sum to the difference.
 *
 * @example
 * ```ts
 * import { basePay, compareStatements, explainComparison, statement } from "tierwise";
 *
 * const base = basePay({ currency: "EUR", table: [{ tier: "junior", amount: 3000 }, { tier: "senior", amount: 4500 }] });
 * const of = (period: string, tier: string) => statement({ currency: "EUR" })({ period, lines: [base({ tier, period })] });
 * explainComparison(compareStatements(of("2026-07", "junior"), of("2026-08", "senior")));
 * // => [
 * //   "2026-08 is 1500.00 EUR more than 2026-07: 4500.00 instead of 3000.00.",
 * //   "basePay: 4500.00 instead of 3000.00: 1500.00."
 * // ]
 * ```
 */
export function explainComparison(
  stored: StatementComparison | Stored<StatementComparison>,
  options: { readonly locale?: PayLocale } = {},
): readonly string[] {
  return sayComparison(stored, options);
}

const sayComparison = /* @__PURE__ */ inWords({
  title: "explainComparison",
  result: () =>
    z.looseObject({
      kind: z.literal("statement-comparison"),
      currency: z.string(),
      from: z.looseObject({ period: z.string(), total: resultNumber() }),
      to: z.looseObject({ period: z.string(), total: resultNumber() }),
      difference: resultNumber(),
      causes: list(z.looseObject({ line: z.string(), kind: z.string(), amount: resultNumber() })),
    }),
  english: ENGLISH,
  say(stored: StatementComparison | Stored<StatementComparison>, { locale }): readonly string[] {
    const { currency, from, to, difference, causes } = stored as StatementComparison;
    const words = locale.pay.comparison;
    const money = (amount: StatementLine["amount"]) => moneyText(amount, currency);
    const text = money(difference);
    const isLess = text.startsWith("-");
    return [
      words.difference({
        way: isLess ? "less" : Number(text) === 0 ? "same" : "more",
        from: from.period,
        to: to.period,
        before: money(from.total),
        after: money(to.total),
        difference: isLess ? text.slice(1) : text,
        currency,
      }),
      ...causes.map((cause) => sayCause(cause, currency, locale)),
    ];
  },
});

function sayCause(
  { line, label, period, corrects, kind, of, rate, rateAs, from, to, amount }: Cause,
  currency: string,
  { pay: { comparison: words, partNames }, languageTag }: PayLocale,
): string {
  const shown = (value: Cause["from"]) => {
    if (value === undefined) return "";
    if (kind === "rate") return rateText(value, rateAs);
    return kind === "amount" ? moneyText(value, currency) : String(value);
  };
  const basis = kind === "new" ? shown(to) : kind === "gone" ? shown(from) : "";
  const entry = corrects === undefined ? words.adjustment : words.correction;
  const details = [
    ...(period === undefined ? [] : [entry(period)]),
    ...(of === undefined ? [] : [partName(of, partNames)]),
    ...(rate === undefined ? [] : [words.slice({ basis, rate: rateText(rate, rateAs) })]),
  ];
  return words.causes[kind]({
    line: words.subject(labelText(label, languageTag, (period && corrects) ?? line), details),
    from: shown(from),
    to: shown(to),
    amount: moneyText(amount, currency),
  });
}
