// Reviews over workers: the same as of one thread, whatever the chunks and the number of workers, and a clear end where something fails.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchInput, batch, type InputColumn } from "../../src/batch/index.js";
import { cohortContext, type Policy, TierwiseError } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { startWorkers } from "../../src/workers/index.js";
import { detailColumns, evidenceColumns } from "../batch/columns.js";
import { planCreditPolicy } from "../batch/generate/credit-policy.js";
import { planLists } from "../batch/generate/lists.js";
import { planBatch } from "../batch/generate/policy.js";
import { withOffsets } from "../batch/offsets.js";
import { isOfCredits, recordsOf, sayable } from "../batch/records.js";
import { randomOf } from "../reference/generate/random.js";
import { fakeWorker, type Mishap } from "./fake.js";

const PEOPLE = 90;

/** A random policy, and people of it as columns of all kinds. */
function planned(seed: number): { readonly policy: Policy; readonly input: BatchInput } {
  const random = randomOf(seed);
  const { policy, person, cohort } = planBatch(random, seed % 50);
  const tiers = Array.from({ length: PEOPLE }, () => random.pick(["t1", "t2", "t3"]));
  const people = tiers.map(person);
  const columns = {
    ...evidenceColumns(people.map(({ evidence }) => evidence)),
    ...detailColumns(people.map(({ details }) => details)),
    tier: tiers,
  };
  return {
    policy,
    input: { period: "2026-Q3", cohort, pay: true, columns: columns as Record<string, InputColumn> },
  };
}

/** The same of lists and ratings, as Arrow has them or in cells. */
function plannedLists(seed: number): { readonly policy: Policy; readonly input: BatchInput } {
  const random = randomOf(seed);
  const { policy, person } = planLists(random, seed);
  const cells = evidenceColumns(Array.from({ length: PEOPLE }, () => person().evidence));
  const columns = seed % 3 === 0 ? (cells as Record<string, InputColumn>) : withOffsets(cells);
  return { policy, input: { columns: seed % 3 === 1 ? shared(columns) : columns } };
}

/** The same of credits, in cells or as records. */
function plannedCredits(seed: number): { readonly policy: Policy; readonly input: BatchInput } {
  const random = randomOf(seed);
  const { policy, person } = planCreditPolicy(random, seed);
  const people = Array.from({ length: PEOPLE }, person);
  const cells = Object.entries(detailColumns(people.map(({ details }) => details)));
  const columns = {
    ...evidenceColumns(people.map(({ evidence }) => evidence)),
    ...Object.fromEntries(
      cells.map(([name, column]) =>
        seed % 3 === 0 || !isOfCredits(name)
          ? [name, column]
          : [name, recordsOf(sayable(column), seed % 3 === 1)],
      ),
    ),
    tier: people.map(() => "t1"),
  };
  return { policy, input: { period: "2026-Q3", pay: true, columns: columns as Record<string, InputColumn> } };
}

/** The same with lists of floats in shared memory. */
function shared(columns: Record<string, InputColumn>): Record<string, InputColumn> {
  const moved = (column: InputColumn) => {
    if (!("offsets" in column && "values" in column)) return column;
    if (!(column.values instanceof Float64Array)) return column;
    const values = new Float64Array(new SharedArrayBuffer(column.values.byteLength));
    values.set(column.values);
    return { ...column, values };
  };
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, moved(column)]));
}

const pool = (workers: number, chunk: number, mishap?: Mishap) =>
  startWorkers({ workers, chunk, start: () => fakeWorker(mishap) });

/** All of a result that chunks do not change. */
const withoutPaths = ({ paths: _paths, ...result }: object & { paths: object }) =>
  JSON.parse(
    JSON.stringify(result, (_, value) => (ArrayBuffer.isView(value) ? [...(value as never)] : value)),
  );

test.each([planned, plannedLists, plannedCredits])(
  "the number of workers and the size of chunks change nothing",
  async (plan) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(8, 16, 24, 64, 4096),
        async (seed, workers, chunk) => {
          const { policy, input } = plan(seed);
          const crew = await pool(workers, chunk);
          const found = await crew.batch(policy)(input);
          await crew.close();
          const alone = batch(policy)(input);
          expect(withoutPaths(found)).toEqual(withoutPaths(alone));
          const { columns, exact, person, failed } = found.paths;
          expect([columns + exact + person + failed, failed]).toEqual([PEOPLE, alone.paths.failed]);
        },
      ),
      { numRuns: 25 },
    );
  },
  120_000,
);

const small: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [
        { id: "low", from: 0 },
        { id: "high", from: 80 },
      ],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "a" }, { id: "b" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};
const sales = Float64Array.from({ length: 100 }, (_, row) => row);
const columns = { "evidence.sales": sales };

class Reached {
  readonly actual = 5;
}

