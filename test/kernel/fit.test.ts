import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import { expect, test } from "vitest";
import type * as z from "zod/mini";
import { MISFIT, readerOf } from "../../src/kernel/fit.js";
import { reviewInput } from "../../src/policy/review-input.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { isFactoryName, registry } from "../../src/registry.js";
import { caseFiles } from "../case-runner.js";
import { mutations } from "../errors/mutations.js";
import { input } from "../policy/people.js";

/** Expects that a schema's reader makes the same of a value as zod does, or leaves it to zod; says whether it took the value. */
function expectAsZod(schema: z.ZodMiniType, value: unknown): boolean {
  const made = readerOf(schema)(value);
  if (made === MISFIT) return false;
  const { success, data } = schema.safeParse(value);
  if (!success) expect.fail(`zod does not take ${JSON.stringify(value)}`);
  expect(made).toEqual(data);
  expect(JSON.stringify(made)).toBe(JSON.stringify(data));
  return true;
}

test("the configs of all cases are read as zod reads them, and nearly all that zod takes is", () => {
  let [taken, left] = [0, 0];
  for (const file of caseFiles(new URL("../cases", import.meta.url).pathname) ?? []) {
    const { use, config } = JSON.parse(readFileSync(file, "utf8"));
    if (!isFactoryName(use)) continue;
    const { configSchema } = registry[use];
    if (expectAsZod(configSchema, config)) taken += 1;
    else if (configSchema.safeParse(config).success) left += 1;
  }
  expect(taken).toBeGreaterThan(1000);
  expect(left).toBeLessThan(taken / 20);
});

test.each([
  ["the preset", registry.compilePolicy.configSchema, keyAccountManagers, 17],
  ["the input of a review", reviewInput(), input(), 1],
  [
    "an input with all kinds of parts",
    reviewInput(),
    {
      ...input(),
      events: [{ kind: "appointment", id: "e1", date: "2026-07-01", to: "senior" }],
      pay: { absences: [{ from: "2026-07-01", to: "2026-07-03", reason: "leave" }], changes: [], lines: [] },
      presence: { present: "80", of: new Decimal(90) },
      previous: { sales: { period: "2026-Q2", score: 80 } },
    },
    1,
  ],
] as const)(
  "a part of %s that is damaged is read as zod reads it, or is left to zod",
  (_, schema, whole, stride) => {
    let taken = 0;
    for (const { document } of mutations(whole, stride)) if (expectAsZod(schema, document)) taken += 1;
    expect(taken).toBeGreaterThan(0);
  },
);

test("what is no plain object is left to zod", () => {
  const read = readerOf(reviewInput());
  for (const value of [undefined, null, [], new Decimal(1), new Date(0), "x", new Map()])
    expect(read(value)).toBe(MISFIT);
});
