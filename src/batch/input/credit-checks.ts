import { QUANTITIES } from "../../incentives/rate-table/terms.js";
import { isKey } from "../../kernel/fields.js";
import type { InputColumn, RecordsColumn } from "../columns/columns.js";
import { isRecords, isValid, presenceIn } from "../columns/kinds.js";
import { valuesOf } from "../columns/rows.js";
import { fieldOf, isCredits } from "../credits/records.js";
import { isNumber, type LeftoverCheck, valueChecks } from "./leftover.js";

type Columns = Readonly<Record<string, InputColumn>>;

/** Sets rows aside with a credit that is none, with two of one id, or with earlier ones beside their total: the one-person functions say what is wrong. */
export function creditChecks(columns: Columns): readonly LeftoverCheck[] {
  const lists = Object.entries(columns).flatMap(([name, column]) =>
    isCredits(name) && isRecords(column) ? [[name, column] as const] : [],
  );
  const indicators = new Set(lists.map(([name]) => name.slice(name.indexOf(".") + 1)));
  return [
    ...lists.map(([, column]) => fieldsCheck(column)),
    ...[...indicators].map((on) => idsCheck(on, columns)),
  ];
}

/** Sets rows aside with a field that is no number, or no key. */
function fieldsCheck({ offsets, columns, valid }: RecordsColumn): LeftoverCheck {
  const isQuantity = (field: string) => QUANTITIES.some((quantity) => quantity === field);
  const checks = Object.entries(columns).flatMap(([field, column]) =>
    valueChecks(column, isQuantity(field) ? isNumber : isKey),
  );
  let bad = new Uint8Array();
  return (from, aside, count) => {
    const first = offsets[from] as number;
    const total = (offsets[from + count] as number) - first;
    if (bad.length < total) bad = new Uint8Array(2 * total);
    bad.fill(0, 0, total);
    for (const check of checks) check(first, bad, total);
    let at = bad.indexOf(1);
    for (let row = 0; row < count && at >= 0 && at < total; row += 1) {
      const end = (offsets[from + row + 1] as number) - first;
      if (at >= end) continue;
      if (isValid(valid, from + row)) aside[row] = 1;
      at = bad.indexOf(1, end);
    }
  };
}

/** An amount in place of credits is one that has the name of its indicator. */
function idsCheck(on: string, columns: Columns): LeftoverCheck {
  const seen = new Set<unknown>();
  const isNew = (id: unknown) => {
    if (id === undefined || id === null || seen.has(id)) return false;
    seen.add(id);
    return true;
  };
  const [now, before] = [`credits.${on}`, `earlier.${on}`].map((name) => idsIn(columns[name], isNew));
  const hasTotal = presenceOf(columns[`toDate.${on}`]);
  return (from, aside, count) => {
    for (let row = 0; row < count; row += 1) {
      seen.clear();
      const isSound = now?.(from + row) ?? isNew(on);
      const isAfter = before?.(from + row);
      if (!isSound || isAfter === false || (isAfter === true && hasTotal(from + row))) aside[row] = 1;
    }
  };
}

/** Whether all ids of a row are new; undefined where it has no list. */
function idsIn(
  column: InputColumn | undefined,
  isNew: (id: unknown) => boolean,
): ((row: number) => boolean | undefined) | undefined {
  if (column === undefined || !isRecords(column)) return undefined;
  const { offsets, valid } = column;
  const idAt = valuesOf(fieldOf(column, "id").values);
  return (row) => {
    if (!isValid(valid, row)) return undefined;
    for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at += 1)
      if (!isNew(idAt(at))) return false;
    return true;
  };
}

function presenceOf(column: InputColumn | undefined): (row: number) => boolean {
  return column === undefined ? () => false : (presenceIn(column) ?? (() => true));
}
