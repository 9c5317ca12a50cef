import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import {
  carryOver,
  compilePolicy,
  describePolicy,
  type Explainable,
  explain,
  type Policy,
  type Review,
  scorer,
} from "../../src/index.js";
import * as locales from "../../src/locales/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { evidence, input, poor } from "./people.js";

const policy = compilePolicy(keyAccountManagers);
const languages: [string, { locale: (typeof locales)["zhTW"] } | undefined][] = [
  ["en", undefined],
  ["zh-CN", { locale: locales.zhCN }],
  ["zh-TW", { locale: locales.zhTW }],
];

/** A career that meets every kind of sentence: promoted, held back, demoted, plans, gates, a veto. */
const reviews: Review[] = [];
const quarters = ["2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"];
for (const [index, period] of quarters.entries()) {
  const standing = reviews.at(-1)?.standing ?? { tier: "intermediate", since: "2026-09-01" };
  const good = index < 3 || index > 4;
  const satisfaction = index === 5 ? 55 : good ? 88 : 39;
  reviews.push(
    policy.review(input({ period, standing, evidence: { ...(good ? evidence : poor), satisfaction } })),
  );
}

/** All numbers in the data of a result, and those in its texts, such as dates. */
function numbersIn(result: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === "number" || typeof value === "string")
      for (const one of numbersOf(String(value))) found.add(one);
    else if (typeof value === "object" && value !== null)
      for (const inner of Object.values(value)) collect(inner);
  };
  collect(JSON.parse(JSON.stringify(result)));
  return found;
}

/** The numbers in a text, each as one text for equal decimals; percentages as the ratios that they are. */
function numbersOf(text: string): readonly string[] {
  return (text.match(/(?<![\w.])-?\d+(?:\.\d+)?%?/g) ?? []).map((number) => {
    if (number.endsWith("%")) return new Decimal(number.slice(0, -1)).div(100).toFixed();
    const plain = number.includes(".") ? number.replace(/\.?0+$/, "") : number;
    return plain.replace(/^(-?)0+(?=\d)/, "$1").replace(/^-0$/, "0");
  });
}

const results: [string, Explainable][] = reviews.flatMap((review, index): [string, Explainable][] => [
  [`review ${index}`, review],
  [`score ${index}`, review.scores.performance as Explainable],
  [`placement ${index}`, review.placement],
  [`decision ${index}`, review.decision],
  [`statement ${index}`, review.statement as Explainable],
]);

test("the career has decisions of every kind", () => {
  expect(new Set(reviews.map((review) => review.decision.outcome))).toEqual(
    new Set(["promoted", "retained", "demoted"]),
  );
  expect(reviews.flatMap((review) => review.decision.holds.map((hold) => hold.code))).toContain(
    "minimum-time",
  );
  expect(reviews.flatMap((review) => review.decision.plans.map((plan) => plan.status))).toEqual([
    "opened",
    "open",
    "passed",
  ]);
});

