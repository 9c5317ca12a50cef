import { isId, isKey } from "../../kernel/fields.js";
import { type Cells, type CellsByName, cellsBy, putCell } from "../columns/cells.js";
import type { InputColumn } from "../columns/columns.js";
import { type InOrder, inOrder, next } from "../columns/in-order.js";
import type { KnownNames } from "../columns/names.js";
import { PRESENCE } from "../policy-program/presence.js";
import { EARLIER } from "./earlier.js";
import { CERTIFICATES, isParts, OF_PAY, PREVIOUS, RECORDS, type Row } from "./row-fields.js";

/** Columns that come about cell by cell, by field, name and part. */
export interface RowCells {
  readonly people: readonly unknown[];
  readonly known: KnownNames;
  /** Rows with names that no column has. */
  readonly aside: Set<number>;
  readonly plain: CellsByName;
  readonly records: ReadonlyMap<string, CellsByName>;
  readonly certificates: CellsByName;
  readonly evidence: CellsByName;
  readonly parts: ReadonlyMap<string, CellsByName>;
  readonly places: InOrder<EvidencePlace>;
}

/** Where the evidence of a name is put: whole, or by its parts. */
interface EvidencePlace {
  readonly parts: CellsByName;
  readonly isRated: boolean;
  whole: Cells | undefined;
}

export function rowCells(people: readonly unknown[], known: KnownNames): RowCells {
  const cells = () => cellsBy(people.length);
  const parts = new Map([...known.evidence].map((id) => [id, cells()] as const));
  const placeOf = (id: string): EvidencePlace | undefined => {
    const own = parts.get(id);
    return own && { parts: own, isRated: known.lists.rated.has(id), whole: undefined };
  };
  return {
    people,
    known,
    aside: new Set(),
    plain: cells(),
    records: new Map([...RECORDS].map((field) => [field, cells()] as const)),
    certificates: cells(),
    evidence: cells(),
    parts,
    places: inOrder(placeOf),
  };
}

/** Puts what a row says in one field. */
export function putField(cells: RowCells, field: string, value: unknown, row: number): void {
  if (field === "evidence") putAllEvidence(cells, value as Row, row);
  else if (RECORDS.has(field)) putRecord(cells, field, value as Row, row);
  else if (field !== CERTIFICATES) cells.plain.put(field, row, value);
  else if (!Array.isArray(value) || !value.every(isId)) cells.aside.add(row);
  else for (const id of value) cells.certificates.put(id, row, 1);
}

function putAllEvidence(cells: RowCells, evidence: Row, row: number): void {
  for (const id in evidence) {
    const value = evidence[id];
    if (value !== null && value !== undefined) putEvidence(cells, id, value, row);
  }
}

function putEvidence({ places, evidence, aside }: RowCells, id: string, value: unknown, row: number): void {
  const place = next(places, id);
  if (place === undefined) aside.add(row);
  else if (!isParts(value)) {
    place.whole ??= evidence.cellsOf(id);
    putCell(place.whole, row, value);
  } else if (place.isRated || !putParts(place.parts, value, row)) aside.add(row);
}

/** Puts the parts that are there; false where none is, which is not the same as no evidence. */
function putParts(parts: CellsByName, value: Row, row: number): boolean {
  let isSome = false;
  for (const part in value) {
    const one = value[part];
    if (one === null || one === undefined) continue;
    parts.put(part, row, one);
    isSome = true;
  }
  return isSome;
}

/** Puts what is there in a record. */
function putRecord(cells: RowCells, field: string, record: Row, row: number): void {
  for (const name in record) {
    const value = record[name];
    if (value !== null && value !== undefined) putNamed(cells, field, name, value, row);
  }
}

function putNamed(cells: RowCells, field: string, name: string, value: unknown, row: number): void {
  if (field === PREVIOUS) putEarlier(cells, name, value, row);
  else if (field === "attributes" && name === "tier") putTier(cells, value, row);
  else if (isKnown(cells.known, field, name)) cells.records.get(field)?.put(name, row, value);
  else cells.aside.add(row);
}

function isKnown({ axes, paid }: KnownNames, field: string, name: string): boolean {
  if (field === "bands") return axes.has(name);
  if (field === "attributes" || field === "facts") return isKey(name);
  if (field === "presence") return Object.values(PRESENCE).includes(`presence.${name}`);
  return !OF_PAY.has(field) || paid.has(`${field}.${name}`);
}

/** A tier among the attributes counts where the row has no other. */
function putTier({ people, plain }: RowCells, value: unknown, row: number): void {
  const { tier } = people[row] as Row;
  if (tier === null || tier === undefined) plain.put("tier", row, value);
}

function putEarlier({ known, aside, records }: RowCells, id: string, value: unknown, row: number): void {
  const isWhole = known.scored.has(id) && isParts(value) && Object.keys(value).every(isEarlierPart);
  if (!isWhole) aside.add(row);
  else
    for (const part of EARLIER)
      if (value[part] !== undefined && value[part] !== null)
        records.get(PREVIOUS)?.put(`${id}.${part}`, row, value[part]);
}

function isEarlierPart(name: string): boolean {
  return EARLIER.some((part) => part === name);
}

/** The columns of all that was put. */
export function columnsIn(cells: RowCells): Readonly<Record<string, InputColumn>> {
  const { people, plain, records, certificates, evidence, parts } = cells;
  const inParts = [...parts].filter(
    ([id, own]) => !joined(evidence, id, own, (row) => evidenceIn(people[row], id)),
  );
  return Object.fromEntries([
    ...plain.entries(),
    ...under("evidence", evidence),
    ...under(CERTIFICATES, certificates),
    ...[...records].flatMap(([field, own]) => under(field, own)),
    ...inParts.flatMap(([id, own]) => under(`evidence.${id}`, own)),
  ]);
}

function under(path: string, cells: CellsByName): readonly (readonly [string, InputColumn])[] {
  return cells.entries().map(([name, column]) => [`${path}.${name}`, column] as const);
}

/** Where some rows have the evidence whole and others in parts, one column has all of it as it is written. */
function joined(
  evidence: CellsByName,
  id: string,
  parts: CellsByName,
  valueAt: (row: number) => unknown,
): boolean {
  const whole = parts.entries().length === 0 ? undefined : evidence.listed(id);
  if (whole === undefined) return false;
  for (const row of whole.keys()) if (parts.has(row)) whole[row] = valueAt(row);
  return true;
}

function evidenceIn(person: unknown, id: string): unknown {
  return ((person as Row).evidence as Row)[id];
}
