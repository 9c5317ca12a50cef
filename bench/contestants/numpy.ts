import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "../data.js";
import type { Contestant } from "../measure.js";
import type { Outputs } from "../outputs.js";

const SCRIPT = new URL("float_columns.py", import.meta.url).pathname;

export const NUMPY = "NumPy float64, the same roundings";

/** NumPy, which reads the columns of a folder and tells its own time; none where it is not installed. */
export function numpy(rows: number, folder: string): readonly Contestant[] {
  if (spawnSync("python3", ["-c", "import numpy"]).status !== 0) return [];
  const args = [SCRIPT, folder, String(rows)];
  return [{ name: NUMPY, rows, seconds: () => Number(execFileSync("python3", args, { encoding: "utf8" })) }];
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
