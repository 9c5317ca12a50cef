import { describe, expect, it } from "vitest";
import {
  basePay,
  type CommissionInput,
  commission,
  compareStatements,
  deductions,
  draw,
  explain,
  type PayLedgerInput,
  payLedger,
  type StatementLine,
  spiff,
  statement,
} from "../../src/index.js";
import { zhCN, zhTW } from "../../src/locales/index.js";

const of = (period: string, lines: readonly StatementLine[]) =>
  statement({ currency: "USD" })({ period, lines });

/** What is said of the lines of two periods, without the first sentence. */
const why = (before: readonly StatementLine[], after: readonly StatementLine[], locale = {}) =>
  explain(compareStatements(of("2026-01", before), of("2026-02", after)), locale).slice(1);

const brackets = [{ rate: "5%" }, { from: 100_000, rate: "8%" }];
const named = { id: "deals", label: "Commission", currency: "USD" } as const;
const sold = (amount: number, more: object = {}): CommissionInput => ({
  credits: [{ id: "a", amount }],
  ...more,
});

describe("why a line of parts is another amount", () => {
  const attained = commission({
    ...named,
    counts: "attainment",
    brackets: [{ rate: "5%" }, { from: "100%", rate: "7%" }],
  });

  it("is the bracket in which more or less was sold, to the cent and without rules that the plan does not have", () => {
    const lines = (amount: number) => attained(sold(amount, { quota: 7_000_000 })).lines;
    const compared = compareStatements(of("2026-01", lines(29_999_999)), of("2026-02", lines(21_234_567)));
    expect(compared.causes).toMatchObject([{ line: "deals", kind: "basis" }]);
    expect(explain(compared)).toEqual([
      "2026-02 is 613580.24 USD less than 2026-01: 1346419.69 instead of 1959999.93.",
      "Commission (at a rate of 7%): the basis is 14234567 instead of 22999999: -613580.24.",
    ]);
    expect(why(lines(8_000_000), lines(6_500_000))).toEqual([
      "Commission (at a rate of 5%): the basis is 6500000 instead of 7000000: -25000.00.",
      "Commission (1000000 at a rate of 7%) is gone: -70000.00.",
    ]);
  });

  it("is the rate of a bracket, where the plan has changed", () => {
    const [old, now] = ["7%", "8%"].map((rate) =>
      commission({ ...named, brackets: [{ rate: "5%" }, { from: 1000, rate }] }),
    );
    expect(why(old?.(sold(3000)).lines ?? [], now?.(sold(4000)).lines ?? [])).toEqual([
      "Commission (at a rate of 7%): the basis is 3000 instead of 2000: 70.00.",
      "Commission (at a rate of 7%): the rate is 8% instead of 7%: 30.00.",
    ]);
  });

  it("is basis and rate, where all is paid at the rate that is reached", () => {
    const whole = commission({ ...named, method: "whole", brackets });
    expect(why(whole(sold(90_000)).lines, whole(sold(110_000)).lines)).toEqual([
      "Commission: the basis is 110000 instead of 90000: 1000.00.",
      "Commission: the rate is 8% instead of 5%: 3300.00.",
    ]);
  });

  it("is a threshold that only one of the two reaches, beside cap and floor", () => {
    const gated = commission({ ...named, threshold: { from: 50_000 }, brackets, cap: { above: 15_000 } });
    const [reached, missed] = [gated(sold(350_000)).lines, gated(sold(35_000)).lines];
    expect(why(reached, missed)).toEqual([
      "Commission: a threshold that is reached in one of the two periods only: -25000.00.",
      "Commission (cap) is gone: 10000.00.",
    ]);
    expect(why(missed, reached, { locale: zhCN })[0]).toBe("Commission：起付线仅在其中一期达到：25000.00。");
    expect(why(missed, reached, { locale: zhTW })[0]).toBe("Commission：起付線僅在其中一期達到：25000.00。");
  });

  it("is what each table earns", () => {
    const tables = commission({
      ...named,
      tables: [
        {
          id: "new",
          when: [{ attribute: "customer", is: ["new"] }],
          brackets: [{ rate: "10%" }, { from: 1000, rate: "12%" }],
        },
        { id: "other", brackets: [{ rate: "3%" }] },
      ],
    });
    const lines = (first: number, rest: number) =>
      tables({
        credits: [
          { id: "a", amount: first, attributes: { customer: "new" } },
          { id: "b", amount: rest },
        ],
      }).lines;
    expect(why(lines(3000, 5000), lines(900, 7000))).toEqual([
      "Commission (new, at a rate of 10%): the basis is 900 instead of 1000: -10.00.",
      "Commission (new, 2000 at a rate of 12%) is gone: -240.00.",
      "Commission (other): the basis is 7000 instead of 5000: 60.00.",
    ]);
  });

  it("is each deal of a spiff and each claim of a deduction", () => {
    const prize = spiff({ id: "prize", currency: "USD", pays: 100, maximum: 250 });
    const won = (...ids: readonly string[]) =>
      prize({
        period: "2026-02",
        deals: ids.map((id) => ({ id, person: "ann", on: "2026-02-10", units: 1 })),
      }).people[0]?.line;
    const lines = [won("A", "B"), won("C", "B", "D")].map((line) => (line === undefined ? [] : [line]));
    expect(why(lines[0] ?? [], lines[1] ?? [])).toEqual([
      "prize (A) is gone: -100.00.",
      "prize (C) is new: 100.00.",
      "prize (D) is new: 100.00.",
      "prize (maximum) is new: -50.00.",
    ]);
    const take = deductions({
      currency: "USD",
      deductions: [{ id: "loan", label: "Loan", due: { kind: "claims" } }],
    });
    const owed = (...claims: readonly (readonly [string, number])[]) =>
      take({
        period: "2026-02",
        pay: [{ category: "base-pay", amount: 3000 }],
        claims: claims.map(([id, amount]) => ({ deduction: "loan", id, date: "2026-02-03", amount })),
      }).lines;
    expect(why(owed(["car", 200], ["house", 300]), owed(["car", 150], ["bike", 80]))).toEqual([
      "Loan (car): the basis is 150 instead of 200: 50.00.",
      "Loan (house) is gone: 300.00.",
      "Loan (bike) is new: -80.00.",
    ]);
  });
});