describe.each(languages)("in %s", (tag, options) => {
  const sentences = (result: Explainable) => explain(result, options);

  test.each(results)("%s: whole sentences, and every number is in the result", (_, result) => {
    const said = sentences(result);
    const known = numbersIn(result);
    expect(said.length).toBeGreaterThan(0);
    for (const sentence of said) {
      expect(sentence).not.toMatch(/undefined|\[object|NaN|null|^\s*$/);
      expect(
        numbersOf(sentence).filter((number) => !known.has(number)),
        sentence,
      ).toEqual([]);
    }
  });

  test.each(results)("%s is explained in the same words after JSON", (_, result) => {
    expect(sentences(JSON.parse(JSON.stringify(result)))).toEqual(sentences(result));
  });

  test("an explanation has numbers: those of the score, the bands, the rule and the pay", () => {
    const text = sentences(reviews[0] as Review).join("\n");
    for (const shown of [
      "80.63",
      "98.15",
      "0.25",
      "1080000",
      "1.08",
      "26400.00",
      "8722.50",
      "7460.00",
      "0.6907%",
    ])
      expect(text).toContain(shown);
  });

  test("a policy is described in whole sentences", () => {
    const text = describePolicy(keyAccountManagers, options);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
    for (const number of [
      "25%",
      "60%",
      "120%",
      "6000",
      "12500",
      "150%",
      "0.8%",
      "1000000",
      "2026-07-01",
      "CNY",
    ])
      expect(text).toContain(number);
    const named = /half-up|down|account|key|size|large|team|sales(-target)?/g;
    const latin = text.replaceAll(named, "").match(/[a-z]{4,}/gi) ?? [];
    if (tag !== "en") expect(latin, "no English words are left").toEqual([]);
  });

  test("labels are of the language", () => {
    const label = { en: "Communication", "zh-CN": "沟通协调", "zh-TW": "溝通協調" }[tag] as string;
    expect(sentences(reviews[0] as Review).join("\n")).toContain(label);
  });
});

describe.each(languages)("what is rare, in %s", (_, options) => {
  const bands = [{ id: "low" }, { id: "high", from: "250/3" }];
  const rare: Policy = {
    format: 1,
    id: "rare",
    effectiveFrom: "2026-01-01",
    currency: "JPY",
    axes: [
      {
        id: "score",
        bands,
        outOf: 10,
        rounding: "half-even",
        indicators: [
          { id: "one", weight: 4, measure: { kind: "points", from: -5, to: 5, outOfRange: "clamp" } },
          {
            id: "two",
            weight: 6,
            measure: {
              kind: "attainment",
              target: 7,
              floor: "50%",
              cap: "150%",
              points: { floor: 10, target: 70, cap: 120 },
            },
          },
        ],
      },
      {
        id: "other",
        normalise: true,
        bands,
        indicators: [
          {
            id: "three",
            weight: 7,
            measure: { kind: "rating", from: 6, to: 1, points: { from: 5, to: 95 } },
          },
        ],
      },
    ],
    tiers: [{ id: "first", qualifications: ["a licence"] }, { id: "second" }],
    matrix: {
      cells: ["low", "high"].flatMap((score) =>
        ["low", "high"].map((other) =>
          score === other
            ? { at: { score, other }, tier: "second" }
            : { at: { score, other }, move: "stay" as const },
        ),
      ),
    },
    adjustment: {
      cycle: "month",
      promote: {
        when: [
          { kind: "cell", label: "the committee" },
          { kind: "fall", axis: "other", by: "1/3", periods: 2, id: "odd" },
        ],
      },
    },
    incentives: [
      {
        use: "commission",
        on: "one",
        method: "whole",
        boundary: "lower",
        per: "credit",
        brackets: [
          { from: 5, rate: "1/3" },
          { from: 10, to: 20, rate: "2%" },
        ],
      },
      { use: "commission", id: "paid", on: "two", brackets: [{ pays: 10 }, { from: 3, to: 9, pays: 20 }] },
      {
        use: "performanceBonus",
        axis: "score",
        curve: "steps",
        rounding: "floor",
        target: [
          { tier: "first", amount: 1 },
          { tier: "second", amount: 2 },
        ],
        payout: [{ score: 1, pays: "1/3" }],
      },
      {
        use: "basePay",
        per: "year",
        table: [
          { tier: "first", amount: 10 },
          { tier: "second", amount: 20 },
        ],
      },
    ],
  };

  test("a policy with everything that the preset leaves out", () => {
    const text = describePolicy(rare, options);
    expect(text).not.toMatch(/undefined|\[object|NaN|null/);
    for (const said of ["250/3", "-5", "1/3", "150%", "95", "a licence", "the committee", "JPY"])
      expect(text).toContain(said);
  });

  test("a review by it", () => {
    const review = compilePolicy(rare).review({
      person: { id: "p", label: "Pat" },
      period: "2026-01",
      standing: { tier: "first", since: "2025-01-01" },
      evidence: { one: 2, two: 8, three: "7/3" },
    });
    const said = explain(review, options).join("\n");
    expect(said).not.toMatch(/undefined|\[object|NaN|null/);
    expect(numbersOf(said).filter((number) => !numbersIn(review).has(number))).toEqual([]);
  });

  test("an axis that nothing was rounded on", () => {
    const plain = scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "points" } }] })({
      evidence: { a: 100 },
    });
    expect(explain(plain, options)).toHaveLength(2);
  });
});

test("a policy of an unknown format is refused in words", () => {
  const newer = { ...keyAccountManagers, format: 2 } as unknown as Policy;
  expect(() => describePolicy(newer)).toThrow(/format 1.*got 2/);
});

test("what names something that is no more is left out of a standing that comes over, and said in three languages", () => {
  const carried = carryOver({ ...keyAccountManagers, effectiveFrom: "2027-01-01" })({
    tier: "junior",
    since: "2025-01-01",
    policy: { id: keyAccountManagers.id, effectiveFrom: "2026-07-01" },
    history: [
      {
        period: "2026-Q4",
        scores: { capability: 80, performance: 80, speed: 70 },
        proposal: "stay",
        at: { capability: "dream" },
      },
    ],
    violations: [{ id: "v", severity: "odd", date: "2026-12-01" }],
    protections: [{ reason: "sabbatical", from: "2026-12-01", to: "2027-03-01" }],
  });
  const said = languages.map(([, options]) => explain(carried, options).slice(1));
  expect(said).toEqual([
    [
      "Scores and bands on axes that are no more are left out: speed.",
      "Bands that are no more are left out: dream.",
      "Violations of severities that are no more are left out: odd.",
      "Protections for reasons that are no more are left out: sabbatical.",
    ],
    [
      "以下维度已不存在，其得分与分档不再保留：speed。",
      "以下分档已不存在，不再保留：dream。",
      "以下违规严重程度已不存在，相应违规不再保留：odd。",
      "以下保护情形已不存在，相应保护不再保留：sabbatical。",
    ],
    [
      "以下維度已不存在，其得分與分檔不再保留：speed。",
      "以下分檔已不存在，不再保留：dream。",
      "以下違規嚴重程度已不存在，相應違規不再保留：odd。",
      "以下保護情形已不存在，相應保護不再保留：sabbatical。",
    ],
  ]);
});
