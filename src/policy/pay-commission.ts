import * as z from "zod/mini";
import { creditSchema } from "../incentives/commission/fields.js";
import { type CommissionInput, commission } from "../incentives/commission.js";
import type { StatementLine } from "../incentives/line.js";
import { countedQuantity } from "../incentives/rate-table/terms.js";
import { inputNumber } from "../kernel/fields.js";
import type { NumberInput } from "../kernel/number.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import { type CheckedIncentive, incentiveId } from "./incentives.js";

/** The fields of an input that commissions are paid on, each by indicator. */
export function commissionPayFields() {
  const numbers = (text: string) => described(z.record(z.string(), inputNumber()), text);
  const credits = (text: string) => described(z.record(z.string(), list(creditSchema())), text);
  return {
    amounts: z.optional(numbers("What commission is paid on, where that is one number.")),
    credits: z.optional(credits("In place of an amount: the credits themselves.")),
    earlier: z.optional(credits("Credits of earlier periods, where a commission counts to date.")),
    toDate: z.optional(numbers("In place of earlier credits: their total, where that says all.")),
    paid: z.optional(
      numbers(
        "What was paid for what came before: needed where the quota or the plan of then was another; without it, what they make of it now.",
      ),
    ),
    quotas: z.optional(numbers("The quota, where a commission counts attainment.")),
  };
}

/** By the name of the field. */
export const COMMISSION_FIELDS = ["amounts", "credits", "earlier", "toDate", "paid", "quotas"] as const;

type Credits = NonNullable<CommissionInput["earlier"]>;

/** What commissions are paid on, each by indicator. */
export interface CommissionPay {
  readonly amounts?: { readonly [indicator: string]: NumberInput } | undefined;
  readonly credits?: { readonly [indicator: string]: Credits } | undefined;
  readonly earlier?: { readonly [indicator: string]: Credits } | undefined;
  readonly toDate?: { readonly [indicator: string]: NumberInput } | undefined;
  readonly paid?: { readonly [indicator: string]: NumberInput } | undefined;
  readonly quotas?: { readonly [indicator: string]: NumberInput } | undefined;
}

type CommissionIncentive = Extract<CheckedIncentive, { readonly use: "commission" }>;

/** Compiles one commission of a policy. What is wrong is noted where the input has it. */
export function compileCommissionPay(
  incentive: CommissionIncentive,
  config: Parameters<typeof commission>[0],
): (input: CommissionPay, report: Report) => readonly StatementLine[] | undefined {
  const pay = commission(config);
  const { on } = incentive;
  return (input, report) => {
    const given = readInput(incentive, input);
    if (given === undefined) {
      const message = `${show(incentiveId(incentive))} needs the amount of ${show(on)}`;
      report.add(["amounts", on], "amount-missing", message);
      return undefined;
    }
    const outcome = pay.safe(given);
    if (outcome.ok) return outcome.value.lines;
    const isAmount = valueFor(input.credits, on) === undefined;
    for (const { path, code, message, params } of outcome.error.issues) {
      const [field, ...rest] = path;
      if (field === "credits" && isAmount) report.add(["amounts", on], code, message, params);
      else report.add([field === "quota" ? "quotas" : String(field), on, ...rest], code, message, params);
    }
    return undefined;
  };
}

/** What a commission is given: its indicator's credits, or one of its amount, and of the rest what its plan looks at. */
function readInput(incentive: CommissionIncentive, input: CommissionPay): CommissionInput | undefined {
  const { on, per, counts, quotaIn, threshold } = incentive;
  const amount = valueFor(input.amounts, on);
  const credits =
    valueFor(input.credits, on) ??
    (amount === undefined ? undefined : [{ id: on, [countedQuantity(counts, quotaIn)]: amount }]);
  if (credits === undefined) return undefined;
  const asksForQuota = counts === "attainment" || threshold?.counts === "attainment";
  const more = {
    ...(asksForQuota ? { quota: valueFor(input.quotas, on) } : {}),
    ...(per === "to-date"
      ? {
          earlier: valueFor(input.earlier, on),
          toDate: valueFor(input.toDate, on),
          paid: valueFor(input.paid, on),
        }
      : {}),
  };
  return { credits, ...more } as CommissionInput;
}

function valueFor<T>(
  values: { readonly [indicator: string]: T } | undefined,
  indicator: string,
): T | undefined {
  return values !== undefined && Object.hasOwn(values, indicator) ? values[indicator] : undefined;
}

/** Notes what is given for indicators that no commission is paid on, or that none looks at. */
export function checkCommissionPay(
  incentives: readonly CheckedIncentive[],
  input: CommissionPay,
  report: Report,
): void {
  const commissions = incentives.filter((incentive) => incentive.use === "commission");
  for (const name of COMMISSION_FIELDS) {
    for (const indicator of Object.keys(input[name] ?? {})) {
      const paid = commissions.filter(({ on }) => on === indicator);
      const at = [name, indicator];
      if (paid.length === 0)
        report.add(at, "unknown-indicator", `no commission is paid on ${show(indicator)}`, { indicator });
      else if (isToDate(name) && paid.every(({ per }) => per !== "to-date"))
        report.add(
          at,
          "to-date-unused",
          `commission on ${show(indicator)} counts no running total: take this away`,
          { indicator },
        );
      else if (
        name === "quotas" &&
        !paid.some(({ counts, threshold }) => counts === "attainment" || threshold?.counts === "attainment")
      )
        report.add(
          at,
          "quota-unused",
          `commission on ${show(indicator)} counts no attainment: take this away`,
          { indicator },
        );
    }
  }
}

function isToDate(name: (typeof COMMISSION_FIELDS)[number]): boolean {
  return name === "toDate" || name === "earlier" || name === "paid";
}
