import { compareIds } from "../../kernel/apportion.js";
import { periodEnd } from "../../kernel/calendar.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { evaluate } from "../../kernel/piecewise.js";
import { multiply, type Rational, rational, rationalText, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { round, roundToUnits } from "../../kernel/rounding.js";
import { show } from "../../kernel/show.js";
import { compileRateTable, directFunction } from "../rate-table/compile.js";
import { baseOf, type Pay, sumOf } from "./bases.js";
import type { CheckedDeductionsInput } from "./input.js";
import type { CheckedDeductions, DeductionRule } from "./rules.js";

/** Something that is due, in units of the currency. */
export interface Due {
  readonly id: string;
  readonly date: string;
  readonly units: bigint;
  /** What it was before rounding, where it is new. */
  readonly exact?: Rational;
}

type DueOf<Kind extends DeductionRule["due"]["kind"]> = Extract<DeductionRule["due"], { kind: Kind }>;

/** Compiles what is due of one deduction: first what was carried, in its order, then what is new, by day and id. */
export function compileDue({ currency, rounding }: CheckedDeductions, { id, due, decimals }: DeductionRule) {
  const scale = rational(10n ** BigInt(currencyDecimals(currency)));
  const rounded = (amount: Rational) => (decimals === undefined ? amount : round(amount, decimals, rounding));
  const toUnits = (amount: Rational) => roundToUnits(multiply(amount, scale), 0, rounding);
  const fresh = freshDues(id, due);
  return (input: CheckedDeductionsInput, pay: Pay, taken: Rational, report: Report): readonly Due[] => {
    const before = input.balance?.deductions.find((one) => one.id === id)?.dues ?? [];
    const carried = before.map(({ id: name, date, amount }) => ({
      id: name,
      date,
      units: toUnits(readNumber(amount)),
    }));
    const added = fresh(input, pay, taken, report)
      .map(({ amount, ...one }) => ({ ...one, units: toUnits(rounded(amount)), exact: amount }))
      .sort((a, b) => a.date.localeCompare(b.date) || compareIds(a.id, b.id));
    for (const { id: name } of added) {
      if (carried.some((one) => one.id === name))
        report.add(["balance"], "duplicate-id", `${show(name)} is due already, from an earlier period`);
    }
    return [...carried, ...added].filter(({ units }) => units > 0n);
  };
}

interface Fresh {
  readonly id: string;
  readonly date: string;
  readonly amount: Rational;
}

type FreshDues = (
  input: CheckedDeductionsInput,
  pay: Pay,
  taken: Rational,
  report: Report,
) => readonly Fresh[];

/** What is newly due of one deduction in a period. */
function freshDues(id: string, due: DeductionRule["due"]): FreshDues {
  switch (due.kind) {
    case "claims":
      return ({ claims }) =>
        claims
          .filter(({ deduction }) => deduction === id)
          .map(({ id: claim, date, amount }) => ({ id: claim, date, amount: readNumber(amount) }));
    case "fines":
      return (input, pay, taken) => finesOf(due, input, pay, taken);
    case "sum":
      return ({ period }, pay, taken, report) => [
        { id: period, date: periodEnd(period), amount: sumOf(due, pay, taken, report) },
      ];
    case "brackets": {
      const earns = directFunction(compileRateTable(due.brackets, due));
      return ({ period }, pay, taken, report) => {
        const base = baseOf(due, pay, taken);
        const amount = base.n === 0n ? ZERO : evaluate(earns, base);
        if (amount === undefined) {
          const end = rationalText(earns.to ?? ZERO);
          const message = `expected pay of at most ${end}, where the table of ${show(id)} ends, got ${rationalText(base)}`;
          report.add(["pay"], "above-brackets", message);
        }
        return [{ id: period, date: periodEnd(period), amount: amount ?? ZERO }];
      };
    }
  }
}

/** The fines of a period: which of its kind an event is goes by day and id. */
function finesOf(
  { fines }: DueOf<"fines">,
  { events }: CheckedDeductionsInput,
  pay: Pay,
  taken: Rational,
): readonly Fresh[] {
  const ordered = [...events].sort((a, b) => a.date.localeCompare(b.date) || compareIds(a.id, b.id));
  return fines.flatMap((fine) =>
    ordered
      .filter(({ kind }) => fine.for.includes(kind))
      .map(({ id, date }, index) => ({
        id,
        date,
        amount:
          fine.amounts === undefined
            ? multiply(readRatio(fine.share ?? 0), baseOf(fine, pay, taken))
            : readNumber(fine.amounts[index] ?? fine.amounts.at(-1) ?? 0),
      })),
  );
}