describe("why a line to date is another amount", () => {
  const plan = {
    ...named,
    per: "to-date",
    counts: "attainment",
    brackets: [{ rate: "5%" }, { from: "100%", rate: "10%" }],
    cap: { above: 20_000 },
  } as const;
  const pay = commission(plan);
  const [january, february] = [[{ id: "a", amount: 150_000 }], [{ id: "b", amount: 20_000 }]];
  const first = pay({ credits: january, quota: 90_000 });
  const second = pay({ credits: february, earlier: january, paid: "10500", quota: 180_000 });
  const third = pay({
    credits: [{ id: "c", amount: 240_000 }],
    earlier: [...january, ...february],
    paid: "8500",
    quota: 270_000,
  });

  it("is what was earned to date and what was paid before", () => {
    expect(why(first.lines, second.lines)).toEqual([
      "Commission (earned to date, at a rate of 5%): the basis is 170000 instead of 90000: 4000.00.",
      "Commission (earned to date, 60000 at a rate of 10%) is gone: -6000.00.",
      "Commission (paid before) is new: -10500.00.",
    ]);
    expect(why(second.lines, third.lines)).toEqual([
      "Commission (earned to date, at a rate of 5%): the basis is 270000 instead of 170000: 5000.00.",
      "Commission (earned to date, 140000 at a rate of 10%) is new: 14000.00.",
      "Commission (cap) is new: -7500.00.",
      "Commission (paid before): -8500.00 instead of -10500.00: 2000.00.",
    ]);
  });

  it("is said in Chinese too", () => {
    expect(why(second.lines, third.lines, { locale: zhCN })).toEqual([
      "Commission（累计应得，按 5% 计）：基数由 170000 变为 270000：5000.00。",
      "新增“Commission（累计应得，140000 按 10% 计）”：14000.00。",
      "新增“Commission（上限）”：-7500.00。",
      "Commission（此前已付）：由 -10500.00 变为 -8500.00：2000.00。",
    ]);
    expect(why(second.lines, third.lines, { locale: zhTW })).toEqual([
      "Commission（累計應得，按 5% 計）：基數由 170000 變為 270000：5000.00。",
      "新增「Commission（累計應得，140000 按 10% 計）」：14000.00。",
      "新增「Commission（上限）」：-7500.00。",
      "Commission（此前已付）：由 -10500.00 變為 -8500.00：2000.00。",
    ]);
  });

  it("is the same where earlier credits are taken away and no payment is stated", () => {
    const whole = commission({ ...named, per: "to-date", method: "whole", brackets });
    const [one, two] = [whole(sold(90_000)), whole(sold(30_000, { toDate: 90_000 }))];
    expect(why(one.lines, two.lines)).toEqual([
      "Commission (earned to date): the basis is 120000 instead of 90000: 1500.00.",
      "Commission (earned to date): the rate is 8% instead of 5%: 3600.00.",
      "Commission (paid before) is new: -4500.00.",
    ]);
  });

  it("is what the new slices are, where each month has its own", () => {
    const marginal = commission({ ...named, per: "to-date", brackets });
    const [one, two] = [marginal(sold(130_000)), marginal(sold(10_000, { toDate: 130_000 }))];
    expect(why(one.lines, two.lines)).toEqual([
      "Commission (100000 at a rate of 5%) is gone: -5000.00.",
      "Commission (at a rate of 8%): the basis is 10000 instead of 30000: -1600.00.",
    ]);
  });
});

