import { contestant } from "./contestants/all.js";
import { readData } from "./data.js";

/** The process of one contestant: warms up, says that it is ready, and then runs as often as it is told and says how many seconds each run took. */
const [name = "", folder = "", rows, warmUp] = process.argv.slice(2);
const { prepare, byClock } = contestant(name);
const run = await prepare(readData(folder, Number(rows)));
const now = byClock === true ? clock : processor;

/** Work that takes less is repeated, and the time divided. */
const LEAST_SECONDS = 0.25;

await runFor(Number(warmUp));
await runFor(0);
process.on("disconnect", () => process.exit());
process.on("message", async () => process.send?.(await seconds()));
process.send?.(0);

/** A process that waits for its turn collects garbage, compiled code with it: each turn begins with work that is not timed. */
async function seconds(): Promise<number> {
  const least = Math.min(LEAST_SECONDS, Number(warmUp));
  await runFor(least);
  const start = now();
  const runs = await runFor(least);
  return (now() - start) / runs;
}

/** Runs once at least, and for so many seconds; gives the number of runs. */
async function runFor(time: number): Promise<number> {
  const start = clock();
  for (let runs = 1; ; runs += 1) {
    await run();
    if (clock() - start >= time) return runs;
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
