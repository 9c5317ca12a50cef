import { describe, expect, it } from "vitest";
import {
  benefits,
  commission,
  compareStatements,
  explain,
  type PayLedgerInput,
  payLedger,
  type Statement,
  type StatementLine,
  statement,
  statementRows,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const line = (id: string, basis: number, rate: number, more: object = {}) =>
  ({
    id,
    use: id,
    category: "base-pay",
    currency: "USD",
    basis,
    rate,
    amount: basis * rate,
    trace: [],
    ...more,
  }) as unknown as StatementLine;

const of = (period: string, lines: readonly StatementLine[]) =>
  statement({ currency: "USD" })({ period, lines });

describe("the words of statements", () => {
  const july = of("2026-07", [line("base", 3000, 1), line("deals", 1000, 0.5), line("gift", 10, 1)]);
  const august = of("2026-08", [line("base", 3100, 1), line("deals", 1000, 0.25), line("star", 20, 1)]);
  const comparison = compareStatements(july, august);

  it("say why one is less than another", () => {
    expect(explain(JSON.parse(JSON.stringify(comparison)))).toEqual([
      "2026-08 is 140.00 USD less than 2026-07: 3370.00 instead of 3510.00.",
      "base: 3100.00 instead of 3000.00: 100.00.",
      "deals: the rate is 0.25 instead of 0.5: -250.00.",
      "gift is gone: -10.00.",
      "star is new: 20.00.",
    ]);
    expect(explain(comparison, { locale: zhCN })).toEqual([
      "2026-08 比 2026-07 少 140.00 USD：由 3510.00 变为 3370.00。",
      "base：由 3000.00 变为 3100.00：100.00。",
      "deals：比例由 0.5 变为 0.25：-250.00。",
      "不再有“gift”：-10.00。",
      "新增“star”：20.00。",
    ]);
    expect(explain(comparison, { locale: zhTW })).toEqual([
      "2026-08 比 2026-07 少 140.00 USD：由 3510.00 變為 3370.00。",
      "base：由 3000.00 變為 3100.00：100.00。",
      "deals：比例由 0.5 變為 0.25：-250.00。",
      "不再有「gift」：-10.00。",
      "新增「star」：20.00。",
    ]);
    expect(explain(compareStatements(july, july))).toEqual([
      "2026-07 and 2026-07 come to the same: 3510.00 USD.",
    ]);
    expect(explain(compareStatements(august, july))[0]).toBe(
      "2026-07 is 140.00 USD more than 2026-08: 3510.00 instead of 3370.00.",
    );
  });

  it("say what caps and other rules make, apart from basis and rate", () => {
    const capped = line("deals", 1000, 0.5, {
      amount: 400,
      notes: [{ kind: "capped", values: { at: "400" } }],
    });
    const { causes } = compareStatements(of("2026-07", [line("deals", 1000, 0.5)]), of("2026-08", [capped]));
    expect(causes.map(({ kind, amount }) => [kind, String(amount)])).toEqual([["rules", "-100"]]);
  });

  it("find no other rule where notes only say more, such as an attainment", () => {
    const pay = commission({
      currency: "USD",
      counts: "attainment",
      brackets: [{ rate: "1%" }, { from: "100%", rate: "2%" }],
    });
    const sold = (period: string, amount: number) =>
      of(period, pay({ quota: 1_000_000, credits: [{ id: "x", amount }] }).lines);
    const { causes } = compareStatements(sold("2026-Q1", 3_000_000), sold("2026-Q2", 2_500_000));
    expect(causes.map(({ kind, rate, amount }) => `${kind} at ${rate} ${amount}`)).toEqual([
      "basis at 0.02 -10000",
    ]);
  });

  it("find no other rate where only cents are rounded another way", () => {
    const deals = (amount: number, basis: number) => [line("deals", basis, 0.05, { amount })];
    const { causes } = compareStatements(
      of("2026-07", deals(50, 1000.09)),
      of("2026-08", deals(50.01, 1000.1)),
    );
    expect(causes.map(({ kind, amount }) => `${kind} ${amount}`)).toEqual(["basis 0.01"]);
  });

  it("refuses two currencies", () => {
    const other = { ...july, currency: "EUR" };
    expect(() => compareStatements(other, july)).toThrow("expected EUR, got USD");
  });

  it("make a table of lines, parts, categories and the total", () => {
    const parts = [
      { of: "new customers", basis: 600, rate: 0.5, amount: 300 },
      { of: "others", basis: 400, rate: 0.5, amount: 200 },
    ];
    const rows = statementRows(of("2026-07", [line("deals", 1000, 0.5, { parts, rule: "Plan 3.2" })]), {
      locale: zhTW,
    });
    expect(rows).toEqual([
      ["項目", "項目代碼", "類別", "類別代碼", "期間", "基數", "比例"].concat([
        "金額",
        "幣別",
        "依據",
        "說明",
        "本年累計",
        "列類型",
      ]),
      [
        "deals",
        "deals",
        "基本薪資",
        "base-pay",
        "2026-07",
        "1000",
        "0.5",
        "500.00",
        "USD",
        "Plan 3.2",
        "",
        "",
        "項目",
      ],
      [
        "deals：new customers",
        "deals",
        "基本薪資",
        "base-pay",
        "2026-07",
        "600",
        "0.5",
        "300.00",
        "USD",
        "",
        "",
        "",
        "其中",
      ],
      [
        "deals：others",
        "deals",
        "基本薪資",
        "base-pay",
        "2026-07",
        "400",
        "0.5",
        "200.00",
        "USD",
        "",
        "",
        "",
        "其中",
      ],
      [
        "基本薪資",
        "",
        "基本薪資",
        "base-pay",
        "2026-07",
        "",
        "",
        "500.00",
        "USD",
        "",
        "",
        "500.00",
        "類別小計",
      ],
      ["合計", "", "", "", "2026-07", "", "", "500.00", "USD", "", "", "500.00", "合計"],
    ]);
  });

  it("say what a correction and an adjustment are for", () => {
    const entry = { on: "2026-08-05", by: "payroll", reason: "late deal" };
    const events: PayLedgerInput["events"] = [
      { kind: "close", period: "2026-07", lines: [line("deals", 100, 1)] },
      { kind: "recalculate", id: "late", period: "2026-07", lines: [line("deals", 150, 1)], ...entry },
      { kind: "adjust", id: "gift", period: "2026-07", amount: 5, ...entry },
      { kind: "close", period: "2026-08", lines: [] },
    ];
    const last = payLedger({ currency: "USD" })({ events }).statements[1];
    if (last === undefined) throw new Error("no statement");
    expect(explain(last)).toEqual([
      "Pay for 2026-08: 55.00 USD.",
      "deals, a correction for 2026-07: 50.00 USD.",
      "Recalculated on 2026-08-05 by payroll, it comes to 150.00; 100.00 was posted before, and the difference is this line. Reason: late deal.",
      "gift: 5 x 1 = 5.00 USD.",
      "For 2026-07, entered on 2026-08-05 by payroll: late deal.",
    ]);
    expect(explain(last, { locale: zhCN }).slice(1, 3)).toEqual([
      "deals（更正 2026-07）：50.00 USD。",
      "payroll 于 2026-08-05 重算：应得 150.00，此前已入账 100.00，差额即本项。原因：late deal。",
    ]);
    expect(explain(last, { locale: zhTW }).slice(1, 3)).toEqual([
      "deals（更正 2026-07）：50.00 USD。",
      "payroll 於 2026-08-05 重算：應得 150.00，此前已入帳 100.00，差額即本項。原因：late deal。",
    ]);
    expect(statementRows(last, { locale: zhTW }).map(([first]) => first)).toEqual([
      "項目",
      "deals.late",
      "deals.late：重算所得",
      "deals.late：此前已入帳",
      "gift",
      "基本薪資",
      "調整",
      "合計",
    ]);
    expect(statementRows(last)[1]?.slice(0, 11)).toEqual([
      ...["deals.late", "deals.late", "Base pay", "base-pay", "2026-07", "50", "1", "50.00", "USD", ""],
      "Recalculated on 2026-08-05 by payroll, it comes to 150.00; 100.00 was posted before, and the difference is this line. Reason: late deal.",
    ]);
    expect(explain(last, { locale: zhTW })).toContain("2026-07：2026-08-05 由 payroll 登記：late deal。");
  });

  it("say what is refused in a closed period as in a statement, also when it was stored", () => {
    const { lines, refused } = benefits({
      currency: "USD",
      items: [
        { id: "meals", label: "Meals", pays: { kind: "amount", amount: 100 } },
        {
          id: "car",
          label: "Car",
          pays: { kind: "amount", amount: 400 },
          eligibility: [{ fact: "months", atLeast: 6 }],
        },
      ],
    })({ period: "2026-07", facts: { months: 2 } });
    const [config, close] = [
      { currency: "USD" },
      { kind: "close" as const, period: "2026-07", lines, refused },
    ];
    const { ledger, statements } = payLedger(config)({ events: [close] });
    const said = explain(statement(config)({ period: "2026-07", lines, refused }));
    expect(said.length).toBe(4);
    expect(explain(statements[0] as Statement)).toEqual(said);
    const stored = payLedger(config)({ ledger: JSON.parse(JSON.stringify(ledger)), events: [close] });
    expect(explain(stored.statements[0] as Statement)).toEqual(said);
    expect(JSON.stringify(stored.ledger)).toBe(JSON.stringify(ledger));
  });
});
