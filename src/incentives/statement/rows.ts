import * as z from "zod/mini";
import { statementParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { ENGLISH, moneyText, type PayLocale } from "../explain.js";
import type { StatementLine } from "../line.js";
import { partName } from "../part-names.js";
import type { Statement } from "./statement.js";

/**
 * A statement as a table that a sheet, a page or a CSV file can show: rows of texts, the first with the heads of the columns (line, category, period, basis, rate, amount, currency, rule, year to date, kind of row). Each line
 * is followed by its parts where it has several, then come the categories with their year-to-date figures, and the total. Lines sum to categories, and categories to the total; parts sum to their line.
 *
 * @example
 * ```ts
 * import { basePay, statement, statementRows } from "tierwise";
 *
 * const line = basePay({ currency: "EUR", table: [{ tier: "junior", amount: 3000 }], rule: "Pay agreement, section 4" })({ tier: "junior", period: "2026-07" });
 * statementRows(statement({ currency: "EUR" })({ period: "2026-07", lines: [line] }));
 * // => [
 * //   ["Line", "Category", "Period", "Basis", "Rate", "Amount", "Currency", "Rule", "Year to date", "Row"],
 * //   ["basePay", "base-pay", "2026-07", "3000", "1", "3000.00", "EUR", "Pay agreement, section 4", "", "line"],
 * //   ["Base pay", "base-pay", "2026-07", "", "", "3000.00", "EUR", "", "3000.00", "category"],
 * //   ["Total", "", "2026-07", "", "", "3000.00", "EUR", "", "3000.00", "total"]
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
    const lineRows = lines.flatMap((line) => {
      const { id, category, label, rule, parts = [] } = line;
      const own = [category, line.period ?? period];
      return [
        [
          labelText(label, locale.languageTag, id),
          ...own,
          String(line.basis),
          String(line.rate),
          money(line.amount),
          currency,
          labelText(rule, locale.languageTag, ""),
          "",
          rows.line,
        ],
        ...(parts.length < 2 ? [] : parts).map(({ of = "", basis, rate, amount }) => [
          `- ${partName(of, locale.pay.partNames)}`.trimEnd(),
          ...own,
          String(basis),
          String(rate),
          money(amount),
          currency,
          "",
          "",
          rows.part,
        ]),
      ];
    });
    return [
      [...columns],
      ...lineRows,
      ...categories.map(({ category, amount, yearToDate: toDate }) => [
        categoryNames[category] ?? category,
        category,
        period,
        "",
        "",
        money(amount),
        currency,
        "",
        money(toDate),
        rows.category,
      ]),
      [rows.whole, "", period, "", "", money(total), currency, "", money(yearToDate), rows.total],
    ];
  },
});
