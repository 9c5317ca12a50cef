import { expect, test } from "vitest";
import { explain, explainHonours, honours, rewardPoints } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const result = honours({
  currency: "CNY",
  honours: [
    {
      id: "star",
      label: { en: "Service star", "zh-CN": "服务之星", "zh-TW": "服務之星" },
      per: "month",
      within: "branch",
      by: [{ key: "score", order: "descending" }],
      winners: { count: 1 },
      coolingPeriods: 1,
      prize: { money: [500], points: [20] },
    },
    { id: "referral", per: "month", events: [{ of: ["staff"], money: 300 }], mostWins: { wins: 1 } },
  ],
})({
  period: "2026-07",
  people: [
    { id: "ann", attributes: { branch: "north" }, facts: { score: 90 } },
    { id: "ben", attributes: { branch: "north" }, facts: { score: 80 } },
    {
      id: "cho",
      attributes: { branch: "south" },
      facts: { score: 95 },
      honours: [{ honour: "star", on: "2026-06-30" }],
    },
  ],
  events: [
    { id: "r1", honour: "referral", person: "ben", of: "staff", date: "2026-07-03" },
    { id: "r2", honour: "referral", person: "ben", of: "staff", date: "2026-07-09" },
  ],
});

test("honours are explained by unit, with those who do not compete, and the prizes of each", () => {
  expect(explainHonours(result)).toEqual([
    "Service star, north: places: 1, winners: 1.",
    "ann wins, as number 1.",
    "ben is number 2 and does not win.",
    "cho does not compete for Service star.",
    "Won on 2026-06-30: does not compete in the 1 periods after that.",
    "referral: winners: 1.",
    "ben wins, as number 1.",
    "r2 of ben is not rewarded.",
    "Has won 1 of at most 1 times.",
    "Service star: 500 x 1 = 500.00 CNY.",
    "Won as number 1 of north.",
    "Points for ann: 20.",
    "referral.r1: 300 x 1 = 300.00 CNY.",
    "For r1 (staff) on 2026-07-03.",
  ]);
});

test("in Chinese, and from what was stored as JSON", () => {
  expect(explain(asJson(result), { locale: zhCN }).slice(0, 5)).toEqual([
    "服务之星（north）：名额 1 个，获奖 1 人。",
    "ann 获奖，名次 1。",
    "ben 名次 2，未获奖。",
    "cho 不参评服务之星。",
    "已于 2026-06-30 获奖，其后 1 期不参评。",
  ]);
  expect(explain(asJson(result), { locale: zhTW }).slice(-3)).toEqual([
    "ann 獲得積分：20。",
    "referral.r1：300 × 1 = 300.00 CNY。",
    "事由：r1（staff），2026-07-03。",
  ]);
});

test("a balance of points says what became of them, and how long those that are left last", () => {
  const points = rewardPoints({ expiry: { months: 1 }, money: { currency: "CNY", each: "0.5" } })({
    on: "2026-02-28",
    earned: [
      { id: "jan", on: "2026-01-31", points: 10 },
      { id: "feb", on: "2026-02-10", points: 50 },
    ],
    spent: [{ id: "cash", on: "2026-02-20", points: 4, forMoney: true }],
  });
  expect(explain(points)).toEqual([
    "Points on 2026-02-28: 50; earned: 60, spent: 4, expired: 6.",
    "Left of feb: 50, until 2026-03-10.",
    "rewardPoints.cash: 4 x 0.5 = 2.00 CNY.",
  ]);
  expect(explain(asJson(points), { locale: zhCN }).slice(0, 2)).toEqual([
    "2026-02-28 积分余额 50；本期获得 60，使用 4，过期 6。",
    "feb 尚余 50，有效期至 2026-03-10。",
  ]);
  expect(explain(points, { locale: zhTW })[1]).toBe("feb 尚餘 50，有效期限至 2026-03-10。");
});
