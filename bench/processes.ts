import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Entry } from "./contestants/entry.js";
import type { Contestant } from "./measure.js";

const MODULE = fileURLToPath(new URL("process.ts", import.meta.url));
const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What keeps freed memory with the process, where the C library knows it: how dear fresh memory is, differs from machine to machine. */
const KEPT = {
  MALLOC_MMAP_THRESHOLD_: String(2 ** 30),
  MALLOC_TOP_PAD_: String(2 ** 28),
  MALLOC_TRIM_THRESHOLD_: String(2 ** 34),
};

/** Contestants that are ready, each in a process of its own that keeps its memory and collects garbage in one thread; `close` ends them. They warm up one after the other, as none has enough of two cores that all others use too. */
export async function startProcesses(
  entries: readonly Entry[],
  rows: number,
  options: { readonly folder: string; readonly warmUp: number },
): Promise<{ readonly contestants: readonly Contestant[]; readonly close: () => void }> {
  const started: Started[] = [];
  for (const entry of entries) started.push(await startProcess(entry, rows, options));
  return {
    contestants: started.map(({ child, name, rows: own }) => ({
      name,
      rows: own,
      seconds: () => {
        child.send("run");
        return answer(child, name);
      },
    })),
    close: () => {
      for (const { child } of started) child.disconnect();
    },
  };
}

interface Started {
  readonly child: ChildProcess;
  readonly name: string;
  readonly rows: number;
}

async function startProcess(
  { name, part = 1 }: Entry,
  rows: number,
  { folder, warmUp }: { readonly folder: string; readonly warmUp: number },
): Promise<Started> {
  const own = Math.max(1, Math.floor(rows * part));
  const args = [name, folder, String(own), String(warmUp)];
  const execArgv = ["--import", "tsx", "--single-threaded-gc", "--no-flush-bytecode"];
  const child = fork(MODULE, args, { cwd: ROOT, execArgv, env: { ...process.env, ...KEPT } });
  await answer(child, name);
  return { child, name, rows: own };
}

/** The next number that a process says; an error where it ends instead. */
function answer(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (status: number | null) => reject(new Error(`the process of ${name} ended with ${status}`));
    child.once("exit", ended);
    child.once("message", (said) => {
      child.off("exit", ended);
      resolve(said as number);
    });
  });
}
