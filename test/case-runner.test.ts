import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCase } from "./case-runner.js";

const good = {
  name: "two parts",
  source: "ours",
  use: "allocation",
  config: { currency: "USD" },
  input: {
    amount: "8.00",
    shares: [
      { id: "a", share: 1 },
      { id: "b", share: 3 },
    ],
  },
};
const failuresOf = (file: unknown) => runCase(JSON.stringify(file)).failures;
const expecting = (expect: unknown, more: object = {}) => failuresOf({ ...good, ...more, expect });

describe("what is expected of a result", () => {
  test.each<[string, unknown]>([
    [
      "the whole",
      {
        amount: 8,
        parts: [
          { id: "a", amount: 2 },
          { id: "b", amount: 6 },
        ],
      },
    ],
    ["some properties", { parts: [{}, { amount: "6.00" }] }],
    ["numbers as decimal texts", { amount: "8.000" }],
    ["numbers as fraction texts", { amount: "16/2" }],
    ["some items of a list, by position", { parts: { "1": { id: "b" } } }],
    ["the absence of a property", { total: null }],
  ])("%s", (_, expected) => {
    expect(expecting(expected)).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ["another number", { amount: "8.0000000000000000000001" }, "amount"],
    ["a text that is not the same", { parts: [{}, { id: "B" }] }, "parts[1].id"],
    ["a text where a number is", { amount: "eight" }, "amount"],
    ["a number where a text is", { parts: [{ id: 1 }, {}] }, "parts[0].id"],
    ["a property that is not there", { total: 8 }, "total"],
    ["the absence of what is there", { amount: null }, "amount"],
    ["a list that is too short", { parts: [{}] }, "parts"],
    ["a list that is too long", { parts: [{}, {}, {}] }, "parts"],
    ["a list where an object is", [], ""],
    ["an object where a number is", { amount: { value: 8 } }, "amount"],
  ])("not %s", (_, expected, path) => {
    expect(expecting(expected).map((failure) => failure.path)).toEqual([path]);
  });

  test("a failure shows what was expected and what came", () => {
    expect(expecting({ parts: [{}, { amount: 5 }] })).toEqual([
      { path: "parts[1].amount", expected: "5", got: '"6"' },
    ]);
  });

  test("a tolerance is how far a number may be away, and no further", () => {
    expect(expecting({ amount: 8.01 }, { tolerance: "0.01" })).toEqual([]);
    expect(expecting({ amount: "8.0101" }, { tolerance: "0.01" })).toHaveLength(1);
  });
});

describe("errors", () => {
  const bad = { ...good, input: { ...good.input, amount: "x" } };

  test.each<[string, unknown]>([
    ["a path as text", { code: "number-invalid", path: "amount" }],
    ["a path as list", { code: "number-invalid", path: ["amount"] }],
    ["any path", { code: "number-invalid" }],
    ["the error's own code", { code: "invalid-input" }],
    ["several", [{ code: "number-invalid", path: "amount" }]],
  ])("%s", (_, expectError) => {
    expect(failuresOf({ ...bad, expectError })).toEqual([]);
  });

  test.each<[string, object]>([
    ["another code", { expectError: { code: "number-missing", path: "amount" } }],
    ["another path", { expectError: { code: "number-invalid", path: "amonut" } }],
    ["one of several that is not there", { expectError: [{ code: "number-invalid" }, { code: "missing" }] }],
    ["a result", { expect: { amount: 8 } }],
  ])("not %s", (_, expected) => {
    expect(failuresOf({ ...bad, ...expected })).toHaveLength(1);
  });

  test("an error that does not come is a failure, of an input and of a config", () => {
    expect(failuresOf({ ...good, expectError: { code: "number-invalid", path: "amount" } })).toHaveLength(1);
    const { input: _, ...config } = good;
    expect(failuresOf({ ...config, expectError: { code: "one-of", path: "" } })).toHaveLength(1);
    expect(failuresOf({ ...config, config: {}, expectError: { code: "one-of", path: "" } })).toEqual([]);
  });
});

