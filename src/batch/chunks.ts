import * as z from "zod/mini";
import { optionsOf } from "../kernel/options.js";
import type { Batch } from "./outcome/result.js";

/** What is used of an `AbortSignal`. */
export interface ChunkSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
}

/** What a run over chunks may be told. */
export interface ChunksRun {
  /** Ends the run before the next chunk, with the signal's reason. */
  readonly signal?: ChunkSignal;
  /** Is told after each chunk how many rows are done. */
  readonly onProgress?: (done: number) => void;
}

/** One chunk that has been reviewed. */
export interface ReviewedChunk {
  /** The row at which the chunk begins, of all rows. */
  readonly from: number;
  readonly batch: Batch;
  /** What is wrong with rows, counted from the first of all. */
  readonly issues: Batch["issues"];
}

const checkRun = /* @__PURE__ */ optionsOf("reviewChunks", () => ({
  signal: z.optional(z.any()),
  onProgress: z.optional(z.any()),
}));

/**
 * Reviews chunk after chunk, for data that is larger than memory: a chunk is read when the one before has been taken. `review` is what reviews one chunk: of columns (`batch`), of objects (`batchRows`), or over workers.
 *
 * @example
 * ```ts
 * import { batchRows, inChunks, reviewChunks } from "tierwise/batch";
 *
 * const review = batchRows({
 *   format: 1, id: "small", effectiveFrom: "2026-01-01",
 *   axes: [{
 *     id: "results", bands: [{ id: "low" }, { id: "high", from: 80 }],
 *     indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
 *   }],
 *   tiers: [{ id: "junior" }], matrix: {}, adjustment: { cycle: "quarter" },
 * });
 * async function* people() {
 *   for (const sales of [90, 75, 120, 66, 81]) yield { evidence: { sales } };
 * }
 * const found = [];
 * for await (const { from, batch, issues } of reviewChunks((rows) => review({ rows }), inChunks(people(), 2)))
 *   found.push([from, batch.rows, issues.map(({ row }) => row)]);
 * found; // => [[0, 2, []], [2, 2, [2]], [4, 1, []]]
 * ```
 */
export async function* reviewChunks<Chunk>(
  review: (chunk: Chunk) => Batch | Promise<Batch>,
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
  run: ChunksRun = {},
): AsyncGenerator<ReviewedChunk> {
  checkRun(run);
  const { signal, onProgress } = run;
  const stopIfAborted = () => {
    if (signal?.aborted) throw signal.reason;
  };
  let from = 0;
  stopIfAborted();
  for await (const chunk of chunks) {
    stopIfAborted();
    const batch = await review(chunk);
    const first = from;
    from += batch.rows;
    onProgress?.(from);
    yield { from: first, batch, issues: batch.issues.map((one) => ({ ...one, row: one.row + first })) };
  }
}

const checkSize = /* @__PURE__ */ optionsOf("inChunks", () => ({ size: z.int().check(z.positive()) }));

/** Gathers items, such as rows of a file, into lists of `size`; the last one may be shorter. An error of the source comes through. */
export async function* inChunks<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  size: number,
): AsyncGenerator<readonly Item[]> {
  checkSize({ size });
  let chunk: Item[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
