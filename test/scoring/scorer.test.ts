import { expect, test } from "vitest";
import {
  compilePolicy,
  type Evidence,
  explainScore,
  formatProgram,
  type IndicatorItem,
  type Score,
  type Scorer,
  scorer,
  type WeightSchema,
} from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const scoreOf = (made: Scorer, evidence: Evidence): Score => {
  const result = made({ evidence });
  if (result.kind !== "score") throw new Error("there is too little evidence");
  return result;
};

const range = (schema: WeightSchema) => {
  const { lowest, highest } = scorer(schema).range;
  return [lowest?.toFixed(), highest?.toFixed()];
};
const alone = (measure: IndicatorItem["measure"]): WeightSchema => ({
  indicators: [{ id: "a", weight: 1, measure }],
});

test.each<[string, WeightSchema, string[]]>([
  ["points", alone({ kind: "points", from: -5, to: "7.5" }), ["-5", "7.5"]],
  ["a rating", alone({ kind: "rating", from: 6, to: 1, points: { from: 10, to: 90 } }), ["10", "90"]],
  ["an attainment", alone({ kind: "attainment", cap: "120%" }), ["0", "120"]],
  ["an attainment with a floor", alone({ kind: "attainment", floor: "60%" }), ["0", "100"]],
  ["an attainment that may be negative", alone({ kind: "attainment", points: { floor: 50 } }), ["0", "100"]],
  [
    "one who is sure to have half of the evidence",
    {
      indicators: [
        { id: "a", weight: "50%", measure: { kind: "points", from: 40 } },
        { id: "b", weight: "50%", measure: { kind: "points" }, missing: { kind: "reweight" } },
        { id: "c", weight: 0, measure: { kind: "points", from: -900 } },
      ],
    },
    ["20", "100"],
  ],
])("the range of %s", (_, schema, ends) => {
  expect(range(schema)).toEqual(ends);
});

test("a negative attainment is below every floor", () => {
  const made = scorer(alone({ kind: "attainment", points: { floor: 50 } }));
  const value = scoreOf(made, { a: { actual: -1, target: 1 } }).value;
  expect(value.toFixed()).toBe("0");
  expect(made.range.lowest?.lte(value)).toBe(true);
});

test("the trace has every step, in exact texts", () => {
  const made = scorer({
    indicators: [
      { id: "a", weight: "1/3", measure: { kind: "attainment" } },
      { id: "b", weight: "2/3", measure: { kind: "points" } },
    ],
  });
  // 2 / 3 is 66.6667 with four decimals; 66.6667 / 3 + 50 x 2 / 3 is 166.6667 / 3.
  const score = scoreOf(made, { a: { actual: 2, target: 3 }, b: 50 });
  expect(score.trace).toEqual([
    { column: "a.attainment", value: "2/3" },
    { column: "a.exact", value: "200/3" },
    { column: "a.score", value: "66.6667" },
    { column: "b.exact", value: "50" },
    { column: "b.score", value: "50" },
    { column: "unrounded", value: "1666667/30000" },
    { column: "score", value: "55.56" },
  ]);
  expect(formatProgram(made.program)).toContain("unrounded = 1/3 * a.score + 2/3 * b.score");
});

test("evidence of an attainment may be a plain number where the schema has a target", () => {
  const made = scorer(alone({ kind: "attainment", target: "1/3" }));
  expect(scoreOf(made, { a: "1/6" }).value.toFixed()).toBe("50");
  expect(scoreOf(made, { a: { actual: "1/6" } }).value.toFixed()).toBe("50");
  expect(scoreOf(made, { a: { actual: 1, target: 4 } }).value.toFixed()).toBe("25");
});

test.each([0, 1, 4, 20])("%i decimals of the score", (scoreDecimals) => {
  const made = scorer({ ...alone({ kind: "points" }), decimals: 20, scoreDecimals });
  const shown = scoreOf(made, { a: "66.66666666666666666666" }).value.toFixed();
  expect(shown).toBe(scoreDecimals === 20 ? "66.66666666666666666666" : (200 / 3).toFixed(scoreDecimals));
});

test("an explanation names the axis where it is told", () => {
  const score = scoreOf(scorer(alone({ kind: "points" })), { a: 5 });
  expect(explainScore(score, { axis: "Service" })[0]).toBe("Service: the score is 5.");
  expect(explainScore(score)[0]).toBe("The score is 5.");
});

const steep = { kind: "rating", from: 0, to: "1e-300", outOfRange: "extend" } as const;

test.each(["1e300", "-1e300"])("a score beyond 1e309, of %s, has its groups and explanation", (raw) => {
  const made = scorer({
    indicators: [{ id: "g", weight: 1, indicators: [{ id: "a", weight: 1, measure: steep }] }],
  });
  const score = scoreOf(made, { a: raw });
  expect(score.groups[0]?.points.eq(score.value)).toBe(true);
  const stored: Score = JSON.parse(JSON.stringify(score));
  expect(explainScore(stored)).toEqual(explainScore(score));
});

test("the most to win is found among scores beyond 1e309", () => {
  const made = scorer({
    indicators: ["a", "b"].map((id) => ({ id, weight: "1/2", measure: steep })),
  });
  const sentences = explainScore(scoreOf(made, { a: "-1e300", b: "-2e300" }));
  expect(sentences.at(-1)).toMatch(/^Most to win: b, .*; a, /);
});

test("the lowest band of a policy may lie above a least score beyond 1e309", () => {
  const item = { measure: { kind: "points", from: "-9e308", to: 0 } } as const;
  const issues = compilePolicy.check({
    ...keyAccountManagers,
    axes: keyAccountManagers.axes.map((axis) => ({
      ...axis,
      extras: {
        items: [
          { id: "x", ...item },
          { id: "y", ...item },
        ],
      },
      bands: axis.bands.map((band, index) => (index === 0 ? { ...band, from: 0 } : band)),
    })),
  });
  expect(issues.map(({ code }) => code)).toContain("bands-hole");
});
