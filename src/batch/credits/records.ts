import { QUANTITIES } from "../../incentives/rate-table/terms.js";
import { isKey } from "../../kernel/fields.js";
import { type CellsByName, cellsBy } from "../columns/cells.js";
import type { InputColumn, ListColumn, OffsetsColumn, RecordsColumn } from "../columns/columns.js";
import { bitsOf, isList, presenceIn } from "../columns/kinds.js";
import { offsetsBy } from "../lists/listed.js";

type Columns = Readonly<Record<string, InputColumn>>;

/** Whether a column is one of credits. */
export function isCredits(name: string): boolean {
  return name.startsWith("credits.") || name.startsWith("earlier.");
}

const ATTRIBUTES = "attributes";
const BEFORE = `${ATTRIBUTES}.`;

/** The column of an attribute in a column of credits. */
export function attributeField(attribute: string): string {
  return `${BEFORE}${attribute}`;
}

/** The columns of credits have one kind: lists of credits in cells become columns of their fields. */
export function withRecords(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      isCredits(name) && isList(column) ? recordsIn(column) : column,
    ]),
  );
}

/** A field of all records, as a column of lists; without any value where no record has it. */
export function fieldOf({ offsets, columns, valid }: RecordsColumn, field: string): OffsetsColumn {
  const values = Object.hasOwn(columns, field) ? columns[field] : undefined;
  return { offsets, values: values ?? [], ...(valid === undefined ? {} : { valid }) };
}

function recordsIn(column: ListColumn): RecordsColumn {
  const offsets = offsetsBy(column.length, (row) => {
    const cell: unknown = column[row];
    if (cell === null || cell === undefined) return 0;
    return Array.isArray(cell) ? cell.length : 1;
  });
  const cells = cellsBy(offsets.at(-1) as number);
  for (let row = 0; row < column.length; row += 1) {
    const cell: unknown = column[row];
    const from = offsets[row] as number;
    if (Array.isArray(cell)) for (let at = 0; at < cell.length; at += 1) put(cells, from + at, cell[at]);
    else if (cell !== null && cell !== undefined) put(cells, from, undefined);
  }
  const has = presenceIn(column) ?? (() => true);
  return {
    offsets,
    columns: Object.fromEntries(cells.entries()) as RecordsColumn["columns"],
    valid: bitsOf(column.length, has),
  };
}

/** A credit that is none gets an id that is none, so that its row is set aside. */
function put(cells: CellsByName, at: number, credit: unknown): void {
  if (!isRecord(credit) || !putFields(cells, at, credit)) cells.put("id", at, Number.NaN);
}

/** Puts the fields of a credit; false where one is none. */
function putFields(cells: CellsByName, at: number, credit: Readonly<Record<string, unknown>>): boolean {
  let isSound = true;
  for (const name in credit) {
    const value = credit[name];
    if (value === undefined) continue;
    if (FIELDS.has(name) && value !== null) cells.put(name, at, value);
    else if (name !== ATTRIBUTES || !isRecord(value) || !putAttributes(cells, at, value)) isSound = false;
  }
  return isSound;
}

function putAttributes(
  cells: CellsByName,
  at: number,
  attributes: Readonly<Record<string, unknown>>,
): boolean {
  let isSound = true;
  for (const attribute in attributes) {
    const value = attributes[attribute];
    if (value === undefined) continue;
    if (value === null || !isKey(attribute)) isSound = false;
    else cells.put(attributeField(attribute), at, value);
  }
  return isSound;
}

const FIELDS: ReadonlySet<string> = /* @__PURE__ */ new Set(["id", "order", ...QUANTITIES]);

/** What a column of credits may have. */
export const CREDIT_FIELDS = [...FIELDS, "attributes. with a name"];

/** Whether a column of credits may have a field of a name. */
export function isCreditField(field: string): boolean {
  return FIELDS.has(field) || (field.startsWith(BEFORE) && isKey(field.slice(BEFORE.length)));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype;
}
