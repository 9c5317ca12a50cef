import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { explain, labelText, type Statement } from "tierwise";
import { en, zhCN, zhTW } from "tierwise/locales";
import { describe, expect, test } from "vitest";
import type { Post, Year } from "../docs/examples/pay-plans/key-account-department/pay.js";
import { directorMoves } from "../docs/examples/pay-plans/key-account-department/standing.js";
import { kept, readPart } from "../docs/examples/pay-plans/plans.js";
import { creditsOf } from "../docs/examples/pay-plans/software-sales/credits.js";
import type { SalesPlan, SalesYear } from "../docs/examples/pay-plans/software-sales/plan.js";
import { markdownTable, yearTable } from "../docs/examples/pay-plans/table.js";
import { PLANS } from "../docs/examples/pay-plans/years.js";

const root = new URL("..", import.meta.url).pathname;
const readme = readFileSync(join(root, "docs/examples/pay-plans/README.md"), "utf8");

describe.each(Object.entries(PLANS))("%s", (name, yearOf) => {
  const { source, people } = yearOf();
  const stored = readPart<Readonly<Record<string, unknown>>>(name, "statements.json");

  test("has a source and a section in the README", () => {
    expect(source.length).toBeGreaterThan(40);
    expect(readme).toContain(`| [${name}](#${name}) |`);
    expect(readme.split("\n")).toContain(`## ${name}`);
  });

  test("keeps statements of its people, and of nobody else", () => {
    expect(Object.keys(stored)).toEqual(people.map(({ id }) => id));
  });

  describe.each(people)("$id", ({ id, statements }) => {
    test("comes out as stored, line by line", () => {
      expect(kept(statements)).toEqual(stored[id]);
    });

    test("sums: parts to lines, lines to totals, totals to the year", () => {
      for (const statement of statements) expect(wrongSums(statement)).toEqual([]);
      const year = statements.map(({ total }) => total).reduce((sum, total) => sum.plus(total));
      expect(String(statements.at(-1)?.yearToDate)).toBe(String(year));
    });

    test.each([en, zhCN, zhTW])("is explained in $languageTag", (locale) => {
      for (const statement of statements)
        expect(explain(statement, { locale }).length).toBeGreaterThan(statement.lines.length);
    });

    test("has its table in the README", () => {
      expect(readme).toContain(markdownTable(yearTable(statements)));
    });
  });
});

function wrongSums({ lines, total }: Statement): readonly string[] {
  const sum = lines.map(({ amount }) => amount).reduce((all, amount) => all.plus(amount));
  const wrong = lines.filter(({ amount, parts }) => {
    if (parts === undefined || parts.length === 0) return false;
    return !parts
      .map((part) => part.amount)
      .reduce((all, part) => all.plus(part))
      .eq(amount);
  });
  return [...wrong.map(({ id }) => id), ...(sum.eq(total) ? [] : ["total"])];
}

describe("the examples that the sales plan itself gives", () => {
  const plan = readPart<SalesPlan>("software-sales", "plan.json");
  const year = readPart<SalesYear>("software-sales", "year.json");
  const of = (booking: string) =>
    creditsOf(plan, year, "ana").filter((credit) => credit.booking.id === booking);

  test("a partner's booking of 100,000 at 30 % is credited with 84,000", () => {
    expect(of("a-02").map(({ amount, units }) => [amount, units])).toEqual([["84000", "70000"]]);
  });

  test("300,000 in three yearly payments are credited with 175,000, and by its table with 100,000 for the quota", () => {
    expect(of("a-03").map(({ amount, units }) => [amount, units])).toEqual([
      ["100000", "100000"],
      ["50000", "0"],
      ["25000", "0"],
    ]);
  });
});

test("whoever misses the standard three months in a row leaves the department, nobody else", () => {
  expect(PLANS["key-account-department"]?.().moves).toEqual([
    { person: "zhou", period: "2026-12", to: "salesperson" },
  ]);
});

test.each([
  { missed: 5, moves: 1 },
  { missed: 4, moves: 0 },
])(
  "a director of whose eight people $missed miss it in all of a quarter: $moves moves",
  ({ missed, moves }) => {
    const { configs } = readPart<{ configs: { director: Post } }>("key-account-department", "plan.json");
    const year = readPart<Year>("key-account-department", "year.json");
    const third = ["2026-07", "2026-08", "2026-09"].map((month) => [month, { of: 8, missed }] as const);
    const belowStandard = { ...year.belowStandard, ...Object.fromEntries(third) };
    const found = directorMoves("he", configs.director, { ...year, belowStandard });
    expect(found).toHaveLength(moves);
    expect(found.every(({ period, to }) => period === "2026-Q3" && to === "key-account")).toBe(true);
  },
);

test.each([[[]], [["zh-CN"]]])("the program prints every year (%s)", async (args) => {
  const main = join(root, "docs/examples/pay-plans/main.ts");
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ["--import", "tsx", main, ...args], { cwd: root });
  for (const yearOf of Object.values(PLANS)) {
    const { title, people } = yearOf();
    expect(stdout).toContain(`# ${labelText(title, args[0] ?? "en", "")}`);
    for (const { id, label } of people)
      expect(stdout).toContain(`## ${labelText(label, args[0] ?? "en", id)} (invented)`);
  }
});
