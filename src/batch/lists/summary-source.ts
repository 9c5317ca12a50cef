import type { Source } from "../forms/forms.js";
import type { Reading } from "../sources/sources.js";
import type { ReadItems } from "./items.js";
import type { Reduced } from "./reduced.js";

/** What becomes of a row whose list of so many items has no summary: it stays without, or is set aside. Undefined where it has one. */
export type WithoutSummary = (row: number, count: number) => Reading["missing"] | undefined;

/** Lists that each have a summary of their own. */
export function summarySource(
  { least, most, summaries: [summarise] }: Reduced,
  read: ReadItems,
  without: WithoutSummary,
): Source {
  return {
    from: 0,
    least,
    most,
    read(n, aside, count) {
      const [low, high] = [Number(this.least), Number(this.most)];
      const items = read(this.from, aside, count);
      const { starts } = items;
      for (let row = 0; row < count; row += 1) {
        const from = starts[row] as number;
        const to = starts[row + 1] as number;
        const missing = without(this.from + row, to - from);
        if (missing !== undefined) {
          n[row] = Number.NaN;
          if (missing === "set-aside") aside[row] = 1;
          continue;
        }
        const value = summarise?.(items, from, to) ?? Number.NaN;
        n[row] = value;
        if (!(value >= low && value <= high)) aside[row] = 1;
      }
    },
  };
}
