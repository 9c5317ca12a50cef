import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inSteadyMemory } from "./memory.js";
import { bench } from "./run.js";

if (!inSteadyMemory(import.meta.url)) process.exit();

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    rounds: { type: "string", default: "7" },
    seed: { type: "string", default: "20261128" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

const PAGE = new URL("../docs/performance.md", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "tierwise-bench-"));
try {
  const found = await bench({
    rows: Number(values.rows),
    rounds: Number(values.rounds),
    seed: Number(values.seed),
    once: !values.quick,
    folder,
  });
  console.log(found);
  if (values.write) {
    const [before = "", , after = ""] = readFileSync(PAGE, "utf8").split(/<!-- (?:measured|end) -->/);
    writeFileSync(PAGE, `${before}<!-- measured -->\n${found}\n<!-- end -->${after}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
