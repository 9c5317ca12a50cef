// What happened to the parts of a score, said in each language; every number is in the result.
import { describe, expect, test } from "vitest";
import {
  explainScore,
  type IndicatorItem,
  type Score,
  type ScoreInput,
  scorer,
  scoreTable,
  type WeightSchema,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const numbers = (text: string) => (text.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

function scored(schema: WeightSchema, input: ScoreInput): Score {
  const score = scorer(schema)(input);
  if (score.kind !== "score") throw new Error("there is too little evidence");
  return score;
}

/** The sentences in English, and in both kinds of Chinese, after JSON, of which every number is in the result. */
function said(schema: WeightSchema, input: ScoreInput) {
  const score = scored(schema, input);
  const stored: Score = JSON.parse(JSON.stringify(score));
  const known = new Set(numbers(JSON.stringify({ ...score, trace: [] })));
  const [en, cn, tw] = [undefined, { locale: zhCN }, { locale: zhTW }].map((options) => {
    const sentences = explainScore(stored, options);
    expect(sentences).toEqual(explainScore(score, options));
    expect(sentences.join(" ")).not.toMatch(/undefined|null|NaN|\[object/);
    expect(sentences.flatMap(numbers).filter((number) => !known.has(number))).toEqual([]);
    return sentences;
  }) as [readonly string[], readonly string[], readonly string[]];
  return { en, cn, tw, score };
}

const points = { kind: "points" } as const;

describe("parts of a composite that a rule filled", () => {
  const schema: WeightSchema = {
    indicators: [
      {
        id: "service",
        weight: 1,
        measure: {
          kind: "composite",
          indicators: [
            { id: "speed", weight: "50%", measure: points },
            { id: "survey", weight: "25%", measure: points, missing: { kind: "zero" } },
            {
              id: "repairs",
              weight: "25%",
              measure: {
                kind: "composite",
                indicators: [
                  { id: "first", weight: "50%", measure: points, missing: { kind: "previous", periods: 1 } },
                  { id: "second", weight: "50%", measure: points, missing: { kind: "reweight" } },
                ],
              },
            },
          ],
        },
      },
    ],
  };
  const previous = { first: { period: "2026-Q2", score: 70 } };
  const { en, cn, tw } = said(schema, { evidence: { speed: 90 }, period: "2026-Q3", previous });

  test("are said with the rule, those of a composite inside another too", () => {
    expect(en[1]).toBe(
      "service: speed 90 (weight 0.5), survey 0 (weight 0.25, no evidence; it counts as nothing), repairs 70 (weight 0.25, made of first 70 (weight 1, no evidence; the score of 2026-Q2 counts), second without evidence) give a score of 62.5; times its weight of 1 that is 62.5 points.",
    );
    expect(cn[1]).toContain("survey 0（权重 0.25，无证据，按零计）");
    expect(tw[1]).toContain("first 70（權重 1，無佐證，沿用 2026-Q2 的得分）");
  });
});

describe("a limit that held a score down", () => {
  const label = { en: "Service", "zh-CN": "服务", "zh-TW": "服務" };
  const limited = (
    limits: readonly { indicator?: string; below: number; most: number | string }[],
  ): WeightSchema => ({
    aggregation: { kind: "limited", limits },
    indicators: [
      { id: "sales", weight: "50%", measure: points },
      { id: "service", label, weight: "30%", measure: points },
      { id: "team", weight: "20%", indicators: [{ id: "mood", weight: 1, measure: points }] },
    ],
  });
  const evidence = { sales: 100, service: 40, mood: 40 };

  test("is said, and who was below its floor", () => {
    const { en, cn, tw, score } = said(limited([{ indicator: "service", below: 60, most: 65 }]), {
      evidence,
    });
    expect(score.limitedBy).toMatchObject({ id: "service", label });
    expect(en).toContain("Service is at 40, below 60: the whole is at most 65.");
    expect(cn).toContain("服务得分 40，低于 60，合计至多为 65。");
    expect(tw).toContain("服務得分 40，低於 60，合計至多為 65。");
  });

  test("of several is the lowest, of equal ones the first, and of equal indicators the first", () => {
    const limits = [
      { indicator: "sales", below: 60, most: 10 },
      { indicator: "service", below: 90, most: 68 },
      { indicator: "team", below: 60, most: 65 },
      { below: 50, most: 65 },
    ];
    expect(said(limited(limits), { evidence }).en).toContain(
      "team is at 40, below 60: the whole is at most 65.",
    );
    expect(said(limited([{ below: 50, most: 65 }]), { evidence }).score.limitedBy?.id).toBe("service");
  });

  test("that takes nothing away is not said", () => {
    const { score } = said(limited([{ indicator: "service", below: 60, most: 70 }]), { evidence });
    expect([score.value.toFixed(), score.limitedBy]).toEqual(["70", undefined]);
  });

  test("inside a composite is said beside its parts", () => {
    const { indicators, aggregation } = limited([{ below: 60, most: "65.5" }]);
    const schema: WeightSchema = {
      indicators: [{ id: "whole", weight: 1, measure: { kind: "composite", indicators, aggregation } }],
      extras: { items: [{ id: "bonus", measure: points }] },
    };
    expect(said(schema, { evidence }).en[1]).toContain(
      "mood 40 (weight 0.2) give a score of 65.5 (Service is at 40, below 60: the whole is at most 65.5); times",
    );
  });
});

describe("where a target comes from", () => {
  const measure: IndicatorItem["measure"] = {
    kind: "attainment",
    target: 90,
    targets: { by: "tier", rows: [{ is: "senior", target: 200 }] },
    proRate: true,
  };
  const schema: WeightSchema = {
    indicators: [{ id: "sales", weight: 1, measure }],
    extras: { items: [{ id: "bonus", measure: { ...measure, proRate: false } }] },
  };
  const presence = { present: 3, of: 4 };
  const evidence = { sales: { actual: 120 }, bonus: 100 };

  test("its row of a table, and what it was before it was pro-rated", () => {
    const { en, cn, tw } = said(schema, { evidence, presence, attributes: { tier: "senior" } });
    expect(en[1]).toContain(
      "120 against a target of 150 (200 times a presence of 0.75, as tier is senior) is",
    );
    expect(en[2]).toContain("100 against a target of 200 (as tier is senior) is");
    expect(cn[1]).toContain("目标 150（200 乘以在岗比例 0.75，tier 为 senior）");
    expect(tw[1]).toContain("目標 150（200 乘以在職比例 0.75，tier 為 senior）");
  });

  test("nothing is said where no row is for the person, and the person was always there", () => {
    expect(said(schema, { evidence }).en[1]).toContain("120 against a target of 90 is");
    const own = { sales: { actual: 120, target: 80 }, bonus: 100 };
    const { en, score } = said(schema, { evidence: own, attributes: { tier: "senior" } });
    expect(en[1]).toContain("120 against a target of 80 is");
    expect(score.indicators[0]?.targetRow).toBeUndefined();
  });
});

describe("ratings", () => {
  const schema: WeightSchema = {
    raters: {
      kinds: [
        { id: "superior", weight: "40%" },
        { id: "peer", weight: "30%", minimum: 3, belowMinimum: { kind: "drop" } },
        { id: "report", weight: "30%", minimum: 2, belowMinimum: { kind: "merge", into: "superior" } },
      ],
    },
    indicators: [{ id: "teamwork", weight: 1, measure: { kind: "rating", from: 1, to: 5 }, raters: {} }],
  };
  const teamwork = [
    { kind: "superior", value: 4, rater: "the superior" },
    { kind: "superior" },
    { kind: "superior", value: 3 },
    { kind: "peer", value: 5 },
    { kind: "report", value: 2 },
    { kind: "report" },
  ];

  test("that were not observed are counted, and a kind that does not count has its minimum", () => {
    const { en, cn, tw } = said(schema, { evidence: { teamwork } });
    expect(en[1]).toContain(
      "raters, superior 50 (weight 0.571429, ratings: 2, not observed: 1), peer not counted (ratings: 1, at least 3 needed), report together with superior (weight 0.428571, ratings: 1, not observed: 1, at least 2 needed), give",
    );
    expect(cn[1]).toContain("peer 不计（1 份评分，至少需 3 份）");
    expect(tw[1]).toContain(
      "report 併入 superior（權重 0.428571，1 份評分，另有 1 份未能觀察，至少需 2 份）",
    );
    expect(en.join()).not.toContain("the superior");
  });
});

describe("the table", () => {
  const inner = (id: string) => ({ id, weight: 1, measure: points });
  const schema: WeightSchema = {
    normalise: true,
    raters: { kinds: [{ id: "peer", weight: 1, minimum: 2, belowMinimum: { kind: "drop" } }] },
    missing: { kind: "reweight" },
    indicators: [
      {
        id: "outer",
        weight: 1,
        indicators: [{ id: "inner", weight: 1, normalise: true, indicators: [inner("a"), inner("b")] }],
      },
      {
        id: "made",
        weight: 1,
        measure: {
          kind: "composite",
          normalise: true,
          indicators: [
            { id: "rated", weight: 1, measure: { kind: "rating", from: 1, to: 5 }, raters: {} },
            { id: "late", weight: 1, measure: { kind: "events", events: [{ id: "value", points: -1 }] } },
          ],
        },
      },
      { id: "sales", weight: 2, measure: { kind: "attainment" } },
    ],
  };
  const evidence = {
    a: 80,
    b: 60,
    rated: [{ kind: "peer", value: 5 }, { kind: "peer", value: 4 }, { kind: "peer" }],
    late: { value: 2 },
    sales: { actual: 3, target: 4 },
  };
  const { score } = said(schema, { evidence });

  test("has groups before their indicators, and parts and kinds of raters below what they make", () => {
    expect(scoreTable(score).slice(1)).toEqual([
      ["outer", "", "70", "0.25", "17.5", "", "group"],
      ["inner", "", "70", "0.25", "17.5", "", "group"],
      ["a", "80", "80", "0.125", "10", "2.5", "indicator"],
      ["b", "60", "60", "0.125", "7.5", "5", "indicator"],
      ["made", "", "92.75", "0.25", "23.1875", "1.8125", "indicator"],
      ["- rated", "", "87.5", "0.5", "", "", "part"],
      ["- - peer", "ratings: 2, not observed: 1", "87.5", "1", "", "", "raters"],
      ["- late", "value 2", "98", "0.5", "", "", "part"],
      ["sales", "actual 3, target 4, attainment 0.75", "75", "0.5", "37.5", "12.5", "indicator"],
      ["Rounding", "", "", "", "0.0025", "", "difference"],
      ["Score", "", "78.19", "", "78.19", "", "total"],
    ]);
  });

  test("names raw values in the language", () => {
    const raw = [zhCN, zhTW].map(
      (locale) => scoreTable(score, { locale }).find(([name]) => name === "sales")?.[1],
    );
    expect(raw).toEqual(["完成值 3，目标 4，完成率 0.75", "達成值 3，目標 4，達成率 0.75"]);
  });
});

test("what describes the option that was chosen is said, and no other", () => {
  const description = { en: "sets the pace for others", "zh-CN": "带动他人", "zh-TW": "帶動他人" };
  const options = [
    { id: "A", description, score: 100 },
    { id: "toString", score: 50 },
  ];
  const schema: WeightSchema = {
    indicators: [{ id: "conduct", weight: 1, measure: { kind: "choice", options } }],
  };
  const { en, cn, tw } = said(schema, { evidence: { conduct: "A" } });
  expect(en[1]).toContain("A (sets the pace for others) gives a score of 100");
  expect(cn[1]).toContain("A（带动他人）折合指标分 100");
  expect(tw[1]).toContain("A（帶動他人）換算為指標分 100");
  expect(said(schema, { evidence: { conduct: "toString" } }).en[1]).toContain(
    "conduct: toString gives a score of 50",
  );
});
