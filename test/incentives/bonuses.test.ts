import { expect, test } from "vitest";
import { bonusPool, explain, statement, yearEndBonus } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const pool = bonusPool({
  currency: "CNY",
  eligibility: [{ employedOn: "period-end" }],
  proration: { by: "months" },
})({
  period: "2026",
  pool: 10_000,
  people: [
    { id: "ann", target: 8000, multiplier: "1.5", employment: { from: "2020-01-01" } },
    { id: "ben", target: 16_000, employment: { from: "2026-07-01" } },
    { id: "cho", target: 8000, employment: { from: "2020-01-01", to: "2026-11-30" } },
  ],
});

test("a pool of bonuses is explained in each language", () => {
  expect(explain(pool)).toEqual([
    "Bonuses for 2026: 10000.00 of a pool of 10000.00 CNY, to 3; left: 0.00.",
    "Claims sum to 20000 CNY; each is multiplied by 0.5 to fit the pool.",
    "bonusPool.ann: 8000 x 0.75 = 6000.00 CNY.",
    "Its own multiplier: 1.5.",
    "Multiplied by 0.5, as all claims are 20000.00 and the pool is 10000.00.",
    "bonusPool.ben: 16000 x 0.25 = 4000.00 CNY.",
    "Paid for a part of the period: 6 of 12 months = 0.5.",
    "Multiplied by 0.5, as all claims are 20000.00 and the pool is 10000.00.",
    "bonusPool.cho: 8000 x 0 = 0.00 CNY.",
    "Not eligible: not employed on 2026-12-31.",
  ]);
  expect(explain(asJson(pool), { locale: zhCN })).toEqual([
    "2026 奖金：从 10000.00 CNY 的奖金池中向 3 人发放 10000.00，剩余 0.00。",
    "应发合计 20000 CNY；为与奖金池相符，各乘以 0.5。",
    "bonusPool.ann：8000 × 0.75 = 6000.00 CNY。",
    "本人系数：1.5。",
    "应发合计 20000.00，奖金池为 10000.00，故乘以 0.5。",
    "bonusPool.ben：16000 × 0.25 = 4000.00 CNY。",
    "按期间的一部分计付：12 个月中的 6 = 0.5。",
    "应发合计 20000.00，奖金池为 10000.00，故乘以 0.5。",
    "bonusPool.cho：8000 × 0 = 0.00 CNY。",
    "不符合资格：2026-12-31 不在职。",
  ]);
  expect(explain(asJson(pool), { locale: zhTW })).toEqual([
    "2026 獎金：從 10000.00 CNY 的獎金池中向 3 人發放 10000.00，剩餘 0.00。",
    "應發合計 20000 CNY；為與獎金池相符，各乘以 0.5。",
    "bonusPool.ann：8000 × 0.75 = 6000.00 CNY。",
    "本人係數：1.5。",
    "應發合計 20000.00，獎金池為 10000.00，故乘以 0.5。",
    "bonusPool.ben：16000 × 0.25 = 4000.00 CNY。",
    "按期間的一部分計付：12 個月中的 6 = 0.5。",
    "應發合計 20000.00，獎金池為 10000.00，故乘以 0.5。",
    "bonusPool.cho：8000 × 0 = 0.00 CNY。",
    "不符合資格：2026-12-31 不在職。",
  ]);
});

const line = yearEndBonus({
  currency: "CNY",
  label: { en: "Year-end bonus", "zh-CN": "年终奖", "zh-TW": "年終獎金" },
  pays: [{ months: 2, basisMost: 10_000 }],
  proration: { by: "months" },
})({ period: "2026", salary: 12_000, factor: "1.2", employment: { from: "2026-04-01" } });
const paid = statement({ currency: "CNY" })({ period: "2026", lines: [line] });

test("a year-end bonus is explained in each language", () => {
  expect(explain(paid)).toEqual([
    "Pay for 2026: 18000.00 CNY.",
    "Year-end bonus: 10000 x 1.8 = 18000.00 CNY.",
    "Pays 2 months of the salary.",
    "Of 12000.00, no more than 10000.00 counts.",
    "Multiplied by the factor 1.2.",
    "Paid for a part of the period: 9 of 12 months = 0.75.",
  ]);
  expect(explain(asJson(paid), { locale: zhCN })).toEqual([
    "2026 应付：18000.00 CNY。",
    "年终奖：10000 × 1.8 = 18000.00 CNY。",
    "发放 2 个月的薪酬。",
    "12000.00 之中至多计 10000.00。",
    "乘以系数 1.2。",
    "按期间的一部分计付：12 个月中的 9 = 0.75。",
  ]);
  expect(explain(asJson(paid), { locale: zhTW })).toEqual([
    "2026 應付：18000.00 CNY。",
    "年終獎金：10000 × 1.8 = 18000.00 CNY。",
    "發放 2 個月的薪酬。",
    "12000.00 之中至多計 10000.00。",
    "乘以係數 1.2。",
    "按期間的一部分計付：12 個月中的 9 = 0.75。",
  ]);
});
