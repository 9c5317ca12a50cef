import type { CommissionPlan } from "../../incentives/commission/plan.js";
import { type SumColumn, sumColumns } from "../../incentives/commission/sum-columns.js";
import type { CreditSum, CreditsInput } from "../sources/credits-input.js";
import type { ProgramInput } from "../sources/inputs.js";
import {
  amountOf,
  asksForSizes,
  type CommissionOf,
  type Counted,
  isSaidByAmount,
  totalBefore,
} from "./counted.js";

/** The credits of each person, summed up by the tables that pay them; an amount in their place where one says all. Undefined where sums do not say all that the plan needs. */
export function countedCredits(commission: CommissionOf): Counted | undefined {
  const { incentive, plan, at, given } = commission;
  if (!isSaidBySums(plan)) return undefined;
  const { on } = incentive;
  const takesAmount = isSaidByAmount(plan);
  const takesTotal = takesAmount && plan.tables.length === 1;
  const isToDate = plan.config.per === "to-date";
  if (isToDate && !takesTotal && given.has(`toDate.${on}`)) return undefined;
  const sums = sumColumns(plan);
  const now: CreditsInput = { path: `credits.${on}`, plan };
  const earlier: CreditsInput = { path: `earlier.${on}`, plan };
  const input = (name: string, credits: CreditsInput, sum: CreditSum, stays: boolean): ProgramInput => ({
    column: at(name),
    type: "number",
    path: credits.path,
    credits: { input: credits, sum },
    missing: stays ? "stays" : "set-aside",
  });
  const amount = takesAmount ? amountOf(on, at, given) : { inputs: [], columns: [] };
  const last = plan.tables.length - 1;
  const isOfAmount = ({ over }: SumColumn) => typeof over !== "number" || over === last;
  return {
    plan,
    inputs: [
      ...sums.map((sum) => input(`credited ${sum.column}`, now, sum, takesAmount)),
      ...amount.inputs,
      ...(isToDate
        ? [
            ...sums.map((sum) => input(`credited before ${sum.column}`, earlier, sum, true)),
            input("credits before", earlier, "number", true),
            totalBefore(on, at),
          ]
        : []),
    ],
    steps: sums.map((sum) => ({
      step: "first-present",
      to: at(sum.column),
      of: [at(`credited ${sum.column}`), ...(isOfAmount(sum) ? amount.columns : [])],
      ...(isOfAmount(sum) ? {} : { otherwise: "0" }),
    })),
    now: ({ column }) => at(column),
    before: ({ column }) => [at(`credited before ${column}`), at("total before")],
    anything: [at("credits before"), at("total before")],
  };
}

/** Whether sums over the credits of each table say all that a plan needs: no line is of one deal, no credit is paid in its turn, and what came before adds to what is counted now. */
function isSaidBySums(plan: CommissionPlan): boolean {
  const { kind, shared, config, tables } = plan;
  const { per, perDeal } = config;
  if (kind === "spread" || per === "credit" || per === "order" || perDeal?.credited !== undefined)
    return false;
  if (per === "to-date") return kind === "direct" && !asksForSizes(plan);
  // Where all tables count together, only those that have credits are held to their ends.
  return !shared || tables.every(({ rates }) => rates.rate.to === undefined);
}
