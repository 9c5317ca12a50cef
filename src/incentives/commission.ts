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
 * The credits, and what goes with them: those of earlier periods or their total, what was paid for them, and the quota; the period that they are of, where the lines shall say it.
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
 * Commission by rate tables (M10): credits in, lines of pay out.
 *
 * What brackets count is `counts`: the `amount`, `units` or `margin` of the credits, the `attainment` of a quota (of the quantity `quotaIn`), or the `margin-percent`, which is
 * the margin as a part of the amount, 0 % where that is 0. The last two are written in percent. What is paid on is `paidOn`; without it, what is counted, what the quota is in, or
 * the amount. A bracket has a `rate` of it (above 100 % only up to a `highestRate` that says so), money `perUnit` where units are paid on, or an amount that it `pays`.
 *
 * - `method: "marginal"`: each slice at its bracket's rate. Where something else is paid on than is counted, what is paid on of each credit is spread evenly over what is counted of it, in the order
 *   of the credits; what lies below a count of 0 earns nothing, and a credit that counts nothing is paid on at the rate that the running count has then. An amount is paid in full once its bracket is passed, and in proportion before.
 * - `"each"`: all of a credit at the rate that the running count reaches with it; what came before keeps its rate. A return goes back at the rate that it comes down from.
 * - `"whole"`: everything at the rate that the whole count reaches, so that a higher rate is paid on what came before too. An amount is paid for all.
 * - `curve: "lines"`: the rate (or by the whole method the amount) goes in a straight line from each corner to the next, and stays after the last.
 * - `boundary` says to which bracket a count of exactly its corner belongs: `upper` or `lower`. Below the lowest bracket nothing is earned, nor by a count of 0 that is itself
 *   paid on; what else is paid on gets the rate of a bracket that 0 belongs to. Above the end of a table (its last `to`) is an error, for every count that credits of it are paid at or that they run through.
 *
 * `per` says what the brackets count from zero: a `credit`, an `order` (all its credits), the `period` (all credits of the input), or all `to-date`. Each credit and each order has a line; a period has one, and so
 * has what counts to date: what the credits and the `earlier` ones earn together, rounded, less what was paid for the earlier ones. Where nothing came before, nothing was paid. `toDate` may stand for the earlier credits where their total
 * says all: one table whose count is paid on itself.
 *
 * To date, `paid` is the sum of the lines so far. Without it, what the earlier credits earn by the plan and the quota **of now** is taken for what was paid. So the lines of any split of the year sum to the year's line while plan and quota
 * stay the same; state `paid` where they do not (a quota to date that grows by the month, a new rate), where a floor was paid before there was any credit, and where a credit was added to the earlier ones or taken out of them. Then the line makes up for the difference. Without `paid`
 * nothing does, and nothing says so.
 *
 * With `tables` a credit is paid by the first table that it fits, by attributes or by how large its deal is; the last is for all others. A deal is the credit's order, or per credit the credit alone, and a return is as large as what is
 * returned. Each table counts its `own` credits, or all tables count all of them (`totals: "shared"`), a credit being paid on its part of the running count, or by the whole method at the rate that the count of all reaches. Parts of lines say in `of` which table they are of.
 *
 * Then come the limits, in this order:
 * 1. `perDeal.credited`: of a deal above a size only a share of the excess is credited; all its quantities shrink in the same proportion, for counts too. How large a deal is for `tables` is said before that.
 * 2. The tables.
 * 3. `threshold`: nothing is paid until the count of all credits of the input (to date: of all to date) reaches it, exactly it being enough; then all is, or with `pays: "above"` only what exceeds it in what each table counts.
 * 4. `perDeal.cap` and `perDeal.floor`, per credit or order. A deal that earns nothing gets no floor.
 * 5. `cap`, then `floor`, on the commission of the period or to date. A cap is hard, or soft where it pays a `share` of the excess. Where each deal has a line, they are on the sum of the rounded lines, and a line `<id>.limits` has
 *    what they change.
 *
 * **Returns.** Where more comes back than is sold in what is counted together, it takes back what the same sale would earn, under every method, threshold, cap and floor of a deal alike; only `floor` holds as it stands: `0` says that nothing is taken
 * back. Whether more comes back is said by the sum of what is counted (of a ratio, by what is divided by the quota or what the margin is divided by). Where something else is paid on than is counted, a loss (a count below zero while the sum of what is paid on is above it)
 * earns nothing. A threshold of a margin in percent is reached by no negative one.
 *
 * Money is rounded once per line. A line says its `period` where the input does; a deal that is paid in several periods has lines of one id, which are told apart by it. The line's basis is what is paid on, its rate what was earned on each unit of it before rounding (shown with 6 decimals; 0 where nothing is paid on), read in percent (`rateAs`) unless units are paid on, or amounts are paid for them. Its parts sum to it: slices, or all at one rate,
 * and what caps (`of: "cap"`), floors (`"floor"`) and stated payments (`"paid"`) change; each is rounded down, and those with the largest remainders (of equal ones the first) up, until they do; a negative line mirrors the positive one.
 * They are in the order of tables and brackets, or where credits are paid on in turn in the order in which they reach them; nothing makes no part, but by the whole method each table that has credits has one. The basis of an amount for something else than is paid on is what is counted. To date they are the new slices, or by the whole method what all to date earns and,
 * negative, what the earlier credits earned. Notes say quota and attainment, a threshold, what limits changed, and how money was rounded: the line
 * (`rounded`), or to date what all earn (`rounded-to-date`) and what the earlier credits earned (`rounded-before`), in the line of limits all lines together (`rounded-together`), and where a part is a unit off what rounding it alone
 * would make, that the parts sum (`parts-rounded-to-sum`).
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), `brackets-unsorted`, `brackets-overlap`, `brackets-hole`; `rate-too-high`; `rate-falling`, where the plan says `rising`; `quota-unused`; a bracket without what it pays, or with more (`one-of`, `missing`); percent where there is none, or none where
 * there is (`number-invalid`); tables of which the last is not for all others (`row-missing`); what does not go together (`not-a-choice`, `range-empty`). Errors of the input: a count above the end of its table (`above-brackets`), a credit twice, or a deal `limits` beside such a line (`duplicate-id`), a credit without what the plan
 * needs (`missing`), no quota, one of 0 or less, or one that nothing counts (`quota-missing`, `quota-not-positive`, `quota-unused`), what belongs to a running total where nothing does (`to-date-unused`), a payment with too many decimals (`amount-too-fine`).
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
 *
 * @example
 * ```ts
 * import { commission } from "tierwise";
 *
 * const pay = commission({
 *   currency: "CNY",
 *   per: "order",
 *   tables: [
 *     { id: "large", when: [{ deal: "amount", atLeast: 500_000 }], brackets: [{ rate: "3%" }] },
 *     { id: "key-accounts", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "2.5%" }] },
 *     { id: "other", brackets: [{ rate: "1%" }, { from: 100_000, rate: "1.5%" }] },
 *   ],
 *   cap: { above: 20_000, share: "50%" },
 * });
 * const { lines } = pay({
 *   credits: [
 *     { id: "a", order: "A", amount: 600_000 },
 *     { id: "b", order: "B", amount: 200_000, attributes: { customer: "key" } },
 *   ],
 * });
 * lines.map(({ id, amount }) => `${id} ${amount}`); // => ["commission.A 18000", "commission.B 5000", "commission.limits -1500"]
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
      const { period } = input;
      const lines = [...own, ...(limitsOn?.(own) ?? [])].map((line) =>
        period === undefined ? line : { ...line, period },
      );
      const total = sum(lines.map(({ amount }) => readNumber(amount)));
      return { kind: "commission", currency: config.currency, amount: toDecimal(total, decimals), lines };
    },
  });
  return withProgram(calculator, isToDate ? toDateProgram(plan, decimals) : groupProgram(plan, decimals));
}
