import type { InputColumn, ItemColumn, OffsetsColumn } from "../../src/batch/index.js";

/** Columns in which lists stand as Arrow has them, ratings by kind, and which lists could not. */
export function withOffsets(
  columns: Readonly<Record<string, readonly unknown[]>>,
): Record<string, InputColumn> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([name, column]) => {
      const lists = column.filter(Array.isArray).flat() as unknown[];
      if (!column.some(Array.isArray)) return [[name, column as InputColumn]];
      const kinds = [...new Set(lists.map((item) => (item as { kind?: string } | null)?.kind))];
      if (kinds.every((kind) => typeof kind === "string"))
        return kinds.map((kind) => [`${name}.${kind}`, offsetsOf(column, kind)]);
      return column.every((cell) => cell === null || Array.isArray(cell))
        ? [[name, offsetsOf(column)]]
        : [[name, column as InputColumn]];
    }),
  );
}

interface Parts {
  readonly kind?: string;
  readonly value?: unknown;
  readonly level?: unknown;
  readonly weight?: unknown;
}

/** The lists of a column, or of a kind of ratings in it. */
export function offsetsOf(column: readonly unknown[], kind?: string): OffsetsColumn {
  const lists = column.map((cell) =>
    ((cell ?? []) as unknown[]).filter((item) => kind === undefined || (item as Parts).kind === kind),
  );
  const items = lists.flat();
  const offsets = new Int32Array(lists.length + 1);
  for (const [row, list] of lists.entries()) offsets[row + 1] = (offsets[row] as number) + list.length;
  const isParts = (item: unknown): item is Parts => typeof item === "object" && item !== null;
  const weights = items.map((item) => (isParts(item) ? (item.weight ?? null) : null));
  const valid = new Uint8Array((column.length + 7) >> 3);
  for (const [row, cell] of column.entries())
    if (cell !== null) valid[row >> 3] = (valid[row >> 3] as number) | (1 << (row & 7));
  return {
    offsets,
    values: itemColumn(items.map((item) => (isParts(item) ? (item.level ?? item.value) : item))),
    ...(items.some((item) => isParts(item) && "weight" in item) ? { weights: itemColumn(weights) } : {}),
    valid,
  };
}

/** Numbers as floats where all are. */
function itemColumn(items: readonly unknown[]): ItemColumn {
  const isNumber = (item: unknown): item is number => typeof item === "number";
  return items.every(isNumber) ? Float64Array.from(items) : (items as ItemColumn);
}
