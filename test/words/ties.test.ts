// Where ids decide between equals, the explanation says so.
import { expect, test } from "vitest";
import {
  allocatePlaces,
  bandContext,
  classifier,
  explainHonours,
  explainMeritIncrease,
  explainPlacement,
  explainPlaces,
  honours,
  meritIncrease,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const allocation = (ties: "id" | "all-in" | "all-out", scores: readonly number[]) =>
  allocatePlaces({
    tiers: [{ id: "junior" }, { id: "senior" }],
    quotas: [{ tier: "senior", most: { count: 2 } }],
    keys: [{ key: "score", order: "descending" }],
    ties,
  })({
    people: scores.map((score, index) => ({
      id: `p${index}`,
      tier: "junior",
      candidateFor: "senior",
      keys: { score },
    })),
  });

test("equals at the last place", () => {
  const places = allocation("id", [80, 90, 80, 80, 70]);
  expect(explainPlaces(places).at(-1)).toBe(
    "p0, p2, p3 rank equally: the order of their ids decides who of them gets a place.",
  );
  expect(explainPlaces(places, { locale: zhCN }).at(-1)).toBe(
    "p0、p2、p3 名次相同，按标识先后决定谁获得名额。",
  );
  expect(explainPlaces(places, { locale: zhTW }).at(-1)).toBe(
    "p0、p2、p3 名次相同，按識別碼先後決定誰獲得名額。",
  );
});

test.each([
  ["id", [90, 90, 80]],
  ["id", [90, 80, 70, 70]],
  ["all-in", [80, 90, 80, 80]],
  ["all-out", [80, 90, 80, 80]],
] as const)("nothing is said of ids where they decide nothing: %s, %j", (ties, scores) => {
  expect(explainPlaces(allocation(ties, scores)).join(" ")).not.toContain("ids");
});

test("equals at the beginning of a band", () => {
  const axis = {
    id: "performance",
    bands: [{ id: "others" }, { id: "best" }],
    relative: {
      kind: "top-count",
      cuts: [{ band: "best", count: 1 }],
      ties: { keys: [{ key: "years", order: "descending" }] },
    },
  } as never;
  const context = bandContext({ axes: [axis] })({
    people: ["a", "b"].map((id) => ({ id, scores: { performance: 80 }, keys: { years: 1 } })),
  });
  const place = classifier({ axes: [axis] });
  const found = place({ scores: { performance: 80 }, cohort: context, person: "b" } as never);
  expect(explainPlacement(found)).toContain(
    "The band best begins at 80, the same score: further keys, and after them ids, decide who is in it.",
  );
});

test.each([
  ["id", ', got "id": an id alone puts nobody into a band, it counts after keys'],
  ["first", ', got "first"'],
  [undefined, ""],
])("what ties of relative bands may be is said: %s", (ties, got) => {
  const relative = { kind: "top-count", cuts: [{ band: "best", count: 1 }], ...(ties && { ties }) };
  const axes = [{ id: "performance", bands: [{ id: "others" }, { id: "best" }], relative }];
  const [issue] = classifier.check({ axes } as never);
  expect(issue?.code).toBe(ties === undefined ? "missing" : "not-a-choice");
  expect(issue?.message).toBe(
    `${ties === undefined ? "this is required: " : ""}expected "all-in", "all-out" or { keys }${got}`,
  );
});

const given = (ties: "id" | "all-in" | "all-out", scores: readonly number[]) =>
  honours({
    currency: "CNY",
    honours: [
      { id: "star", per: "month", by: [{ key: "score", order: "descending" }], winners: { count: 2 }, ties },
    ],
  })({ period: "2026-07", people: scores.map((score, index) => ({ id: `p${index}`, facts: { score } })) });

test("equals at the last place of an honour", () => {
  const result = given("id", [80, 90, 80, 80, 70]);
  expect(explainHonours(result)).toContain(
    "p0, p2, p3 rank equally: the order of their ids decides who of them wins.",
  );
  expect(explainHonours(result, { locale: zhCN }).at(-1)).toBe("p0、p2、p3 名次相同，按标识先后决定谁获奖。");
  expect(explainHonours(result, { locale: zhTW }).at(-1)).toBe(
    "p0、p2、p3 名次相同，按識別碼先後決定誰獲獎。",
  );
});

test.each([
  ["id", [90, 90, 80]],
  ["id", [90, 80, 70, 70]],
  ["all-in", [80, 90, 80, 80]],
  ["all-out", [80, 90, 80, 80]],
] as const)("nothing is said of ids where they decide no honour: %s, %j", (ties, scores) => {
  expect(explainHonours(given(ties, scores)).join(" ")).not.toContain("ids");
});

const raises = (budget: string, ids: readonly string[]) =>
  meritIncrease({
    currency: "USD",
    ranges: [{ tier: "a", minimum: 40_000, maximum: 60_000 }],
    positions: { by: "compa-ratio", bands: [{ id: "any" }] },
    bands: [{ id: "meets" }],
    matrix: [{ band: "meets", positions: ["any"], percent: "3%" }],
  })({
    period: "2026",
    budget,
    people: ids.map((id) => ({ id, tier: "a", salary: 40_000, band: "meets" })),
  });

test("equal remainders of raises in a short budget", () => {
  const note =
    "The budget lasts for a step more for some of those with equal remainders: the order of their ids decides for whom.";
  const short = raises("0.02", ["c", "a", "b"]);
  expect(short.people.map(({ id, increase }) => `${id} ${increase}`)).toEqual(["c 0", "a 0.01", "b 0.01"]);
  expect(explainMeritIncrease(short).filter((one) => one === note).length).toBe(3);
  expect(explainMeritIncrease(short)).toContain("The new salary, 40000.01, is rounded from 40000.006667.");
  expect(explainMeritIncrease(short, { locale: zhCN }).at(-1)).toBe(
    "预算不足以使余数相同者都再进一档：按标识先后决定。",
  );
  expect(explainMeritIncrease(short, { locale: zhTW }).at(-1)).toBe(
    "預算不足以使餘數相同者都再進一檔：按識別碼先後決定。",
  );
  for (const enough of ["0.03", "3600", "5000"])
    expect(explainMeritIncrease(raises(enough, ["c", "a", "b"]))).not.toContain(note);
});
