import { describe, expect, test } from "vitest";
import {
  compilePolicy,
  describePolicy,
  explainScore,
  formatProgram,
  type Policy,
  type Score,
  scorer,
  scoreTable,
} from "../../src/index.js";
import * as locales from "../../src/locales/index.js";
import { away, everything, full, other, scarce } from "./everything.js";

const made = scorer(everything);
const languages: [string, { locale: (typeof locales)["zhTW"] } | undefined][] = [
  ["en", undefined],
  ["zh-CN", { locale: locales.zhCN }],
  ["zh-TW", { locale: locales.zhTW }],
];
const results = [full, other, scarce, away].map((input) => made(input));
const [whole, partly, little, absent] = results;
const UNFILLED = /undefined|null|NaN|\[object|\$\{|function/;
/** Characters that only one of the two scripts has, of those that the sentences use. */
const SIMPLIFIED =
  /[标数计时为设证评级选项点间线权报错处两减达给较长负绝对础关组样体个类担几总别属构报业绩优]/u;
const TRADITIONAL =
  /[標數計時為設證評級選項點間線權報錯處兩減達給較長負絕對礎關組樣體個類擔幾總別屬構業績優]/u;

test("there is a result of every kind", () => {
  expect(results.map(({ kind }) => kind)).toEqual([
    "score",
    "score",
    "insufficient-evidence",
    "insufficient-evidence",
  ]);
  expect(little?.kind === "insufficient-evidence" && little.because).toBe("coverage");
  expect(absent?.kind === "insufficient-evidence" && absent.because).toBe("presence");
});

describe.each(languages)("in %s", (tag, options) => {
  test.each(results.map((result, index) => [index, result] as const))(
    "result %i is said in whole sentences",
    (_, result) => {
      const sentences = explainScore(result, options);
      expect(sentences.filter((sentence) => UNFILLED.test(sentence))).toEqual([]);
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(sentences.every((sentence) => /[.。]$/.test(sentence))).toBe(true);
    },
  );

  test("every number of a sentence is in the result", () => {
    const numbers = (text: string) => text.match(/-?\d+(?:\.\d+)?/g) ?? [];
    for (const result of results) {
      const known = new Set(
        numbers(JSON.stringify(result)).flatMap((number) => [number, String(Number(number))]),
      );
      const said = explainScore(result, options).flatMap(numbers);
      expect(said.filter((number) => !known.has(number))).toEqual([]);
    }
  });

  test("a policy with all of it describes itself", () => {
    const text = describePolicy(policy, options);
    expect(text).not.toMatch(UNFILLED);
    if (tag === "zh-CN") expect(text.match(TRADITIONAL)).toBeNull();
    if (tag === "zh-TW") expect(text.match(SIMPLIFIED)).toBeNull();
    for (const id of ["sales", "ninth", "solutions", "gone", "superior"].slice(0, 4))
      expect(text).toContain(id);
  });

  test("the table's points sum to the score", () => {
    const rows = scoreTable(whole as Score, options);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([7]));
    const kinds = (options?.locale ?? locales.en).score.rowKinds;
    const pointsOf = (...named: readonly (keyof typeof kinds)[]) =>
      rows.filter((row) => named.some((one) => kinds[one] === row[6])).map((row) => Number(row[4]));
    const [total = Number.NaN] = pointsOf("total");
    const leaves = pointsOf("indicator", "extra", "difference");
    expect(leaves.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 9);
    expect(new Set(rows.slice(1).map((row) => row[6]))).toEqual(new Set(Object.values(kinds)));
    if (options !== undefined)
      expect(rows.flat().join(" ")).not.toMatch(/\b(actual|target|base|mean|rank|count)\b/);
    expect(rows.flat().filter((cell) => UNFILLED.test(cell))).toEqual([]);
  });
});

const policy: Policy = {
  format: 1,
  id: "all",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "work",
      ...everything,
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      variants: [
        {
          id: "north",
          when: [{ attribute: "region", is: ["north", "west"] }],
          indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
          aggregation: { kind: "minimum" },
        },
      ],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {
    cells: [
      { at: { work: "low" }, move: "stay" },
      { at: { work: "high" }, move: "up" },
    ],
    gates: [{ id: "sales", indicator: "sales", atLeast: 10, onFail: "block-promotion" }],
  },
  adjustment: { cycle: "quarter", promote: { when: [{ kind: "cell" }] } },
};

test("a review of a policy with all of it keeps the scores and says by which variant", () => {
  const { review } = compilePolicy(policy);
  const { attributes: _tier, ...input } = full;
  const standing = { tier: "senior", since: "2025-01-01" };
  const own = review({ ...input, period: "2026-Q3", person: { id: "a" }, standing });
  expect(own.scores.work?.value).toEqual(whole?.value);
  expect(own.variants).toEqual({});
  const evidence = { sales: 85 };
  const north = review({
    period: "2026-Q3",
    person: { id: "a" },
    standing,
    evidence,
    attributes: { region: "west" },
  });
  expect([north.variants, north.scores.work?.value.toFixed()]).toEqual([
    { work: { id: "north", because: [{ attribute: "region", is: "west" }] } },
    "85",
  ]);
});

test("nobody's single rating that does not count is anywhere in the result", () => {
  const peers = (whole as Score).indicators.find(({ id }) => id === "teamwork")?.raters?.[1];
  expect(peers).toEqual({
    kind: "peer",
    label: expect.anything(),
    ratings: 2,
    notObserved: 0,
    minimum: 3,
    outcome: "dropped",
    weight: peers?.weight,
  });
  expect(
    (whole as Score).trace.filter(({ column }) => column.startsWith("teamwork.") && column.endsWith("peer")),
  ).toEqual([]);
});

test("the three with the most to win come first, the one of the lower id before its equal", () => {
  const equal = scorer({
    normalise: true,
    indicators: ["d", "b", "a", "c"].map((id) => ({ id, weight: 1, measure: { kind: "points" } })),
  })({ evidence: { a: 50, b: 50, c: 40, d: 100 } });
  expect(explainScore(equal).at(-1)).toBe("Most to win: c, 15 points; a, 12.5 points; b, 12.5 points.");
});

test("the program of all of it can be read", () => {
  expect(formatProgram(made.program)).not.toMatch(UNFILLED);
  expect((partly as Score).groups.map(({ id }) => id)).toEqual(["results", "conduct", "compared"]);
});
