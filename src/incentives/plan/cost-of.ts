import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { curveValue } from "../../kernel/curve.js";
import { type Decimal, exactDecimal, toDecimal } from "../../kernel/decimal.js";
import { configRatio, inputNumber, key } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import {
  add,
  multiply,
  ONE,
  type Rational,
  rationalText,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { round } from "../../kernel/rounding.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { compilePayer, type Payer } from "./payer.js";
import {
  type CheckedPlan,
  checkPlanConfig,
  checkSalary,
  checkTier,
  type PlanConfig,
  planSchema,
} from "./plan-schema.js";

const costInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    people: list(
      z.strictObject({
        id: key(),
        target: described(inputNumber({ least: 0 }), "The result at an attainment of 100%."),
        quota: z.optional(described(inputNumber({ above: 0 }), "Another quota than the target.")),
        tier: z.optional(key()),
        salary: z.optional(described(inputNumber({ least: 0 }), "Another salary than the plan's.")),
      }),
      1,
    ),
    scenarios: list(
      z.strictObject({
        id: key(),
        attainment: described(configRatio({ least: 0 }), "What part of the target everybody comes to."),
      }),
      1,
    ),
    budget: z.optional(inputNumber({ least: 0 })),
  }),
);

/**
 * The people with their targets, what they might come to, and the budget.
 *
 * @useDeclaredType
 */
export type CostOfInput = Written<typeof costInput>;

/** What a plan costs if everybody comes to the same part of the target. */
export interface ScenarioCost {
  readonly id: string;
  readonly attainment: Decimal;
  readonly people: readonly { readonly id: string; readonly result: Decimal; readonly pay: Decimal }[];
  readonly total: Decimal;
  /** What is left of the budget; negative where the plan costs more. */
  readonly left?: Decimal;
}

/** What a plan costs in each scenario, in their order. */
export interface CostOf {
  readonly kind: "plan-cost";
  readonly currency: string;
  readonly scenarios: readonly ScenarioCost[];
}

/**
 * What a plan costs before it is adopted (M18): each person's pay at some parts of the target, and their sum against a budget. A result is the target times the attainment, rounded half-up to the grid of results (the
 * currency's minor unit, whole units, or scores with 4 decimals); its pay is the plan's, rounded as the plan says. Where the plan counts attainment, a person's quota is the target or, where it is said, `quota`. Of a performance
 * bonus the target is a score, and `tier` and `salary` take the place of the plan's. What a plan does not look at may be there, so that the same people can be held against several.
 *
 * Errors of the config: those of the plan, below `plan`. Errors of the input: a person or scenario twice (`duplicate-id`), a result beyond the end of the table (`above-brackets`), a target of 0 without a quota where attainment is counted (`quota-missing`), a tier without a target (`unknown-tier`), no salary where a target is a share of it (`missing`).
 *
 * @example
 * ```ts
 * import { costOf } from "tierwise";
 *
 * const plan = { currency: "USD", counts: "attainment" as const, brackets: [{ rate: "5%" }, { from: "100%", rate: "10%" }] };
 * const { scenarios } = costOf({ use: "commission", plan })({
 *   people: [{ id: "ann", target: 100_000 }, { id: "ben", target: 80_000 }],
 *   scenarios: [{ id: "as planned", attainment: "100%" }, { id: "a good year", attainment: "120%" }],
 *   budget: 10_000,
 * });
 * scenarios.map(({ total, left }) => `${total}, ${left} left`); // => ["9000, 1000 left", "12600, -2600 left"]
 * ```
 */
export const costOf: CalculatorFactory<PlanConfig, CostOfInput, CostOf> = /* @__PURE__ */ defineFactory({
  title: "costOf",
  config: planSchema,
  check: (config, report) => checkPlanConfig(config, [], report),
  compile: (config) =>
    defineCalculator({
      title: "costOf",
      input: costInput,
      run({ people, scenarios, budget }, report): CostOf {
        checkIds(people, ["people"], report);
        checkIds(scenarios, ["scenarios"], report);
        checkQuotas(config, people, report);
        checkPlaces(config, people, report);
        report.stop();
        const currency = config.plan.currency;
        const decimals = currencyDecimals(currency);
        const paid = people.map((person, index) => {
          const payer = compilePayer(ownPlan(config, person));
          return scenarios.map(({ attainment }) =>
            payOf(payer, person, attainment, ["people", index], report),
          );
        });
        report.stop();
        return {
          kind: "plan-cost",
          currency,
          scenarios: scenarios.map(({ id, attainment }, place) => {
            const pays = paid.map((own) => own[place] ?? { result: ZERO, pay: ZERO });
            const total = sum(pays.map(({ pay }) => pay));
            const left = budget === undefined ? undefined : subtract(readNumber(budget), total);
            return {
              id,
              attainment: exactDecimal(readRatio(attainment)),
              people: people.map((person, index) => ({
                id: person.id,
                result: exactDecimal(pays[index]?.result ?? ZERO),
                pay: toDecimal(pays[index]?.pay ?? ZERO, decimals),
              })),
              total: toDecimal(total, decimals),
              ...(left === undefined ? {} : { left: exactDecimal(left) }),
            };
          }),
        };
      },
    }),
});

type Person = Checked<typeof costInput>["people"][number];

/** Notes people whose attainment is counted and who have no quota: none is stated, and their target is nothing. */
function checkQuotas(config: CheckedPlan, people: readonly Person[], report: Report): void {
  if (config.use !== "commission" || config.quota !== undefined) return;
  const { counts, threshold } = config.plan;
  if (counts !== "attainment" && threshold?.counts !== "attainment") return;
  for (const [index, { target, quota }] of people.entries()) {
    if (quota !== undefined || readNumber(target).n !== 0n) continue;
    const message = "the plan counts attainment and the target is 0: expected a quota";
    report.add(["people", index, "quota"], "quota-missing", message);
  }
}

/** Notes people whose bonus has no target, or one that is a share of a salary that nobody says. */
function checkPlaces(config: CheckedPlan, people: readonly Person[], report: Report): void {
  if (config.use !== "performanceBonus") return;
  for (const [index, { tier = config.tier, salary = config.salary }] of people.entries()) {
    const own = { plan: config.plan, tier, salary };
    checkTier(own, ["people", index], report);
    checkSalary(own, ["people", index], report);
  }
}

/** The plan as one of the people has it. */
function ownPlan(config: CheckedPlan, { target, quota, tier, salary }: Person): CheckedPlan {
  if (config.use === "performanceBonus")
    return {
      ...config,
      tier: tier ?? config.tier,
      ...(salary === undefined ? {} : { salary: rationalText(readNumber(salary)) }),
    };
  const own = quota ?? target;
  return readNumber(own).n === 0n ? config : { ...config, quota: rationalText(readNumber(own)) };
}

function payOf(
  payer: Payer,
  { target }: Person,
  attainment: string | number,
  path: readonly (string | number)[],
  report: Report,
): { readonly result: Rational; readonly pay: Rational } {
  const result = round(multiply(readNumber(target), readRatio(attainment)), payer.resultDecimals, "half-up");
  const exact = curveValue(payer.curve({ from: ZERO, to: add(result, ONE) }), result);
  if (exact === undefined) {
    const message = `expected results up to the end of the table, got ${rationalText(result)}`;
    report.add([...path, "target"], "above-brackets", message);
  }
  return { result, pay: round(exact ?? ZERO, currencyDecimals(payer.currency), payer.rounding) };
}
