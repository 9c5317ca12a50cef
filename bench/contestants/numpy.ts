import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "../data.js";
import type { Contestant } from "../measure.js";

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
