/** A worker as a pool needs it. Those of browsers and of Node are such. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void;
  /** In Node a number comes back, in browsers nothing. */
  terminate(): unknown;
}

/** What a pool listens to. */
export interface Listener {
  answered(message: unknown): void;
  /** The worker is gone, or can do no more. */
  died(why: string): void;
}

interface BrowserWorker extends WorkerLike {
  addEventListener(name: string, listen: (event: { data?: unknown; message?: string }) => void): void;
}

interface NodeWorker extends WorkerLike {
  on(name: string, listen: (value: unknown) => void): void;
  unref(): void;
  ref(): void;
}

/** Listens to a worker, whichever kind it is. */
export function listenTo(worker: WorkerLike, { answered, died }: Listener): void {
  if ("on" in worker) {
    const node = worker as NodeWorker;
    node.on("message", answered);
    node.on("error", (error) => died(error instanceof Error ? error.message : String(error)));
    node.on("exit", (code) => died(`it ended with the exit code ${code}`));
  } else {
    const browser = worker as BrowserWorker;
    browser.addEventListener("message", ({ data }) => answered(data));
    browser.addEventListener("error", ({ message }) => died(message ?? "it failed"));
    browser.addEventListener("messageerror", () => died("its answer could not be read"));
  }
}

/** Whether a worker keeps its program alive: only while it works. */
export function keepAlive(worker: WorkerLike, works: boolean): void {
  if (!("unref" in worker)) return;
  const node = worker as NodeWorker;
  if (works) node.ref();
  else node.unref();
}

/** The address of a script. */
type Script = object;

/** A variable, so that bundlers for browsers do not look for what only Node has. */
const NODE_THREADS = "node:worker_threads";

/** Starts the worker that comes with the package: a thread of Node, or a Web Worker. */
export async function startWorker(): Promise<WorkerLike> {
  const { process, Worker, URL } = globalThis as unknown as {
    readonly process?: { readonly versions?: { readonly node?: string } };
    readonly Worker?: new (script: Script, options: object) => WorkerLike;
    readonly URL: new (file: string, base: string) => Script;
  };
  const script = new URL("./worker.js", (import.meta as unknown as { readonly url: string }).url);
  if (process?.versions?.node !== undefined) {
    const threads = (await import(NODE_THREADS)) as { Worker: new (script: Script) => WorkerLike };
    return new threads.Worker(script);
  }
  if (Worker === undefined) throw new Error("there are no workers here: use batch of tierwise/batch");
  return new Worker(script, { type: "module" });
}
