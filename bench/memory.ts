import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { tierwiseBatch } from "./contestants/tierwise.js";
import type { Data } from "./data.js";

/** Bytes per person beyond the columns of input and output, while a batch runs and what it leaves is not yet collected. */
export function memoryPerPerson(data: Data): number {
  const before = process.memoryUsage();
  const { scores, bands, cell, capTier, promotionBlocked, vetoed, pay } = tierwiseBatch(data);
  const after = process.memoryUsage();
  const columns = [
    ...Object.values(scores).map(({ units }) => units),
    ...[...Object.values(bands), cell, capTier].map(({ codes }) => codes),
    promotionBlocked,
    vetoed,
    ...Object.values(pay?.lines ?? {}).map(({ units }) => units),
    ...(pay === undefined ? [] : [pay.total.units]),
  ];
  const outputs = columns.reduce((all, { byteLength }) => all + byteLength, 0);
  const grown = after.heapUsed - before.heapUsed + (after.arrayBuffers - before.arrayBuffers);
  return Math.max(0, grown - outputs) / data.rows;
}

/** What keeps freed memory with the process, where the C library knows it: how dear fresh memory is, differs from machine to machine. */
const KEPT = {
  MALLOC_MMAP_THRESHOLD_: String(2 ** 30),
  MALLOC_TOP_PAD_: String(2 ** 28),
  MALLOC_TRIM_THRESHOLD_: String(2 ** 34),
};

/** Whether this process keeps its memory and collects garbage in one thread; if not, it runs a module in one that does. */
export function inSteadyMemory(module: string): boolean {
  if (process.env.MALLOC_TRIM_THRESHOLD_ === KEPT.MALLOC_TRIM_THRESHOLD_) return true;
  const args = [
    ...process.execArgv,
    "--single-threaded-gc",
    "--no-flush-bytecode",
    fileURLToPath(module),
    ...process.argv.slice(2),
  ];
  const { status } = spawnSync(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, ...KEPT },
  });
  process.exitCode = status ?? 1;
  return false;
}
