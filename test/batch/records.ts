import type { ItemColumn, RecordsColumn } from "../../src/batch/index.js";
import { isObject } from "../../src/scoring/evidence.js";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a column is one of credits. */
export function isOfCredits(name: string): boolean {
  return name.startsWith("credits.") || name.startsWith("earlier.");
}

/** The same lists with nothing in them that columns of their fields could not say. */
export function sayable(column: readonly unknown[]): readonly (readonly Fields[] | null)[] {
  return column.map((cell) => (Array.isArray(cell) ? cell.filter(isObject).map(sayableRecord) : null));
}

function sayableRecord({ attributes, ...own }: Fields): Fields {
  const known = Object.entries(own).filter(([name, value]) => name !== "price" && value != null);
  const sound = isObject(attributes) ? { attributes } : {};
  return { ...Object.fromEntries(known), ...sound };
}

/** What stands before the first list, and where a row has none: nobody's. */
const NOBODYS: Fields = { id: "", order: "o1", amount: Number.NaN, units: 1e300 };

/** Lists of records as Arrow has them: labels in a dictionary or as texts, numbers as floats where all are. */
export function recordsOf(column: readonly (readonly Fields[] | null)[], withCodes = false): RecordsColumn {
  const records = [NOBODYS, ...column.flatMap((cell) => (cell ?? [NOBODYS]).map(flat))];
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const offsets = new Int32Array(column.length + 1).fill(1);
  const valid = new Uint8Array((column.length + 7) >> 3);
  for (const [row, cell] of column.entries()) {
    offsets[row + 1] = (offsets[row] as number) + (cell?.length ?? 1);
    if (cell !== null) valid[row >> 3] = (valid[row >> 3] as number) | (1 << (row & 7));
  }
  return {
    offsets,
    columns: Object.fromEntries(
      names.map((name) => [
        name,
        itemColumn(
          records.map((record) => record[name] ?? null),
          withCodes,
        ),
      ]),
    ),
    valid,
  };
}

function flat({ attributes, ...own }: Fields): Fields {
  const named = Object.entries((attributes ?? {}) as Fields).map(([name, value]) => [
    `attributes.${name}`,
    value,
  ]);
  return { ...own, ...Object.fromEntries(named) };
}

function itemColumn(items: readonly unknown[], withCodes: boolean): ItemColumn {
  if (items.every((item) => typeof item === "number")) return Float64Array.from(items);
  if (!withCodes || !items.every((item) => item === null || typeof item === "string"))
    return items as ItemColumn;
  const dictionary = [...new Set(items.filter((item) => item !== null))];
  const codes = Int32Array.from(items, (item) => (item === null ? -1 : dictionary.indexOf(item)));
  const valid = new Uint8Array((items.length + 7) >> 3);
  for (const [at, item] of items.entries())
    if (item !== null) valid[at >> 3] = (valid[at >> 3] as number) | (1 << (at & 7));
  return { codes, dictionary, valid };
}
