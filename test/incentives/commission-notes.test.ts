// What lines of commission say of themselves, in three languages: every note, and no number that is not in the line.
import { describe, expect, test } from "vitest";
import {
  type CommissionConfig,
  type CommissionInput,
  commission,
  explainStatement,
  statement,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const brackets = [{ rate: "10%" }];
const sold = (amount: number, more: object = {}) => ({ id: "a", amount, ...more });
const shown = (config: Omit<CommissionConfig, "currency">, input: CommissionInput) => {
  const { lines } = commission({ currency: "USD", ...config })(input);
  const made = statement({ currency: "USD" })({ period: "2026-Q3", lines });
  return [undefined, { locale: zhCN }, { locale: zhTW }].map((options) =>
    explainStatement(made, options),
  ) as [string[], string[], string[]];
};

const plans: readonly [
  string,
  Omit<CommissionConfig, "currency">,
  CommissionInput,
  string,
  string,
  string,
][] = [
  [
    "counts",
    { counts: "units", paidOn: "amount", brackets },
    { credits: [sold(100, { units: 3 })] },
    "The brackets count units: 3.",
    "区间按件数计：3。",
    "區間按件數計：3。",
  ],
  [
    "attainment",
    { counts: "attainment", brackets },
    { credits: [sold(90)], quota: 120 },
    "90.00 of a quota of 120.00, an attainment of 75%.",
    "完成 90.00，定额 120.00，完成率 75%。",
    "達成 90.00，定額 120.00，達成率 75%。",
  ],
  [
    "counts of several tables",
    {
      paidOn: "margin",
      method: "whole",
      tables: [
        { id: "cloud", when: [{ attribute: "product", is: ["cloud"] }], brackets },
        { id: "other", brackets },
      ],
    },
    { credits: [sold(90, { margin: 30 })] },
    "The brackets of other count the amount: 90.00.",
    "other：区间按金额计：90.00。",
    "other：區間按金額計：90.00。",
  ],
  [
    "a threshold that is not reached",
    { threshold: { from: 100 }, brackets },
    { credits: [sold(90)] },
    "Nothing is paid, as the amount is 90.00, below the threshold of 100.00.",
    "金额为 90.00，未达到起付线 100.00，不予支付。",
    "金額為 90.00，未達到起付線 100.00，不予支付。",
  ],
  [
    "a threshold above which is paid",
    { threshold: { from: 100, pays: "above" }, brackets },
    { credits: [sold(190)] },
    "Only what is above the threshold of 100.00 (the amount) is paid on.",
    "仅就超过起付线 100.00（金额）的部分计提。",
    "僅就超過起付線 100.00（金額）的部分計提。",
  ],
  [
    "a cap",
    { cap: { above: 50, share: "25%" }, brackets },
    { credits: [sold(900)] },
    "The commission of 90.00 is above the cap of 50.00; of what exceeds it, 25% is paid.",
    "应得佣金 90.00 超过上限 50.00，超出部分按 25% 支付。",
    "應得佣金 90.00 超過上限 50.00，超出部分按 25% 支付。",
  ],
  [
    "a floor",
    { floor: 50, brackets },
    { credits: [sold(90)] },
    "The commission of 9.00 is raised to the floor of 50.00.",
    "应得佣金 9.00，按下限 50.00 支付。",
    "應得佣金 9.00，按下限 50.00 支付。",
  ],
  [
    "a deal's cap",
    { per: "credit", perDeal: { cap: { above: 50 } }, brackets },
    { credits: [sold(900)] },
    "The deal's commission of 90.00 is above the cap of 50.00 for a deal; what exceeds it is not paid.",
    "该笔佣金 90.00 超过单笔上限 50.00，超出部分不予支付。",
    "該筆佣金 90.00 超過單筆上限 50.00，超出部分不予支付。",
  ],
  [
    "a deal's floor",
    { per: "credit", perDeal: { floor: 50 }, brackets },
    { credits: [sold(90)] },
    "The deal's commission of 9.00 is raised to 50.00, the least for a deal.",
    "该笔佣金 9.00，按单笔下限 50.00 支付。",
    "該筆佣金 9.00，按單筆下限 50.00 支付。",
  ],
  [
    "a deal that is credited in part",
    { perDeal: { credited: { above: 50 } }, brackets },
    { credits: [sold(90, { order: "A" })] },
    "Of the deal A (the amount: 90.00) only 50.00 is credited.",
    "交易 A 的金额为 90.00，仅计入 50.00。",
    "交易 A 的金額為 90.00，僅計入 50.00。",
  ],
  [
    "what was paid before",
    { per: "to-date", brackets },
    { credits: [sold(90)], toDate: 10 },
    "Earned to date: 10.00, of which 1.00 was paid before.",
    "累计应得 10.00，此前已付 1.00。",
    "累計應得 10.00，此前已付 1.00。",
  ],
  [
    "that the line was rounded",
    { brackets },
    { credits: [sold(90.05)] },
    "Rounded from 9.005 to the nearest, a half away from zero.",
    "由 9.005 四舍五入。",
    "由 9.005 四捨五入。",
  ],
  [
    "that what is taken back was rounded",
    { brackets, rounding: "down" },
    { credits: [sold(-90.05)] },
    "Rounded from -9.005 towards zero.",
    "由 -9.005 向零取整。",
    "由 -9.005 向零取整。",
  ],
  [
    "how all to date was rounded",
    { per: "to-date", brackets },
    { credits: [sold(90.04)], earlier: [{ id: "b", amount: 10 }] },
    "What is earned to date, 10.00, is rounded from 10.004 to the nearest, a half away from zero.",
    "累计应得 10.00 由 10.004 四舍五入。",
    "累計應得 10.00 由 10.004 四捨五入。",
  ],
  [
    "how what was earned before was rounded",
    { per: "to-date", brackets, rounding: "half-even" },
    { credits: [sold(90)], earlier: [{ id: "b", amount: 10.05 }] },
    "What was earned before, 1.00, is rounded from 1.005 to the nearest, a half to the even one.",
    "此前应得 1.00 由 1.005 四舍六入五成双。",
    "此前應得 1.00 由 1.005 四捨六入五成雙。",
  ],
  [
    "how all deals under a cap were rounded together",
    { per: "credit", brackets, cap: { above: 50, share: "1/3" } },
    { credits: [sold(900)] },
    "All lines together, 63.33, are rounded from 63.333333 to the nearest, a half away from zero.",
    "各项合计 63.33 由 63.333333 四舍五入。",
    "各項合計 63.33 由 63.333333 四捨五入。",
  ],
  [
    "that parts sum to their line",
    { brackets: [{ rate: "10%" }, { from: 3.34, rate: "20%" }] },
    { credits: [sold(5.01)] },
    "The parts are rounded so that they sum to the line.",
    "各部分取整后的合计与本项金额相符。",
    "各部分取整後的合計與本項金額相符。",
  ],
];

describe("a note says", () => {
  test.each(plans)("%s", (_, config, input, en, cn, tw) => {
    const texts = shown(config, input);
    for (const [index, wanted] of [en, cn, tw].entries()) expect(texts[index]).toContain(wanted);
  });
});

test("parts of tables and limits say what they are of", () => {
  const tables = [
    { id: "cloud", when: [{ attribute: "product", is: ["cloud"] }], brackets },
    { id: "other", brackets: [{ rate: "5%" }] },
  ];
  const credits = [sold(1000, { attributes: { product: "cloud" } }), { ...sold(400), id: "b" }];
  const [en, cn, tw] = shown({ tables, cap: { above: 100 } }, { credits });
  expect(en.filter((line) => line.startsWith("Of which"))).toEqual([
    "Of which 1000 at a rate of 10% (cloud): 100.00.",
    "Of which 400 at a rate of 5% (other): 20.00.",
    "Of which -20 at a rate of 100% (cap): -20.00.",
  ]);
  expect(cn).toContain("其中 -20 按 100% 计（上限）：-20.00。");
  expect(tw).toContain("其中 -20 按 100% 計（上限）：-20.00。");
});

test("rates are in percent where they are shares of money, and as they are where they are money per unit", () => {
  const thirds = { brackets: [{ rate: "5%" }, { from: 300, rate: "1/3" }] };
  const [en, cn, tw] = shown(thirds, { credits: [sold(600)] });
  expect(en.slice(1, 4)).toEqual([
    "commission: 115.00 USD on 600, a blended rate of 19.1667%.",
    "Of which 300 at a rate of 5%: 15.00.",
    "Of which 300 at a rate of 33.3333%: 100.00.",
  ]);
  expect(cn[3]).toBe("其中 300 按 33.3333% 计：100.00。");
  expect(tw[1]).toBe("commission：按 600 計得 115.00 USD，綜合比例 19.1667%。");
  const [units] = shown(
    { counts: "units", brackets: [{ perUnit: 40 }] },
    { credits: [{ id: "a", units: 3 }] },
  );
  expect(units[1]).toBe("commission: 3 x 40 = 120.00 USD.");
});