describe("why a line of one number is another amount", () => {
  it("is the average basis and the part of the period, where it has stretches of days", () => {
    const base = basePay({
      id: "base",
      currency: "USD",
      table: [
        { tier: "junior", amount: 3000 },
        { tier: "senior", amount: 4500 },
      ],
    });
    const january = base({ period: "2026-01", tier: "junior", employment: { from: "2026-01-16" } });
    const changes = [{ from: "2026-03-16", tier: "senior" }];
    const march = base({ period: "2026-03", tier: "junior", changes });
    expect(why([base({ period: "2026-01", tier: "junior" })], [march])).toEqual([
      "base: the basis is 3774.193548 instead of 3000: 774.19.",
    ]);
    expect(why([january], [march])).toEqual([
      "base: the basis is 3774.193548 instead of 3000: 399.58.",
      "base: the rate is 1 instead of 0.516129: 1826.22.",
    ]);
  });

  it("is the amount alone of a draw", () => {
    const advance = draw({ id: "draw", label: "Draw", currency: "USD", amount: 2500 });
    const one = advance({ period: "2026-01", earned: 1000 });
    const two = advance({ period: "2026-02", earned: 6000, balance: one.balance });
    expect(why(one.lines, two.lines)).toEqual(["Draw: -1500.00 instead of 1500.00: -3000.00."]);
  });

  it("is never a rule of which no note speaks", () => {
    const line = (amount: number, notes: object = {}) =>
      ({
        ...{ id: "x", use: "imported", category: "other", currency: "USD", basis: 1000, rate: "0.5" },
        ...{ amount, trace: [], ...notes },
      }) as unknown as StatementLine;
    expect(why([line(500)], [line(400)])).toEqual(["x: 400.00 instead of 500.00: -100.00."]);
    const counted = { notes: [{ kind: "commission-counted", values: { counts: "amount", counted: "1" } }] };
    expect(why([line(500)], [line(400, counted)])).toEqual(["x: 400.00 instead of 500.00: -100.00."]);
    const capped = { notes: [{ kind: "house-cap", values: { at: "400" } }] };
    expect(why([line(500)], [line(400, capped)])).toEqual(["x: caps, floors and other rules: -100.00."]);
  });
});

it("corrections, adjustments and settled disputes keep what they are for", () => {
  const pay = commission({ ...named, brackets });
  const entry = { on: "2026-02-05", by: "payroll", reason: "a late deal" };
  const events: PayLedgerInput["events"] = [
    { kind: "close", period: "2026-01", lines: pay(sold(20_000)).lines },
    { kind: "recalculate", id: "late", period: "2026-01", lines: pay(sold(40_000)).lines, ...entry },
    {
      kind: "dispute",
      id: "d1",
      period: "2026-01",
      line: "deals",
      on: "2026-02-06",
      by: "ann",
      reason: "a deal",
    },
    { kind: "settle", dispute: "d1", amount: "120.50", on: "2026-02-07", by: "payroll", reason: "found" },
    { kind: "adjust", id: "taxi", period: "2026-01", amount: "48.20", ...entry },
    { kind: "close", period: "2026-02", lines: pay(sold(20_000)).lines },
    { kind: "close", period: "2026-03", lines: pay(sold(20_000)).lines },
  ];
  const [january, february, march] = payLedger({ currency: "USD" })({ events }).statements;
  if (january === undefined || february === undefined || march === undefined) throw new Error("no statement");
  expect(compareStatements(january, february).causes[0]).toMatchObject({
    line: "deals.late",
    period: "2026-01",
    corrects: "deals",
  });
  expect(explain(compareStatements(january, february)).slice(1)).toEqual([
    "Commission (a correction for 2026-01) is new: 1000.00.",
    "Commission (a correction for 2026-01) is new: 120.50.",
    "taxi (for 2026-01) is new: 48.20.",
  ]);
  expect(explain(compareStatements(february, march), { locale: zhCN }).slice(1)).toEqual([
    "不再有“Commission（更正 2026-01）”：-1000.00。",
    "不再有“Commission（更正 2026-01）”：-120.50。",
    "不再有“taxi（属于 2026-01）”：-48.20。",
  ]);
  expect(explain(compareStatements(january, february), { locale: zhTW })[3]).toBe(
    "新增「taxi（屬於 2026-01）」：48.20。",
  );
});
