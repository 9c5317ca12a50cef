// Chinese has a space between Han and Latin letters or digits, and none between two Han. Texts of the user's own stay as they are.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as tierwise from "../../src/index.js";
import { type Locale, zhCN, zhTW } from "../../src/locales/index.js";
import * as presets from "../../src/presets/index.js";
import { calculatorOf } from "../../src/registry.js";
import { caseFiles } from "../case-runner.js";

interface Case {
  readonly use: Parameters<typeof calculatorOf>[0];
  readonly config: unknown;
  readonly input?: object;
  readonly steps?: readonly { readonly input: object }[];
  readonly expectError?: unknown;
}

type Result = Readonly<Record<string, unknown>>;

const cases: readonly Case[] = (caseFiles("test/cases") ?? [])
  .map((file) => JSON.parse(readFileSync(file, "utf8")))
  .filter(({ expectError }) => expectError === undefined);

/** The results of a case, as they are stored. */
function* resultsOf({ use, config, input = {}, steps = [{ input }] }: Case): Generator<Result> {
  const work = calculatorOf(use, config);
  let carried = {};
  for (const step of steps) {
    const made = work.safe({ ...carried, ...step.input });
    if (!made.ok) break;
    const result: Result = JSON.parse(JSON.stringify(made.value));
    const kept = ["standing", "balance", "holding", "ledger"].filter((name) => result[name] !== undefined);
    carried = Object.fromEntries(kept.map((name) => [name, result[name]]));
    yield result;
  }
}

/** What of a result can be said: itself, and its lines as a statement. */
function sayable(result: Result): readonly Result[] {
  const { lines = [], statements = [] } = result as Record<string, Result[]>;
  const all = "trace" in result && "use" in result ? [result] : Array.isArray(lines) ? lines : [];
  const asStatement = { kind: "statement", period: "2026-07", total: "0", lines: all };
  return [result, ...statements, ...all.slice(0, 1).map(({ currency }) => ({ ...asStatement, currency }))];
}

const explained = new Set<unknown>();

/** The words for a result; none where it is of a kind that has none. */
function wordsOf(result: Result, locale: Locale): readonly string[] {
  try {
    const words = tierwise.explain(result as never, { locale });
    explained.add(result.kind);
    return words;
  } catch (error) {
    if (error instanceof tierwise.TierwiseError) return [];
    throw error;
  }
}

/** Where the spaces of a text are wrong, but for what stands so in the data that it was made of. */
function wrongIn(text: string, data: string): readonly string[] {
  const patterns = [
    /\p{Script=Han} +\p{Script=Han}/gu,
    /\p{Script=Han}[+-]?[\p{Script=Latin}\d]/gu,
    /[\p{Script=Latin}\d%]\p{Script=Han}/gu,
  ];
  return patterns
    .flatMap((pattern) => text.match(pattern) ?? [])
    .flatMap((found) => (data.includes(found) ? [] : [`${found} in: ${text}`]));
}

describe.each([zhCN, zhTW])("in $languageTag", (locale) => {
  test("what is said of the results of all cases", () => {
    const wrong = new Set<string>();
    let texts = 0;
    for (const one of cases) {
      const data = JSON.stringify(one);
      for (const text of [...resultsOf(one)].flatMap(sayable).flatMap((made) => wordsOf(made, locale))) {
        texts += 1;
        for (const found of wrongIn(text, data)) wrong.add(found);
      }
    }
    expect([...wrong]).toEqual([]);
    expect(texts).toBeGreaterThan(8000);
    expect(explained.size).toBeGreaterThan(20);
  });

  test("rule books, differences and diagrams of all policies", () => {
    const ofCases = cases.filter(({ use }) => use === "reviewer" || use === "groupReviewer");
    const policies = [...Object.values(presets), ...ofCases.map(({ config }) => config)] as tierwise.Policy[];
    const wrong = new Set<string>();
    for (const [index, policy] of policies.entries()) {
      const before = policies[index - 1] ?? policy;
      const changes = tierwise.diffPolicies(before, policy, { locale }).map(({ text }) => text);
      const book = tierwise.describePolicy(policy, { locale });
      const lines = [book, tierwise.stateDiagram(policy, { locale }), ...changes].join("\n").split("\n");
      const data = JSON.stringify([before, policy]);
      for (const found of lines.flatMap((line) => wrongIn(line, data))) wrong.add(found);
    }
    expect([...wrong]).toEqual([]);
    expect(policies.length).toBeGreaterThan(20);
  });
});

test("a label stays as it is written, and what stands beside it is set apart or closed up", () => {
  const line = { use: "basePay", category: "base-pay", currency: "CNY", basis: 1, rate: 1, amount: 1 };
  const lines = ["KPI奖金", "客户 奖励", "Bonus", "奖金"].map((label, index) => ({
    ...line,
    id: `l${index}`,
    label,
  }));
  const before = tierwise.statement({ currency: "CNY" })({ period: "2026-07", lines: [] });
  const after = tierwise.statement({ currency: "CNY" })({ period: "2026-08", lines: lines as never });
  const said = tierwise.explain(tierwise.compareStatements(before, after), { locale: zhCN });
  expect(said.slice(1).map((text) => text.split("：")[0])).toEqual([
    "新增“KPI奖金”",
    "新增“客户 奖励”",
    "新增“Bonus”",
    "新增“奖金”",
  ]);
  const refused = ["KPI奖金", "客户 奖励", "Bonus", "奖金"].map((label, index) => ({
    id: `r${index}`,
    label,
    reasons: [],
  }));
  const slip = tierwise.statement({ currency: "CNY" })({ period: "2026-07", lines: [], refused });
  expect(tierwise.explain(slip, { locale: zhCN }).slice(1)).toEqual([
    "不享有 KPI奖金。",
    "不享有客户 奖励。",
    "不享有 Bonus。",
    "不享有奖金。",
  ]);
});
