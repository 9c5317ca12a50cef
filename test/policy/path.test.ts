import { expect, test } from "vitest";
import { explain, explainPath, type PathInput, type Policy, pathTo } from "../../src/index.js";
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

const limited: Policy = {
  format: 1,
  id: "branches",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "low" }, { id: "high", from: 90 }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }, { id: "lead" }],
  matrix: {
    cells: [
      { at: { results: "low" }, move: "stay" },
      { at: { results: "high" }, tier: "lead" },
    ],
  },
  adjustment: {
    cycle: "year",
    promote: {
      mostSteps: 1,
      when: [
        { id: "steps", kind: "at-least", axis: "results", score: 80 },
        { id: "leap", kind: "cell", exempt: ["step-limit"] },
      ],
    },
  },
  places: {
    quotas: [
      { tier: "senior", most: { count: 1 } },
      { tier: "lead", most: { count: 1 } },
    ],
    keys: [{ key: "results", order: "descending" }],
  },
};
const seller = (sales: number, places?: PathInput["places"]): PathInput => ({
  person: { id: "ann" },
  period: "2026",
  to: "senior",
  standing: { tier: "junior", since: "2024-01-01" },
  evidence: { sales },
  ...(places && { places }),
});

test("a place in one tier, or in a higher one, is what a way takes", () => {
  const find = pathTo(limited);
  const found = find(seller(95));
  expect(found.reached).toBe(true);
  expect(found.placesNeeded).toEqual([{ tier: "lead" }, { tier: "senior" }]);
  expect(explainPath(found)[1]).toBe("That takes a place in lead or senior, too.");
  expect(explainPath(found, { locale: zhCN })[1]).toBe("此外须获得 lead 或 senior 的名额。");

  const refused = find(seller(95, { lead: { granted: false }, senior: { granted: false } }));
  expect(refused).toMatchObject({ now: "junior", reached: false, onlyPlaceMissing: true });
  expect(refused.placesNeeded).toEqual([{ tier: "lead" }, { tier: "senior" }]);
  expect(find(seller(95, { lead: { granted: false }, senior: { granted: true } }))).not.toHaveProperty(
    "placesNeeded",
  );
  const one = find(seller(95, { lead: { granted: false } }));
  expect([one.now, one.reached, one.placesNeeded]).toEqual(["senior", true, [{ tier: "senior" }]]);
});

test("places are said with what is enough, in every language", () => {
  const far = pathTo(limited)(seller(70, { senior: { granted: false, rank: 2, waiting: 1 } }));
  expect(explainPath(far)).toEqual([
    "A score of 80 in results, 10 more than 70, would be enough for senior, with a place in senior.",
    "A score of 79.995 in sales, 9.995 more than 70, would be enough for senior, with a place in senior.",
    "The best scores on all axes would come to lead.",
    "That takes a place in lead, too.",
  ]);
  expect(explainPath(far, { locale: zhCN })[0]).toBe(
    "results 得分由 70 提高 10 至 80，并获得 senior 的名额，即可达到 senior。",
  );
  expect(explainPath(far, { locale: zhTW })[0]).toBe(
    "results 得分由 70 提高 10 至 80，並獲得 senior 的名額，即可達到 senior。",
  );
  const near = pathTo(limited)(seller(85, { senior: { granted: false } }));
  expect(explainPath(near)).toEqual([
    "The scores are enough for senior as they are.",
    "That takes a place in senior, too.",
  ]);
  expect(explainPath(near, { locale: zhTW })).toEqual([
    "現有得分已足以達到 senior。",
    "此外須獲得 senior 的名額。",
  ]);
});

test("what asks for no place takes none, and a place that the input refuses counts without a quota too", () => {
  const { places: _places, ...rest } = limited;
  const when = [{ kind: "at-least" as const, axis: "results", score: 80, exempt: ["places" as const] }];
  const free = pathTo({ ...limited, adjustment: { ...limited.adjustment, promote: { when } } });
  expect(JSON.stringify(free(seller(70)))).not.toContain("placesNeeded");
  expect(JSON.stringify(pathTo(rest)(seller(95)))).not.toContain("placesNeeded");
  const refused = pathTo(rest)(seller(85, { senior: { granted: false } }));
  expect([refused.onlyPlaceMissing, refused.placesNeeded]).toEqual([true, [{ tier: "senior" }]]);
});
