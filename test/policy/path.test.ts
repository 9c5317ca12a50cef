import { expect, test } from "vitest";
import { explain, explainPath, pathTo } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const { adjustment } = keyAccountManagers;
const path = pathTo({
  ...keyAccountManagers,
  adjustment: { ...adjustment, promote: { when: [{ kind: "cell" }] } },
});
const input = (satisfaction: number, rating = 4) => ({
  person: { id: "k17" },
  period: "2026-Q3",
  to: "senior",
  standing: { tier: "intermediate", since: "2025-01-01" },
  evidence: {
    ...Object.fromEntries(
      [
        "communication",
        "relationships",
        "market-development",
        "business-knowledge",
        "adaptability",
        "teamwork",
      ].map((name) => [name, rating]),
    ),
    sales: { actual: 1_080_000, target: 1_000_000 },
    customers: { actual: 42, target: 40 },
    satisfaction,
    growth: { actual: 9, target: 10 },
    delivery: 91,
  },
});

test("says what is enough by itself, and nothing else", () => {
  const found = path(input(88));
  expect(explainPath(found).slice(0, 2)).toEqual([
    "A score of 80 in Capability, 5 more than 75, would be enough for senior manager, with a place in senior manager.",
    "A score of 94.98 in Communication and coordination, 19.98 more than 75, would be enough for senior manager, with a place in senior manager.",
  ]);
  for (const locale of [zhCN, zhTW]) {
    const said = explain(found, { locale });
    expect(said.length).toBe(explain(found).length);
    expect(said.join("")).not.toMatch(/undefined|senior|Capability/);
    expect(explain(JSON.parse(JSON.stringify(found)), { locale })).toEqual(said);
  }
});

test("says that no single score is enough, which gates fail, and what is there already", () => {
  const blocked = explainPath(path(input(50)));
  expect(blocked[0]).toMatch(/^A score of .* in Customer satisfaction|^No single score/);
  expect(blocked).toContain("The gate minimum of customer satisfaction fails now.");
  expect(explainPath(path(input(88, 5)))).toEqual([
    "This review comes to senior manager already.",
    "That takes a place in senior manager, too.",
  ]);
});

test("says what holds the move back where no score is enough", () => {
  const strict = pathTo({
    ...keyAccountManagers,
    adjustment: {
      ...adjustment,
      promote: {
        minimumMonthsInTier: 24,
        coolingOffMonths: 12,
        requires: [{ kind: "certificate", certificate: "key-accounts" }],
        when: [{ id: "rows", kind: "cell", periods: 2 }],
      },
    },
  });
  const standing = { tier: "intermediate", since: "2026-01-01" };
  const found = strict({ ...input(88, 5), standing });
  expect(found.best.unmet?.map(({ kind }) => kind)).toEqual(["cell", "certificate"]);
  expect(explainPath(found)).toEqual([
    "No single score would be enough for senior manager.",
    "The best scores on all axes would come to intermediate manager.",
    "Not met, condition of promotion: the cell of the matrix proposes it; 1 of 2 reviews in a row (2026-Q3).",
    "Not met, requirement: the certificate key-accounts.",
  ]);
  for (const locale of [zhCN, zhTW]) expect(explainPath(found, { locale }).length).toBe(4);

  const early = pathTo({
    ...keyAccountManagers,
    adjustment: { ...adjustment, promote: { minimumMonthsInTier: 24, when: [{ kind: "cell" }] } },
  })({
    ...input(88, 5),
    standing,
  });
  expect(explainPath(early)).toEqual([
    "No single score would be enough for senior manager.",
    "The best scores on all axes would come to intermediate manager.",
    "The promotion is held back until 2028-01-01: in the tier since 2026-01-01, 9 of the 24 months that it takes.",
  ]);
});
