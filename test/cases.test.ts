import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { caseFiles, runCase } from "./case-runner.js";

const root = new URL("..", import.meta.url).pathname;
const files = (caseFiles(`${root}test/cases`) ?? []).map((path) => ({
  path: path.slice(root.length),
  text: readFileSync(path, "utf8"),
}));

describe("every case file", () => {
  test.each(files)("$path", ({ text }) => {
    const { name, failures } = runCase(text);
    expect(failures, name).toEqual([]);
    expect(JSON.parse(text).source, "a case says where its figures come from").toMatch(/\w/);
  });
});

test("there is a case for every error code that a JSON file can cause", () => {
  const codes = [...readFileSync(`${root}src/kernel/codes.ts`, "utf8").matchAll(/\| "([a-z-]+)"/g)].map(
    ([, code]) => code,
  );
  // Not in JSON, too long for a file, and not an input of a review, a record or a batch: tested in test/errors, test/policy, test/audit and test/batch.
  const elsewhere = [
    "column-length",
    "cycle",
    "not-over-columns",
    "not-plain-data",
    "policy-missing",
    "text-too-long",
    "unknown-column",
  ];
  const shown = files.flatMap(({ text }) =>
    [JSON.parse(text).expectError ?? []].flat().map(({ code }: { code: string }) => code),
  );
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((code) => !shown.includes(code ?? "")).sort()).toEqual(elsewhere);
});
