// Chunk after chunk: the same rows, whatever the size of the chunks, and a clear end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batchRows, inChunks, reviewChunks } from "../../src/batch/index.js";
import { TierwiseError } from "../../src/index.js";

const review = batchRows({
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "a" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
});
const people = (count: number) =>
  Array.from({ length: count }, (_, row) => ({
    evidence: { sales: row % 9 === 4 ? "much" : (row * 37) % 100 },
  }));
const reviewRows = (rows: readonly object[]) => review({ rows: rows as never });

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test("the size of chunks changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      async (count, size) => {
        const chunks = await collect(reviewChunks(reviewRows, inChunks(people(count), size)));
        const whole = reviewRows(people(count));
        expect(chunks.flatMap(({ batch }) => [...(batch.scores.results?.units ?? [])])).toEqual([
          ...(whole.scores.results?.units ?? []),
        ]);
        expect(chunks.flatMap(({ issues }) => issues)).toEqual(whole.issues);
        expect(chunks.map(({ from }) => from)).toEqual(chunks.map((_, index) => index * size));
      },
    ),
    { numRuns: 60 },
  );
});

describe("a run", () => {
  test("reads a chunk only when the one before has been taken", async () => {
    const read: number[] = [];
    function* source() {
      for (const [index, person] of people(6).entries()) {
        read.push(index);
        yield person;
      }
    }
    for await (const { from } of reviewChunks(reviewRows, inChunks(source(), 2)))
      expect(read.length).toBe(from + 2);
  });

  test("ends by its signal, before it and in the middle", async () => {
    const reason = new Error("enough");
    const early = reviewChunks(reviewRows, inChunks(people(6), 2), { signal: AbortSignal.abort(reason) });
    await expect(collect(early)).rejects.toBe(reason);
    const control = new AbortController();
    const done: number[] = [];
    const onProgress = (rows: number) => {
      done.push(rows);
      if (rows === 4) control.abort(reason);
    };
    const run = reviewChunks(reviewRows, inChunks(people(6), 2), { signal: control.signal, onProgress });
    await expect(collect(run)).rejects.toBe(reason);
    expect(done).toEqual([2, 4]);
  });

  test("ends with the error of its source, of its review and of its options", async () => {
    function* broken() {
      yield* people(3);
      throw new Error("the file ends in the middle");
    }
    await expect(collect(reviewChunks(reviewRows, inChunks(broken(), 2)))).rejects.toThrow("in the middle");
    await expect(collect(reviewChunks(() => review(null as never), [1]))).rejects.toThrow(TierwiseError);
    await expect(collect(reviewChunks(reviewRows, [], { singal: 1 } as never))).rejects.toThrow(
      TierwiseError,
    );
  });

  test.each([[0], [1.5], [-1], ["2"]])("chunks of %j", async (size) => {
    await expect(collect(inChunks(people(3), size as never))).rejects.toThrow(TierwiseError);
  });
});