describe("what cannot be sent", () => {
  test.each<[string, unknown]>([
    ["a symbol", Symbol("x")],
    ["a function", () => 5],
    ["an instance of a class", new Reached()],
    ["what has one in it", { actual: [new Reached()] }],
  ])("%s: an issue that says where it is, and the next review works", async (_, cell) => {
    const crew = await pool(2, 8);
    const review = crew.batch(small);
    const cells = Array.from(sales, (value, row) => (row === 37 ? cell : value));
    const refused = review({ columns: { "evidence.sales": cells as never } });
    await expect(refused).rejects.toMatchObject({
      name: "TierwiseError",
      issues: [{ path: ["columns", "evidence.sales", 37], code: "not-plain-data" }],
    });
    expect(withoutPaths(await review({ columns }))).toEqual(withoutPaths(batch(small)({ columns })));
    await crew.close();
  });

  test("a worker that the first chunk of a policy could not be sent to is sent the policy with the next", async () => {
    const worker = fakeWorker();
    const post = worker.postMessage;
    let refusals = 0;
    worker.postMessage = (message, transfer) => {
      if (refusals++ === 0) throw new Error("could not be cloned");
      post(message, transfer);
    };
    const crew = await startWorkers({ workers: 1, chunk: 4096, start: () => worker });
    const review = crew.batch(small);
    await expect(review({ columns })).rejects.toThrow("could not be cloned");
    expect((await review({ columns })).rows).toBe(100);
    await crew.close();
  });

  test("dates, typed arrays and holes go, and are issues of their rows", async () => {
    const crew = await pool(2, 8);
    const cells: unknown[] = [...sales];
    cells[3] = new Date(0);
    cells[20] = Float64Array.of(1);
    delete cells[50];
    const input = { columns: { "evidence.sales": cells as never } };
    const found = await crew.batch(small)(input);
    expect(withoutPaths(found)).toEqual(withoutPaths(batch(small)(input)));
    expect(found.issues.map(({ row }) => row)).toEqual([3, 20, 50]);
    await crew.close();
  });
});

describe("memory", () => {
  test("the caller's arrays stay as they are, be they whole, with a validity, in units or in codes", async () => {
    const crew = await pool(2, 8);
    const values = sales.slice();
    const valid = Uint8Array.from({ length: 13 }, () => 0b1010_1010);
    const codes = Int8Array.from({ length: 100 }, (_, row) => row % 2);
    const input = {
      columns: {
        "evidence.sales": { values, valid },
        tier: { codes, dictionary: ["a", "b"] },
      },
    };
    const found = await crew.batch(small)(input);
    expect(withoutPaths(found)).toEqual(withoutPaths(batch(small)(input)));
    expect([values.length, valid.length, codes.length]).toEqual([100, 13, 100]);
    expect(found.issues.length).toBe(50);
  });

  test("shared memory is not copied", async () => {
    const shared = new Float64Array(new SharedArrayBuffer(800));
    shared.set(sales);
    const worker = fakeWorker();
    const crew = await startWorkers({ workers: 1, chunk: 16, start: () => worker });
    const found = await crew.batch(small)({ columns: { "evidence.sales": shared } });
    expect(withoutPaths(found)).toEqual(withoutPaths(batch(small)({ columns })));
    for (const { input } of worker.seen)
      expect((input.columns["evidence.sales"] as Float64Array).buffer.byteLength).toBe(800);
  });

  test("what is of the whole group goes to every worker, though its numbers are objects", async () => {
    const compared: Policy = {
      ...small,
      axes: [
        {
          id: "results",
          bands: [{ id: "low" }],
          indicators: [
            {
              id: "sales",
              weight: 1,
              measure: {
                kind: "rank",
                scores: [
                  { from: 1, score: 100 },
                  { from: 50, score: 40 },
                ],
              },
            },
          ],
        },
      ] as never,
    };
    const people = Array.from(sales, (value, row) => ({ id: `p${row}`, evidence: { sales: value } }));
    const context = cohortContext({ indicators: compared.axes[0]?.indicators ?? [] } as never)({
      people,
    } as never);
    const input = { cohort: context, columns } as BatchInput;
    const crew = await pool(2, 8);
    expect(withoutPaths(await crew.batch(compared)(input))).toEqual(withoutPaths(batch(compared)(input)));
  });
});

