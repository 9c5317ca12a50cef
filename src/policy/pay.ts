import { type BasePayInput, basePay } from "../incentives/base-pay.js";
import { type BenefitsInput, benefits } from "../incentives/benefits/benefits.js";
import type { commission } from "../incentives/commission.js";
import type { DeductionsBalance } from "../incentives/deductions/deductions.js";
import type { RefusedPay, StatementLine } from "../incentives/line.js";
import { type PerformanceBonusInput, performanceBonus } from "../incentives/performance-bonus.js";
import { readLine } from "../incentives/statement/lines.js";
import { type Statement, statement } from "../incentives/statement/statement.js";
import { type Calculator, defineCalculator } from "../kernel/calculator.js";
import type { Issue } from "../kernel/errors.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import type { Growing } from "../kernel/plain.js";
import { createReport, type Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import { type CheckedIncentive, incentiveId, type OfUse } from "./incentives.js";
import type { PolicyParts } from "./parts.js";
import { type CommissionPay, checkCommissionPay, compileCommissionPay } from "./pay-commission.js";
import { compileDeductions, deductionsOf } from "./pay-deductions.js";
import { type CheckedPay, type PayInput, payInput } from "./pay-input.js";
import { eligiblePerson } from "./pay-person.js";
import { compileYearEndPay } from "./pay-year-end.js";
import type { CheckedPolicy } from "./policy.js";

/** What a policy pays a person for a period. */
export interface PolicyStatement extends Statement {
  /** What deductions carry on: it goes into the next period, as `balance`. Only where the policy has deductions. */
  readonly balance?: DeductionsBalance;
}

/** Compiles all incentives of a policy to one function that makes a statement; undefined where the policy pays nothing. */
export function compilePay(
  policy: CheckedPolicy,
  parts: PolicyParts,
): Calculator<PayInput, PolicyStatement> | undefined {
  const { incentives } = policy;
  if (parts.statement === undefined || incentives === undefined) return undefined;
  const total = statement(parts.statement);
  const makers = incentives.map((incentive) => compileIncentive(incentive, parts));
  const deducting = deductionsOf(incentives);
  const deduct = deducting && compileDeductions(configOf(deducting, parts));
  return defineCalculator({
    title: "pay",
    input: payInput,
    run(input, report): PolicyStatement {
      const found = createReport("invalid-input", "pay");
      checkNames(incentives, input, found);
      const pays: (StatementLine | RefusedPay)[] = [];
      for (const make of makers) pays.push(...(make(input, found) ?? []));
      const made = [
        ...pays
          .filter(isLine)
          .map((line) => (line.period === undefined ? { period: input.period, ...line } : line)),
        ...input.lines.map(readLine),
      ];
      const refused = pays.filter(isRefused);
      noteOnce(found, report);
      report.stop();
      const { lines, balance } = deduct?.(input, made, report) ?? { lines: [] };
      report.stop();
      const outcome = total.safe({ period: input.period, lines: [...made, ...lines] });
      if (!outcome.ok) return noteLines(outcome.error.issues, made.length - input.lines.length, report);
      const paid: Growing<PolicyStatement> = outcome.value;
      if (refused.length > 0) paid.refused = refused;
      if (balance !== undefined) paid.balance = balance;
      return paid;
    },
  });
}

/** Notes each problem once, though several calculators have it. */
function noteOnce(found: Report, report: Report): void {
  const seen = new Set<string>();
  const isNew = ({ path, code }: Issue) => {
    const key = JSON.stringify([path, code]);
    return !seen.has(key) && seen.add(key);
  };
  if (found.count() > found.issues().length) report.within([], () => found.stop());
  else
    for (const { path, code, message, params } of found.issues().filter(isNew))
      report.add(path, code, message, params);
}

/** Notes what is wrong with lines from elsewhere: what the policy makes has no problems. */
function noteLines(issues: readonly Issue[], before: number, report: Report): never {
  for (const { path, code, message, params } of issues) {
    const [, place, ...rest] = path;
    report.add(typeof place === "number" ? ["lines", place - before, ...rest] : path, code, message, params);
  }
  report.stop();
  throw new Error("a statement was refused without a reason");
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
  for (const name of unusedIn(incentives, input))
    report.add([name], "unknown-property", "no incentive of this policy has a use for this: take it away");
  checkCommissionPay(incentives, input as CommissionPay, report);
}

/** What is given for year-end bonuses or deductions, where there are none. */
function unusedIn(incentives: readonly CheckedIncentive[], input: CheckedPay): readonly string[] {
  const has = (use: CheckedIncentive["use"]) => incentives.some((one) => one.use === use);
  const { yearEnd, statutory, events, claims, balance } = input;
  const unused: string[] = [];
  if (yearEnd !== undefined && !has("yearEndBonus")) unused.push("yearEnd");
  if (has("deductions")) return unused;
  if (readNumber(statutory).n !== 0n) unused.push("statutory");
  if (events.length > 0) unused.push("events");
  if (claims.length > 0) unused.push("claims");
  if (balance !== undefined) unused.push("balance");
  return unused;
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
  { multipliers = [] }: OfUse<"performanceBonus">,
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

/** What benefits take of it. */
function benefitsInput(input: CheckedPay): BenefitsInput {
  const absences = input.absences.map(({ from, to }) => ({ from, to }));
  return { period: input.period, ...eligiblePerson(input), absences } as BenefitsInput;
}

/** Makes the lines that an incentive pays, and what it refuses to pay. */
type MakeLines = (input: CheckedPay, report: Report) => readonly (StatementLine | RefusedPay)[] | undefined;

function isRefused(made: StatementLine | RefusedPay): made is RefusedPay {
  return !isLine(made);
}

function isLine(made: StatementLine | RefusedPay): made is StatementLine {
  return !("reasons" in made);
}

/** The config of an incentive's calculator, which `partsOf` has filled in. */
function configOf<Config>(incentive: CheckedIncentive, parts: PolicyParts): Config {
  return parts.incentives[incentiveId(incentive)] as Config;
}

function compileIncentive(incentive: CheckedIncentive, parts: PolicyParts): MakeLines {
  switch (incentive.use) {
    case "basePay": {
      const pay = basePay(configOf(incentive, parts));
      return (input, report) => {
        const line = report.within([], () => pay(basePayInput(input)));
        return line === undefined ? undefined : [line];
      };
    }
    case "performanceBonus":
      return compileBonusPay(incentive, parts);
    case "commission": {
      const pay = compileCommissionPay(
        incentive,
        configOf<Parameters<typeof commission>[0]>(incentive, parts),
      );
      return (input, report) => pay(input as CommissionPay, report);
    }
    case "yearEndBonus":
      return compileYearEndPay(incentive, configOf(incentive, parts));
    case "benefits": {
      const pay = benefits(configOf(incentive, parts));
      return (input, report) => {
        const paid = report.within([], () => pay(benefitsInput(input)));
        return paid && [...paid.lines, ...paid.refused];
      };
    }
    case "deductions":
    case "teamPool":
    case "bonusPool":
    case "spiff":
    case "honours":
      return () => [];
  }
}

function compileBonusPay(incentive: OfUse<"performanceBonus">, parts: PolicyParts): MakeLines {
  const pay = performanceBonus(configOf(incentive, parts));
  const { axis } = incentive;
  return (input, report) => {
    const score = Object.hasOwn(input.scores, axis) ? input.scores[axis] : undefined;
    if (score === undefined) {
      const message = `${show(incentiveId(incentive))} needs the score of ${show(axis)}`;
      report.add(["scores", axis], "score-missing", message);
      return undefined;
    }
    const line = report.within([], () => pay(bonusInput(incentive, score, input)));
    return line === undefined ? undefined : [line];
  };
}
