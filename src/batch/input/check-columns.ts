import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { InputColumn, ItemColumn, OffsetsColumn, RecordsColumn } from "../columns/columns.js";
import { isCodes, isList, isOffsets, isRecords, isTyped } from "../columns/kinds.js";
import { isRowByRow } from "../columns/pay-names.js";
import { CREDIT_FIELDS, isCreditField, isCredits } from "../credits/records.js";
import { checkItemCount, checkOffsets, hasOffsets, itemsIn } from "./check-lists.js";
import type { BatchInput } from "./input.js";

/** Whether something has columns by their names: an object, but no list and no Map. */
export function isByName(columns: unknown): columns is object {
  return typeof columns === "object" && columns !== null && !(Symbol.iterator in columns);
}

/** Notes columns that are none, or of different lengths, and gives the number of rows. */
export function checkLengths(
  columns: BatchInput["columns"],
  checkOne: (name: string) => void,
  report: Report,
): number {
  let rows: number | undefined;
  for (const [name, column] of Object.entries(columns)) {
    const path = ["columns", name];
    checkOne(name);
    const length = isOf(name, column) ? lengthOf(column) : undefined;
    if (length === undefined) {
      noteNoColumn(name, column, path, report);
      continue;
    }
    rows ??= length;
    if (length === 0 && isDetached(column)) report.add(path, "wrong-type", TRANSFERRED);
    else if (length !== rows)
      report.add(path, "column-length", `expected ${rows} rows, as the columns before have, got ${length}`);
    if (isOffsets(column)) checkLists(column, path, length, report);
    else checkParts(column, path, length, report);
  }
  return rows ?? 0;
}

const TRANSFERRED = "its memory has been transferred elsewhere: give a copy";

/** What tells which rows have a value, by the names that other libraries have for it. */
const VALIDITIES = ["nullBitmap", "validity", "isValid", "mask", "bitmap", "nulls"];

/** Notes a validity that is none or too short, and a scale that is none or beside what has none. */
function checkParts(column: ItemColumn, path: Path, rows: number, report: Report): void {
  if (isTyped(column) || isList(column)) return;
  checkValid(column, path, rows, report);
  const scale = "scale" in column ? column.scale : undefined;
  if (!("units" in column)) {
    if (scale !== undefined)
      report.add(
        [...path, "scale"],
        "one-of",
        "only { units, scale } have a scale: take it away, or give units",
      );
    return;
  }
  if (!(Number.isInteger(scale) && column.scale >= 0 && column.scale <= 30))
    report.add(
      [...path, "scale"],
      "out-of-range",
      `expected a whole number from 0 to 30, got ${show(scale)}`,
    );
}

function checkValid(
  column: object & { readonly valid?: unknown },
  path: Path,
  rows: number,
  report: Report,
): void {
  for (const name of VALIDITIES)
    if (name in column)
      report.add(
        [...path, name],
        "unknown-property",
        notAmong(["valid"], "what says which rows have a value", name),
      );
  const { valid } = column;
  if (valid === undefined) return;
  const here = [...path, "valid"];
  if (!isNumbers(valid) || valid.BYTES_PER_ELEMENT !== 1)
    report.add(here, "wrong-type", `expected a Uint8Array with a bit for each row, got ${show(valid)}`);
  else if (valid.length * 8 < rows)
    report.add(here, "column-length", `expected a bit for each of ${rows} rows, got ${valid.length} bytes`);
}

/** Notes lists that do not lie within their items, and fields that no credit has. */
function checkLists(column: OffsetsColumn | RecordsColumn, path: Path, rows: number, report: Report): void {
  checkValid(column, path, rows, report);
  checkOffsets(column, path, report);
  const items = itemsIn(column);
  for (const [part, own] of itemColumns(column)) {
    const here = [...path, ...part];
    const count = lengthOf(own) ?? 0;
    if (count === 0 && isDetached(own)) report.add(here, "wrong-type", TRANSFERRED);
    else checkItemCount(count, items, here, report);
    checkParts(own, here, items, report);
  }
  if (!isRecords(column)) return;
  for (const field of Object.keys(column.columns).filter((one) => !isCreditField(one)))
    report.add(
      [...path, "columns", field],
      "unknown-column",
      notAmong(CREDIT_FIELDS, "a field of a credit", field),
    );
}