describe("a use again", () => {
  test("each worker gets a policy once, and reviews of several policies at once keep apart", async () => {
    const workers = [fakeWorker(), fakeWorker()];
    let started = 0;
    const crew = await startWorkers({ workers: 2, chunk: 8, start: () => workers[started++] as never });
    const stricter = { ...small, id: "stricter", tiers: [{ id: "x" }] };
    const [one, other] = [crew.batch(small), crew.batch(stricter)];
    const found = await Promise.all([one({ columns }), other({ columns }), one({ columns })]);
    expect(found.map(({ capTier }) => capTier.dictionary)).toEqual([["a", "b"], ["x"], ["a", "b"]]);
    expect(started).toBe(2);
    for (const { seen } of workers)
      expect(seen.filter(({ policy }) => policy !== undefined).length).toBeLessThanOrEqual(2);
  });

  test("no rows at all", async () => {
    const crew = await pool(2, 8);
    const found = await crew.batch(small)({ columns: { "evidence.sales": [] } });
    expect([found.rows, found.issues, found.scores.results?.units.length]).toEqual([0, [], 0]);
  });
});

/** The error that a promise is refused with. */
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("what goes wrong", () => {
  test("a bad config at once, a bad input as a refused promise", async () => {
    const crew = await pool(2, 8);
    expect(() => crew.batch({ ...small, axes: [] })).toThrow(TierwiseError);
    const short = { columns: { ...columns, tier: ["a"] } };
    expect(await refusal(crew.batch(small)(short))).toMatchObject({
      issues: [{ code: "column-length", path: ["columns", "tier"] }],
    });
  });

  test.each([[{ workers: 0 }], [{ workers: 1.5 }], [{ workers: 1, chunk: 12 }], [{ workres: 1 }], [null]])(
    "options %j",
    async (options) => {
      expect(await refusal(startWorkers(options as never))).toBeInstanceOf(TierwiseError);
    },
  );

  test("a chunk is a multiple of 8, and is told so", async () => {
    for (const chunk of [12, 0, -8, 1.5])
      expect(String(await refusal(startWorkers({ workers: 1, chunk })))).toContain(
        `expected a multiple of 8 above 0, got ${chunk}`,
      );
  });

  test("bad rows, by their place in the whole", async () => {
    const crew = await pool(3, 8);
    const odd = Array.from(sales, (value, row) => (row % 33 === 5 ? "much" : value));
    const { issues } = await crew.batch(small)({ columns: { "evidence.sales": odd as never } });
    expect(issues.map(({ row }) => row)).toEqual([5, 38, 71]);
    expect(issues[0]?.issues[0]).toMatchObject({ code: "number-invalid", path: ["evidence", "sales"] });
  });

  test("a worker that dies refuses its review, and the next one works", async () => {
    let deaths = 0;
    const crew = await pool(2, 8, ({ id }) => (id === 5 && deaths++ === 0 ? "dies" : undefined));
    const review = crew.batch(small);
    expect(String(await refusal(review({ columns })))).toBe(
      "Error: a worker died in the middle of a review, which has no result: it ended with the exit code 9",
    );
    expect((await review({ columns })).rows).toBe(100);
  });

  test("all workers dying again and again ends every review", async () => {
    const crew = await pool(2, 8, () => "dies");
    const review = crew.batch(small);
    const ends = await Promise.all([1, 2, 3].map(() => refusal(review({ columns }))));
    expect(ends.map(String)).toEqual(ends.map(() => expect.stringContaining("a worker died")));
  });

  test("a signal ends a review with its reason, before it and in the middle", async () => {
    const crew = await pool(2, 8);
    const review = crew.batch(small);
    expect(await refusal(review({ columns }, { signal: AbortSignal.abort("late") }))).toBe("late");
    const control = new AbortController();
    let done = 0;
    const onProgress = (rows: number) => {
      done = rows;
      if (rows >= 40) control.abort("enough");
    };
    expect(await refusal(review({ columns }, { signal: control.signal, onProgress }))).toBe("enough");
    expect(done).toBeLessThan(100);
    expect((await review({ columns })).rows).toBe(100);
  });

  test("a progress that throws ends its review", async () => {
    const crew = await pool(2, 8);
    const onProgress = () => {
      throw new Error("no more");
    };
    expect(String(await refusal(crew.batch(small)({ columns }, { onProgress })))).toBe("Error: no more");
  });

  test("closed workers refuse, also what goes on", async () => {
    const crew = await pool(2, 8, () => "is silent");
    const review = crew.batch(keyAccountManagers);
    const going = refusal(review({ period: "2026-Q3", columns: { "evidence.satisfaction": sales } }));
    await crew.close();
    expect(String(await going)).toBe("Error: the workers are closed");
    expect(String(await refusal(review({ columns: {} })))).toContain("Error");
  });

  test("a start that fails refuses the start", async () => {
    const start = () => Promise.reject(new Error("no threads here"));
    expect(String(await refusal(startWorkers({ workers: 2, start })))).toBe("Error: no threads here");
  });
});

test("progress counts up to all rows", async () => {
  const crew = await pool(3, 16);
  const told: (readonly number[])[] = [];
  await crew.batch(small)({ columns }, { onProgress: (done, rows) => void told.push([done, rows]) });
  expect(told.length).toBe(7);
  expect(told.at(-1)).toEqual([100, 100]);
});
