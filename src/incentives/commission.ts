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
 * Commission by rate tables (M10). The brackets count something (`counts`: an amount, units, margin, the attainment of a quota, a margin in percent), and their rates are paid on something
 * (`paidOn`; without it on what is counted): each slice at its bracket's rate (`marginal`), or all at the rate of the bracket that is reached (`whole`). With `curve: "lines"` the rate goes in a
 * straight line from bracket to bracket. `boundary` says to which bracket exactly a corner belongs.
 *
 * `per` says from where the brackets count: `credit` and `order` begin anew with each, and each has a line; `period` counts all credits of the input together, in one line; `to-date` counts `earlier` credits (or
 * their total, `toDate`) too: its line is what all to date earns, rounded, less what those before earned, rounded, or less what was `paid` for them. So the lines of a year sum to the year's rounded total.
 * A return (a negative credit) takes back what the same amount earned.
 *
 * With `tables`, each credit is paid by the first table that it fits, by its attributes or by how large its deal is; each counts its own credits, or all together (`totals: "shared"`). A `threshold` has to be reached before
 * anything is paid, or before what exceeds it is; `cap` and `floor` are on the commission of the period or to date, `perDeal` on each deal. In this order: what is credited of a deal, the tables, the threshold, the deal's cap and
 * floor, rounding of lines, and where lines stand alone a line for what a cap or floor on their sum makes.
 *
 * The line's basis is what is paid on, its rate what was earned on each unit of it before rounding (shown with 6 decimals; 0 where nothing is paid on). Its parts sum to the line: exact slices, each rounded down, and those
 * with the largest remainders up, until they do. Its notes say what caps, thresholds and counts made.
 *
 * Errors of the config: brackets out of order, overlapping or with a hole (`brackets-unsorted`, `brackets-overlap`, `brackets-hole`); rates that fall where they are to rise, or are above `highestRate` (`out-of-range`). Errors of the input: a
 * total above the end of the table (`above-brackets`), a credit twice (`duplicate-id`), what belongs to a running total where nothing does (`to-date-unused`), a quota of 0 where attainment counts (`quota-not-positive`).
 *
 * @example
 * ```ts
 * import { commission } from "tierwise";
 *
 * const pay = commission({
 *   currency: "USD",
 *   per: "to-date",
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
