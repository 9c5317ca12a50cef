import fc from "fast-check";
import { expect, test } from "vitest";
import { type AuditRecord, auditRecord, redact, replay } from "../../src/audit/index.js";
import { nextPeriod, type ReviewInput, TierwiseError } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { input } from "../policy/people.js";
import { asJson, decimalText } from "./exact.js";

const rating = decimalText({ min: 1, max: 5, decimals: 1 });
const percent = decimalText({ min: 0, max: 100, decimals: 2 });
const amount = decimalText({ min: 0, max: 2_000_000, decimals: 2 });
const evidence = fc.record({
  communication: rating,
  relationships: rating.map(Number),
  "market-development": rating,
  "business-knowledge": fc.constantFrom("7/3", 4, "3.50"),
  adaptability: rating,
  teamwork: rating,
  sales: fc.record({ actual: amount, target: fc.constant(1_000_000) }),
  customers: fc.record({ actual: fc.nat({ max: 80 }), target: fc.constant(40) }),
  satisfaction: percent,
  growth: fc.record({ actual: fc.integer({ min: -10, max: 20 }), target: fc.constant(10) }),
  delivery: percent,
});
const person = fc.record(
  {
    id: fc
      .string({ minLength: 1, maxLength: 12, unit: "grapheme" })
      .filter((id) => !["__proto__", "constructor", "prototype"].includes(id)),
    label: fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
      fc.constant({ en: "Ann Li", "zh-TW": "李安" }),
    ),
    experienceYears: fc.nat({ max: 30 }),
  },
  { requiredKeys: ["id"] },
);
const salts = fc.stringMatching(/^[0-9a-f]{16,32}$/);
const record = auditRecord(keyAccountManagers);

test("each review of any career replays to the same, stored or not, redacted or not", () => {
  fc.assert(
    fc.property(person, fc.array(evidence, { minLength: 1, maxLength: 5 }), salts, (who, career, salt) => {
      let standing: ReviewInput["standing"] = { tier: "intermediate", since: "2025-01-01" };
      let period = "2026-Q3";
      for (const one of career) {
        const made = record({ salt, input: { person: who, period, standing, evidence: one } as ReviewInput });
        const stored = asJson(made);
        expect(stored).toEqual(made);
        expect(replay(stored).same).toBe(true);
        const redacted = redact(stored);
        expect(redacted.hash).toBe(made.hash);
        expect(replay(asJson(redacted)).same).toBe(true);
        expect(redacted.input.person.id).toMatch(/^[0-9a-f]{64}$/);
        expect(redacted.result.person).toEqual({
          id: redacted.input.person.id,
          ...(redacted.input.person.label === undefined ? {} : { label: redacted.input.person.label }),
        });
        [standing, period] = [stored.result.standing, nextPeriod(period)];
      }
    }),
    { numRuns: 30 },
  );
});

/** Whether a record, as a text, is found to be another than it was. */
function found(text: string): boolean {
  try {
    return !replay(JSON.parse(text) as AuditRecord).same;
  } catch (error) {
    return error instanceof SyntaxError || error instanceof TierwiseError;
  }
}

test.each(["whole", "redacted"])("a change of any digit of a record is found: %s", (kind) => {
  const made = record({ salt: "5b1f0c7a9e2d4483", input: input() });
  const text = JSON.stringify(kind === "whole" ? made : redact(made));
  expect(found(text)).toBe(false);
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const other = (Number(text[at]) + by) % 10;
      return found(`${text.slice(0, at)}${other}${text.slice(at + 1)}`);
    }),
    { numRuns: 200 },
  );
});

test("a change of any value of a record is found, and so is one that is taken away or added", () => {
  const made = record({ salt: "5b1f0c7a9e2d4483", input: input() });
  const places: (readonly (string | number)[])[] = [];
  const collect = (value: unknown, path: readonly (string | number)[]) => {
    if (path.length > 0) places.push(path);
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value))
      collect(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  collect(made, []);
  const outside = (path: readonly (string | number)[]) => path.join() !== "policy,document";
  fc.assert(
    fc.property(
      fc.constantFrom(...places.filter(outside)),
      fc.constantFrom("other", "gone", "more"),
      (path, change) => {
        const copy = structuredClone(made) as unknown;
        const last = path.at(-1) as string;
        let holder = copy as Record<string, unknown>;
        for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
        if (change === "other") holder[last] = typeof holder[last] === "string" ? `${holder[last]}0` : "x";
        else if (change === "more" && !Array.isArray(holder)) holder["something-more"] = 1;
        else if (Array.isArray(holder)) holder.splice(Number(last), 1);
        else delete holder[last];
        return found(JSON.stringify(copy));
      },
    ),
    { numRuns: 200 },
  );
});
