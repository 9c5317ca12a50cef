import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { OffsetsColumn, RecordsColumn } from "../columns/columns.js";

/** Lists of items, whatever they are made of. */
type Lists = Pick<OffsetsColumn | RecordsColumn, "offsets">;

/** The items that the lists of a column have at least. */
export function itemsIn({ offsets }: Lists): number {
  return offsets[offsets.length - 1] ?? 0;
}

/** Whether a column's offsets are of a kind that counts items. */
export function hasOffsets({ offsets }: Lists): boolean {
  return offsets instanceof Int32Array || offsets instanceof Uint32Array;
}

/** Notes offsets that are below 0, or below the one before. */
export function checkOffsets({ offsets }: Lists, path: Path, report: Report): void {
  let before = 0;
  for (let row = 0; row < offsets.length; row += 1) {
    const offset = offsets[row] as number;
    if (offset < before) {
      const expected = row === 0 ? "at least 0" : `at least ${before}, the offset before`;
      report.add([...path, "offsets", row], "out-of-range", `expected ${expected}, got ${show(offset)}`);
      return;
    }
    before = offset;
  }
}

/** Notes items that are fewer than the offsets say. */
export function checkItemCount(count: number, items: number, path: Path, report: Report): void {
  if (count < items)
    report.add(path, "column-length", `expected at least ${items} items, the last offset, got ${count}`);
}