describe("steps", () => {
  const career = (...steps: object[]) => ({
    name: "a career",
    use: "adjuster",
    config: {
      tiers: [{ id: "a" }, { id: "b" }],
      cycle: "year",
      promote: {
        when: [
          { kind: "at-least", axis: "p", score: 1 },
          { kind: "rise", axis: "p", by: 9 },
        ],
      },
    },
    steps,
  });
  const review = (period: string, score: number, tier: string, standing?: object) => ({
    input: { period, placement: { scores: { p: score } }, ...(standing === undefined ? {} : { standing }) },
    expect: { standing: { tier } },
  });
  const start = { tier: "a", since: "2020-01-01" };

  test("a standing goes from step to step, unless a step names its own", () => {
    const file = career(review("2026", 1, "b", start), review("2027", 0, "b"), review("2028", 0, "a", start));
    expect(failuresOf(file)).toEqual([]);
  });

  test("a failure names the step", () => {
    const paths = failuresOf(career(review("2026", 0, "a", start), review("2027", 0, "b"))).map(
      (one) => one.path,
    );
    expect(paths).toEqual(["steps[1].standing.tier"]);
    const broken = failuresOf(career(review("2026", 0, "a", start), review("2026", 0, "a")));
    expect(broken[0]?.path).toBe("steps[1]");
    expect(broken[0]?.got).toContain("period-not-after at period");
  });
});

describe("a file that is no case", () => {
  test.each<[string, unknown, string]>([
    ["unknown key", { ...good, expect: {}, expects: {} }, "expects"],
    ["unknown use", { ...good, expect: {}, use: "toString" }, "use"],
    ["no name", { ...good, expect: {}, name: undefined }, "name"],
    ["no config", { ...good, expect: {}, config: undefined }, "config"],
    ["no input", { ...good, expect: {}, input: undefined }, "input"],
    ["nothing expected", good, ""],
    ["two expectations", { ...good, expect: {}, expectError: { code: "missing" } }, ""],
    ["a bad tolerance", { ...good, expect: {}, tolerance: -1 }, "tolerance"],
    ["an error without a code", { ...good, expectError: { path: "" } }, "expectError"],
    ["a step without an input", { ...good, input: undefined, steps: [{ expect: {} }] }, "steps[0]"],
    ["no object", [], ""],
  ])("%s", (_, file, path) => {
    expect(failuresOf(file).map((failure) => failure.path)).toEqual([path]);
  });

  test("no JSON", () => {
    expect(runCase("{").failures).toEqual([{ path: "", expected: "JSON", got: expect.any(String) }]);
  });
});

describe("npm run cases", () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "test/cases.ts", ...args], {
      cwd: new URL("..", import.meta.url),
      encoding: "utf8",
    });

  test("prints each failure and the count, and exits 1 if any failed", () => {
    const folder = mkdtempSync(join(tmpdir(), "tierwise-cases-"));
    try {
      mkdirSync(join(folder, "inner"));
      writeFileSync(join(folder, "a.json"), JSON.stringify({ ...good, expect: { amount: 8 } }));
      writeFileSync(join(folder, "inner", "b.json"), JSON.stringify({ ...good, expect: { amount: 9 } }));
      writeFileSync(join(folder, "inner", "c.json"), "{");
      const both = run(folder, join(folder, "none"));
      expect(both.stdout).toContain(
        `${join(folder, "inner", "b.json")} (two parts)\n  amount\n    expected: 9\n    got:      "8"\n`,
      );
      expect(both.stdout).toContain(join(folder, "inner", "c.json"));
      expect(both.stdout).toContain("there is no such file or folder");
      expect(both.stdout.trimEnd().endsWith("1 passed, 3 failed")).toBe(true);
      expect(both.status).toBe(1);
      const one = run(join(folder, "a.json"));
      expect([one.stdout, one.status]).toEqual(["1 passed, 0 failed\n", 0]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("--list names every use with its config schema", () => {
    const listed = execFileSync(process.execPath, ["--import", "tsx", "test/cases.ts", "--list"], {
      cwd: new URL("..", import.meta.url),
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const blocks = listed.split(/\n\n(?=\w)/).map((block) => {
      const [name = "", ...json] = block.split("\n");
      return [name, JSON.parse(json.join("\n")).title];
    });
    expect(blocks.map(([name]) => name)).toContain("commission");
    expect(blocks.every(([name, title]) => name === title)).toBe(true);
  });
});
