import { answerer } from "../../src/workers/answer.js";
import { buffersOf } from "../../src/workers/buffers.js";
import type { Task } from "../../src/workers/messages.js";

type Listen = (value: unknown) => void;

/** What a worker of the test does in place of an answer. */
export type Mishap = (task: Task) => "dies" | "is silent" | undefined;

/** A worker of the same thread, whose messages go the way of structured clones, as those of real threads do. */
export function fakeWorker(mishap: Mishap = () => undefined) {
  const answerTo = answerer();
  const listeners = new Map<string, Listen>();
  const worker = {
    seen: [] as Task[],
    on: (name: string, listen: Listen) => void listeners.set(name, listen),
    ref() {},
    unref() {},
    terminate: () => Promise.resolve(1),
    postMessage(message: unknown, transfer: readonly ArrayBuffer[]) {
      const task = structuredClone(message as Task, { transfer: [...transfer] });
      worker.seen.push(task);
      setImmediate(() => {
        const happens = mishap(task);
        if (happens === "dies") listeners.get("exit")?.(9);
        if (happens !== undefined) return;
        const answer = answerTo(task);
        listeners.get("message")?.(structuredClone(answer, { transfer: [...buffersOf(answer)] }));
      });
    },
  };
  return worker;
}
