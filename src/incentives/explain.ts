import { currencyDecimals } from "../kernel/currency.js";
import { inWords } from "../kernel/in-words.js";
import { labelText } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { scaledText } from "../kernel/rational.js";
import { roundToUnits } from "../kernel/rounding.js";
import type { LineNote, NoteWords, RefusedPay, StatementLine } from "./line.js";
import { moneyOfNote } from "./note-money.js";
import { partName } from "./part-names.js";
import { rateText } from "./percent.js";
import { statementParts } from "./result-parts.js";
import { type PaySentences, paySentencesEn } from "./sentences.js";
import type { Statement } from "./statement/statement.js";

/** The part of a locale that explains pay. */
export interface PayLocale {
  readonly languageTag: string;
  readonly pay: PaySentences;
}

export const ENGLISH: PayLocale = { languageTag: "en", pay: paySentencesEn };

/**
 * Says in sentences what a person is paid: the total, each line with its basis, rate, amount and parts, and what is not paid and why. Every number in them is in
 * the result; money is written with the decimals of its currency, and rates that are shares of money (`rateAs`) in percent.
 *
 * @example
 * ```ts
 * import { commission, explainStatement, statement } from "tierwise";
 *
 * const { lines } = commission({ currency: "USD", brackets: [{ rate: "5%" }, { from: 100_000, rate: "6%" }] })({
 *   credits: [{ id: "q3", amount: 120_000 }],
 * });
 * explainStatement(statement({ currency: "USD" })({ period: "2026-Q3", lines }))[2]; // => "Of which 100000 at a rate of 5%: 5000.00."
 * ```
 */
export function explainStatement(
  statement: Statement,
  options: { readonly locale?: PayLocale } = {},
): readonly string[] {
  return sayStatement(statement, options);
}

const sayStatement = /* @__PURE__ */ inWords({
  title: "explainStatement",
  result: statementParts,
  english: ENGLISH,
  say(statement: Statement, { locale }): readonly string[] {
    const { period, currency, total, refused = [] } = statement;
    return [
      locale.pay.total({ period, currency, total: moneyText(total, currency) }),
      ...statement.lines.flatMap((line) => explainLine(line, locale)),
      ...refused.flatMap((one) => explainRefused(one, currency, locale)),
    ];
  },
});

/** Says a line, its parts and its notes. */
export function explainLine(line: StatementLine, { pay: words, languageTag }: PayLocale): readonly string[] {
  const { id, label, basis, rate, rateAs, amount, currency, period, corrects, parts = [], notes = [] } = line;
  const shown = {
    line: labelText(label, languageTag, id),
    basis: String(basis),
    rate: rateText(rate, rateAs),
    amount: moneyText(amount, currency),
    currency,
  };
  const said = noteTexts(notes, words.notes, currency);
  // The note of a correction says what the line is made of.
  if (corrects !== undefined && period !== undefined && said.length > 0)
    return [words.corrected({ ...shown, line: labelText(label, languageTag, corrects), period }), ...said];
  const slices = parts.length < 2 ? [] : parts;
  return [
    slices.length === 0 ? words.line(shown) : words.blended(shown),
    ...slices.map((part) =>
      words.part({
        of: partName(part.of ?? "", words.partNames),
        basis: String(part.basis),
        rate: rateText(part.rate, rateAs),
        amount: moneyText(part.amount, currency),
      }),
    ),
    ...said,
  ];
}

/** Says what is not paid, and why. */
export function explainRefused(
  { id, label, reasons }: RefusedPay,
  currency: string,
  { pay: words, languageTag }: PayLocale,
): readonly string[] {
  return [
    words.refused({ benefit: labelText(label, languageTag, id) }),
    ...noteTexts(reasons, words.notes, currency),
  ];
}

/** The sentences of notes; money in them is written with the decimals of its currency. */
export function noteTexts(
  notes: readonly LineNote[],
  words: NoteWords,
  currency?: string,
): readonly string[] {
  return notes.flatMap((note) => {
    const texts = textsOf(note.values);
    const written = currency === undefined ? texts : { ...texts, ...moneyOfNote(note.kind, texts, currency) };
    return words[note.kind]?.(written) ?? [];
  });
}

/** Values as texts. */
export function textsOf(values: LineNote["values"]): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

/** Money with the decimals of its currency. */
export function moneyText(amount: StatementLine["amount"], currency: string): string {
  const decimals = currencyDecimals(currency);
  return scaledText(roundToUnits(readNumber(amount), decimals, "half-up"), decimals);
}
