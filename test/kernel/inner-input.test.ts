// What a calculator is given by another one is not copied again, and has no undefined properties either way.

import { expect, test } from "vitest";
import * as z from "zod/mini";
import { defineCalculator } from "../../src/kernel/calculator.js";
import { withoutUndefined } from "../../src/kernel/plain.js";
import { lazySchema } from "../../src/kernel/schema.js";

const anything = lazySchema(() => z.strictObject({ of: z.unknown() }));
const inner = defineCalculator({ title: "inner", input: anything, run: ({ of }) => of });
const outer = defineCalculator({ title: "outer", input: anything, run: ({ of }) => inner({ of }) });
const failing = defineCalculator({
  title: "failing",
  input: anything,
  run(_, report) {
    report.add(["of"], "out-of-range", "too much");
    return inner.safe({ of: { a: undefined } });
  },
});

test("the caller's data are copied once, whatever is at work", () => {
  const given = { list: [1, { deep: "x" }] };
  for (const calculate of [inner, outer]) {
    const result = calculate({ of: given }) as typeof given;
    expect(result).toEqual(given);
    expect(result).not.toBe(given);
    expect(result.list[1]).not.toBe(given.list[1]);
  }
});

test("after a failure too", () => {
  expect(failing.safe({ of: 1 }).ok).toBe(false);
  const given = { a: 1 };
  expect(inner({ of: given })).not.toBe(given);
  const runs = { of: Object.defineProperty({}, "x", { get: () => 1, enumerable: true }) };
  expect(inner.safe(runs).ok).toBe(false);
});

test("data without undefined properties stay themselves; others lose them at any depth", () => {
  const whole = { a: [1, { b: null }], c: "x" };
  expect(withoutUndefined(whole)).toBe(whole);
  const cut = withoutUndefined({ a: [undefined, { b: undefined, c: 1 }], d: undefined, e: whole });
  expect(cut).toStrictEqual({ a: [undefined, { c: 1 }], e: whole });
});
