import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { toDecimal } from "../../kernel/decimal.js";
import { key } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { type Rational, rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkCommission } from "../commission/check.js";
import { commissionConfig } from "../commission/fields.js";
import { type CommissionConfig, type CommissionInput, commission } from "../commission.js";
import { payLine, type StatementLine } from "../line.js";
import type { Clawback } from "./clawback.js";

const recomputedInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    paid: described(
      z.looseObject({
        credits: z.array(z.looseObject({ id: key() })),
        earlier: z.optional(z.array(z.looseObject({ id: key() }))),
      }),
      "The input of the commission as it was paid, with all its credits.",
    ),
    cancelled: z.array(key()),
    before: z._default(z.array(key()), []),
  }),
);

/** The input of a commission as it was paid, the deals among its credits that were cancelled, and those that were clawed back earlier. */
export interface RecomputedClawbackInput {
  readonly paid: CommissionInput;
  readonly cancelled: readonly string[];
  readonly before?: readonly string[];
}

/**
 * Takes back what cancelled deals earned by working the period out again without them (M10): brackets, accelerators and caps that the deals had
 * moved are undone too. The config is the commission's; the lines are, by id (and with the period, where the input says one), what the period pays without the cancelled deals less what it paid with
 * them, so that paid + taken back = what the period without these deals gives; they are labelled as recomputed clawbacks, not as the commission. Where `before` names deals that were clawed back earlier, "paid" is without them.
 *
 * Of a plan that counts to date, a deal may be among the `earlier` credits too. Then the line is what all to date earns without the deals less what it earns with them, at the quota of this input: the periods since the
 * deal are taken back with it, so this is done once, and not again for each of them. A deal within a `toDate` cannot be named: give the credits in `earlier`.
 *
 * Errors: a deal that is among neither the credits nor the earlier ones (`deal-not-paid`), one that was clawed back before (`deal-clawed-back`) or is there twice (`deal-twice`), and the errors of `commission`, below `paid`.
 *
 * @example
 * ```ts
 * import { recomputedClawback } from "tierwise";
 *
 * const take = recomputedClawback({ currency: "USD", brackets: [{ rate: "5%" }, { from: 10_000, rate: "10%" }] });
 * const paid = { credits: [{ id: "deal-1", amount: 10_000 }, { id: "deal-2", amount: 5_000 }] };
 * take({ paid, cancelled: ["deal-1"] }).amount; // => "-750"
 * ```
 */
export const recomputedClawback: CalculatorFactory<CommissionConfig, RecomputedClawbackInput, Clawback> =
  /* @__PURE__ */ defineFactory({
    title: "recomputedClawback",
    config: commissionConfig,
    check: (config, report) => checkCommission(config, [], report),
    compile: (config, written) => compileRecomputed(config, commission(written as CommissionConfig)),
  });

/** The commission's own label would call two lines of a statement alike. */
const LABEL = { en: "Clawback, recomputed", "zh-CN": "追回（重算）", "zh-TW": "追回（重算）" };

type CheckedInput = Checked<typeof recomputedInput>;

function compileRecomputed(config: Checked<typeof commissionConfig>, pay: ReturnType<typeof commission>) {
  const money = (value: Rational) => toDecimal(value, currencyDecimals(config.currency));
  const calculator = defineCalculator({
    title: "recomputedClawback",
    input: recomputedInput,
    run(input, report): Clawback {
      checkDeals(input, report);
      const gone = [...input.before, ...input.cancelled];
      const isEarlier = input.paid.earlier?.some(({ id }) => gone.includes(id)) ?? false;
      if (isEarlier) report.within(["paid"], () => pay(input.paid as CommissionInput));
      report.stop();
      const whole = isEarlier ? allToDate(input.paid) : input.paid;
      const linesWithout = (deals: readonly string[]) => {
        const credits = whole.credits.filter(({ id }) => !deals.includes(id));
        return report.within(["paid"], () => pay({ ...whole, credits } as CommissionInput).lines) ?? [];
      };
      const [paid, left] = [linesWithout(input.before), linesWithout(gone)];
      report.stop();
      const ids = [...new Set([...paid, ...left].map(({ id }) => id))];
      const lines = ids.flatMap((id) => {
        const find = (all: readonly StatementLine[]) => all.find((line) => line.id === id);
        const [from, to] = [amountOf(find(paid)), amountOf(find(left))];
        const amount = money(subtract(to, from));
        const period = (find(left) ?? find(paid))?.period;
        if (amount.isZero()) return [];
        const values = { deals: input.cancelled.join(", "), from: money(from), to: money(to) };
        return [
          payLine(
            "recomputedClawback",
            "clawback",
            { ...config, label: LABEL },
            {
              id: `clawback.${id}${period === undefined ? "" : `.${period}`}`,
              period,
              corrects: id,
              basis: amount,
              rate: toDecimal(rational(1n), 0),
              amount,
              notes: [{ kind: "recomputed", values }],
            },
          ),
        ];
      });
      return {
        kind: "clawback",
        currency: config.currency,
        amount: money(sum(lines.map(({ amount }) => readNumber(amount)))),
        lines,
        before: gone,
      };
    },
  });
  return calculator as typeof calculator & ((input: RecomputedClawbackInput) => Clawback);
}

/** An input as if all to date were paid now, so that what earlier deals earned is taken back too. */
function allToDate({ earlier = [], paid: _paid, ...rest }: CheckedInput["paid"]): CheckedInput["paid"] {
  return { ...rest, credits: [...earlier, ...rest.credits] };
}

function amountOf(line: StatementLine | undefined): Rational {
  return line === undefined ? ZERO : readNumber(line.amount);
}

function checkDeals({ paid, cancelled, before }: CheckedInput, report: Report): void {
  const known = [...paid.credits, ...(paid.earlier ?? [])].map(({ id }) => id);
  for (const [index, deal] of cancelled.entries()) {
    const path = ["cancelled", index];
    const params = { deal };
    if (before.includes(deal))
      report.add(path, "deal-clawed-back", `${show(deal)} was clawed back before`, params);
    else if (!known.includes(deal))
      report.add(path, "deal-not-paid", `${show(deal)} is none of the credits that were paid`, params);
    if (cancelled.indexOf(deal) < index)
      report.add(path, "deal-twice", `${show(deal)} is there twice`, params);
  }
  report.stop();
}
