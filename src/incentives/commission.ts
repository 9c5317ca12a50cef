import * as z from "zod/mini";
import { roundToTotal } from "../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { currencyDecimals } from "../kernel/currency.js";
import { type Decimal, exactDecimal, shownDecimal, toDecimal, unitsToDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { readNumber } from "../kernel/number.js";
import { evaluate } from "../kernel/piecewise.js";
import {
  absolute,
  add,
  divide,
  multiply,
  negate,
  type Rational,
  rationalText,
  sum,
  ZERO,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { roundToUnits } from "../kernel/rounding.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../program/calculator.js";
import { compileProgram, writePiecewise } from "../program/interpreter.js";
import type { Program } from "../program/program.js";
import { payFields } from "./fields.js";
import { type LinePart, payLine, type StatementLine } from "./line.js";
import {
  checkRateTable,
  compileRateTable,
  type RateTable,
  rateTableFields,
  slicesBetween,
} from "./rate-table.js";

/** The fields of a commission; a policy's incentive has them too. */
export function commissionFields() {
  return {
    ...payFields(),
    ...rateTableFields(),
    per: described(
      z._default(z.enum(["period", "credit"]), "period"),
      "period: the brackets count the running total of all credits. credit: they begin anew with each credit, and each has a line.",
    ),
  };
}

const commissionConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(commissionFields()));

const commissionInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    credits: list(z.strictObject({ id: key(), amount: inputNumber() })),
    toDate: z.optional(inputNumber()),
  }),
);

/**
 * The rate table: the config of `commission`.
 *
 * @useDeclaredType
 */
export type CommissionConfig = Written<typeof commissionConfig>;

type CheckedCommission = Checked<typeof commissionConfig>;

/**
 * The credited amounts and, for a running total, what was credited before them.
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

/** Notes what the schema cannot see in a commission. */
export function checkCommission(
  config: Omit<CheckedCommission, "currency">,
  path: Path,
  report: Report,
): void {
  checkRateTable(config, path, report);
}

function compileCommission(config: CheckedCommission): ProgramCalculator<CommissionInput, Commission> {
  const table = compileRateTable(config);
  const decimals = currencyDecimals(config.currency);
  const program = commissionProgram(config, table, decimals);
  const run = compileProgram(program);

  const lineOf = (id: string, start: Rational, credited: Rational): StatementLine => {
    const result = run([
      ["before", start],
      ["credited", credited],
    ]);
    const amount = result.number("amount");
    const earned = result.number("earned unrounded");
    return payLine("commission", "commission", config, {
      id,
      basis: exactDecimal(credited),
      rate: shownDecimal(credited.n === 0n ? ZERO : divide(earned, credited)),
      amount: toDecimal(amount, decimals),
      parts: partsOf(config, table, start, credited, amount, decimals),
      trace: result.trace(),
    });
  };

  const calculator = defineCalculator({
    title: "commission",
    input: commissionInput,
    run({ credits, toDate }, report): Commission {
      const amounts = credits.map((credit) => readNumber(credit.amount));
      checkIds(credits, ["credits"], report);
      if (config.per === "credit" && toDate !== undefined) {
        report.add(["toDate"], "to-date-unused", "each credit stands alone in this plan: take toDate away");
      }
      const start = toDate === undefined ? ZERO : readNumber(toDate);
      const totals = config.per === "credit" ? amounts : [start, add(start, sum(amounts))];
      for (const [index, total] of totals.entries()) {
        if (evaluate(table.earns, total) !== undefined) continue;
        const path =
          config.per === "credit" ? ["credits", index, "amount"] : index === 0 ? ["toDate"] : ["credits"];
        const end = rationalText(table.earns.to ?? ZERO);
        report.add(
          path,
          "above-brackets",
          `expected a total of at most ${end}, where the table ends, got ${rationalText(total)}`,
        );
      }
      report.stop();
      const id = config.id ?? "commission";
      const lines =
        config.per === "credit"
          ? credits.map((credit, index) => lineOf(`${id}.${credit.id}`, ZERO, amounts[index] as Rational))
          : [lineOf(id, start, sum(amounts))];
      const units = lines.map((line) => roundToUnits(readNumber(line.amount), decimals, "half-up"));
      return {
        kind: "commission",
        currency: config.currency,
        amount: unitsToDecimal(
          units.reduce((all, one) => all + one, 0n),
          decimals,
        ),
        lines,
      };
    },
  });
  return withProgram(calculator, program);
}

/** The slices of a marginal line, or for the whole method what the new total earns and what had been earned before. */
function partsOf(
  config: CheckedCommission,
  table: RateTable,
  start: Rational,
  credited: Rational,
  amount: Rational,
  decimals: number,
): readonly LinePart[] {
  const end = add(start, credited);
  if (config.method === "whole") {
    const part = (basis: Rational, sign: 1 | -1): LinePart => {
      const units =
        roundToUnits(evaluate(table.earns, basis) ?? ZERO, decimals, config.rounding) * BigInt(sign);
      return {
        basis: exactDecimal(sign === 1 ? basis : negate(basis)),
        rate: exactDecimal(evaluate(table.rate, basis) ?? ZERO),
        amount: unitsToDecimal(units, decimals),
      };
    };
    return start.n === 0n ? [part(end, 1)] : [part(end, 1), part(start, -1)];
  }
  const slices = slicesBetween(table, start, end);
  const shares = slices.map(({ basis, rate }, index) => ({
    id: String(index).padStart(6, "0"),
    share: absolute(multiply(basis, rate)),
  }));
  const sign = credited.n < 0n ? -1n : 1n;
  const parts = roundToTotal(shares, roundToUnits(amount, decimals, "half-up") * sign, decimals);
  return slices.map(({ basis, rate }, index) => ({
    basis: exactDecimal(basis),
    rate: exactDecimal(rate),
    amount: unitsToDecimal((parts[index] ?? 0n) * sign, decimals),
  }));
}

function commissionProgram({ rounding }: CheckedCommission, table: RateTable, decimals: number): Program {
  const earns = writePiecewise(table.earns);
  const rounded = (to: string, of: string) => ({ step: "round", to, of, decimals, mode: rounding }) as const;
  const difference = (to: string, of: string, less: string) =>
    ({
      step: "weighted-sum",
      to,
      of: [
        { column: of, weight: "1" },
        { column: less, weight: "-1" },
      ],
    }) as const;
  return {
    inputs: [
      { column: "before", type: "number" },
      { column: "credited", type: "number" },
    ],
    steps: [
      {
        step: "weighted-sum",
        to: "total",
        of: [
          { column: "before", weight: "1" },
          { column: "credited", weight: "1" },
        ],
      },
      { step: "piecewise", to: "total unrounded", of: "total", function: earns },
      { step: "piecewise", to: "before unrounded", of: "before", function: earns },
      difference("earned unrounded", "total unrounded", "before unrounded"),
      rounded("total earned", "total unrounded"),
      rounded("before earned", "before unrounded"),
      difference("amount", "total earned", "before earned"),
    ],
  };
}
