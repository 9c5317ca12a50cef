import { readFileSync } from "node:fs";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  type Cause,
  type CommissionConfig,
  commission,
  compareStatements,
  explain,
  type StatementLine,
  statement,
} from "../../src/index.js";
import { currencyDecimals } from "../../src/kernel/currency.js";
import { zhCN } from "../../src/locales/index.js";
import { calculatorOf, type FactoryName } from "../../src/registry.js";
import { caseFiles } from "../case-runner.js";
import { anyCommission, anyCredits, quotaOf } from "./any-commission.js";

type Json = Readonly<Record<string, unknown>>;

const PAYS = [
  ...["advance", "basePay", "benefits", "bonusPool", "clawback", "commission", "deductions", "draw"],
  ...["equityPayout", "holdback", "honours", "meritIncrease", "payLedger", "performanceBonus"],
  ...["recomputedClawback", "rewardPoints", "spiff", "statement", "teamPool", "trainingAgreement"],
  "yearEndBonus",
];

/** All lines in what the calculators make of their case files, by calculator and currency. */
function linesOfCases(): ReadonlyMap<string, readonly StatementLine[]> {
  const found = new Map<string, StatementLine[]>();
  for (const file of caseFiles("test/cases/incentives") ?? []) {
    const { use, config, input, steps } = JSON.parse(readFileSync(file, "utf8"));
    if (!PAYS.includes(use)) continue;
    for (const line of resultsOf(use, config, steps ?? [{ input }]).flatMap(linesIn)) {
      const key = `${use} ${line.currency}`;
      found.set(key, [...(found.get(key) ?? []), line]);
    }
  }
  return found;
}

/** What comes of the inputs of a case, each going on from the one before; nothing of what is refused. */
function resultsOf(use: FactoryName, config: unknown, steps: readonly { input: Json }[]): readonly unknown[] {
  const results: Json[] = [];
  for (const { input } of steps) {
    const { balance, ledger } = results.at(-1) ?? {};
    const carried = {
      ...(balance === undefined ? {} : { balance }),
      ...(ledger === undefined ? {} : { ledger }),
    };
    try {
      results.push(calculatorOf(use, config)({ ...carried, ...input }) as Json);
    } catch {
      break;
    }
  }
  return results;
}

function linesIn(value: unknown): readonly StatementLine[] {
  if (typeof value !== "object" || value === null || Decimal.isDecimal(value)) return [];
  if ("use" in value && "rate" in value && "trace" in value) return [value as StatementLine];
  return Object.values(value).flatMap(linesIn);
}

const found = linesOfCases();

it("the cases have lines of all calculators that pay", () => {
  const uses = new Set([...found.keys()].map((key) => key.split(" ")[0]));
  expect([...uses].sort()).toEqual([...PAYS].sort());
});

/** One line of a calculator, as two periods may have it. */
const pair = fc
  .constantFrom(...found.values())
  .chain((lines) => fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...lines)))
  .map(([before, after]) => [before, { ...like(after, before) }] as const);

/** A line that is called as another. */
function like(line: StatementLine, { id, period, corrects, use }: StatementLine): StatementLine {
  const { period: _period, corrects: _corrects, ...rest } = line;
  return {
    ...rest,
    id,
    use,
    ...(period === undefined ? {} : { period }),
    ...(corrects === undefined ? {} : { corrects }),
  };
}

it("the causes sum to the difference, none is 0, and each is of what its two lines say", () => {
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 4 }), (pairs) => {
      const currency = pairs[0]?.[0].currency ?? "";
      const own = pairs.filter(([line]) => line.currency === currency);
      const unique = [...new Map(own.map((one) => [one[0].id, one])).values()];
      judge(
        unique.map(([line]) => line),
        unique.map(([, line]) => line),
        currency,
      );
    }),
    { numRuns: 400 },
  );
});

