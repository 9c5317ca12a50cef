import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "./data.js";

/** Writes the people as CSV, a row each with its number, for contestants of other languages. */
export function writePeople({ rows, numbers, tiers }: Data, folder: string): string {
  const columns = Object.entries(numbers);
  const lines = [["row", "tier", ...columns.map(([name]) => name)].join(",")];
  for (let row = 0; row < rows; row += 1)
    lines.push([row, tiers[row], ...columns.map(([, column]) => column[row])].join(","));
  const file = join(folder, "people.csv");
  writeFileSync(file, lines.join("\n"));
  return file;
}
