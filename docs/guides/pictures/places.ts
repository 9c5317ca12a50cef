import { compilePolicy, type Policy } from "tierwise";
import type { TopLevelSpec } from "vega-lite";

const policy: Policy = {
  format: 1,
  id: "branches",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "all" }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: { cells: [{ at: { results: "all" } }] },
  adjustment: { cycle: "year", promote: { when: [{ kind: "at-least", axis: "results", score: 80 }] } },
  places: {
    within: "branch",
    quotas: [{ tier: "senior", most: { share: "40%" } }],
    keys: [
      { key: "results", order: "descending" },
      { key: "months-in-tier", order: "descending" },
    ],
  },
};

const PEOPLE: readonly (readonly [string, string, string, string, number])[] = [
  ["ann", "north", "junior", "2024-01-01", 90],
  ["ben", "north", "senior", "2022-01-01", 71],
  ["cho", "north", "junior", "2023-01-01", 90],
  ["dee", "north", "junior", "2025-01-01", 84],
  ["eve", "north", "junior", "2025-01-01", 66],
  ["fay", "south", "junior", "2025-01-01", 82],
  ["gus", "south", "junior", "2025-01-01", 64],
  ["hal", "south", "junior", "2025-01-01", 50],
];

const COLOURS = {
  "keeps the place": "#1d4ed8",
  "gets a place": "#16a34a",
  "waits for a place": "#f59e0b",
  "is no candidate": "#d1d5db",
};

/** The people of each branch by their score, and who of them comes to have one of its places. */
export function places(): TopLevelSpec {
  const { people, places: tiers } = compilePolicy(policy).reviewGroup({
    period: "2026",
    people: PEOPLE.map(([id, branch, tier, since, sales]) => ({
      person: { id },
      attributes: { branch },
      standing: { tier, since },
      evidence: { sales },
    })),
  });
  const titles = new Map(tiers.map(({ group, tier, most }) => [group, `${group}: ${most} for ${tier}`]));
  const values = people.map(({ input, review: { decision, scores } }) => ({
    branch: titles.get(input.attributes?.branch),
    person: input.person.id,
    score: Number(scores.results?.value),
    becomes:
      decision.from === "senior"
        ? "keeps the place"
        : decision.to === "senior"
          ? "gets a place"
          : input.places === undefined
            ? "is no candidate"
            : "waits for a place",
  }));
  return {
    data: { values },
    facet: { column: { field: "branch", header: { title: null } } },
    resolve: { scale: { x: "independent" } },
    spec: {
      width: 220,
      height: 180,
      mark: { type: "bar", width: 26 },
      encoding: {
        x: { field: "person", type: "nominal", sort: "-y", title: null, axis: { labelAngle: 0 } },
        y: { field: "score", type: "quantitative", title: "results", scale: { domain: [0, 100] } },
        color: {
          field: "becomes",
          type: "nominal",
          title: null,
          scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
        },
      },
    },
  } as TopLevelSpec;
}
