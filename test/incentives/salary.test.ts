import { expect, test } from "vitest";
import { explain, meritIncrease, salaryPosition } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const place = salaryPosition({
  currency: "USD",
  ranges: [{ tier: "senior", minimum: 48_000, maximum: 72_000 }],
  market: {
    asOf: "2026-01-01",
    ageing: { rate: "4%" },
    rates: [
      { tier: "senior", percentile: 25, amount: 50_000 },
      { tier: "senior", percentile: 50, amount: 60_000 },
    ],
  },
});
const low = place({ tier: "senior", salary: 47_000, on: "2026-07-01" });
const high = place({ tier: "senior", salary: 73_000, on: "2026-07-01" });
const middle = place({ tier: "senior", salary: 56_100, on: "2026-07-01" });

const review = meritIncrease({
  currency: "USD",
  ranges: [{ tier: "senior", minimum: 48_000, maximum: 72_000 }],
  bands: [{ id: "all", label: { en: "Meets", "zh-CN": "达标", "zh-TW": "達標" } }],
  matrix: [
    { band: "all", positions: ["below", "first-quarter", "second-quarter", "third-quarter"], percent: "4%" },
    { band: "all", positions: ["fourth-quarter", "above"], percent: "2%" },
  ],
  aboveMaximum: "lump-sum",
});
const people = [
  { id: "ann", tier: "senior", salary: 50_000, band: "all" },
  { id: "ben", tier: "senior", salary: 71_000, band: "all" },
];
const increases = review({ period: "2026", budget: 1710, people });

test("a salary is explained by its range and the market", () => {
  expect(explain(low)).toEqual([
    "47000.00 USD: below the range; the range is 48000.00 to 72000.00, its midpoint 60000.00.",
    "Compa-ratio: 0.783333; range penetration: -0.041667.",
    "Missing to the minimum: 1000.00 USD.",
    "The market pays 61200.00 USD at percentile 50 (brought to the day with the factor 1.02); salary over market: 0.767974, midpoint over market: 0.980392.",
    "The salary is below all rates that the market is stated with.",
  ]);
  expect(explain(asJson(high), { locale: zhCN })).toEqual([
    "73000.00 USD：高于区间；薪酬区间为 48000.00 至 72000.00，中位值 60000.00。",
    "比较比率：1.216667；区间渗透率：1.041667。",
    "高于区间上限 1000.00 USD。",
    "市场第 50 百分位为 61200.00 USD（按系数 1.02 推算至当日）；薪资与市场之比：1.19281，中位值与市场之比：0.980392。",
    "薪资高于所列的全部市场水平。",
  ]);
  expect(explain(asJson(middle), { locale: zhTW })).toEqual([
    "56100.00 USD：區間第二四分位；薪資區間為 48000.00 至 72000.00，中位值 60000.00。",
    "比較比率：0.935；區間滲透率：0.3375。",
    "市場第 50 百分位為 61200.00 USD（按係數 1.02 推算至當日）；薪資與市場之比：0.916667，中位值與市場之比：0.980392。",
    "薪資在市場中的百分位：37.5。",
  ]);
});

test("increases are explained by the matrix, the range and the budget", () => {
  expect(explain(increases)).toEqual([
    "Increases for 2026: 1710.00 of a budget of 1710.00 USD; left: 0.00.",
    "3420.00 USD was wanted; all is multiplied by 0.5 to stay in the budget.",
    "ann: Meets, first quarter of the range (compa-ratio 0.833333); at 4% of 50000.00, 2000.00; the raise is 1000.00, the new salary 51000.00 (compa-ratio 0.85).",
    "Multiplied by 0.5, as the budget is short.",
    "ben: Meets, fourth quarter of the range (compa-ratio 1.183333); at 2% of 71000.00, 1420.00; the raise is 500.00, the new salary 71500.00 (compa-ratio 1.191667).",
    "Paid once: 210.00 USD.",
    "A raise ends at the maximum of the range, 72000.00.",
    "Multiplied by 0.5, as the budget is short.",
  ]);
  expect(explain(asJson(increases), { locale: zhCN }).slice(0, 3)).toEqual([
    "2026 调薪：1710.00 USD，预算 1710.00，剩余 0.00。",
    "应调 3420.00 USD；为不超预算，一律乘以 0.5。",
    "ann：达标，区间第一四分位（比较比率 0.833333）；按 50000.00 的 4% 计为 2000.00；调薪 1000.00，调后薪资 51000.00（比较比率 0.85）。",
  ]);
  expect(explain(asJson(increases), { locale: zhTW }).slice(-3)).toEqual([
    "一次性發放：210.00 USD。",
    "調薪以區間上限 72000.00 為限。",
    "因預算不足，乘以 0.5。",
  ]);
});
