// The example that reviews a large file: the decisions are those of the one-person functions, whatever the chunks.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { compilePolicy, type Score, type ScoreInput } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";
import { afterAll, expect, test } from "vitest";
import { writePeople } from "../docs/examples/many-people/data.js";
import { reviewFile } from "../docs/examples/many-people/review.js";

const PEOPLE = 3000;
const compiled = compilePolicy(keyAccountManagers);
const folder = mkdtempSync(join(tmpdir(), "tierwise-many-people-"));
const file = (name: string) => join(folder, name);
const rowsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(file(name), "utf8"), { columns: true });
afterAll(() => rmSync(folder, { recursive: true }));

const reviewBy = (chunk: number) =>
  reviewFile(keyAccountManagers, {
    people: file("people.csv"),
    decisions: file(`decisions-${chunk}.csv`),
    issues: file(`issues-${chunk}.csv`),
    period: "2026-Q3",
    chunk,
  });

test("a large file in small chunks", async () => {
  await writePeople(file("people.csv"), PEOPLE, 7);
  const [small, large] = [await reviewBy(64), await reviewBy(5000)];
  expect(small).toEqual(large);
  expect(small.people).toBe(PEOPLE);
  expect(small.failed).toBeGreaterThan(0);
  for (const name of ["decisions", "issues"])
    expect(readFileSync(file(`${name}-64.csv`), "utf8")).toBe(readFileSync(file(`${name}-5000.csv`), "utf8"));
}, 60_000);

test("its decisions are those of the one-person functions", () => {
  const { score } = compiled;
  const [people, decisions, issues] = [
    rowsOf("people.csv"),
    rowsOf("decisions-64.csv"),
    rowsOf("issues-64.csv"),
  ];
  expect(decisions.length).toBe(PEOPLE);
  const broken = new Set(issues.map(({ id }) => id));
  for (const [row, person] of people.entries()) {
    if (row % 10 !== 0 && !broken.has(person.id)) continue;
    const found = score.safe({ ...inputOf(person), period: "2026-Q3" });
    const decided = decisions[row] ?? {};
    expect(found.ok).toBe(!broken.has(person.id));
    if (!found.ok) {
      expect(decided).toMatchObject({
        id: person.id,
        capability: "",
        performance: "",
        cell: "",
        move: "",
        pay: "",
      });
      continue;
    }
    for (const axis of ["capability", "performance"] as const)
      expect(Number(decided[axis])).toBe(Number((found.value[axis] as { value: unknown }).value));
    expect(decided).toMatchObject(proposedTo(found.value));
    expect(decided.pay).toMatch(/^\d+\.\d\d$/);
  }
});

/** What the cell of some scores proposes. */
function proposedTo(scores: ReturnType<ReturnType<typeof compilePolicy>["score"]>) {
  const { classify } = compiled;
  const { capability, performance } = scores as Record<string, Score>;
  const satisfaction = performance?.indicators.find(({ id }) => id === "satisfaction");
  const { cell, promotionBlocked } = classify({
    scores: { capability: capability?.value ?? 0, performance: performance?.value ?? 0 },
    indicators: { satisfaction: satisfaction?.score ?? 0 },
  });
  return { move: cell.move, blocked: promotionBlocked ? "1" : "0" };
}

/** A row of the file as the one-person functions take it. */
function inputOf(person: Record<string, string>): ScoreInput {
  const evidence: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(person)) {
    const [first, id = "", part] = name.split(".");
    if (first !== "evidence") continue;
    evidence[id] = part === undefined ? value : { ...(evidence[id] as object), [part]: value };
  }
  return { evidence } as ScoreInput;
}
