import { scaledText } from "../../kernel/rational.js";
import type { PayInput } from "../../policy/pay-input.js";
import { isObject } from "../../scoring/evidence.js";
import type { Evidence } from "../../scoring/input.js";
import type { CodesColumn, InputColumn, OffsetsColumn, RecordsColumn } from "./columns.js";
import { isCodes, isList, isOffsets, isRecords, isTyped, isValid } from "./kinds.js";
import type { ListShapes } from "./names.js";

/** What a row says of what pay depends on, by the names that `policy.pay` has for it. */
export type PayRow = Readonly<Record<string, unknown>> & { readonly amounts?: PayInput["amounts"] };

/** One row as the one-person functions take it. */
export interface PersonInput {
  readonly id?: string;
  readonly evidence: Evidence;
  readonly attributes: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  /** A list of ids, or of columns whether each is held. */
  readonly certificates?: unknown;
  /** Earlier scores by indicator, and how much of the period the person was there. */
  readonly previous?: unknown;
  readonly presence?: unknown;
  /** The band on each axis at the last review. */
  readonly bands: Readonly<Record<string, string>>;
  /** What pay depends on beside: experience, salary, amounts. */
  readonly pay: PayRow;
}

/** A row while it is read. */
type Read = Record<string, unknown> & {
  evidence: Record<string, unknown>;
  attributes: Record<string, string>;
  facts: Record<string, unknown>;
  bands: Record<string, string>;
  certificates?: Record<string, unknown>;
  previous?: Record<string, unknown>;
  presence?: Record<string, unknown>;
  pay: Record<string, unknown>;
};

/** Reads one row of all columns as the one-person functions take it. */
export function rowReader(
  columns: Readonly<Record<string, InputColumn>>,
  shapes: ListShapes,
): (row: number) => PersonInput {
  const readers = Object.entries(columns).map(([name, column]) => {
    const path = name.split(".");
    const isGoals = path[0] === "evidence" && shapes.goals.has(path[1] ?? "");
    return { path, valueAt: valuesOf(column, isGoals ? "level" : "value") };
  });
  const ratedByKind = [...shapes.rated].filter((id) => !Object.hasOwn(columns, `evidence.${id}`));
  return (row) => {
    const person: Read = { evidence: {}, attributes: {}, facts: {}, bands: {}, pay: {} };
    for (const { path, valueAt } of readers) {
      const value = valueAt(row);
      if (value === undefined || value === null) continue;
      const [first = "", ...rest] = path;
      if (first === "id") person.id = value;
      else if (first === "tier") person.attributes.tier = value as string;
      else if (first === "certificates") {
        person.certificates ??= {};
        put(person.certificates, rest, value);
      } else if (first === "previous" || first === "presence") {
        person[first] ??= {};
        put(person[first], rest, value);
      } else if (RECORDS.has(first)) put(person[first] as Record<string, unknown>, rest, value);
      else put(person.pay, path, value);
    }
    for (const id of ratedByKind) {
      const lists = person.evidence[id];
      if (isObject(lists)) person.evidence[id] = ratingsOf(lists);
    }
    return person as PersonInput & { evidence: Evidence };
  };
}

/** What columns of people are named after; all others are of pay. */
const RECORDS: ReadonlySet<string> = new Set(["evidence", "attributes", "facts", "bands"]);

function put(
  record: Record<string, unknown>,
  [first = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    record[first] = value;
    return;
  }
  const inner = (record[first] ?? {}) as Record<string, unknown>;
  record[first] = inner;
  put(inner, [rest.join(".")], value);
}

/** What a row has, as the one-person functions take it; nothing where there is none. */
export type ValueAt = (row: number) => unknown;

/** The values of a column as the one-person functions take them; `item` is what an item of a list calls its number, where it brings a weight. */
export function valuesOf(column: InputColumn, item: "value" | "level" = "value"): ValueAt {
  if (isTyped(column)) return (row) => column[row];
  if (isList(column)) return (row) => column[row];
  if (isRecords(column)) return recordsOf(column);
  if (isOffsets(column)) return listsOf(column, item);
  if (isCodes(column)) return labelsOf(column);
  if ("values" in column) {
    const { values, valid } = column;
    return (row) => (isValid(valid, row) ? values[row] : undefined);
  }
  const { units, scale, valid } = column;
  return (row) => {
    if (!isValid(valid, row)) return undefined;
    const unit = units[row] as number | bigint;
    if (typeof unit === "number" && !Number.isSafeInteger(unit)) return Number.NaN;
    return scaledText(BigInt(unit), scale);
  };
}

/** A goal is an object whether it has a weight or not. */
function listsOf({ offsets, values, weights, valid }: OffsetsColumn, item: "value" | "level"): ValueAt {
  const numberAt = valuesOf(values);
  const weightAt = weights === undefined ? undefined : valuesOf(weights);
  const itemAt = (at: number) => {
    const number = numberAt(at) ?? null;
    const weight = weightAt?.(at) ?? undefined;
    if (item === "value" && weightAt === undefined) return number;
    return { [item]: number, ...(weight === undefined ? {} : { weight }) };
  };
  return listAt({ offsets, valid }, itemAt);
}

function listAt(
  { offsets, valid }: Pick<RecordsColumn, "offsets"> & { readonly valid: Uint8Array | undefined },
  itemAt: (at: number) => unknown,
): ValueAt {
  return (row) => {
    if (!isValid(valid, row)) return undefined;
    const from = offsets[row] as number;
    return Array.from({ length: (offsets[row + 1] as number) - from }, (_, at) => itemAt(from + at));
  };
}

/** Records as objects of the fields that they have, of which those with a point in their name are parts. */
function recordsOf({ offsets, columns, valid }: RecordsColumn): ValueAt {
  const fields = Object.entries(columns).map(
    ([name, column]) => [name.split("."), valuesOf(column)] as const,
  );
  const recordAt = (at: number) => {
    const record = {};
    for (const [path, valueAt] of fields) {
      const value = valueAt(at);
      if (value !== undefined && value !== null) put(record, path, value);
    }
    return record;
  };
  return listAt({ offsets, valid }, recordAt);
}

/** Ratings of each kind as one list, kind after kind. */
export function ratingsOf(lists: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.entries(lists).flatMap(([kind, list]) =>
    Array.from(Array.isArray(list) ? list : [list], (item: unknown) =>
      isObject(item) ? { kind, ...item } : { kind, value: item },
    ),
  );
}

function labelsOf({ codes, dictionary, valid }: CodesColumn): (row: number) => string | boolean | undefined {
  return (row) => {
    if (!isValid(valid, row)) return undefined;
    return dictionary[codes[row] as number];
  };
}
