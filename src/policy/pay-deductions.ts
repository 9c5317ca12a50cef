import { type DeductionsBalance, deductions } from "../incentives/deductions/deductions.js";
import type { DeductionsInput } from "../incentives/deductions/input.js";
import type { DeductionsConfig } from "../incentives/deductions/rules.js";
import type { StatementLine } from "../incentives/line.js";
import type { Report } from "../kernel/report.js";
import type { CheckedIncentive, OfUse } from "./incentives.js";
import type { CheckedPay } from "./pay-input.js";
import { eligiblePerson } from "./pay-person.js";

/** What is taken from the pay of a period, and what goes on to the next one. */
export interface Deducted {
  readonly lines: readonly StatementLine[];
  readonly balance: DeductionsBalance;
}

/** Compiles the deductions of a policy: they are made from the lines of all other pay. */
export function compileDeductions(
  config: DeductionsConfig,
): (input: CheckedPay, lines: readonly StatementLine[], report: Report) => Deducted | undefined {
  const deduct = deductions(config);
  return (input, lines, report) => {
    const { period, statutory, events, claims, balance } = input;
    const { facts } = eligiblePerson(input);
    const pay = lines.map(({ id, category, amount }) => ({ id, category, amount }));
    const given = {
      period,
      pay,
      statutory,
      events,
      claims,
      facts,
      ...(balance === undefined ? {} : { balance }),
    };
    return report.within([], () => deduct(given as DeductionsInput));
  };
}

/** The deductions of a policy; there is one list of them at most. */
export function deductionsOf(incentives: readonly CheckedIncentive[]): OfUse<"deductions"> | undefined {
  return incentives.find((incentive) => incentive.use === "deductions");
}

/** The kinds of events that deductions know. */
export function eventKinds(incentives: readonly CheckedIncentive[] = []): ReadonlySet<string> {
  const { deductions: rules = [], suspensions = [] } = deductionsOf(incentives) ?? {};
  return new Set([
    ...rules.flatMap(({ due }) => (due.kind === "fines" ? due.fines.flatMap((fine) => fine.for) : [])),
    ...suspensions.flatMap((one) => one.for),
  ]);
}
