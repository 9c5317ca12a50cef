import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { configNumber, inputNumber, period } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compare, rationalText, subtract, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { type ProgramCalculator, withProgram } from "../../program/calculator.js";
import { compileProgram } from "../../program/interpreter.js";
import type { PieceData, Program } from "../../program/program.js";
import { payFields } from "../fields.js";
import { type LineNote, payLine, type StatementLine, toMoney } from "../line.js";
import { roundedNotes } from "../rounded-notes.js";

const equityPayoutConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    pays: described(
      z._default(z.enum(["full-value", "appreciation"]), "full-value"),
      "full-value: the price of a share for each unit (phantom stock). appreciation: what the price has risen by since the grant (stock appreciation rights).",
    ),
    mostPerUnit: z.optional(described(configNumber({ least: 0 }), "The most that a unit pays.")),
  }),
);

const equityPayoutInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    units: inputNumber({ least: 0 }),
    price: inputNumber({ least: 0 }),
    basePrice: z.optional(inputNumber({ least: 0 })),
    period: z.optional(period()),
  }),
);

/**
 * What a unit pays: the config of `equityPayout`.
 *
 * @useDeclaredType
 */
export type EquityPayoutConfig = Written<typeof equityPayoutConfig>;

type CheckedConfig = Checked<typeof equityPayoutConfig>;

/**
 * The units that are paid (vested, or exercised), the price of a share, and for appreciation the price at the grant.
 *
 * @useDeclaredType
 */
export type EquityPayoutInput = Written<typeof equityPayoutInput>;

type CheckedInput = Checked<typeof equityPayoutInput>;

/**
 * Units that are paid in cash (M12): phantom stock at the full price of a share, or appreciation rights at what the price has risen by, nothing where it has fallen.
 *
 * The line's basis is the number of units, its rate what a unit pays, at most `mostPerUnit`, its amount their product, rounded to the currency's minor unit; its category is `equity`. Notes say that there was no appreciation, that the most per unit held it down, and how the amount was rounded.
 *
 * Errors of the input: no `basePrice` where appreciation is paid (`fact-missing`), or one where the full value is (`unknown-property`).
 *
 * @example
 * ```ts
 * import { equityPayout } from "tierwise";
 *
 * const pay = equityPayout({ currency: "USD", pays: "appreciation" });
 * pay({ units: 100, price: 18, basePrice: 10 }).amount; // => "800"
 * pay({ units: 100, price: 9, basePrice: 10 }).amount; // => "0"
 * ```
 */
export const equityPayout: CalculatorFactory<EquityPayoutConfig, EquityPayoutInput, StatementLine> =
  /* @__PURE__ */ defineFactory({
    title: "equityPayout",
    config: equityPayoutConfig,
    compile: compilePayout,
  });

function compilePayout(config: CheckedConfig): ProgramCalculator<EquityPayoutInput, StatementLine> {
  const program = payoutProgram(config);
  const run = compileProgram(program);
  const calculator = defineCalculator({
    title: "equityPayout",
    input: equityPayoutInput,
    run(input, report): StatementLine {
      checkBasePrice(config, input, report);
      report.stop();
      const units = readNumber(input.units);
      const result = run([
        ["units", units],
        ["price", readNumber(input.price)],
        ["base price", readNumber(input.basePrice ?? 0)],
      ]);
      return payLine("equityPayout", "equity", config, {
        period: input.period,
        basis: exactDecimal(units),
        rate: exactDecimal(result.number("per unit")),
        amount: toMoney(result.number("amount"), config.currency),
        notes: [
          ...notesOf(config, input),
          ...roundedNotes(result.number("unrounded"), config.currency, config.rounding),
        ],
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

function checkBasePrice({ pays }: CheckedConfig, { basePrice }: CheckedInput, report: Report): void {
  if (pays === "appreciation" && basePrice === undefined)
    report.add(["basePrice"], "fact-missing", "appreciation needs the price at the grant");
  if (pays === "full-value" && basePrice !== undefined)
    report.add(["basePrice"], "unknown-property", "the full value is paid: take basePrice away");
}

function notesOf({ mostPerUnit }: CheckedConfig, input: CheckedInput): readonly LineNote[] {
  const [price, base] = [readNumber(input.price), readNumber(input.basePrice ?? 0)];
  const values = { price: exactDecimal(price), basePrice: exactDecimal(base) };
  if (input.basePrice !== undefined && compare(price, base) <= 0)
    return [{ kind: "no-appreciation", values }];
  const most = mostPerUnit === undefined ? undefined : readNumber(mostPerUnit);
  const rise = subtract(price, base);
  if (most === undefined || compare(rise, most) <= 0) return [];
  return [{ kind: "most-per-unit", values: { most: exactDecimal(most), price: values.price } }];
}

function payoutProgram({ mostPerUnit, currency, rounding }: CheckedConfig): Program {
  const most = mostPerUnit === undefined ? undefined : readNumber(mostPerUnit);
  const pieces: readonly PieceData[] = [
    { coefficients: ["0"] },
    { from: "0", coefficients: ["0", "1"] },
    ...(most === undefined ? [] : [{ from: rationalText(most), coefficients: [rationalText(most)] }]),
  ];
  const rising = most !== undefined && compare(most, ZERO) === 0 ? pieces.slice(0, 1) : pieces;
  return {
    inputs: [
      { column: "units", type: "number" },
      { column: "price", type: "number" },
      { column: "base price", type: "number" },
    ],
    steps: [
      {
        step: "weighted-sum",
        to: "rise",
        of: [
          { column: "price", weight: "1" },
          { column: "base price", weight: "-1" },
        ],
      },
      { step: "piecewise", to: "per unit", of: "rise", function: { pieces: rising } },
      { step: "product", to: "unrounded", of: ["units", "per unit"] },
      { step: "round", to: "amount", of: "unrounded", decimals: currencyDecimals(currency), mode: rounding },
    ],
  };
}
