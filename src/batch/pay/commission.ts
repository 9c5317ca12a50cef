import { LIMITS_LINE } from "../../incentives/commission/line.js";
import { asksForQuota, compilePlan } from "../../incentives/commission/plan.js";
import { groupProgram, totalProgram } from "../../incentives/commission/program.js";
import { type SumColumn, sumColumns } from "../../incentives/commission/sum-columns.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { incentiveId, type OfUse } from "../../policy/incentives.js";
import type { Program, Step } from "../../program/program.js";
import { renameColumns } from "../../program/rename.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { paidToDate } from "./commission-to-date.js";
import { type At, type CommissionOf, type Counted, countedAmounts, type Paid } from "./counted.js";
import { countedCredits } from "./counted-credits.js";
import { whereNotZero } from "./optional-line.js";
import { type IncentiveSteps, type PayGiven, payColumn } from "./part.js";

/** Commission on the credits of each person where the input has any, else on one amount. What pays single deals, or credits in turn, has no columns. */
export function commissionSteps(incentive: OfUse<"commission">, given: PayGiven): IncentiveSteps | NoColumns {
  const id = incentiveId(incentive);
  const at = (column: string) => payColumn(id, column);
  const plan = compilePlan({ ...incentive, currency: given.currency });
  const commission = { incentive, plan, at, given };
  const hasCredits = given.has(`credits.${incentive.on}`) || given.has(`earlier.${incentive.on}`);
  const counted = hasCredits ? countedCredits(commission) : countedAmounts(commission);
  if (counted === undefined) return { because: "no-columns", what: id };
  const paid =
    plan.config.per === "to-date" ? paidToDate(commission, counted) : paidTogether(commission, counted);
  return {
    inputs: [
      ...counted.inputs,
      ...paid.inputs,
      ...(asksForQuota(plan) ? [quotaInput(incentive.on, at)] : []),
    ],
    steps: [...counted.steps, ...paid.steps],
    lines: [{ id, column: at("amount"), optional: false }, ...paid.limits],
    required: [at("amount")],
  };
}

function quotaInput(on: string, at: At): ProgramInput {
  return {
    column: at("quota"),
    type: "number",
    path: `quotas.${on}`,
    sign: "above-zero",
    missing: "set-aside",
  };
}

/** What is counted now alone; where deals have lines of their own, limits on their sum have one too. */
function paidTogether({ incentive, at, given }: CommissionOf, { plan, now }: Counted): Paid {
  const { per, cap, floor } = plan.config;
  const decimals = currencyDecimals(given.currency);
  const sums = new Map(sumColumns(plan).map((sum): [string, SumColumn] => [sum.column, sum]));
  const named = (column: string) => {
    const sum = sums.get(column);
    return sum === undefined ? at(column) : now(sum);
  };
  const { steps } = renameColumns(groupProgram(plan, decimals), named);
  if (per === "period" || (cap === undefined && floor === undefined))
    return { inputs: [], steps, limits: [] };
  const id = `${incentiveId(incentive)}.${LIMITS_LINE}`;
  return {
    inputs: [],
    steps: [...steps, ...limitSteps(totalProgram(plan, decimals), at, decimals)],
    limits: [{ id, column: at("limits"), optional: true }],
  };
}

/** What a cap and a floor change of the sum of lines; no line where that is nothing. */
function limitSteps(program: Program, at: At, decimals: number): readonly Step[] {
  const ofSum = (column: string) => (column === "earned" ? at("amount") : at(`sum ${column}`));
  return [
    ...renameColumns(program, ofSum).steps,
    {
      step: "weighted-sum",
      to: at("limits or zero"),
      of: [
        { column: at("sum amount"), weight: "1" },
        { column: at("amount"), weight: "-1" },
      ],
    },
    ...whereNotZero(at("limits"), at("limits or zero"), decimals),
  ];
}
