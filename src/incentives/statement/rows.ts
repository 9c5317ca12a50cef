import * as z from "zod/mini";
import { statementParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { ENGLISH, moneyText, noteTexts, type PayLocale } from "../explain.js";
import type { LinePart, StatementLine } from "../line.js";
import { partName } from "../part-names.js";
import type { Statement } from "./statement.js";

/**
 * A statement as a table that a sheet, a page or a CSV file can show: rows of texts, the first with the heads of the columns (line, line id, category, category id, period, basis, rate, amount, currency, rule, notes, year to date, kind of row). Each line
 * is followed by its parts where it has several, which have its id; then come the categories with their year-to-date figures, and the total. Lines sum to categories, and categories to the total; parts sum to their line. The ids stay the
 * same in every language. The notes of a line are its sentences, with a space between them. A rate is a number here, also where sentences say it in percent. Texts are as they were given: what writes a CSV file quotes them, and keeps a text that begins with `=`, `+`, `-` or `@` from being taken for a formula.
 *
 * @example
 * ```ts
 * import { basePay, statement, statementRows } from "tierwise";
 *
 * const line = basePay({ currency: "EUR", table: [{ tier: "junior", amount: 3000 }], rule: "Pay agreement, section 4" })({ tier: "junior", period: "2026-07" });
 * statementRows(statement({ currency: "EUR" })({ period: "2026-07", lines: [line] }));
 * // => [
 * //   ["Line", "Line id", "Category", "Category id", "Period", "Basis", "Rate", "Amount", "Currency", "Rule", "Notes", "Year to date", "Row"],
 * //   ["basePay", "basePay", "Base pay", "base-pay", "2026-07", "3000", "1", "3000.00", "EUR", "Pay agreement, section 4", "", "", "line"],
 * //   ["Base pay", "", "Base pay", "base-pay", "2026-07", "", "", "3000.00", "EUR", "", "", "3000.00", "category"],
 * //   ["Total", "", "", "", "2026-07", "", "", "3000.00", "EUR", "", "", "3000.00", "total"]
 * // ]
 * ```
 */
export function statementRows(
  stored: Statement | Stored<Statement>,
  options: { readonly locale?: PayLocale } = {},
): readonly (readonly string[])[] {
  return rowsOf(stored, options);
}

const rowsOf = /* @__PURE__ */ inWords({
  title: "statementRows",
  result: () =>
    z.extend(statementParts(), {
      categories: list(
        z.looseObject({ category: z.string(), amount: resultNumber(), yearToDate: resultNumber() }),
      ),
      yearToDate: resultNumber(),
    }),
  english: ENGLISH,
  say(stored: Statement | Stored<Statement>, { locale }): readonly (readonly string[])[] {
    const { period, currency, lines, categories, total, yearToDate } = stored as Statement;
    const { columns, rows, categoryNames } = locale.pay.table;
    const money = (amount: StatementLine["amount"]) => moneyText(amount, currency);
    return [
      [...columns],
      ...lines.flatMap((line) => lineRows(line, period, locale)),
      ...categories.map(({ category, amount, yearToDate: toDate }) =>
        rowOf({
          label: categoryNames[category] ?? category,
          category: [categoryNames[category] ?? category, category],
          period,
          amount: money(amount),
          currency,
          toDate: money(toDate),
          kind: rows.category,
        }),
      ),
      rowOf({
        label: rows.whole,
        period,
        amount: money(total),
        currency,
        toDate: money(yearToDate),
        kind: rows.total,
      }),
    ];
  },
});

/** A line and, where it has several, its parts, which say the line's id. */
function lineRows(line: StatementLine, period: string, locale: PayLocale): readonly (readonly string[])[] {
  const { pay: words, languageTag } = locale;
  const { rows, categoryNames, part: partLabel } = words.table;
  const { id, category, currency, parts = [], notes = [] } = line;
  const label = labelText(line.label, languageTag, id);
  const shared = {
    id,
    category: [categoryNames[category] ?? category, category],
    period: line.period ?? period,
    currency,
  } as const;
  const product = ({ basis, rate, amount }: LinePart) => ({
    basis: String(basis),
    rate: String(rate),
    amount: moneyText(amount, currency),
  });
  const said = {
    rule: labelText(line.rule, languageTag, ""),
    notes: noteTexts(notes, words.notes, currency).join(" "),
  };
  return [
    rowOf({ ...shared, ...product(line), ...said, label, kind: rows.line }),
    ...(parts.length < 2 ? [] : parts).map((part, index) => {
      const of = partName(part.of ?? "", words.partNames);
      const name = partLabel({ line: label, of, number: String(index + 1) });
      return rowOf({ ...shared, ...product(part), label: name, kind: rows.part });
    }),
  ];
}

interface Cells {
  readonly label: string;
  readonly id?: string;
  readonly category?: readonly [name: string, id: string];
  readonly period: string;
  readonly basis?: string;
  readonly rate?: string;
  readonly amount: string;
  readonly currency: string;
  readonly rule?: string;
  readonly notes?: string;
  readonly toDate?: string;
  readonly kind: string;
}

/** The cells of a row in the order of the columns. */
function rowOf({
  label,
  id = "",
  category: [name, categoryId] = ["", ""],
  ...cells
}: Cells): readonly string[] {
  const { period, basis = "", rate = "", amount, currency, rule = "", notes = "", toDate = "", kind } = cells;
  return [label, id, name, categoryId, period, basis, rate, amount, currency, rule, notes, toDate, kind];
}
