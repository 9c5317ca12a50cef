// Real threads of the built package: the same results as of one thread, from the module and from CommonJS.
import { createRequire } from "node:module";
import { batch } from "tierwise/batch";
import { keyAccountManagers } from "tierwise/presets";
import { startWorkers } from "tierwise/workers";
import { check, finish, same } from "./check.mjs";

const ROWS = 8_000;
const shared = (value) => {
  const column = new Float64Array(new SharedArrayBuffer(ROWS * 8));
  for (let row = 0; row < ROWS; row += 1) column[row] = value(row);
  return column;
};
const ratings = [
  "communication",
  "relationships",
  "market-development",
  "business-knowledge",
  "adaptability",
  "teamwork",
];
const columns = {
  ...Object.fromEntries(
    ratings.map((id, place) => [`evidence.${id}`, shared((row) => 1 + ((row * (place + 3)) % 400) / 100)]),
  ),
  "evidence.sales.actual": shared((row) => 70_000 + ((row * 7919) % 6_000_000) / 100),
  "evidence.sales.target": shared(() => 100_000),
  "evidence.customers.actual": shared((row) => 10 + (row % 15)),
  "evidence.customers.target": shared(() => 20),
  "evidence.satisfaction": Float64Array.from({ length: ROWS }, (_, row) => (row % 10_001) / 100),
  "evidence.growth.actual": Float64Array.from({ length: ROWS }, (_, row) => (row % 90) / 1000),
  "evidence.growth.target": Float64Array.from({ length: ROWS }, () => 0.05),
  "evidence.delivery": Array.from({ length: ROWS }, (_, row) => (row % 997 === 0 ? "late" : row % 101)),
  tier: Array.from({ length: ROWS }, (_, row) => ["junior", "intermediate", "senior"][row % 3]),
};
const input = { period: "2026-Q3", columns };
const plain = ({ paths: _paths, ...result }) =>
  JSON.stringify(result, (_, value) => (ArrayBuffer.isView(value) ? [...value] : value));
const alone = plain(batch(keyAccountManagers)(input));

const workers = await startWorkers({ workers: 2, chunk: 1_000 });
await check("two threads, twice: the same as one", async () => {
  const review = workers.batch(keyAccountManagers);
  for (const found of [await review(input), await review(input)]) same(plain(found) === alone, true);
  same(columns["evidence.satisfaction"].length, ROWS);
});
await check("closed threads do not keep the program alive", () => workers.close());

await check("from CommonJS", async () => {
  const { startWorkers: start } = createRequire(import.meta.url)("tierwise/workers");
  const crew = await start({ workers: 1 });
  same(plain(await crew.batch(keyAccountManagers)(input)) === alone, true);
  await crew.close();
});

finish();
