import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { currencyDecimals } from "../kernel/currency.js";
import { type Decimal, toDecimal } from "../kernel/decimal.js";
import { readNumber } from "../kernel/number.js";
import { sum } from "../kernel/rational.js";
import type { Written } from "../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { checkCommission } from "./commission/check.js";
import { readGiven } from "./commission/credits.js";
import { commissionConfig, commissionInput } from "./commission/fields.js";
import { compileGroupLines } from "./commission/group-lines.js";
import { type CheckedCommission, compilePlan } from "./commission/plan.js";
import { groupProgram, toDateProgram } from "./commission/program.js";
import { compileToDateLine } from "./commission/to-date-line.js";
import { compileTotalLines } from "./commission/total-lines.js";
import type { StatementLine } from "./line.js";

/**
 * The commission plan: the config of `commission`.
 *
 * @useDeclaredType
 */
export type CommissionConfig = Written<typeof commissionConfig>;

/**
 * The credits, and what goes with them: those of earlier periods or their total, what was paid for them, and the quota.
 *
 * @useDeclaredType
 */
export type CommissionInput = Written<typeof commissionInput>;

/** The lines of a commission and their sum. */
export interface Commission {
  readonly kind: "commission";
  readonly currency: string;
  readonly amount: Decimal;
  readonly lines: readonly StatementLine[];
}

/**
 * Commission by brackets (M10): each slice of the credited amount at its bracket's rate (`marginal`), or the whole amount at the rate of
 * the bracket it reaches (`whole`).
 *
 * With `per: "period"` (the default) the brackets count the running total, which begins at `toDate`, and there is one line: what the total to date
 * earns, rounded, less what `toDate` earned, rounded. So the lines of a year always sum to the year's rounded total, and a return (a negative
 * credit) takes back what it earned. With `per: "credit"` the brackets begin anew with each credit, and each has a line. Money is rounded once per line to the
 * currency's minor unit. Totals below the lowest bracket earn nothing.
 *
 * The line's basis is the credited amount, its rate what was earned on each unit of it before rounding (shown with 6 decimals; 0 where nothing is credited).
 * Its parts sum to the line: the slices (each rounded down, and those with the largest remainders up, until they do), or by the whole method what the new total earns and, negative, what `toDate` earned.
 *
 * Errors of the config: brackets out of order, overlapping or with a hole (`brackets-unsorted`, `brackets-overlap`, `brackets-hole`). Errors of the input: a
 * total above the end of the table (`above-brackets`), a credit twice (`duplicate-id`), `toDate` where each credit stands alone (`to-date-unused`).
 *
 * @example
 * ```ts
 * import { commission } from "tierwise";
 *
 * const pay = commission({
 *   currency: "USD",
 *   brackets: [{ rate: "4%" }, { from: 150_000, rate: "6%" }, { from: 250_000, rate: "8%" }],
 * });
 * const earned = pay({ credits: [{ id: "deal-7", amount: 20_000 }], toDate: 145_000 });
 * earned.amount; // => "1100"
 * earned.lines[0]?.rate; // => "0.055"
 * earned.lines[0]?.parts; // => [{ basis: "5000", rate: "0.04", amount: "200" }, { basis: "15000", rate: "0.06", amount: "900" }]
 * ```
 */
export const commission: CalculatorFactory<CommissionConfig, CommissionInput, Commission> =
  /* @__PURE__ */ defineFactory({
    title: "commission",
    config: commissionConfig,
    check: (config, report) => checkCommission(config, [], report),
    compile: compileCommission,
  });

function compileCommission(config: CheckedCommission): ProgramCalculator<CommissionInput, Commission> {
  const plan = compilePlan(config);
  const decimals = currencyDecimals(config.currency);
  const isToDate = config.per === "to-date";
  const linesOf = isToDate ? compileToDateLine(plan, decimals) : compileGroupLines(plan, decimals);
  const limitsOn = compileTotalLines(plan, decimals);
  const calculator = defineCalculator({
    title: "commission",
    input: commissionInput,
    run(input, report): Commission {
      const given = readGiven(input, plan, decimals, report);
      report.stop();
      const own = linesOf(given, report);
      const lines = [...own, ...(limitsOn?.(own) ?? [])];
      const total = sum(lines.map(({ amount }) => readNumber(amount)));
      return { kind: "commission", currency: config.currency, amount: toDecimal(total, decimals), lines };
    },
  });
  return withProgram(calculator, isToDate ? toDateProgram(plan, decimals) : groupProgram(plan, decimals));
}
