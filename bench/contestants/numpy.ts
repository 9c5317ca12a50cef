import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "../data.js";
import type { Contestant } from "../measure.js";
import type { Outputs } from "../outputs.js";

const SCRIPT = new URL("float_columns.py", import.meta.url).pathname;

/** NumPy in a process of its own, which tells its own time; undefined where it is not installed. */
export function numpy(data: Data, folder: string): Contestant | undefined {
  if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) return undefined;
  for (const [name, column] of Object.entries(data.numbers)) writeFileSync(join(folder, name), column);
  writeFileSync(join(folder, "tier"), data.tiers);
  const args = [SCRIPT, folder, String(data.rows)];
  const seconds = () => Number(execFileSync("python3", args, { encoding: "utf8" }));
  return { name: "NumPy float64, the same roundings", rows: data.rows, run: seconds, seconds };
}

/** What NumPy finds, to be compared. */
export function numpyOutputs({ rows }: Data, folder: string): Outputs {
  execFileSync("python3", [SCRIPT, folder, String(rows), "check"]);
  const read = (name: string) =>
    new Float64Array(Uint8Array.from(readFileSync(join(folder, `numpy.${name}`))).buffer);
  return {
    capability: read("capability"),
    performance: read("performance"),
    cell: Uint8Array.from(read("cell")),
    blocked: Uint8Array.from(read("blocked")),
    bonus: read("bonus"),
  };
}
