import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");

const rows = read("docs/pay.md")
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2)
  .map((line) => line.split(" | "))
  .map(([input = "", which, comes = "", cases = ""]) => ({
    input: input.slice(2),
    which,
    comes,
    cases: named(cases),
  }));

test("docs/pay.md has a row for each odd input", () => {
  expect(rows.length).toBeGreaterThan(40);
  expect(new Set(rows.map(({ input }) => input)).size).toBe(rows.length);
});

test.each(rows)("docs/pay.md: $input", ({ which, comes, cases }) => {
  expect(cases.length).toBeGreaterThan(0);
  for (const path of cases) {
    const { expectError } = JSON.parse(read(`test/cases/${path}`));
    const codes = [expectError ?? []].flat().map(({ code }: { readonly code: string }) => code);
    if (which === "error") expect(codes, path).toContain(named(comes)[0]);
    else expect([which, codes], path).toEqual(["result", []]);
  }
});
