import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

/** Contestants of other projects that are not measured, and why. */
export function absent(): readonly string[] {
  const hasDuckDb = spawnSync("duckdb", ["--version"]).status === 0;
  return [
    `DuckDB: ${hasDuckDb ? "installed, but not written yet" : "not installed"}`,
    `HyperFormula: ${isInstalled("hyperformula") ? "installed, but not written yet" : "not installed"}`,
  ];
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
