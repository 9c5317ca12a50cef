import { expect, test } from "vitest";
import { adjuster, deductions, explainStatement, statement } from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";
import { en } from "../../src/policy/locale.js";
import { asJson } from "../properties/exact.js";

const deduct = deductions({
  currency: "CNY",
  suspensions: [{ id: "no-bonus", label: "Bonus suspended", for: ["grave"], categories: ["bonus"] }],
  deductions: [
    {
      id: "fines",
      due: { kind: "fines", fines: [{ for: ["second-minor"], amounts: [200] }] },
      rest: "dropped",
    },
    { id: "damages", due: { kind: "claims" }, most: [{ share: "20%", of: "gross", counts: "so-far" }] },
    { id: "loan", due: { kind: "sum", amount: 400 } },
  ],
  leaves: { amount: 2000 },
});

test("a fine that a decision brings about is priced by its id", () => {
  const decide = adjuster({
    tiers: [{ id: "junior" }, { id: "senior" }],
    cycle: "quarter",
    violations: {
      severities: [{ id: "minor", points: 1 }],
      consequences: [{ id: "second-minor", kind: "fine", severity: "minor", count: 2 }],
    },
  });
  const { sanctions } = decide({
    period: "2026-Q3",
    standing: {
      tier: "senior",
      since: "2024-01-01",
      violations: [{ id: "v1", severity: "minor", date: "2026-02-01" }],
    },
    placement: { scores: {} },
    events: [{ id: "v2", kind: "violation", severity: "minor", date: "2026-07-20" }],
  });
  const fines = sanctions
    .filter(({ kind }) => kind === "fine")
    .map(({ id }) => ({ id, kind: id, date: "2026-07-31" }));
  const result = deduct({ period: "2026-07", pay: [{ category: "base", amount: 5000 }], events: fines });
  expect(result.lines[0]?.parts).toMatchObject([{ of: "second-minor" }]);
  expect(result.lines[0]?.amount.toFixed()).toBe("-200");
});

test("the notes of a statement say what held a deduction, in three languages", () => {
  const { lines } = deduct({
    period: "2026-07",
    pay: [
      { category: "base", amount: 2500 },
      { category: "bonus", amount: 300 },
    ],
    events: [
      { id: "v2", kind: "grave", date: "2026-07-20" },
      { id: "v1", kind: "second-minor", date: "2026-07-20" },
    ],
    claims: [{ id: "batch-7", deduction: "damages", date: "2026-07-15", amount: 6000 }],
  });
  const slip = statement({ currency: "CNY" })({ period: "2026-07", lines });
  expect(explainStatement(slip).slice(1)).toEqual([
    "Bonus suspended: 300 x -100% = -300.00 CNY.",
    "Suspended for: v2.",
    "fines: 200 x -100% = -200.00 CNY.",
    "damages: 6000 x -5% = -300.00 CNY.",
    "Held at the most, 500.00 (20% of 2500.00), of which 200.00 was taken before.",
    "Carried to the next period: 5700.00.",
    "loan: 400 x 0% = 0.00 CNY.",
    "Of 2000.00 only what is above 2000.00 is taken.",
    "Carried to the next period: 400.00.",
  ]);
  expect(explainStatement(asJson(slip), { locale: zhCN }).slice(5, 7)).toEqual([
    "以扣款上限 500.00 为限（2500.00 的 20%），其中 200.00 已先行扣除。",
    "结转下期：5700.00。",
  ]);
  expect(explainStatement(slip, { locale: zhTW }).slice(-2)).toEqual([
    "2000.00 中僅扣除超過 2000.00 的部分。",
    "結轉下期：400.00。",
  ]);
});

test("less pay than what is protected is not said to leave it", () => {
  const order = deductions({
    currency: "USD",
    deductions: [
      { id: "order", due: { kind: "sum", amount: 30 }, leaves: { amount: 100, shortfall: "carried" } },
    ],
  });
  const first = order({ period: "2026-01", pay: [{ category: "base", amount: 90 }] });
  const second = order({
    period: "2026-02",
    pay: [{ category: "base", amount: 120 }],
    balance: first.balance,
  });
  const said = (period: string, { lines }: typeof first, locale = en) =>
    explainStatement(statement({ currency: "USD" })({ period, lines }), { locale }).find((one) =>
      one.includes("100.00"),
    );
  expect(said("2026-01", first)).toBe("Of 90.00 only what is above 100.00 is taken.");
  expect(said("2026-02", second)).toBe(
    "Of 120.00 only what is above 100.00 is taken, after 10.00 that earlier periods lacked.",
  );
  expect(said("2026-02", second, zhCN)).toBe("120.00 中仅扣除超过 100.00 的部分，并先补足以往不足的 10.00。");
});
