import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keyAccountManagers } from "tierwise/presets";
import { writePeople } from "./data.js";
import { reviewFile } from "./review.js";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    seed: { type: "string", default: "1" },
    chunk: { type: "string", default: "20000" },
    out: { type: "string", default: "out/many-people" },
  },
});
mkdirSync(values.out, { recursive: true });
const file = (name: string) => join(values.out, name);

await writePeople(file("people.csv"), Number(values.people), Number(values.seed));
const start = performance.now();
const { people, failed } = await reviewFile(keyAccountManagers, {
  people: file("people.csv"),
  decisions: file("decisions.csv"),
  issues: file("issues.csv"),
  period: "2026-Q3",
  chunk: Number(values.chunk),
});
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${people} people reviewed in ${seconds} s, ${failed} rows without a result, ${megabytes} MB at most.`,
);