it("so do those of the months of any commission", () => {
  fc.assert(
    fc.property(
      anyCommission,
      fc.array(anyCredits, { minLength: 2, maxLength: 4 }),
      fc.boolean(),
      (config, months, states) => {
        const paid = monthsOf(config, months, states);
        for (const [index, lines] of paid.slice(1).entries())
          judge(paid[index] ?? [], lines, config.currency);
      },
    ),
    { numRuns: 200 },
  );
});

/** The lines of months one after the other; to date they go on from one another, with what was paid stated or not. */
function monthsOf(
  config: CommissionConfig,
  months: readonly (readonly object[])[],
  states: boolean,
): readonly (readonly StatementLine[])[] {
  const pay = commission(config);
  const named = months.map((credits, month) =>
    credits.map((one, index) => ({ ...one, id: `${month}-${index}` })),
  );
  let paid = new Decimal(0);
  return named.flatMap((credits, month) => {
    const isToDate = config.per === "to-date" && month > 0;
    const result = pay.safe({
      credits,
      ...quotaOf(config),
      ...(isToDate ? { earlier: named.slice(0, month).flat() } : {}),
      ...(isToDate && states ? { paid: paid.toFixed() } : {}),
    } as Parameters<typeof pay>[0]);
    if (!result.ok) return [];
    paid = paid.plus(String(result.value.amount));
    return [result.value.lines];
  });
}

function judge(before: readonly StatementLine[], after: readonly StatementLine[], currency: string): void {
  const of = statement({ currency });
  const [from, to] = [of({ period: "2026-01", lines: before }), of({ period: "2026-02", lines: after })];
  const compared = compareStatements(from, to);
  expect(sum(compared.causes).toFixed()).toBe(compared.difference.toFixed());
  const stored = JSON.parse(JSON.stringify([from, to]));
  expect(JSON.stringify(compareStatements(stored[0], stored[1]))).toBe(JSON.stringify(compared));
  const lines = compared.causes.map(({ line }) => line);
  expect(lines.filter((line, index) => line !== lines[index - 1])).toEqual([...new Set(lines)]);
  for (const line of new Set(lines)) {
    const own = compared.causes.filter((cause) => cause.line === line);
    const two = [from, to].map((one) => one.lines.find(({ id }) => id === line));
    expect(sum(own).toFixed()).toBe(amountOf(two[1]).minus(amountOf(two[0])).toFixed());
    for (const cause of own) judgeCause(cause, two, currency);
  }
  for (const sentence of [...explain(compared), ...explain(compared, { locale: zhCN })])
    expect(sentence).not.toMatch(/undefined|NaN|null/);
}

/** A cause names what has changed, and an amount that a basis makes at its rate. */
function judgeCause(cause: Cause, two: readonly (StatementLine | undefined)[], currency: string): void {
  const { kind, of, from, to, rate, amount } = cause;
  expect(amount.isZero()).toBe(false);
  if (kind === "basis" || kind === "rate" || kind === "amount") expect(String(from)).not.toBe(String(to));
  const parts = two.flatMap((line) => line?.parts ?? []);
  if (of !== undefined && of !== "earned" && of !== "paid")
    expect(parts.map((part) => part.of)).toContain(of);
  if (rate !== undefined) expect(parts.map((part) => String(part.rate))).toContain(String(rate));
  if (kind === "rules") expect(two.some((line) => line?.notes !== undefined)).toBe(true);
  if (kind !== "basis" || rate === undefined) return;
  const changed = new Decimal(String(to)).minus(String(from));
  const lost = changed.times(String(rate)).minus(String(amount)).abs();
  // Rounding moves few of the currency's units, and rates may be shown with 6 decimals.
  const few = new Decimal(10).pow(1 - currencyDecimals(currency));
  expect(lost.lte(changed.abs().times("0.000001").plus(few))).toBe(true);
}

function amountOf(line: StatementLine | undefined): Decimal {
  return new Decimal(String(line?.amount ?? 0));
}

function sum(causes: readonly Cause[]): Decimal {
  return causes.reduce((total, { amount }) => total.plus(String(amount)), new Decimal(0));
}
