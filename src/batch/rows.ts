import { scaledText } from "../kernel/rational.js";
import type { PayInput } from "../policy/pay-input.js";
import type { Evidence } from "../scoring/input.js";
import type { CodesColumn, InputColumn } from "./columns.js";
import { isCodes, isList, isTyped, isValid } from "./kinds.js";

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

/** Reads one row of all columns as the one-person functions take it. */
export function rowReader(columns: Readonly<Record<string, InputColumn>>): (row: number) => PersonInput {
  const readers = Object.entries(columns).map(([path, column]) => ({
    path: path.split("."),
    valueAt: valuesOf(column),
  }));
  return (row) => {
    const person: Record<string, unknown> & {
      evidence: Record<string, unknown>;
      attributes: Record<string, string>;
      facts: Record<string, unknown>;
      bands: Record<string, string>;
      certificates?: Record<string, unknown>;
      previous?: Record<string, unknown>;
      presence?: Record<string, unknown>;
      pay: Record<string, unknown>;
    } = { evidence: {}, attributes: {}, facts: {}, bands: {}, pay: {} };
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

/** The values of a column as the one-person functions take them. */
export function valuesOf(column: InputColumn): (row: number) => unknown {
  if (isTyped(column)) return (row) => column[row];
  if (isList(column)) return (row) => column[row];
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

function labelsOf({ codes, dictionary, valid }: CodesColumn): (row: number) => string | boolean | undefined {
  return (row) => {
    if (!isValid(valid, row)) return undefined;
    return dictionary[codes[row] as number];
  };
}
