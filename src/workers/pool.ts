import * as z from "zod/mini";
import { batchRowCount } from "../batch/batch.js";
import type { Batch, BatchInput } from "../batch/index.js";
import { TierwiseError } from "../kernel/errors.js";
import { wholeNumber } from "../kernel/fields.js";
import { optionsOf } from "../kernel/options.js";
import { withoutAbsent } from "../kernel/plain.js";
import { judged } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { Policy } from "../policy/policy.js";
import { buffersOf } from "./buffers.js";
import { collector } from "./collect.js";
import { startWorker, type WorkerLike } from "./link.js";
import { asPlain, type Problem } from "./messages.js";
import { type Rows, rowsOf } from "./slices.js";
import { type AbortSignalLike, type Staff, staffOf } from "./staff.js";

/** How a pool is made. */
export interface WorkersOptions {
  /** How many workers there are. */
  readonly workers: number;
  /** The rows that a worker gets at once: a multiple of 8, by default 32,768. */
  readonly chunk?: number;
  /** Starts one worker, where the package's own script cannot be: it runs "tierwise/worker". */
  readonly start?: () => WorkerLike | Promise<WorkerLike>;
}

/** What a review over workers may be told beside its input. */
export interface WorkersRun {
  /** Ends the review early: the promise is refused with the signal's reason. */
  readonly signal?: AbortSignalLike;
  /** Is told after each chunk how many rows are done. */
  readonly onProgress?: (done: number, rows: number) => void;
}

/** Workers that are started once and used again and again. */
export interface Workers {
  /** As `batch` of tierwise/batch, in parallel: the same result, as a promise. */
  batch(policy: Policy): (input: BatchInput, run?: WorkersRun) => Promise<Batch>;
  /** Ends the workers; reviews that go on are refused. */
  close(): Promise<void>;
}

/**
 * Starts workers that review many people in parallel: threads of Node, or Web Workers. The result is that of `batch`, digit for digit, whatever the number of workers; only `paths` may differ, since each chunk of rows
 * finds out by itself how many decimals its columns have. Columns of shared memory (`SharedArrayBuffer`) are read where they are; all others are copied, a chunk at a time, and stay the caller's.
 *
 * Errors: those of `batch`, for the config at once and for the input as a refused promise. A worker that dies refuses the review that it worked for, and a new one takes its place.
 *
 * @example
 * ```ts
 * import { keyAccountManagers } from "tierwise/presets";
 * import { startWorkers } from "tierwise/workers";
 *
 * const workers = await startWorkers({ workers: 2 });
 * const review = workers.batch(keyAccountManagers);
 * const ratings = ["communication", "relationships", "market-development", "business-knowledge", "adaptability", "teamwork"];
 * const { rows, issues } = await review({
 *   period: "2026-Q3",
 *   columns: Object.fromEntries(ratings.map((id) => [`evidence.${id}`, Float64Array.of(3.25, 4.5)])),
 * });
 * await workers.close();
 * [rows, issues.length]; // => [2, 2]
 * ```
 */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  checkOptions(options);
  const { workers, chunk = 32_768, start = startWorker } = options;
  const staff = await staffOf(workers, start);
  let policies = 0;
  return {
    batch(policy) {
      const countRows = batchRowCount(policy);
      policies += 1;
      const plain = { id: policies, policy: asPlain(policy) };
      return (input, run = {}) => review(staff, { ...plain, chunk, countRows }, input, run);
    },
    close: () => staff.close(),
  };
}

/** A policy, and how its reviews are cut into chunks. */
interface Job {
  readonly id: number;
  readonly policy: Policy;
  readonly chunk: number;
  readonly countRows: (input: BatchInput) => number;
}

function multipleOfEight() {
  const isOne = (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) > 0 && Number(value) % 8 === 0;
  return judged<number>(
    (value) =>
      isOne(value)
        ? undefined
        : { code: "wrong-type", message: `expected a multiple of 8 above 0, got ${show(value)}` },
    { type: "integer", multipleOf: 8, exclusiveMinimum: 0 },
  );
}

const checkOptions = /* @__PURE__ */ optionsOf("startWorkers", () => ({
  workers: wholeNumber(1, 1024),
  chunk: z.optional(multipleOfEight()),
  start: z.optional(z.any()),
}));

/** Checks an input whole, and has its chunks reviewed. */
async function review(
  staff: Staff,
  { id: policyId, policy, chunk: size, countRows }: Job,
  input: BatchInput,
  { signal, onProgress }: WorkersRun,
): Promise<Batch> {
  const rows = countRows(input);
  const chunks = chunksOf(rows, size);
  const all = collector(rows);
  const shared = withoutAbsent({
    ...input,
    cohort: asPlain(input.cohort),
    bands: asPlain(input.bands),
    groups: asPlain(input.groups),
  });
  let done = 0;
  await staff.run(chunks.length, signal, {
    task: (chunk) => {
      const part = rowsOf(shared as BatchInput, chunks[chunk] as Rows);
      return { policyId, policy, input: part, transfer: buffersOf(part) };
    },
    answered: (chunk, answer) => {
      if ("problem" in answer) throw errorOf(answer.problem);
      all.add(answer.batch, chunks[chunk] as Rows, chunk);
      done += answer.batch.rows;
      onProgress?.(done, rows);
    },
  });
  return all.result();
}

function chunksOf(rows: number, size: number): readonly Rows[] {
  const count = Math.max(1, Math.ceil(rows / size));
  return Array.from({ length: count }, (_, index) => ({
    from: index * size,
    to: Math.min(rows, (index + 1) * size),
  }));
}

function errorOf({ message, tierwise }: Problem): Error {
  if (tierwise === undefined) return new Error(message);
  const { code, subject, issues, issueCount } = tierwise;
  return new TierwiseError(code, subject, issues, issueCount);
}
