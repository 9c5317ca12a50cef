// What runs in a worker: a thread of Node, or a Web Worker.
import { answerer } from "./answer.js";
import { buffersOf } from "./buffers.js";
import type { Answer, Task } from "./messages.js";

interface Port {
  postMessage(answer: Answer, transfer: readonly ArrayBuffer[]): void;
}

interface NodePort extends Port {
  on(name: "message", listen: (task: Task) => void): void;
}

const answerTo = answerer();

function listen(port: Port, task: Task): void {
  const answer = answerTo(task);
  port.postMessage(answer, buffersOf(answer));
}

const { process, self } = globalThis as unknown as {
  readonly process?: { readonly versions?: { readonly node?: string } };
  readonly self?: Port & {
    addEventListener(name: "message", listen: (event: { readonly data: Task }) => void): void;
  };
};
const NODE_THREADS = "node:worker_threads";
if (process?.versions?.node !== undefined) {
  import(NODE_THREADS).then(({ parentPort }: { parentPort: NodePort | null }) =>
    parentPort?.on("message", (task) => listen(parentPort, task)),
  );
} else self?.addEventListener("message", ({ data }) => listen(self, data));
