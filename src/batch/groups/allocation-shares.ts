import { allocationShare, type CheckedShare, readShare } from "../../kernel/allocation.js";
import type { BoundedShare } from "../../kernel/bounded-apportion.js";
import { readNumber } from "../../kernel/number.js";
import { type Rational, rational } from "../../kernel/rational.js";
import { parseShape } from "../../kernel/schema.js";
import { valuesOf } from "../columns/rows.js";
import { rowsWhere } from "../columns/rows-where.js";
import { unitsOf } from "../forms/forms.js";
import type { Columns } from "./input.js";
import type { WholeShares } from "./level.js";
import { addProblems, issuesOf, type RowProblems } from "./problems.js";
import { readWholes, scaled, type Wholes } from "./wholes.js";

/** What rows share by, read once for all groups. */
export interface AllocationShares {
  /** The same in whole numbers, with bounds of an amount of so many units; undefined where a row has other numbers. */
  wholes(units: Rational, rows: Int32Array): WholeShares | undefined;
  /** Those rows whose bounds leave room; the others are a problem. */
  soundRows(units: Rational, rows: Int32Array, problems: RowProblems): Int32Array;
  /** The same of one row, exactly; undefined where its bounds leave no room, which is a problem. */
  exact(row: number, units: Rational, problems: RowProblems): BoundedShare | undefined;
  isAnyAboveZero(rows: Int32Array): boolean;
}

const BOUNDS = ["least.amount", "least.share", "most.amount", "most.share"] as const;

/** Reads shares and bounds; a row with what is none of them is a problem. */
export function readAllocationShares(
  columns: Columns,
  rows: number,
  idAt: (row: number) => string,
  unitDecimals: number,
  problems: RowProblems,
): AllocationShares {
  const share = readWholes(columns.share, rows);
  const bounds = BOUNDS.flatMap((name) =>
    columns[name] === undefined ? [] : [{ name, wholes: readWholes(columns[name], rows) }],
  );
  const itemAt = itemReader(columns, idAt);
  const odd = new Map<number, CheckedShare>();
  for (let row = 0; row < rows; row += 1) {
    if (problems.has(row) || isPlain(share, bounds, row)) continue;
    const issues = issuesOf((report) => {
      const item = parseShape(allocationShare(), itemAt(row), report) as CheckedShare | undefined;
      if (item === undefined) return;
      odd.set(row, item);
      readShare({ ...item, id: "-" }, rational(0n), unitDecimals, [], report);
    });
    addProblems(
      problems,
      row,
      issues.filter(({ code }) => code !== "range-empty"),
    );
  }
  const scale = 10n ** BigInt(unitDecimals);
  const writers = {
    least: boundWriter("least", bounds, rows, scale),
    most: boundWriter("most", bounds, rows, scale),
  };
  const wholes = (units: Rational, of: Int32Array): WholeShares | undefined => {
    const size = Math.abs(unitsOf(units.n));
    if (Number.isNaN(size) || of.some((row) => odd.has(row))) return undefined;
    return { weights: share.n, least: writers.least?.(size, of), most: writers.most?.(size, of) };
  };
  const shares: AllocationShares = {
    wholes,
    soundRows(units, of, wrong) {
      if (writers.least === undefined || writers.most === undefined) return of;
      const { least = [], most = [] } = wholes(units, of) ?? {};
      return rowsWhere(of, (row) => {
        const isWithin = (least[row] as number) <= (most[row] as number);
        return isWithin || shares.exact(row, units, wrong) !== undefined;
      });
    },
    exact(row, units, wrong) {
      const item = odd.get(row) ?? (itemAt(row) as CheckedShare);
      let read: BoundedShare | undefined;
      const issues = issuesOf((report) => {
        read = readShare(item, units, unitDecimals, [], report);
      });
      addProblems(wrong, row, issues);
      return issues.length > 0 ? undefined : read;
    },
    isAnyAboveZero: (of) =>
      of.some((row) => (share.n[row] as number) > 0 || readNumber(odd.get(row)?.share ?? 0).n > 0n),
  };
  return shares;
}

/** Writes the bounds of some rows, rounded inwards, into a column that all groups share. */
function boundWriter(side: "least" | "most", bounds: readonly Bound[], rows: number, scale: bigint) {
  const own = bounds.filter(({ name }) => name.startsWith(side));
  if (own.length === 0) return undefined;
  const column = new Float64Array(rows).fill(side === "least" ? 0 : Number.POSITIVE_INFINITY);
  return (units: number, of: Int32Array) => {
    for (const { name, wholes } of own) {
      const [down, up] = scaled(name.endsWith("amount") ? scale : BigInt(units), wholes.den);
      const inwards = side === "least" ? up : down;
      for (const row of of) {
        const n = wholes.n[row] as number;
        if (!Number.isNaN(n)) column[row] = inwards(n);
      }
    }
    return column;
  };
}

type Bound = { readonly name: (typeof BOUNDS)[number]; readonly wholes: Wholes };

/** Whether a row has a share from 0, and at most one bound from 0 on each side, all in whole numbers. */
function isPlain(share: Wholes, bounds: readonly Bound[], row: number): boolean {
  if (share.aside[row] === 1 || !((share.n[row] as number) >= 0)) return false;
  let sides = "";
  for (const { name, wholes } of bounds) {
    if (wholes.aside[row] === 1 || (wholes.n[row] as number) < 0) return false;
    if (Number.isNaN(wholes.n[row])) continue;
    const side = name.slice(0, 5);
    if (sides.includes(side)) return false;
    sides += side;
  }
  return true;
}

/** A row as `allocation` takes it. */
function itemReader(columns: Columns, idAt: (row: number) => string): (row: number) => unknown {
  const shareAt = columns.share === undefined ? () => undefined : valuesOf(columns.share);
  const readers = BOUNDS.flatMap((name) => {
    const column = columns[name];
    const [side = "", field = ""] = name.split(".");
    return column === undefined ? [] : [{ side, field, valueAt: valuesOf(column) }];
  });
  return (row) => {
    const item: Record<string, unknown> = { id: idAt(row) };
    const share = shareAt(row);
    if (share !== undefined && share !== null) item.share = share;
    for (const { side, field, valueAt } of readers) {
      const value = valueAt(row);
      if (value !== undefined && value !== null) item[side] = { ...(item[side] as object), [field]: value };
    }
    return item;
  };
}
