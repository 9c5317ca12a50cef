// What a description of a policy says of its commissions, and that their rules are checked and paid as the calculator's.
import { describe, expect, test } from "vitest";
import { compilePolicy, describePolicy, explain, type Policy } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

type Incentive = Extract<NonNullable<Policy["incentives"]>[number], { use: "commission" }>;

function policyOf(incentive: Partial<Incentive>): Policy {
  return {
    format: 1,
    id: "one",
    effectiveFrom: "2026-01-01",
    currency: "CNY",
    axes: [
      {
        id: "work",
        bands: [{ id: "all" }],
        indicators: [{ id: "sales", weight: 1, measure: { kind: "attainment", target: 100 } }],
      },
    ],
    tiers: [{ id: "only" }],
    matrix: { cells: [{ at: { work: "all" }, move: "stay" }] },
    adjustment: { cycle: "year" },
    incentives: [{ use: "commission", on: "sales", ...incentive }],
  };
}

const described = (incentive: Partial<Incentive>) =>
  [undefined, { locale: zhCN }, { locale: zhTW }].map((options) =>
    describePolicy(policyOf(incentive), options).split("\n"),
  ) as [string[], string[], string[]];

const everything: Partial<Incentive> = {
  counts: "attainment",
  quotaIn: "units",
  paidOn: "amount",
  method: "whole",
  curve: "lines",
  totals: "shared",
  tables: [
    {
      id: "large",
      label: { en: "Large deals", "zh-CN": "大单", "zh-TW": "大單" },
      when: [
        { deal: "amount", atLeast: 500, atMost: 900 },
        { attribute: "product", is: ["cloud", "voice"] },
      ],
      brackets: [{ rate: "3%" }, { from: "100%", rate: "5%" }],
    },
    { id: "other", brackets: [{ rate: "1%" }] },
  ],
  threshold: { from: "50%" },
  perDeal: { credited: { above: 1000, share: "25%" } },
  cap: { above: 900, share: "50%" },
  floor: 10,
};

describe("a commission with everything", () => {
  const [en, cn, tw] = described(everything);

  test("in English", () => {
    const start = en.findIndex((line) => line.includes("commission on sales"));
    expect(en.slice(start, start + 13).map((line) => line.trim())).toEqual([
      "commission: commission on sales, the whole amount at the rate of the bracket that it reaches.",
      "The brackets count the attainment of the quota (of units), and the rates are paid on the amount.",
      "Large deals, where the amount of the deal is at least 500 and at most 900 and product is cloud; voice:",
      "From 0 to 100%: 3%.",
      "From 100%: 5%.",
      "other, for all other credits:",
      "From 0: 1%.",
      "The brackets of all tables count all credits together.",
      "From corner to corner it goes in straight lines.",
      "An amount of exactly a corner belongs to the upper bracket.",
      "Nothing is paid until the attainment of the quota reaches 50%.",
      "Of a deal above 1000 (the amount) 25% of the excess is credited.",
      "The commission above 900 is paid at 50%.",
    ]);
    expect(en.join("\n")).toContain("The commission is at least 10.");
  });

  test("in Chinese, with the same numbers and no English", () => {
    for (const lines of [cn, tw]) {
      const start = lines.findIndex((line) => line.includes("commission："));
      const own = lines.slice(start, start + 14);
      expect(own.join(" ")).toMatch(/50%.*1000.*25%.*900.*50%.*10/);
      for (const line of own) expect(line).not.toMatch(/[a-z]{3,} [a-z]{3,}/);
    }
    expect(cn.join("\n")).toContain("大单（单笔金额不低于 500 且不高于 900，product 为 cloud；voice）：");
    expect(tw.join("\n")).toContain("大單（單筆金額不低於 500 且不高於 900，product 為 cloud；voice）：");
  });
});

test("amounts for all and for units, and limits of deals", () => {
  const [en] = described({
    per: "credit",
    counts: "units",
    method: "whole",
    brackets: [{ perUnit: 5 }, { from: 10, pays: 80 }],
    perDeal: { cap: { above: 70 }, floor: 20, credited: { above: 5, quantity: "units" } },
  });
  const text = en.join("\n");
  for (const line of [
    "each credit on its own.",
    "The brackets count units, and the rates are paid on units.",
    "From 0 to 10: 5 for each unit.",
    "From 10: 80 for all.",
    "Of a deal above 5 (units) nothing of the excess is credited.",
    "A deal's commission is at most 70.",
    "A deal that earns anything is paid at least 20.",
  ])
    expect(text).toContain(line);
});

describe("pay of a policy", () => {
  const base = { period: "2026", tier: "only", scores: {} };
  const pay = (incentive: Partial<Incentive>, input: object) => {
    const outcome = compilePolicy(policyOf(incentive)).pay?.safe({ ...base, ...input });
    if (outcome === undefined) return "nothing";
    return outcome.ok
      ? outcome.value.total.toFixed()
      : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  };
  const onQuota = {
    counts: "attainment",
    brackets: [{ rate: "10%" }, { from: "100%", rate: "20%" }],
  } as const;
  const credit = (id: string, amount: number) => ({ id, amount, attributes: { product: "cloud" } });

  test("on a quota", () => {
    expect(pay(onQuota, { amounts: { sales: 150 }, quotas: { sales: 100 } })).toBe("20");
    expect(pay(onQuota, { amounts: { sales: 150 } })).toEqual(["quotas.sales quota-missing"]);
    expect(pay(onQuota, { amounts: { sales: 150 }, quotas: { sales: 0 } })).toEqual([
      "quotas.sales quota-not-positive",
    ]);
    expect(
      pay({ brackets: [{ rate: "10%" }] }, { amounts: { sales: 1 }, quotas: { sales: 1, calls: 1 } }),
    ).toEqual(["quotas.sales quota-unused", "quotas.calls unknown-indicator"]);
  });

  test("on credits, also those of earlier periods", () => {
    const plan = { per: "to-date", brackets: [{ rate: "10%" }, { from: 100, rate: "20%" }] } as const;
    const earlier = { sales: [credit("a", 80)] };
    expect(pay(plan, { credits: { sales: [credit("b", 40)] }, earlier })).toBe("6");
    expect(pay(plan, { credits: { sales: [credit("b", 40)] }, earlier, paid: { sales: 5 } })).toBe("9");
    expect(pay(plan, { credits: { sales: [credit("a", 40)] }, earlier })).toEqual([
      "credits.sales.0.id duplicate-id",
    ]);
    expect(pay({ brackets: [{ rate: "10%" }] }, { amounts: { sales: 1 }, earlier })).toEqual([
      "earlier.sales to-date-unused",
    ]);
  });

  test("needs credits where one amount does not say all", () => {
    const plan = { paidOn: "margin", method: "whole", brackets: [{ rate: "10%" }] } as const;
    expect(pay(plan, { amounts: { sales: 100 } })).toEqual(["amounts.sales missing"]);
    expect(pay(plan, { credits: { sales: [{ id: "a", amount: 100, margin: 20 }] } })).toBe("2");
  });

  test("in a review, credits take the place of the raw amount", () => {
    const review = compilePolicy(policyOf(onQuota)).review({
      person: { id: "p" },
      period: "2026",
      evidence: { sales: 90 },
      standing: { tier: "only", since: "2020-01-01" },
      credits: { sales: [credit("a", 60), credit("b", 60)] },
      quotas: { sales: 100 },
    });
    expect(review.statement?.total.toFixed()).toBe("14");
    expect(explain(review).join("\n")).toContain("120.00 of a quota of 100.00, an attainment of 120%.");
  });
});
