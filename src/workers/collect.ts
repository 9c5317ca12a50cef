import type { Batch } from "../batch/index.js";
import { firstReason } from "../batch/outcome/result.js";
import type { Rows } from "./slices.js";

type Tree = { [name: string]: unknown };

/** The parts of a result that are not columns. */
const OWN = ["kind", "rows", "paths", "issues", "notOverColumns"];

/** Puts the results of chunks together, in any order that they come in. */
export function collector(rows: number) {
  let columns: Tree | undefined;
  let notOverColumns: Batch["notOverColumns"];
  const paths = { columns: 0, exact: 0, person: 0, failed: 0 };
  const issues: Batch["issues"][number][][] = [];
  return {
    add(batch: Batch, { from }: Rows, chunk: number): void {
      const own = Object.fromEntries(Object.entries(batch).filter(([name]) => !OWN.includes(name)));
      columns ??= emptyLike(own, batch.rows, rows) as Tree;
      fill(columns, own, batch.rows, from);
      for (const path of ["columns", "exact", "person", "failed"] as const) paths[path] += batch.paths[path];
      notOverColumns = firstReason(notOverColumns, batch.notOverColumns);
      issues[chunk] = batch.issues.map((one) => ({ ...one, row: one.row + from }));
    },
    result(): Batch {
      const found = { kind: "batch", rows, ...columns, paths, issues: issues.flat() };
      return { ...found, ...(notOverColumns === undefined ? {} : { notOverColumns }) } as unknown as Batch;
    },
  };
}

/** The same with typed arrays for all rows in place of those for a chunk. */
function emptyLike(value: unknown, chunk: number, rows: number): unknown {
  if (isColumn(value, chunk)) return new (value.constructor as Float64ArrayConstructor)(rows);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, emptyLike(inner, chunk, rows)]),
  );
}

function fill(all: Tree, some: Tree, chunk: number, from: number): void {
  for (const [name, value] of Object.entries(some)) {
    if (isColumn(value, chunk)) (all[name] as Float64Array).set(value, from);
    else if (typeof value === "object" && value !== null && !Array.isArray(value))
      fill(all[name] as Tree, value as Tree, chunk, from);
  }
}

function isColumn(value: unknown, rows: number): value is Float64Array {
  return ArrayBuffer.isView(value) && (value as Float64Array).length === rows;
}
