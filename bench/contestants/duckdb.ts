import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "../data.js";
import type { Contestant } from "../measure.js";
import { emptyOutputs, type Outputs } from "../outputs.js";
import { writePeople } from "../people-csv.js";

const SCRIPT = new URL("decimal_columns.py", import.meta.url).pathname;

export const DUCKDB = "DuckDB DECIMAL, 1 thread";
export const DUCKDB_CLOCK = "DuckDB DECIMAL, 2 threads, by the clock";

/** DuckDB from Python in a process of its own, on one thread by processor time and on two by the clock; none where it is not installed. */
export function duckdb(data: Data, folder: string): readonly Contestant[] {
  if (spawnSync("python3", ["-c", "import duckdb"]).status !== 0) return [];
  writePeople(data, folder);
  return [
    { name: DUCKDB, rows: data.rows, seconds: () => work(folder, 1, "time").processor },
    { name: DUCKDB_CLOCK, rows: data.rows, seconds: () => work(folder, 2, "time").clock },
  ];
}

/** What DuckDB finds, to be compared. */
export function duckdbOutputs({ rows }: Data, folder: string): Outputs {
  work(folder, 1, "check");
  const out = emptyOutputs(rows);
  for (const [row, line] of readFileSync(join(folder, "duckdb.csv"), "utf8").trim().split("\n").entries()) {
    const [capability, performance, cell, blocked, bonus] = line.split(",").map(Number);
    out.capability[row] = capability as number;
    out.performance[row] = performance as number;
    out.cell[row] = cell as number;
    out.blocked[row] = blocked as number;
    out.bonus[row] = bonus as number;
  }
  return out;
}

function work(folder: string, threads: number, job: "time" | "check") {
  const args = [SCRIPT, folder, String(threads), job];
  const [processor = 0, clock = 0] = execFileSync("python3", args, { encoding: "utf8" })
    .split(" ")
    .map(Number);
  return { processor, clock };
}
