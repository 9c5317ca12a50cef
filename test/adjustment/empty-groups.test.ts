import { expect, test } from "vitest";
import { allocatePlaces, compilePolicy, explain, explainPlaces, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const keys = [{ key: "score", order: "descending" as const }];
const quotas = ["nroth", "south"].map((group) => ({ tier: "senior", group, most: { count: 1 } }));
const tiers = [{ id: "junior" }, { id: "senior" }];
const people = (...groups: string[]) =>
  groups.map((group, index) => ({ id: `p${index}`, group, tier: "junior" }));

test("a group with places in which nobody is is said, with the name that is perhaps meant", () => {
  const allocate = allocatePlaces({ tiers, quotas, keys });
  const found = allocate({ people: people("north", "north", "south") });
  expect(found.emptyGroups).toEqual([{ group: "nroth", meant: "north" }]);
  expect(explainPlaces(found).at(-1)).toBe(
    "There are places for the group nroth, in which nobody is (did you mean north?).",
  );
  expect(explainPlaces(found, { locale: zhCN }).at(-1)).toBe(
    "为 nroth 设有名额，但其中无人（是否应为 north？）。",
  );
  expect(explainPlaces(found, { locale: zhTW }).at(-1)).toBe(
    "為 nroth 設有名額，但其中無人（是否應為 north？）。",
  );
  expect(explainPlaces(allocate({ people: people("nroth") })).at(-1)).toBe(
    "There are places for the group south, in which nobody is.",
  );
  expect(allocate({ people: people("nroth", "south", "west") })).not.toHaveProperty("emptyGroups");
});

test("a group review says so too", () => {
  const policy: Policy = {
    format: 1,
    id: "branches",
    effectiveFrom: "2026-01-01",
    axes: [
      {
        id: "score",
        indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
        bands: [{ id: "all" }],
      },
    ],
    tiers,
    matrix: {},
    adjustment: { cycle: "year", promote: { when: [{ kind: "at-least", axis: "score", score: 80 }] } },
    places: { within: "branch", quotas, keys },
  };
  const { reviewGroup } = compilePolicy(policy);
  const member = (id: string, branch: string) => ({
    person: { id },
    attributes: { branch },
    standing: { tier: "junior", since: "2024-01-01" },
    evidence: { sales: 90 },
  });
  const found = reviewGroup({ period: "2026", people: [member("ann", "north"), member("ben", "south")] });
  expect(found.emptyGroups).toEqual([{ group: "nroth", meant: "north" }]);
  expect(explain(found).at(-1)).toContain("did you mean north?");
  const all = reviewGroup({ period: "2026", people: [member("ann", "nroth"), member("ben", "south")] });
  expect(all).not.toHaveProperty("emptyGroups");
});
