// What a statement says beside its lines: what is refused and why, and which names stay as they are.
import { expect, test } from "vitest";
import {
  basePay,
  commission,
  compilePolicy,
  deductions,
  explain,
  type Policy,
  payLedger,
  recomputedClawback,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { asJson } from "../properties/exact.js";

const policy: Policy = {
  format: 1,
  id: "desk",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "work",
      indicators: [{ id: "audits", weight: 1, measure: { kind: "points" } }],
      bands: [{ id: "all" }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: { cells: [{ at: { work: "all" }, move: "stay" }] },
  adjustment: { cycle: "month" },
  currency: "CNY",
  incentives: [
    {
      use: "benefits",
      items: [
        { id: "phone", pays: { kind: "amount", amount: 100 } },
        {
          id: "car",
          label: { en: "Car allowance", "zh-CN": "交通补贴", "zh-TW": "交通津貼" },
          pays: { kind: "amount", amount: 2000 },
          eligibility: [{ tier: ["senior"] }],
        },
      ],
    },
  ],
};
const pay = compilePolicy(policy).pay as NonNullable<ReturnType<typeof compilePolicy>["pay"]>;

test("the statement of a policy says which benefits are refused, and why", () => {
  const slip = pay({ period: "2026-07", tier: "junior" });
  expect(slip.refused?.map(({ id }) => id)).toEqual(["car"]);
  expect(explain(slip).slice(-2)).toEqual([
    "Car allowance is not paid.",
    "Not eligible: the tier is junior, not one of: senior.",
  ]);
  expect(explain(asJson(slip), { locale: zhCN }).slice(-2)).toEqual([
    "不享有交通补贴。",
    "不符合资格：层级为 junior，须为 senior 之一。",
  ]);
  expect(explain(asJson(slip), { locale: zhTW }).slice(-2)).toEqual([
    "不享有交通津貼。",
    "不符合資格：層級為 junior，須為 senior 之一。",
  ]);
  expect(pay({ period: "2026-07", tier: "senior" })).not.toHaveProperty("refused");
});

test("no name of a part or category that the library gives stays English in Chinese", () => {
  for (const { pay: words } of [zhCN, zhTW])
    for (const names of [words.partNames, words.table.categoryNames])
      for (const name of Object.values(names)) expect(name).not.toMatch(/[a-z]/i);
  const parts = ["cap", "floor", "paid", "maximum", "budget", "recalculated", "posted"];
  expect(Object.keys(zhCN.pay.partNames)).toEqual(expect.arrayContaining(parts));
});

test("a result whose lines a statement takes says so", () => {
  const made = commission({ currency: "USD", brackets: [{ rate: "5%" }] })({
    credits: [{ id: "a", amount: 100 }],
  });
  expect(() => explain(made as never)).toThrow(
    'a result of kind "commission" is explained as part of a statement: give its lines to statement, and explain what that makes',
  );
  for (const kind of ["draw", "advance", "clawback", "holdback", "deductions", "training-agreement"])
    expect(() => explain({ kind, lines: [] } as never)).toThrow("give its lines to statement");
  expect(() => explain(made.lines[0] as never)).toThrow(
    "a line is explained as part of a statement: give it to statement, and explain what that makes",
  );
});

test("a line of a statement as pay, and a raise as an amount, are told what to write", () => {
  const { lines } = commission({ currency: "USD", brackets: [{ rate: "5%" }] })({
    credits: [{ id: "a", amount: 100 }],
  });
  const take = deductions({ currency: "USD", deductions: [{ id: "loan", due: { kind: "sum", amount: 5 } }] });
  expect(() => take({ period: "2026-01", pay: lines as never })).toThrow(
    'pay[0].use: "use" is not a property here: give a line of a statement as { id, category, amount }',
  );
  const pay = basePay({ currency: "USD", table: [{ tier: "a", amount: 6000 }] });
  const changes = [{ from: "2026-02-16", amount: 6500 }];
  expect(() => pay({ tier: "a", period: "2026-02", changes: changes as never })).toThrow(
    'changes[0].amount: "amount" is not a property here: a raise is another row of the plan\'s table: say its tier, grade or step here',
  );
});

test("a recomputed clawback is called another thing than the commission", () => {
  const take = recomputedClawback({ currency: "USD", label: "Commission", brackets: [{ rate: "5%" }] });
  const { lines } = take({ paid: { credits: [{ id: "a", amount: 100 }] }, cancelled: ["a"] });
  expect(lines[0]?.label).toEqual({
    en: "Clawback, recomputed",
    "zh-CN": "追回（重算）",
    "zh-TW": "追回（重算）",
  });
});

test("a result without sentences of its own says what shows it", () => {
  const curve = { kind: "payout-curve" };
  expect(() => explain(curve as never)).toThrow("read it with payoutAt, breakEven");
  const kept = payLedger({ currency: "USD" })({ events: [] });
  expect(() => explain(kept as never)).toThrow("explain each of its statements");
});

test("what can be explained is named whole", () => {
  expect(() => explain({ kind: "nothing" } as never)).toThrow(/"statement", .*"what-if", got "nothing"$/);
});
