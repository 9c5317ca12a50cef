import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { CASES } from "./cases.js";
import type { Layout } from "./people.js";

const LAYOUTS: readonly (readonly [string, Layout])[] = [
  ["500 groups", { ids: "texts", groups: 500 }],
  ["500 groups, ids in a dictionary", { ids: "dictionary", groups: 500 }],
  ["one group of all", { ids: "texts", groups: 1 }],
];

/** The head of the table that `footprints` fills. */
export const FOOTPRINT_HEAD = [
  "bytes a person beyond inputs and outputs",
  ...LAYOUTS.map(([name]) => name),
  "left afterwards",
];

/**
 * What the group functions and lists take beyond what the caller gives and gets. A process of its own runs each case and collects all garbage each time that objects have filled a small space, five bytes for each
 * person; the peak is the most that objects and array buffers have before any of these collections, garbage included, less what there is before the call and less what goes when its result goes.
 */
export function footprints(rows: number, seed: number): readonly (readonly string[])[] {
  return Object.keys(CASES).map((name) => {
    const found = LAYOUTS.map(([, layout]) => footprint(name, layout, rows, seed));
    const left = Math.max(...found.map((one) => one.left));
    return [name, ...[...found.map(({ peak }) => peak), left].map((bytes) => (bytes / rows).toFixed(1))];
  });
}

interface Footprint {
  readonly peak: number;
  readonly left: number;
}

function footprint(name: string, layout: Layout, rows: number, seed: number): Footprint {
  const space = Math.max(1, Math.round(rows / 200_000));
  const flags = ["--gc-global", "--single-threaded-gc", `--max-semi-space-size=${space}`];
  const module = fileURLToPath(new URL("measure-one.ts", import.meta.url));
  const args = ["--import", "tsx", ...flags, module, name, JSON.stringify(layout), `${rows}`, `${seed}`];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
}
