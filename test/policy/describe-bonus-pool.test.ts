// What a description of a policy and of its changes says of pools of bonuses.
import { expect, test } from "vitest";
import { describePolicy, diffPolicies, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

type Incentive = Extract<NonNullable<Policy["incentives"]>[number], { use: "bonusPool" }>;

const target: Incentive["target"] = [
  { tier: "one", amount: 1000 },
  { tier: "two", share: "10%" },
];

function policyOf(incentive: Partial<Incentive>, effectiveFrom = "2026-01-01"): Policy {
  return {
    format: 1,
    id: "one",
    effectiveFrom,
    currency: "CNY",
    axes: [
      {
        id: "work",
        bands: [{ id: "all" }],
        indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100 } }],
      },
    ],
    tiers: [{ id: "one" }, { id: "two" }],
    matrix: { cells: [{ at: { work: "all" }, move: "stay" }] },
    adjustment: { cycle: "year" },
    incentives: [{ use: "bonusPool", target, ...incentive }],
  };
}

const everything: Partial<Incentive> = {
  whenBelow: "scaled",
  multiplier: { axis: "work", curve: "steps", payout: [{ score: 60, pays: "50%" }] },
  eligibility: [{ tier: ["two"] }],
};

test.each([
  [
    undefined,
    "bonusPool: bonuses that a pool funds, the target of the tier. Where all together are more than the pool, each is less in the same proportion; where they are less, the rest of the pool is left.",
    "Target, two: 10% of the salary.",
  ],
  [
    { locale: zhCN },
    "bonusPool：由奖金池支付的奖金，等于该层级目标。合计超过奖金池时各人按同一比例减少；不足时余额留存。",
    "目标，two：薪资的 10%。",
  ],
  [
    { locale: zhTW },
    "bonusPool：由獎金池支付的獎金，等於該層級目標。合計超過獎金池時各人按同一比例減少；不足時餘額留存。",
    "目標，two：薪資的 10%。",
  ],
])("a pool of bonuses is described (%#)", (options, ...sentences) => {
  const text = describePolicy(policyOf({}), options);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test.each([
  [
    undefined,
    "times the payout of the score of work, that of the last point reached. Where all together are more than the pool, each is less in the same proportion; where they are less, each is more in the same proportion.",
    "At a score of 60 it pays 50%.",
  ],
  [{ locale: zhCN }, "乘以按“work”得分的兑现比例（取已达到的最后一点）", "不足时各人按同一比例增加"],
  [{ locale: zhTW }, "乘以按「work」得分的兌現比例（取已達到的最後一點）", "不足時各人按同一比例增加"],
])("with its payout, scaling and conditions (%#)", (options, ...sentences) => {
  const text = describePolicy(policyOf(everything), options);
  for (const sentence of sentences) expect(text).toContain(sentence);
});

test.each([
  [undefined, "paid becomes scaled"],
  [{ locale: zhCN }, "有余时：由按应发发放改为按比例增加"],
  [{ locale: zhTW }, "有餘時：由按應發發放改為按比例增加"],
])("a change of it has words (%#)", (options, sentence) => {
  const [change, ...others] = diffPolicies(
    policyOf({ whenBelow: "paid" }),
    policyOf({ whenBelow: "scaled" }),
    options,
  );
  expect(others).toEqual([]);
  expect(change?.text).toContain(sentence);
});
