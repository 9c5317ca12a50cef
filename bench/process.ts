import { contestant } from "./contestants/all.js";
import { readData } from "./data.js";

/** The process of one contestant: warms up, says that it is ready, and then runs as often as it is told and says how many seconds each run took. */
const [name = "", folder = "", rows, warmUp] = process.argv.slice(2);
const { prepare, byClock } = contestant(name);
const run = await prepare(readData(folder, Number(rows)));
const now = byClock === true ? clock : processor;

/** Work that takes less is repeated, and the time divided. */
const LEAST_SECONDS = 0.02;

for (let runs = 0, start = clock(); runs < 2 || clock() - start < Number(warmUp); runs += 1) await run();
process.on("disconnect", () => process.exit());
process.on("message", async () => process.send?.(await seconds()));
process.send?.(0);

async function seconds(): Promise<number> {
  const start = now();
  for (let runs = 1; ; runs += 1) {
    await run();
    const taken = now() - start;
    if (taken >= LEAST_SECONDS) return taken / runs;
  }
}

/** Processor time, since the clock of a machine that does other things too says little. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function clock(): number {
  return performance.now() / 1e3;
}
