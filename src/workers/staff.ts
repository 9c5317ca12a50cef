import type { BatchInput } from "../batch/index.js";
import type { Policy } from "../policy/policy.js";
import { keepAlive, listenTo, type WorkerLike } from "./link.js";
import type { Answer, Task } from "./messages.js";

/** One chunk's task, before it is known who gets it. */
export interface ChunkTask {
  readonly policyId: number;
  readonly policy: Policy;
  readonly input: BatchInput;
  /** The memory that goes over to the worker. */
  readonly transfer: readonly ArrayBuffer[];
}

/** What is used of an `AbortSignal`. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(name: "abort", listen: () => void): void;
  removeEventListener(name: "abort", listen: () => void): void;
}

/** Chunks that are to be worked off, in any order. */
export interface Work {
  task(chunk: number): ChunkTask;
  /** Takes an answer; what it throws ends the work. */
  answered(chunk: number, answer: Answer): void;
}

/** Workers, and the chunks that wait for them. */
export interface Staff {
  /** Has all chunks worked off; refused as soon as one cannot be, or the signal says so. */
  run(chunks: number, signal: AbortSignalLike | undefined, work: Work): Promise<void>;
  close(): Promise<void>;
}

interface Run {
  readonly work: Work;
  left: number;
  ended: boolean;
  end(error?: unknown): void;
}

interface Pending {
  readonly run: Run;
  readonly chunk: number;
}

interface Member {
  readonly worker: WorkerLike;
  readonly policies: Set<number>;
  busy: Pending | undefined;
}

/** Starts workers; one that dies is replaced when it is needed. */
export async function staffOf(count: number, start: () => WorkerLike | Promise<WorkerLike>): Promise<Staff> {
  const members = new Set<Member>();
  const runs = new Set<Run>();
  const queue: Pending[] = [];
  let hiring = 0;
  let isClosed = false;

  const hire = async () => {
    hiring += 1;
    try {
      const member: Member = { worker: await start(), policies: new Set(), busy: undefined };
      listenTo(member.worker, {
        answered: (message) => take(member, message as Answer),
        died: (why) => bury(member, why),
      });
      keepAlive(member.worker, false);
      members.add(member);
      serve(member);
    } finally {
      hiring -= 1;
    }
  };
  const fill = () => Promise.all(Array.from({ length: count - members.size - hiring }, hire));
  const serve = (member: Member) => {
    let next = queue.shift();
    while (next?.run.ended) next = queue.shift();
    member.busy = next;
    keepAlive(member.worker, next !== undefined);
    if (next === undefined) return;
    try {
      const { transfer, policy, ...task } = next.run.work.task(next.chunk);
      const first = !member.policies.has(task.policyId);
      const message: Task = { id: next.chunk, ...task, ...(first ? { policy } : {}) };
      member.worker.postMessage(message, transfer);
      member.policies.add(task.policyId);
    } catch (error) {
      next.run.end(error);
      serve(member);
    }
  };
  const take = (member: Member, answer: Answer) => {
    const { busy } = member;
    if (busy !== undefined && !busy.run.ended) finish(busy.run, busy.chunk, answer);
    serve(member);
  };
  const bury = (member: Member, why: string) => {
    if (!members.delete(member)) return;
    member.busy?.run.end(new Error(`a worker died in the middle of a review, which has no result: ${why}`));
    if (!isClosed && queue.some(({ run }) => !run.ended)) refill();
  };
  const refill = () => {
    fill().catch((error) => {
      for (const run of [...runs]) run.end(error);
    });
  };

  await fill();
  return {
    run(chunks, signal, work) {
      return new Promise<void>((resolve, reject) => {
        const abort = () => run.end(signal?.reason);
        const run: Run = {
          work,
          left: chunks,
          ended: false,
          end(...error) {
            if (run.ended) return;
            run.ended = true;
            runs.delete(run);
            signal?.removeEventListener("abort", abort);
            if (error.length === 0) resolve();
            else reject(error[0]);
          },
        };
        runs.add(run);
        if (isClosed) run.end(new Error("the workers are closed"));
        else if (signal?.aborted) abort();
        if (run.ended) return;
        signal?.addEventListener("abort", abort);
        for (let chunk = 0; chunk < chunks; chunk += 1) queue.push({ run, chunk });
        for (const member of members) if (member.busy === undefined) serve(member);
        if (members.size + hiring < count) refill();
      });
    },
    async close() {
      isClosed = true;
      for (const run of [...runs]) run.end(new Error("the workers are closed"));
      const gone = [...members];
      members.clear();
      await Promise.all(gone.map(({ worker }) => worker.terminate()));
    },
  };
}

/** Hands an answer over; the last one ends the run. */
function finish(run: Run, chunk: number, answer: Answer): void {
  try {
    run.work.answered(chunk, answer);
  } catch (error) {
    run.end(error);
    return;
  }
  run.left -= 1;
  if (run.left === 0) run.end();
}
