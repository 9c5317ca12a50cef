import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bench } from "./run.js";
import { sizesWithin } from "./sizes.js";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "400000" },
    most: { type: "string", default: "10000000" },
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
    sizes: sizesWithin(process.availableMemory(), Number(values.most)),
    rounds: Number(values.rounds),
    warmUp: 1,
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
