import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { checkContestants } from "../../bench/check.js";
import { dataOf } from "../../bench/data.js";
import { bench } from "../../bench/run.js";

const folder = mkdtempSync(join(tmpdir(), "tierwise-bench-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the benchmark runs, and tells ratios with their spread", async () => {
  const found = await bench({
    rows: 1000,
    sizes: [1000, 2000],
    rounds: 1,
    warmUp: 0,
    seed: 1,
    once: false,
    folder,
  });
  expect(found).toMatch(/^\| batch \/ float64 by hand \| [\d.]+ \| [\d.]+ \| [\d.]+ \| at most 0\.75 \|/m);
  expect(found).not.toMatch(/NaN|Infinity|undefined/);
});

test("exact contestants agree, and float64 by hand is wrong in some rows", () => {
  const { decimal, batch, longNumbers, floor } = checkContestants(dataOf(10_000, 2));
  expect([decimal, batch, longNumbers]).toEqual([0, 0, 0]);
  expect(floor).toBeGreaterThan(0);
});

test("the same seed makes the same data", () => {
  expect(dataOf(20, 3)).toEqual(dataOf(20, 3));
  expect(dataOf(20, 3)).not.toEqual(dataOf(20, 4));
});
