import { isPeriod } from "../../kernel/calendar.js";
import { isKey } from "../../kernel/fields.js";
import { isNumberProblem, parseNumber } from "../../kernel/number.js";
import type { CodesColumn, InputColumn, UnitsColumn } from "../columns/columns.js";
import { isCodes, isList, isOffsets, isTyped, isValid } from "../columns/kinds.js";
import { isSoundPay } from "../columns/pay-names.js";
import { valuesOf } from "../columns/rows.js";
import { isCertificateValue } from "../sources/certificates.js";
import { isOfGroups } from "../sources/group-numbers.js";

/** Sets rows aside for what no step reads, where the one-person functions have something to say about it. */
export type LeftoverCheck = (from: number, aside: Uint8Array, count: number) => void;

/** The checks of the columns that no input of the program reads. */
export function leftoverChecks(
  columns: Readonly<Record<string, InputColumn>>,
  read: ReadonlySet<string>,
  bands: ReadonlyMap<string, ReadonlySet<string>>,
): readonly LeftoverCheck[] {
  return Object.entries(columns).flatMap(([name, column]) =>
    read.has(name) || isOfGroups(name) ? [] : valueChecks(column, soundness(name, bands)),
  );
}

/** The checks of the values of one column; none where all are sound whatever they are. */
export function valueChecks(
  column: InputColumn,
  sound: (value: unknown) => boolean,
): readonly LeftoverCheck[] {
  if (isTyped(column) && sound === isNumber && !isFloat(column)) return [];
  if (isCodes(column)) return [codesCheck(column, sound)];
  const valueAt = isUnits(column) && sound !== isNumber ? valuesOf(column) : reader(column);
  return [checkValues.bind(undefined, valueAt, sound)];
}

function checkValues(
  valueAt: (row: number) => unknown,
  sound: (value: unknown) => boolean,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = valueAt(from + row);
    if (value !== undefined && value !== null && !sound(value)) aside[row] = 1;
  }
}

/** Each label of a dictionary is looked at once, but where there are more of them than rows. */
function codesCheck(column: CodesColumn, sound: (value: unknown) => boolean): LeftoverCheck {
  const { codes, dictionary } = column;
  if (dictionary.length > codes.length) return checkLabels.bind(undefined, column, sound);
  return checkCodes.bind(
    undefined,
    column,
    Uint8Array.from(dictionary, (label) => (isUnsound(label, sound) ? 1 : 0)),
  );
}

function checkLabels(
  { codes, dictionary, valid }: CodesColumn,
  sound: (value: unknown) => boolean,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = from; row < from + count; row += 1)
    if (isValid(valid, row) && isUnsound(dictionary[codes[row] as number], sound)) aside[row - from] = 1;
}

/** A code outside the dictionary is no label, and nothing is wrong with none. */
function isUnsound(label: unknown, sound: (value: unknown) => boolean): boolean {
  return label !== undefined && label !== null && !sound(label);
}

function checkCodes(
  { codes, valid }: CodesColumn,
  isWrong: Uint8Array,
  from: number,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1)
    if (isWrong[codes[from + row] as number] === 1 && isValid(valid, from + row)) aside[row] = 1;
}

function isUnits(column: InputColumn): column is UnitsColumn {
  return !isTyped(column) && !isList(column) && "units" in column;
}

function isFloat(column: InputColumn): boolean {
  return column instanceof Float64Array || column instanceof Float32Array;
}

/** What is sound in a column: a text in those of labels, a known band, a number in those of facts; evidence that nothing reads never is. */
function soundness(
  name: string,
  bands: ReadonlyMap<string, ReadonlySet<string>>,
): (value: unknown) => boolean {
  const [first = "", second = ""] = name.split(".");
  if (first === "facts") return isNumber;
  if (first === "previous") return name.endsWith(".period") ? isPeriod : isAnyNumber;
  if (first === "bands") return (value) => bands.get(second)?.has(value as string) === true;
  if (first === "evidence") return () => false;
  if (first === "certificates") return isCertificateValue;
  return ["id", "tier", "attributes"].includes(first) ? isKey : (value) => isSoundPay(name, value);
}

export function isNumber(value: unknown): boolean {
  return typeof value === "number"
    ? Number.isFinite(value)
    : (typeof value === "string" && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) || isAnyNumber(value);
}

function isAnyNumber(value: unknown): boolean {
  return !isNumberProblem(parseNumber(value));
}

function reader(column: InputColumn): (row: number) => unknown {
  if (isTyped(column) || isList(column)) return (row) => column[row];
  if (isCodes(column)) return (row) => column.dictionary[column.codes[row] as number];
  const { valid } = column;
  if (isOffsets(column)) return (row) => (isValid(valid, row) ? [] : undefined);
  if ("values" in column) return (row) => (isValid(valid, row) ? column.values[row] : undefined);
  const { units } = column;
  return (row) => (isValid(valid, row) ? wholeUnit(units[row]) : undefined);
}

/** Units as a number of any scale; NaN where they are none. */
function wholeUnit(unit: number | bigint | undefined): number {
  return typeof unit === "bigint" || Number.isSafeInteger(unit) ? Number(unit) : Number.NaN;
}
