import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { configNumber, configRatio, id, inputNumber, period } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compileProration } from "../../kernel/proration.js";
import { compare, ONE, type Rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { type ProgramCalculator, withProgram } from "../../program/calculator.js";
import { compileProgram, type Run } from "../../program/interpreter.js";
import { type Eligibility, ineligibleNotes, judgeEligibility } from "../eligibility.js";
import { checkEligibility, eligibilityFields, eligibilityInputFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { type LineNote, payLine, type StatementLine, toMoney } from "../line.js";
import { checkPresence, paidPart, presenceFields, presenceNotes, prorationFields } from "../presence.js";
import { rowLabel, type YearEndRow, yearEndProgram } from "./year-end-program.js";

const yearEndBonusConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    pays: described(
      list(
        z.strictObject({
          tier: z.optional(
            described(id(), "Without it, the row is for all tiers that have none of their own."),
          ),
          amount: z.optional(configNumber({ least: 0 })),
          months: z.optional(
            described(configNumber({ least: 0 }), "Instead of an amount: months of the salary."),
          ),
          share: z.optional(
            described(
              configRatio({ least: 0 }),
              "Instead of an amount: a part of what was earned in the period.",
            ),
          ),
          basisMost: z.optional(
            described(
              configNumber({ above: 0 }),
              "The most of the salary, or of what was earned, that counts.",
            ),
          ),
        }),
        1,
      ),
      "What each tier is paid: an amount, months of the salary, or a part of what was earned.",
    ),
    ...eligibilityFields(),
    ...prorationFields(),
  }),
);

const yearEndBonusInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    salary: z.optional(described(inputNumber({ least: 0 }), "The salary of a month.")),
    earned: z.optional(described(inputNumber({ least: 0 }), "What was earned in the period.")),
    factor: z.optional(
      described(
        inputNumber({ least: 0 }),
        "What the bonus is multiplied by, such as an appraisal's coefficient.",
      ),
    ),
    ...eligibilityInputFields(),
    ...presenceFields(),
  }),
);

/**
 * What each tier is paid, who is eligible, and how a part of the period counts: the config of `yearEndBonus`.
 *
 * @useDeclaredType
 */
export type YearEndBonusConfig = Written<typeof yearEndBonusConfig>;

type CheckedConfig = Checked<typeof yearEndBonusConfig>;

/**
 * The period, usually a year, and the tier; where the plan needs them, a month's salary or what was earned, a factor, what conditions of eligibility look at, days of employment and absences.
 *
 * @useDeclaredType
 */
export type YearEndBonusInput = Written<typeof yearEndBonusInput>;

type CheckedInput = Checked<typeof yearEndBonusInput>;

/**
 * A year-end bonus (M10): an amount, months of the salary (a thirteenth month, say), or a part of what was earned in the period; by tier, for who is eligible, and in part for a part of the period.
 *
 * The row is that of the tier, or else the one without a tier. Of the salary, or of what was earned, no more than `basisMost` counts. An amount and months of the salary are paid for the part of the period that somebody is
 * employed and not absent (`proration`; calendar days where it is not said); what was earned knows that by itself, so a part of it is paid as it is. A `factor` of the input multiplies all of it.
 *
 * The line's basis is the amount, the salary or what was earned, its rate the months, or the part, times factor and part of the period (shown with 6 decimals), its amount their product, rounded once to the
 * currency's minor unit. Who is not eligible has a line of 0 that says why.
 *
 * Notes: `basis-most`, `bonus-factor`, `prorated`, `absence`, and those of eligibility.
 *
 * Errors of the config: a row with none or several of amount, months and share (`one-of`), `basisMost` beside an amount (`one-of`), a tier twice (`row-twice`), those of `eligibility`. Errors of the input: a tier without a row
 * (`unknown-tier`, or `missing` where none is said), no salary or nothing of what was earned where the row needs it (`missing`), what conditions look at and is not given (`fact-missing`), and those of `basePay` for days.
 *
 * @example
 * ```ts
 * import { yearEndBonus } from "tierwise";
 *
 * const thirteenth = yearEndBonus({
 *   currency: "CNY",
 *   pays: [{ months: 1 }, { tier: "senior", months: 2 }],
 *   eligibility: [{ employedOn: "period-end" }],
 *   proration: { by: "months" },
 * });
 * const employment = { from: "2026-04-01" };
 * thirteenth({ period: "2026", tier: "junior", salary: 8000, employment }).amount; // => "6000"
 * thirteenth({ period: "2026", tier: "senior", salary: 8000, employment: { from: "2020-01-01", to: "2026-12-30" } }).amount; // => "0"
 * ```
 */
