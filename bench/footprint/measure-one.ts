// Runs one case in a process of its own and prints what it takes: see footprint.ts.
import { GCProfiler, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { CASES } from "./cases.js";
import { peopleOf } from "./people.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Bytes of objects and of array buffers that something still needs. */
function inUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const [name = "", layout = "{}", rows = "0", seed = "0"] = process.argv.slice(2);
const made = CASES[name];
if (made === undefined) throw new Error(`there is no case ${name}`);
made(peopleOf(2000, Number(seed), JSON.parse(layout)))();

const run = made(peopleOf(Number(rows), Number(seed), JSON.parse(layout)));
const before = inUse();
const profiler = new GCProfiler();
profiler.start();
let result: unknown = run();
const { statistics } = profiler.stop();
const withResult = inUse();
if (result !== undefined) result = undefined;
const after = inUse();

const peak = statistics.reduce((most, { beforeGC: { heapStatistics } }) => {
  return Math.max(most, heapStatistics.usedHeapSize + heapStatistics.externalMemory);
}, withResult);
const outputs = withResult - after;
console.log(JSON.stringify({ peak: peak - before - outputs, left: after - before }));
