import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every case file under test/cases: its path and its text. */
export function caseFiles(folder = "test/cases") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".json"))
    .sort()
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(folder, path), "utf8") }));
}
