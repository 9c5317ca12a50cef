// A result of which one part is missing: an error that names it, or sentences that do without; never "undefined".
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain, type Path, TierwiseError } from "../../src/index.js";
import { calculatorOf } from "../../src/registry.js";
import { caseFiles } from "../case-runner.js";
import { damaged, pathsIn } from "../errors/mutations.js";

interface Case {
  readonly use: Parameters<typeof calculatorOf>[0];
  readonly config: unknown;
  readonly input?: object;
  readonly steps?: readonly { readonly input: object }[];
  readonly expectError?: unknown;
}

/** The results of all cases that go well, as they are stored. */
function* results(): Generator<{ readonly kind?: string }> {
  for (const file of caseFiles("test/cases") ?? []) {
    const {
      use,
      config,
      input = {},
      steps = [{ input }],
      expectError,
    }: Case = JSON.parse(readFileSync(file, "utf8"));
    if (expectError !== undefined) continue;
    const work = calculatorOf(use, config);
    let carried = {};
    for (const step of steps) {
      const made = work.safe({ ...carried, ...step.input });
      if (!made.ok) break;
      const result = JSON.parse(JSON.stringify(made.value));
      carried = result.standing === undefined ? {} : { standing: result.standing };
      yield result;
    }
  }
}

const shapeOf = (kind: string, path: Path) =>
  [kind, ...path.map((key) => (typeof key === "number" ? "#" : key))].join(".");

/** What comes of explaining: the sentences, or the message of the error. */
function saidOf(result: unknown): { readonly sentences?: string; readonly refused?: string } {
  try {
    return { sentences: explain(result as never).join("\n") };
  } catch (error) {
    if (error instanceof TierwiseError) return { refused: error.message };
    throw error;
  }
}

test("whatever part of a result is missing, sentences do without it or an error says so", () => {
  const seen = new Set<string>();
  const wrong: string[] = [];
  let named = 0;
  for (const result of results()) {
    const { kind } = result;
    if (kind === undefined || saidOf(result).refused !== undefined) continue;
    for (const path of pathsIn(result)) {
      const shape = shapeOf(kind, path);
      if (path.length === 0 || seen.has(shape)) continue;
      seen.add(shape);
      const { sentences, refused } = saidOf(damaged(result, path, "deleted"));
      if (sentences !== undefined && /\bundefined\b|\bNaN\b|\[object /.test(sentences)) wrong.push(shape);
      if (refused === undefined) continue;
      if (refused.includes("this is required")) named += 1;
      else if (!/it would say|is not a function/.test(refused)) wrong.push(shape);
    }
  }
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(2000);
  expect(named).toBeGreaterThan(500);
}, 120_000);
