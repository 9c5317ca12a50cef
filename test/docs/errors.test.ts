import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/errors.md lists every code, and no other", () => {
  const inSource = [...read("src/kernel/codes.ts").matchAll(/\| "([a-z-]+)"/g)].map(([, code]) => code);
  const table = read("docs/errors.md").split("## Codes")[1] ?? "";
  const inDocs = table
    .split("\n")
    .flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`([a-z-]+)`/g)].map(([, code]) => code));
  expect(inSource.length).toBeGreaterThan(50);
  expect([...inDocs].sort()).toEqual([...inSource].sort());
});
