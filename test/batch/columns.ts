import { isDecimal } from "../../src/kernel/decimal.js";

/** The people's evidence as columns, named as `batch` names them. */
export function evidenceColumns(
  people: readonly Readonly<Record<string, unknown>>[],
): Record<string, unknown[]> {
  const columns: Record<string, unknown[]> = {};
  for (const [row, evidence] of people.entries())
    for (const [id, value] of Object.entries(evidence)) {
      const parts =
        typeof value === "object" && value !== null && !isDecimal(value) && !Array.isArray(value)
          ? Object.entries(value).map(([part, one]) => [`evidence.${id}.${part}`, one] as const)
          : [[`evidence.${id}`, value] as const];
      for (const [name, one] of parts) {
        columns[name] ??= people.map(() => null);
        (columns[name] as unknown[])[row] = one;
      }
    }
  return columns;
}

/** What rows say of their people, by the name of the column. */
export function detailColumns(rows: readonly Readonly<Record<string, unknown>>[]): Record<string, unknown[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)]));
}
