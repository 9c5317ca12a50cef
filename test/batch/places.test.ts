// Limited places among many: ranks, places and waiting lists of the function over people, whatever the order of the rows.
import { describe, expect, test } from "vitest";
import { type BatchPlaces, batchPlaces, type InputColumn } from "../../src/batch/index.js";
import { allocatePlaces, type PlacesInput } from "../../src/index.js";
import { issuesOf } from "../issues-of.js";
import { asJson } from "../properties/exact.js";
import { planCandidates, planPlacesConfig } from "../reference/generate/places.js";
import { type Random, randomOf } from "../reference/generate/random.js";

const { REFERENCE_SEED = "20261128", PLACE_FILES = "400" } = process.env;

type Person = PlacesInput["people"][number];

/** What is wrong with a few of the people. */
function spoiled(random: Random, people: readonly Person[]): readonly Person[] {
  return people.map((person) => {
    if (!random.chance(6)) return person;
    return random.pick<Person>([
      { ...person, id: people[0]?.id ?? "" },
      { ...person, id: "" },
      { ...person, tier: "tier9" },
      { ...person, candidateFor: "not a tier" },
      { ...person, tier: "tier1", candidateFor: "tier1" },
      { ...person, keepsPlace: "yes" as never },
      { ...person, group: "x".repeat(300) },
      { ...person, keys: { score: "much" } },
      { ...person, keys: { score: 3 } },
      { ...person, keys: { score: "0.33333333333333333333", months: 1 } },
    ]);
  });
}

function columnsOf(people: readonly Person[]): Record<string, InputColumn> {
  const column = (of: (person: Person) => unknown) => people.map((person) => of(person) ?? null);
  return {
    id: column(({ id }) => id),
    group: column(({ group }) => group),
    tier: column(({ tier }) => tier),
    candidateFor: column(({ candidateFor }) => candidateFor),
    keepsPlace: column(({ keepsPlace }) => keepsPlace),
    "keys.score": column(({ keys }) => keys?.score),
    "keys.months": column(({ keys }) => keys?.months),
  } as Record<string, InputColumn>;
}

/** A batch as the function over people says it. */
function asPeople(found: BatchPlaces, people: readonly Person[]) {
  const { tiers, emptyGroups } = found;
  const idAt = (row: number) => people[row]?.id;
  const placesOf = (row: number, which: "candidates" | "incumbents", tier: string | undefined) => {
    const columns = found[which];
    const granted = columns?.place.dictionary[columns.place.codes[row] as number];
    if (columns === undefined || granted === undefined || tier === undefined) return [];
    const waiting = granted === "waiting" ? { waiting: columns.waiting[row] } : {};
    return [[tier, { granted: granted === "granted", rank: columns.rank[row], ...waiting }] as const];
  };
  const places = people.flatMap(({ id, tier, candidateFor }, row) => {
    const own = [...placesOf(row, "candidates", candidateFor), ...placesOf(row, "incumbents", tier)];
    return own.length === 0 ? [] : [{ id, places: Object.fromEntries(own) }];
  });
  const byTier = tiers.map(({ tier, given, waiting, ...others }) => {
    const ranked = (row: number) => {
      const incumbent = people[row]?.tier === tier;
      const columns = incumbent ? found.incumbents : found.candidates;
      return { id: idAt(row), rank: columns?.rank[row], incumbent };
    };
    const inLine = (row: number) => {
      const columns = people[row]?.tier === tier ? found.incumbents : found.candidates;
      return { ...ranked(row), waiting: columns?.waiting[row] };
    };
    return { ...others, tier, given: [...given].map(ranked), waiting: [...waiting].map(inLine) };
  });
  return {
    kind: "places",
    tiers: byTier,
    ...(emptyGroups === undefined ? {} : { emptyGroups }),
    people: places,
  };
}

function alone(allocate: ReturnType<typeof allocatePlaces>, people: readonly Person[]) {
  const wrong = people.map((person) => {
    const outcome = allocate.safe({ people: [person] });
    return outcome.ok
      ? []
      : outcome.error.issues.map(({ path, code }) => `${path.slice(2).join(".")} ${code}`);
  });
  const sound = people.filter((_, row) => wrong[row]?.length === 0).map(({ id }) => id);
  return people.map(({ id }, row) => {
    const isTwin = wrong[row]?.length === 0 && sound.filter((one) => one === id).length > 1;
    return isTwin ? ["id duplicate-id"] : (wrong[row] ?? []);
  });
}