/** The columns of what lists are made of, each with its path. */
function itemColumns(column: OffsetsColumn | RecordsColumn): readonly (readonly [Path, ItemColumn])[] {
  if (isRecords(column))
    return Object.entries(column.columns).map(([field, own]) => [["columns", field], own] as const);
  const { values, weights } = column;
  return [[["values"], values], ...(weights === undefined ? [] : [[["weights"], weights] as const])];
}

/** Whether credits are lists of cells, or records, and nothing else is records; what the one-person functions read is lists of cells. */
function isOf(name: string, column: InputColumn): boolean {
  if (typeof column !== "object" || column === null || isList(column)) return true;
  return !isRowByRow(name) && isCredits(name) === isRecords(column);
}

function lengthOf(column: InputColumn): number | undefined {
  if (column === null || typeof column !== "object") return undefined;
  if (ArrayBuffer.isView(column)) return isNumbers(column) ? column.length : undefined;
  if (isList(column)) return column.length;
  if (isCodes(column)) return Array.isArray(column.dictionary) ? countOf(column.codes) : undefined;
  if (isOffsets(column)) return listsLength(column);
  if ("values" in column) return isNumbers(column.values) ? column.values.length : undefined;
  return "units" in column ? countOf(column.units) : undefined;
}

type Numbers = Extract<InputColumn, { readonly BYTES_PER_ELEMENT: number }>;

/** Notes a column that is none: of lists the parts that are wrong. */
function noteNoColumn(name: string, column: InputColumn, path: Path, report: Report): void {
  const isLists = typeof column === "object" && column !== null && isOffsets(column) && isOf(name, column);
  const parts = isLists ? wrongParts(column) : [];
  for (const [part, problem] of parts) report.add([...path, ...part], "wrong-type", problem);
  if (parts.length === 0)
    report.add(
      path,
      "wrong-type",
      noColumn(
        column,
        "a typed array, a list, or { values }, { units, scale }, { codes, dictionary } or { offsets, values }, of typed arrays (offsets as an Int32Array or Uint32Array); of credits a list or { offsets, columns }; of absences and whatever else the one-person functions read, a list",
      ),
    );
}

/** The parts of lists that are none, each with its path and what was expected. */
function wrongParts(column: OffsetsColumn | RecordsColumn): readonly (readonly [Path, string])[] {
  const { offsets } = column;
  const wrong: (readonly [Path, string])[] = [];
  if (!hasOffsets(column))
    wrong.push([
      ["offsets"],
      `expected an Int32Array or a Uint32Array (copy offsets of 64 bits into one), got ${show(offsets)}`,
    ]);
  if (isRecords(column) && !isByName(column.columns))
    return [...wrong, [["columns"], `expected columns of the fields by name, got ${show(column.columns)}`]];
  const items =
    "a typed array, a list, or { values }, { units, scale } or { codes, dictionary }, of typed arrays";
  for (const [part, own] of itemColumns(column)) if (!isItems(own)) wrong.push([part, noColumn(own, items)]);
  return wrong;
}

function noColumn(column: unknown, expected: string): string {
  if (column instanceof BigInt64Array)
    return "a BigInt64Array says whole units: expected { units, scale } with it as the units";
  return `expected ${expected}, got ${show(column)}`;
}

/** Whether a value is a typed array of numbers. */
function isNumbers(value: unknown): value is Numbers {
  return countOf(value) !== undefined && !(value instanceof BigInt64Array || value instanceof BigUint64Array);
}

/** The length of a typed array. */
function countOf(value: unknown): number | undefined {
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? (value as Numbers).length : undefined;
}

/** The number of lists; undefined where they are no lists of items. */
function listsLength(column: OffsetsColumn | RecordsColumn): number | undefined {
  if (isRecords(column) && !isByName(column.columns)) return undefined;
  const isSound = itemColumns(column).every(([, own]) => isItems(own));
  return hasOffsets(column) && isSound ? Math.max(column.offsets.length - 1, 0) : undefined;
}

/** Whether items are a column that has no lists. */
function isItems(items: ItemColumn): boolean {
  return lengthOf(items) !== undefined && !isOffsets(items);
}

/** Whether a column that seems empty has given its memory away. */
function isDetached(column: InputColumn): boolean {
  const parts = ArrayBuffer.isView(column) ? [column] : isList(column) ? [] : Object.values(column);
  return parts.some((part: unknown) => {
    if (!ArrayBuffer.isView(part) || part.byteLength > 0) return false;
    try {
      return new Uint8Array(part.buffer).length < 0;
    } catch {
      return true;
    }
  });
}
