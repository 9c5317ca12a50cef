import { expect, test } from "vitest";
import { explain, explainTeamPool, teamPool } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const pool = teamPool({
  id: "team-bonus",
  label: { en: "Team bonus", "zh-CN": "团队奖金", "zh-TW": "團隊獎金" },
  currency: "CNY",
  fund: [{ kind: "excess", of: [{ figure: "profit" }], over: [{ amount: 50_000 }], share: "20%" }],
  score: {
    least: 60,
    factors: [
      { score: 60, factor: "80%" },
      { score: 100, factor: "120%" },
    ],
  },
  most: [{ amount: 9000 }],
  reserve: "10%",
  memberLeast: { amount: 500 },
  memberMost: { share: "40%" },
  sharedBy: [{ by: "fact", fact: "score" }],
  leavers: "excluded",
});
const result = pool({
  period: "2026-07",
  team: "north",
  figures: { profit: 100_000 },
  score: 80,
  members: [
    { id: "ann", facts: { score: 90 } },
    { id: "ben", facts: { score: 80 } },
    { id: "cho", facts: { score: 0 } },
    { id: "dan", employment: { from: "2020-01-01", to: "2026-07-10" } },
  ],
});

test("a pool is explained by what funds it, what each gets and who does not share", () => {
  expect(explainTeamPool(result)).toEqual([
    "Team bonus, north, 2026-07: 6980.00 of 8100.00 CNY shared; members who share: 3.",
    "Funded with 10000.00: 50000 x 20%.",
    "The team's score of 80 multiplies the pool by 1.",
    "The pool is held at its most, 9000.00, instead of 10000.00.",
    "Set aside as a reserve: 900.00.",
    "ann: 8100.00 x 40% = 3240.00 CNY.",
    "Counts 90 of 170 in all.",
    "By what it counts alone the share is 4288.24; the least and the most that members get change it by -1048.24.",
    "Held at the most that a member gets.",
    "ben: 8100.00 x 40% = 3240.00 CNY.",
    "Counts 80 of 170 in all.",
    "By what it counts alone the share is 3811.76; the least and the most that members get change it by -571.76.",
    "Held at the most that a member gets.",
    "cho: 8100.00 x 6.1728% = 500.00 CNY.",
    "Counts 0 of 170 in all.",
    "By what it counts alone the share is 0.00; the least and the most that members get change it by 500.00.",
    "Raised to the least that a member gets.",
    "Undistributed: 1120.00 CNY.",
    "dan does not share.",
    "Left on 2026-07-10, before the period ended.",
  ]);
});

test("in Chinese, and from what was stored as JSON", () => {
  const stored = asJson(result);
  expect(explain(stored, { locale: zhCN }).slice(0, 9)).toEqual([
    "团队奖金（north），2026-07：总额 8100.00 CNY，分配 6980.00 CNY，参与分配 3 人。",
    "计提 10000.00：50000 × 20%。",
    "团队得分 80，奖金池乘以系数 1。",
    "奖金池以上限 9000.00 为限，原为 10000.00。",
    "预留 900.00。",
    "ann：8100.00 × 40% = 3240.00 CNY。",
    "计 90 份，合计 170 份。",
    "仅按份数应得 4288.24，成员上下限使其变动 -1048.24。",
    "以个人上限为限。",
  ]);
  expect(explain(stored, { locale: zhTW })[7]).toBe("僅按份數應得 4288.24，成員上下限使其變動 -1048.24。");
  expect(explain(stored, { locale: zhTW }).slice(-3)).toEqual([
    "未分配：1120.00 CNY。",
    "dan 不參與分配。",
    "期間結束前於 2026-07-10 離職。",
  ]);
});