test("every rank and place is that of the function over people", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 11);
  let failed = 0;
  for (let file = 0; file < Number(PLACE_FILES); file += 1) {
    const config = planPlacesConfig(random);
    const people = spoiled(random, planCandidates(random, config));
    const allocate = allocatePlaces(config);
    const wrong = alone(allocate, people);
    const found = batchPlaces(config)({ columns: columnsOf(people) });
    const expected = allocate({ people: people.filter((_, row) => wrong[row]?.length === 0) });
    expect(asJson(asPeople(found, people)), `file ${file}`).toEqual(asJson(expected));
    const issues = new Map(found.issues.map((one) => [one.row, one.issues] as const));
    const said = people.map((_, row) =>
      (issues.get(row) ?? []).map(({ path, code }) => `${path.join(".")} ${code}`),
    );
    expect(said).toEqual(wrong);
    failed += found.paths.failed;
    const order = people
      .map((_, row) => ({ row, by: random.int(0, 1_000_000) }))
      .sort((a, b) => a.by - b.by)
      .map(({ row }) => row);
    const shuffled = order.map((row) => people[row] as Person);
    const moved = batchPlaces(config)({ columns: columnsOf(shuffled) });
    expect(order.map((_, at) => moved.candidates.rank[at])).toEqual(
      order.map((row) => found.candidates.rank[row]),
    );
    expect(asJson(asPeople(moved, shuffled).tiers)).toEqual(asJson(asPeople(found, people).tiers));
  }
  expect(failed).toBeGreaterThan(Number(PLACE_FILES) / 4);
}, 600_000);

describe("numbers by which candidates are ranked", () => {
  const allocate = batchPlaces({
    tiers: [{ id: "junior" }, { id: "senior" }],
    quotas: [{ tier: "senior", most: { count: 1 } }],
    keys: [{ key: "score", order: "descending" }],
  });
  const ranks = (score: InputColumn) => {
    const id = ["e", "d", "c", "b", "a"];
    const candidateFor = { codes: new Int8Array(5), dictionary: ["senior"] };
    return [...allocate({ columns: { id, candidateFor, "keys.score": score } }).candidates.rank];
  };
  test.each<[string, InputColumn, readonly number[]]>([
    ["floats", Float64Array.of(0.1, 0.3, 0.1 + 0.2, 0.3, -5), [4, 2, 1, 2, 5]],
    ["units", { units: BigInt64Array.of(3n, 2n, 2n ** 53n + 1n, 2n ** 53n, 2n), scale: 1 }, [3, 4, 1, 2, 4]],
    ["texts", ["0.3", "1/3", "0.33333333333333333333", "0.300", "3e-1"], [3, 1, 2, 3, 3]],
    ["mixed", [0.3, "0.30000000000000001", 0.1 + 0.2, "0.30000000000000004", 1], [5, 4, 2, 2, 1]],
    ["whole numbers", Int8Array.of(5, 4, 3, 2, 1), [1, 2, 3, 4, 5]],
  ])("%s", (_, score, expected) => expect(ranks(score)).toEqual(expected));
});

test("a column that nothing reads, or that is too short, is refused", () => {
  const allocate = batchPlaces({
    tiers: [{ id: "senior" }],
    quotas: [{ tier: "senior", most: { count: 1 } }],
    keys: [{ key: "score", order: "descending" }],
  });
  const wrong = (input: unknown) => issuesOf(() => allocate(input as never)).map((one) => one.join(" "));
  expect(wrong({ columns: { id: ["a"], candidate: ["senior"], keys: [1] } })).toEqual([
    "columns.candidate unknown-column",
    "columns.keys unknown-column",
  ]);
  expect(wrong({ columns: { id: ["a"], tier: [] } })).toEqual(["columns.tier column-length"]);
  expect(wrong({ people: [], columns: {} })).toEqual(["people unknown-property"]);
  expect(allocate({ columns: {} })).toMatchObject({ rows: 0, tiers: [] });
});