export const yearEndBonus: CalculatorFactory<YearEndBonusConfig, YearEndBonusInput, StatementLine> =
  /* @__PURE__ */ defineFactory({
    title: "yearEndBonus",
    config: yearEndBonusConfig,
    check(config, report) {
      checkRows(config.pays, report);
      checkEligibility(config.eligibility, ["eligibility"], report);
    },
    compile: compileYearEndBonus,
  });

function checkRows(rows: readonly YearEndRow[], report: Report): void {
  const seen = new Set<string | undefined>();
  for (const [index, row] of report.items(rows, ["pays"])) {
    const here = ["pays", index];
    if (!report.sound(here)) continue;
    const { tier, amount, months, share, basisMost } = row;
    if ([amount, months, share].filter((one) => one !== undefined).length !== 1)
      report.add(here, "one-of", "expected one of amount, months and share");
    else if (amount !== undefined && basisMost !== undefined)
      report.add([...here, "basisMost"], "one-of", "an amount has no basis: take this away");
    if (seen.has(tier)) {
      const message =
        tier === undefined ? "two rows are for all other tiers" : `the tier ${show(tier)} is there twice`;
      report.add(here, "row-twice", message);
    }
    seen.add(tier);
  }
}

function compileYearEndBonus(config: CheckedConfig): ProgramCalculator<YearEndBonusInput, StatementLine> {
  const program = yearEndProgram(config.pays, config.currency, config.rounding);
  const run = compileProgram(program);
  const proration = compileProration(config.proration);
  const calculator = defineCalculator({
    title: "yearEndBonus",
    input: yearEndBonusInput,
    run(input, report): StatementLine {
      const index = rowOf(config, input, report);
      const row = config.pays[index] ?? {};
      const stated = statedBasis(row, input, report);
      checkPresence(input, [], report);
      report.stop();
      const judged = judgeEligibility(config.eligibility, input, [], report);
      report.stop();
      const part = row.share === undefined ? paidPart(input.period, input, proration, report) : ONE;
      const factor = input.factor === undefined ? ONE : readNumber(input.factor);
      const result = run([
        ["row", rowLabel(index)],
        ["stated", stated === undefined ? null : readNumber(stated)],
        ["factor", judged.eligible ? factor : ZERO],
        ["part", part],
      ]);
      return payLine("yearEndBonus", "bonus", config, {
        period: input.period,
        basis: exactDecimal(result.number("basis")),
        rate: shownDecimal(result.number("rate")),
        amount: toMoney(result.number("amount"), config.currency),
        notes: notesOf(input, result, { judged, factor, part, ofEarned: row.share !== undefined }),
        trace: result.trace(),
      });
    },
  });
  return withProgram(calculator, program);
}

/** The place of the row for a tier; notes where there is none. */
function rowOf({ pays }: CheckedConfig, { tier }: CheckedInput, report: Report): number {
  const own = pays.findIndex((row) => row.tier !== undefined && row.tier === tier);
  const index = own >= 0 ? own : pays.findIndex((row) => row.tier === undefined);
  if (index < 0 && tier === undefined)
    report.add(["tier"], "missing", "this is required: the plan pays by tier");
  else if (index < 0) report.add(["tier"], "unknown-tier", `${show(tier)} has no row of this plan`, { tier });
  return index;
}

/** What the input states of the basis that a row needs. */
function statedBasis({ months, share }: YearEndRow, input: CheckedInput, report: Report) {
  const name = months !== undefined ? "salary" : share !== undefined ? "earned" : undefined;
  if (name === undefined) return undefined;
  if (input[name] === undefined) {
    const what = name === "salary" ? "the salary of a month" : "what was earned in the period";
    report.add([name], "missing", `this is required: ${what}`);
  }
  return input[name];
}

interface Made {
  readonly judged: Eligibility;
  readonly factor: Rational;
  readonly part: Rational;
  readonly ofEarned: boolean;
}

function notesOf(
  input: CheckedInput,
  result: Run,
  { judged, factor, part, ofEarned }: Made,
): readonly LineNote[] {
  if (!judged.eligible) return ineligibleNotes(judged);
  const [whole, basis] = [result.number("whole basis"), result.number("basis")];
  const held = { whole: exactDecimal(whole), most: exactDecimal(basis) };
  return [
    ...(compare(basis, whole) < 0 ? [{ kind: "basis-most", values: held }] : []),
    ...(factor.n === factor.d ? [] : [{ kind: "bonus-factor", values: { factor: exactDecimal(factor) } }]),
    ...(ofEarned ? [] : presenceNotes(input.period, part, input)),
  ];
}
