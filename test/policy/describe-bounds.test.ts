import { expect, test } from "vitest";
import { describePolicy, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const policy: Policy = {
  format: 1,
  id: "desk",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "performance",
      indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "low" }, { id: "good", from: 80 }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {
    cells: [
      { at: { performance: "low" }, move: "stay" },
      { at: { performance: "good" }, move: "up" },
    ],
  },
  adjustment: { cycle: "month", promote: { when: [{ kind: "cell" }] } },
  currency: "USD",
  incentives: [
    {
      use: "benefits",
      items: [
        {
          id: "match",
          pays: {
            kind: "rate",
            fact: "contribution",
            rate: "50%",
            most: { fact: "salary", times: "6%" },
            over: { fact: "free" },
          },
        },
      ],
    },
    {
      use: "performanceBonus",
      axis: "performance",
      target: [
        { tier: "junior", amount: 1000 },
        { tier: "senior", amount: 1000 },
      ],
      payout: [{ score: 80, pays: 1 }],
      multipliers: [
        {
          id: "income",
          curve: "steps",
          byScore: {
            rows: [
              { score: 80, payout: [{ score: 90, pays: "20%" }] },
              { score: 100, payout: [{ score: 90, pays: "40%" }] },
            ],
          },
        },
      ],
    },
    {
      use: "deductions",
      deductions: [
        {
          id: "order",
          due: { kind: "claims" },
          decimals: 0,
          most: [
            { share: "40%", over: { fact: "minimum-wage", times: 48 } },
            { share: "20%", over: { amount: 700 } },
          ],
        },
      ],
    },
  ],
};

/** The lines that say what bounds a number, and what the pay must be over. */
const boundsIn = (locale?: typeof zhCN) =>
  describePolicy(policy, locale === undefined ? {} : { locale })
    .split("\n")
    .filter((line) => /contribution|minimum-wage|700|newly due|取整/.test(line))
    .map((line) => line.trim());

test("bounds that are a part of another number, and a share of what exceeds something, are described", () => {
  expect(boundsIn()).toEqual([
    "match: 50% x contribution, which counts as at most 6% x salary, of which only what is above free counts.",
    "What is newly due is rounded to whole units of the currency.",
    "At most 40% of what the net pay exceeds 48 x minimum-wage by.",
    "At most 20% of what the net pay exceeds 700 by.",
  ]);
});

test("in Chinese", () => {
  expect(boundsIn(zhCN)).toEqual([
    "match：contribution × 50%，基数至多计 salary 的 6%，只计超过 free 的部分。",
    "新的应扣款取整为整数金额。",
    "至多税后薪酬超过 minimum-wage 的 48 倍部分的 40%。",
    "至多税后薪酬超过 700 部分的 20%。",
  ]);
  expect(boundsIn(zhTW)).toEqual([
    "match：contribution × 50%，基數至多計 salary 的 6%，只計超過 free 的部分。",
    "新的應扣款取整為整數金額。",
    "至多稅後薪酬超過 minimum-wage 的 48 倍部分的 40%。",
    "至多稅後薪酬超過 700 部分的 20%。",
  ]);
});

/** The lines of a multiplier, from its name on. */
const matrixIn = (locale?: typeof zhCN) => {
  const lines = describePolicy(policy, locale === undefined ? {} : { locale }).split("\n");
  const first = lines.findIndex((line) => line.includes("income"));
  return lines.slice(first, first + 6).map((line) => line.trim());
};

test("a matrix of payouts is described row by row", () => {
  expect(matrixIn()).toEqual([
    "income: its own payout, of the last point reached.",
    "It depends on the score, too, with straight lines between the rows; below the first row nothing is paid.",
    "Where the score of the bonus is 80:",
    "At a score of 90 it pays 20%.",
    "Where the score of the bonus is 100:",
    "At a score of 90 it pays 40%.",
  ]);
  expect(matrixIn(zhCN)).toEqual([
    "income：按其自身兑现比例，取已达到的最后一点。",
    "同时取决于得分，各行之间按直线计算；低于第一行不予兑现。",
    "奖金得分为 80 时：",
    "得分 90 时兑现 20%。",
    "奖金得分为 100 时：",
    "得分 90 时兑现 40%。",
  ]);
  expect(matrixIn(zhTW)).toEqual([
    "income：按其自身兌現比例，取已達到的最後一點。",
    "同時取決於得分，各列之間按直線計算；低於第一列不予兌現。",
    "獎金得分為 80 時：",
    "得分 90 時兌現 20%。",
    "獎金得分為 100 時：",
    "得分 90 時兌現 40%。",
  ]);
});
