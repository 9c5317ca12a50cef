import * as z from "zod/mini";
import { basePayChangeFields, basePayInputFields } from "../incentives/base-pay/fields.js";
import { type BasePayInput, basePay } from "../incentives/base-pay.js";
import { performanceBonusChangeFields, performanceBonusInputFields } from "../incentives/bonus/fields.js";
import type { commission } from "../incentives/commission.js";
import type { StatementLine } from "../incentives/line.js";
import { type PerformanceBonusInput, performanceBonus } from "../incentives/performance-bonus.js";
import { type Statement, statement } from "../incentives/statement/statement.js";
import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import { id, inputNumber, period } from "../kernel/fields.js";
import type { NumberInput } from "../kernel/number.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { PolicyParts } from "./parts.js";
import {
  type CommissionPay,
  checkCommissionPay,
  commissionPayFields,
  compileCommissionPay,
} from "./pay-commission.js";
import { type CheckedIncentive, type CheckedPolicy, incentiveId } from "./policy.js";

/** What base pay and bonuses depend on beside tier, experience and scores; a review's input has it too. */
export function payDetailFields() {
  const { experienceYears: _experience, ...basePay } = basePayInputFields();
  return {
    ...basePay,
    ...performanceBonusInputFields(),
    changes: z._default(
      described(
        list(z.strictObject({ ...basePayChangeFields(), ...performanceBonusChangeFields() })),
        "What changes in the period or did before, in the order of days; what is not said stays as it was.",
      ),
      [],
    ),
  };
}

const payDetails = /* @__PURE__ */ lazySchema(() => z.strictObject(payDetailFields()));

/**
 * What base pay and bonuses depend on beside tier, experience and scores: grade, step, location, share of full time, days of employment, absences, changes, salary and
 * multipliers.
 *
 * @useDeclaredType
 */
export type PayDetails = Written<typeof payDetails>;

const payInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    tier: id(),
    ...payDetailFields(),
    experienceYears: z._default(inputNumber({ least: 0 }), 0),
    scores: z._default(z.record(z.string(), inputNumber()), {}),
    ...commissionPayFields(),
  }),
);

/**
 * What a policy pays for: the period, the tier that the person had in it, experience in years and what else base pay and bonuses depend on, days of employment, absences and changes in the period, the score on each axis, the amount or the credits of each
 * indicator that commission is paid on, what was credited on it and paid earlier, where a commission counts to date, and its quota, where one counts attainment.
 *
 * @useDeclaredType
 */
export type PayInput = Written<typeof payInput>;

type CheckedPay = Checked<typeof payInput>;

/** Compiles all incentives of a policy to one function that makes a statement; undefined where the policy pays nothing. */
export function compilePay(
  policy: CheckedPolicy,
  parts: PolicyParts,
): Calculator<PayInput, Statement> | undefined {
  if (parts.statement === undefined || policy.incentives === undefined) return undefined;
  const total = statement(parts.statement);
  const lines = policy.incentives.map((incentive) => compileIncentive(incentive, parts));
  return defineCalculator({
    title: "pay",
    input: payInput,
    run(input, report): Statement {
      checkNames(policy.incentives ?? [], input, report);
      const made = lines.flatMap((line) => line(input, report) ?? []);
      report.stop();
      return total({ period: input.period, lines: made });
    },
  });
}

/** Notes what no commission is paid on or looks at, and multipliers that no bonus has. */
function checkNames(incentives: readonly CheckedIncentive[], input: CheckedPay, report: Report): void {
  const known = incentives.flatMap((incentive) =>
    incentive.use === "performanceBonus" ? (incentive.multipliers ?? []).map(({ id }) => id) : [],
  );
  for (const multiplier of Object.keys(input.multipliers)) {
    if (known.includes(multiplier)) continue;
    const message = `no bonus of this policy has a multiplier ${show(multiplier)}`;
    report.add(["multipliers", multiplier], "unknown-multiplier", message);
  }
  checkCommissionPay(incentives, input as CommissionPay, report);
}

/** What base pay takes of the input of pay. */
function basePayInput(input: CheckedPay): BasePayInput {
  const { tier, grade, step, location, experienceYears, share, period: paid, employment, absences } = input;
  const changes = input.changes.map(({ salary: _salary, ...change }) => change);
  return {
    tier,
    grade,
    step,
    location,
    experienceYears,
    share,
    period: paid,
    employment,
    absences,
    changes,
  } as BasePayInput;
}

/** What a performance bonus takes of it, with the multipliers that it knows. */
function bonusInput(
  { multipliers = [] }: Extract<CheckedIncentive, { readonly use: "performanceBonus" }>,
  score: NumberInput,
  input: CheckedPay,
): PerformanceBonusInput {
  const { tier, salary, period: paid, employment, absences } = input;
  const known = multipliers.filter(({ id }) => Object.hasOwn(input.multipliers, id));
  const changes = input.changes
    .filter((change) => change.tier !== undefined || change.salary !== undefined)
    .map((change) => ({ from: change.from, tier: change.tier, salary: change.salary }));
  const byDays = employment !== undefined || absences.length + changes.length > 0;
  return {
    tier,
    score,
    ...(salary === undefined ? {} : { salary }),
    multipliers: Object.fromEntries(known.map(({ id }) => [id, input.multipliers[id]])),
    ...(byDays ? { period: paid, employment, absences, changes } : {}),
  } as PerformanceBonusInput;
}

type MakeLines = (input: CheckedPay, report: Report) => readonly StatementLine[] | undefined;

function compileIncentive(incentive: CheckedIncentive, parts: PolicyParts): MakeLines {
  const config = parts.incentives[incentiveId(incentive)];
  switch (incentive.use) {
    case "basePay": {
      const pay = basePay(config as Parameters<typeof basePay>[0]);
      return (input, report) => {
        const line = report.within([], () => pay(basePayInput(input)));
        return line === undefined ? undefined : [line];
      };
    }
    case "performanceBonus": {
      const pay = performanceBonus(config as Parameters<typeof performanceBonus>[0]);
      const { axis } = incentive;
      return (input, report) => {
        const score = Object.hasOwn(input.scores, axis) ? input.scores[axis] : undefined;
        if (score === undefined) {
          report.add(
            ["scores", axis],
            "score-missing",
            `${show(incentiveId(incentive))} needs the score of ${show(axis)}`,
          );
          return undefined;
        }
        const line = report.within([], () => pay(bonusInput(incentive, score, input)));
        return line === undefined ? undefined : [line];
      };
    }
    case "commission": {
      const pay = compileCommissionPay(incentive, config as Parameters<typeof commission>[0]);
      return (input, report) => pay(input as CommissionPay, report);
    }
  }
}
