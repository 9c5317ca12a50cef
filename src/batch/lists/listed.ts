import { isDecimal } from "../../kernel/decimal.js";
import { type CellsByName, cellsBy } from "../columns/cells.js";
import type { InputColumn, ItemColumn, ListColumn, OffsetsColumn } from "../columns/columns.js";
import { isList, isOffsets, isRecords, isTyped, presenceIn } from "../columns/kinds.js";

/** Lists of numbers by row: the items of all lists, one after another, and where each list begins. */
export interface Listed {
  /** Where the list of a row begins, and the one after it; absent where each row has just one item. */
  readonly offsets?: Int32Array | Uint32Array;
  /** The offset of the first item. */
  readonly base: number;
  /** How many items there are. */
  readonly count: number;
  readonly values: ItemColumn;
  readonly weights?: ItemColumn;
  /** Which rows have a list; absent where all do. */
  readonly has?: (row: number) => boolean;
}

/** What the items of lists are. */
export interface ItemParts {
  /** The names of an item's number and of what it may have beside; absent where it is a number itself. */
  readonly parts?: readonly ["value" | "level", "weight"];
  /** Whether one number is a list of one. */
  readonly orNumber?: boolean;
}

/** Whether some row has a list. */
export function hasLists(column: InputColumn): boolean {
  return isOffsets(column) || (isList(column) && column.some(Array.isArray));
}

/** The lists of a column; undefined where it has none. */
export function listedOf(column: InputColumn, rows: number, item: ItemParts): Listed | undefined {
  if (isRecords(column)) return undefined;
  if (isOffsets(column)) return windowOf(column, rows);
  return isList(column) ? gathered(column, item) : undefined;
}

/** A column of numbers as lists of one. */
export function oneEach(column: ItemColumn, rows: number): Listed {
  return { base: 0, count: rows, values: column, ...presenceOf(column) };
}

function presenceOf(column: InputColumn): Pick<Listed, "has"> {
  const has = presenceIn(column);
  return has === undefined ? {} : { has };
}

/** The items that the rows have: memory that several parts of an input share may have others before and after. */
function windowOf(column: OffsetsColumn, rows: number): Listed {
  const { offsets, values, weights } = column;
  const [first, last] = [rows === 0 ? 0 : (offsets[0] as number), offsets[rows] ?? 0];
  const base = (first & ~7) >>> 0;
  const cut = (items: ItemColumn) => itemsBetween(items, base, last);
  return {
    offsets,
    base,
    count: last - base,
    values: cut(values),
    ...(weights === undefined ? {} : { weights: cut(weights) }),
    ...presenceOf(column),
  };
}

/** Some items of a column, in the same memory; `from` is a multiple of 8. */
function itemsBetween(items: ItemColumn, from: number, to: number): ItemColumn {
  if (isTyped(items)) return items.subarray(from, to);
  if (isList(items)) return from === 0 && to === items.length ? items : items.slice(from, to);
  const valid = items.valid === undefined ? {} : { valid: items.valid.subarray(from >>> 3) };
  if ("codes" in items) return { ...items, codes: items.codes.subarray(from, to), ...valid };
  if ("units" in items) return { ...items, units: items.units.subarray(from, to), ...valid };
  return { values: items.values.subarray(from, to), ...valid };
}

/** The lists in the cells of a column. An item that is none of such becomes one that is no number, so that its row is set aside. */
function gathered(column: ListColumn, { parts, orNumber }: ItemParts): Listed {
  const offsets = offsetsBy(column.length, (row) => {
    const cell: unknown = column[row];
    if (cell === null || cell === undefined) return 0;
    return Array.isArray(cell) ? cell.length : 1;
  });
  const cells = cellsBy(offsets[column.length] as number);
  const put = (item: unknown, at: number) => {
    const [number, weight] = parts === undefined ? [item] : partsIn(item, parts);
    putSome(cells, "values", at, number);
    putSome(cells, "weights", at, weight);
  };
  for (let row = 0; row < column.length; row += 1) {
    const cell: unknown = column[row];
    const from = offsets[row] as number;
    if (Array.isArray(cell)) for (let at = 0; at < cell.length; at += 1) put(cell[at], from + at);
    else if (cell !== null && cell !== undefined)
      cells.put("values", from, orNumber === true ? cell : Number.NaN);
  }
  return listedCells(offsets, cells, presenceIn(column));
}

/** Puts a number, unless there is none. */
export function putSome(cells: CellsByName, name: "values" | "weights", at: number, value: unknown): void {
  if (value !== null && value !== undefined) cells.put(name, at, value);
}

/** Where lists begin that have so many items in each row. */
export function offsetsBy(rows: number, countAt: (row: number) => number): Uint32Array {
  const offsets = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row += 1) offsets[row + 1] = (offsets[row] as number) + countAt(row);
  return offsets;
}

/** Lists of which the items have been put into cells, called values and weights. */
export function listedCells(offsets: Uint32Array, cells: CellsByName, has: Listed["has"]): Listed {
  const made = new Map(cells.entries() as [string, ItemColumn][]);
  const weights = made.get("weights");
  return {
    offsets,
    base: 0,
    count: offsets.at(-1) as number,
    values: made.get("values") ?? [],
    ...(weights === undefined ? {} : { weights }),
    ...(has === undefined ? {} : { has }),
  };
}

/** The number and the weight of an item that has nothing else. */
function partsIn(item: unknown, [number, weight]: readonly [string, string]): readonly [unknown?, unknown?] {
  if (item === null || item === undefined) return [];
  if (typeof item !== "object" || Array.isArray(item) || isDecimal(item)) return [Number.NaN];
  const own = item as Readonly<Record<string, unknown>>;
  for (const name in own) if (name !== number && name !== weight) return [Number.NaN];
  return [own[number], own[weight]];
}
