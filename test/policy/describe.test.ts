// What a description of a weight schema says of rules that few schemas have.
import { expect, test } from "vitest";
import { describePolicy, type Policy, type WeightSchema } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

function described(schema: WeightSchema) {
  const policy: Policy = {
    format: 1,
    id: "one",
    effectiveFrom: "2026-01-01",
    axes: [{ id: "work", bands: [{ id: "all" }], ...schema }],
    tiers: [{ id: "only" }],
    matrix: { cells: [{ at: { work: "all" }, move: "stay" }] },
    adjustment: { cycle: "year" },
  };
  return [undefined, { locale: zhCN }, { locale: zhTW }].map((options) =>
    describePolicy(policy, options),
  ) as [string, string, string];
}

const attainment = (rest: object) =>
  described({ indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", ...rest } }] })[0];

test("points of an attainment are said where they are, the target's at a floor or cap of 100%", () => {
  expect(attainment({ points: { target: 80 } })).toContain(
    "Points at the floor 0, at the target 80, at the cap 80,",
  );
  expect(attainment({ floor: "100%", cap: "120%", points: { target: 90 } })).toContain(
    "Points at the floor 90, at the target 90, at the cap 120,",
  );
  expect(attainment({ floor: "60%", cap: "4/3", points: { floor: 10 } })).toContain(
    "Points at the floor 10, at the target 100, at the cap 400/3,",
  );
});

test("kinds of raters: out of what their weights are, and how much a mean is trimmed", () => {
  const own = {
    weights: [
      { kind: "peer", weight: 4 },
      { kind: "superior", weight: 1 },
    ],
    outOf: 5,
  };
  const [en, cn, tw] = described({
    raters: {
      outOf: 10,
      kinds: [
        { id: "peer", weight: 7, summary: { kind: "trimmed-mean", trim: "25%" } },
        { id: "superior", weight: 3 },
      ],
    },
    indicators: [
      { id: "teamwork", weight: "50%", measure: { kind: "rating", from: 1, to: 5 }, raters: own },
      { id: "conduct", weight: "50%", measure: { kind: "rating", from: 1, to: 5 }, raters: {} },
    ],
  });
  expect(en).toContain("Raters judge, by weight: peer: 4; superior: 1. The weights are out of 5.");
  expect(en).toMatch(/Raters judge, by weight: peer: 7; superior: 3\.$/m);
  expect(en).toContain("peer, weight 7: the trimmed mean (25%) of at least 1 ratings");
  expect(en.match(/^ {4}The weights are out of 10\.$/m)).not.toBeNull();
  expect(cn).toContain("取截尾平均值（25%），至少");
  expect(tw).toMatch(/取.+（25%），至少/);
});

test("a limit names its indicator by its label, that of a group too", () => {
  const label = { en: "Service", "zh-CN": "服务", "zh-TW": "服務" };
  const [en, cn, tw] = described({
    aggregation: {
      kind: "limited",
      limits: [
        { indicator: "service", below: 60, most: 70 },
        { below: 20, most: 30 },
      ],
    },
    indicators: [
      {
        id: "all",
        weight: 1,
        indicators: [{ id: "service", label, weight: 1, measure: { kind: "points" } }],
      },
    ],
  });
  expect(en).toContain("If Service is below 60, the whole is at most 70.");
  expect(en).toContain("If any indicator is below 20, the whole is at most 30.");
  expect(cn).toContain("服务低于 60");
  expect(tw).toContain("服務低於 60");
});

test("the levels of goals, and what describes an option", () => {
  const description = { en: "sets the pace for others", "zh-CN": "带动他人", "zh-TW": "帶動他人" };
  const [en, cn, tw] = described({
    indicators: [
      { id: "goals", weight: "50%", measure: { kind: "goal-attainment", levels: { from: -3, to: 4 } } },
      {
        id: "conduct",
        weight: "50%",
        measure: {
          kind: "choice",
          options: [
            { id: "A", description, score: 100 },
            { id: "B", score: 50 },
          ],
        },
      },
    ],
  });
  expect(en).toContain("goal-attainment scaling (levels from -3 to 4, T score, correlation 0.3)");
  expect(en).toContain("a choice of A (sets the pace for others): 100; B: 50.");
  expect(cn).toContain("（等级 -3 至 4，T 分数");
  expect(cn).toContain("A（带动他人）：100；B：50");
  expect(tw).toContain("（等級 -3 至 4，T 分數");
  expect(tw).toContain("A（帶動他人）：100；B：50");
});

test("what extra points are without evidence", () => {
  const measure = { kind: "points", from: 0, to: 5 } as const;
  const [en, cn, tw] = described({
    indicators: [{ id: "work", weight: 1, measure: { kind: "points" } }],
    extras: {
      items: [
        { id: "review", measure, missing: { kind: "error" } },
        { id: "bonus", measure },
      ],
    },
  });
  expect(en).toContain("review: direct points from 0 to 5. Without evidence: an error.");
  expect(en).toContain("bonus: direct points from 0 to 5. Without evidence: 0.");
  expect(cn).toMatch(/review：.*无证据时：报错。/);
  expect(tw).toMatch(/bonus：.*無佐證時：計 0 分。/);
});

test("lines of an attainment, with the floor and the cap that they have", () => {
  const lines = [
    { at: "60%", score: 20 },
    { at: "90%", below: 50, score: 100 },
  ];
  const schema: WeightSchema = {
    indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", lines } }],
  };
  const [en, cn, tw] = described(schema);
  expect(en).toContain("below 60% it gives 0, above 90% it rises no more.");
  expect(en).toContain("Points by attainment, with straight lines between: 60%: 20; 90%: from 50 to 100.");
  expect(cn).toContain("各完成率的得分（其间按直线计算）：60%：20；90%：50 → 100。");
  expect(tw).toContain("各達成率的得分（其間按直線計算）：60%：20；90%：50 → 100。");
});

test("a gate on an extra names it by its label", () => {
  const measure = { kind: "points" as const };
  const policy: Policy = {
    format: 1,
    id: "one",
    effectiveFrom: "2026-01-01",
    axes: [
      {
        id: "work",
        indicators: [{ id: "sales", weight: 1, measure }],
        extras: { items: [{ id: "cards", label: { en: "new cards", "zh-CN": "新增发卡" }, measure }] },
        bands: [{ id: "all" }],
      },
    ],
    tiers: [{ id: "only" }],
    matrix: { gates: [{ id: "minimum", indicator: "cards", atLeast: 5, onFail: "block-promotion" }] },
    adjustment: { cycle: "year" },
  };
  expect(describePolicy(policy)).toMatch(/minimum.*new cards.*5/);
  expect(describePolicy(policy, { locale: zhCN })).toMatch(/minimum.*新增发卡不低于 5/);
});

test("what a cell means is said below what it proposes", () => {
  const policy: Policy = {
    format: 1,
    id: "one",
    effectiveFrom: "2026-01-01",
    axes: [
      {
        id: "work",
        bands: [{ id: "all" }],
        indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
      },
    ],
    tiers: [{ id: "only" }],
    matrix: { cells: [{ at: { work: "all" }, label: "core", description: "Does the work.", move: "stay" }] },
    adjustment: { cycle: "year" },
  };
  expect(describePolicy(policy)).toContain("  work all (core): stays\n    Does the work.\n");
});
