import type { Statement } from "tierwise";

/** A person's year as a table: a row for each statement, with what each category comes to. */
export function yearTable(statements: readonly Statement[]): readonly (readonly string[])[] {
  const names = [
    ...new Set(statements.flatMap(({ categories }) => categories.map(({ category }) => category))),
  ];
  const rows = statements.map(({ period, categories, total, yearToDate }) => [
    period,
    ...names.map((name) => {
      const found = categories.find(({ category }) => category === name);
      return found === undefined || found.amount.isZero() ? "" : found.amount.toFixed(2);
    }),
    total.toFixed(2),
    yearToDate.toFixed(2),
  ]);
  return [["period", ...names, "total", "year to date"], ...rows];
}

/** The same in Markdown. */
export function markdownTable([heads = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, column) => (column === 0 ? "---" : "---:"));
  return [heads, rule, ...rows].map(line).join("\n");
}
