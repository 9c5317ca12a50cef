import { type CommissionPlan, compilePlan, quantitiesOf } from "../../incentives/commission/plan.js";
import { groupProgram, toDateProgram, totalProgram } from "../../incentives/commission/program.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { ZERO } from "../../kernel/rational.js";
import { incentiveId, type OfUse } from "../../policy/incentives.js";
import type { Program, Step } from "../../program/program.js";
import { renameColumns } from "../../program/rename.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { whereNotZero } from "./optional-line.js";
import { type IncentiveSteps, numberOr, type PaidLine, type PayGiven, payColumn } from "./part.js";

/** Commission on one amount of each person. What asks for the credits themselves has no columns. */
export function commissionSteps(incentive: OfUse<"commission">, given: PayGiven): IncentiveSteps | NoColumns {
  const id = incentiveId(incentive);
  const plan = planOfAmounts(compilePlan({ ...incentive, currency: given.currency }));
  if (plan === undefined) return { because: "no-columns", what: id };
  const at = (column: string) => payColumn(id, column);
  const decimals = currencyDecimals(given.currency);
  const amount = amountSteps(incentive.on, at, given);
  const paid =
    plan.config.per === "to-date"
      ? paidToDate(plan, incentive, at, decimals)
      : paidTogether(plan, incentive, at, decimals);
  const asks = plan.counts === "attainment" || plan.threshold?.counts === "attainment";
  return {
    inputs: [...amount.inputs, ...paid.inputs, ...(asks ? [quotaInput(incentive.on, at)] : [])],
    steps: [...amount.steps, ...paid.steps],
    lines: paid.lines,
    required: [at("amount")],
  };
}

type At = (column: string) => string;

/** The plan with the one table that pays credits without attributes; undefined where an amount does not say all that it needs. */
function planOfAmounts(plan: CommissionPlan): CommissionPlan | undefined {
  const { config, kind, tables } = plan;
  const bySize = tables.some(({ when }) => when.some((one) => "deal" in one));
  const byCredit = config.per === "order" || (config.per === "to-date" && tables.length > 1);
  const isPlain = kind === "direct" && !bySize && !byCredit && config.perDeal?.credited === undefined;
  const table = tables.at(-1);
  if (!isPlain || table === undefined || quantitiesOf(plan).size !== 1) return undefined;
  return { ...plan, tables: [{ when: [], rates: table.rates }] };
}

/** The amount that is paid on: what is stated, or else the raw evidence of the indicator. */
function amountSteps(on: string, at: At, { raw, has }: PayGiven): Pick<IncentiveSteps, "inputs" | "steps"> {
  const [stated, evidence] = [`amounts.${on}`, raw(on)];
  const isStated = has(stated) || evidence === undefined;
  const of = [...(isStated ? [at("stated")] : []), ...(evidence === undefined ? [] : [evidence])];
  return {
    inputs: isStated ? [{ column: at("stated"), type: "number", path: stated, missing: "stays" }] : [],
    steps: [{ step: "first-present", to: at("paid-on"), of }],
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

type Paid = Pick<IncentiveSteps, "inputs" | "steps"> & { readonly lines: readonly PaidLine[] };

/** One line for the amount; by the credit, limits on the sum have a line of their own. */
function paidTogether(plan: CommissionPlan, incentive: OfUse<"commission">, at: At, decimals: number): Paid {
  const { per, cap, floor } = plan.config;
  const id = incentiveId(incentive);
  const ofAmount = (column: string) => (column.endsWith("counted") ? at("paid-on") : at(column));
  const { steps } = renameColumns(groupProgram(plan, decimals), ofAmount);
  if (per !== "credit") return { inputs: [], steps, lines: [{ id, column: at("amount"), optional: false }] };
  const line = { id: `${id}.${incentive.on}`, column: at("amount"), optional: false };
  if (cap === undefined && floor === undefined) return { inputs: [], steps, lines: [line] };
  const limits = limitSteps(totalProgram(plan, decimals), at, decimals);
  return {
    inputs: [],
    steps: [...steps, ...limits],
    lines: [line, { id: `${id}.limits`, column: at("limits"), optional: true }],
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

/** What all to date earns, less what was paid; where nothing came before, nothing was. */
function paidToDate(plan: CommissionPlan, incentive: OfUse<"commission">, at: At, decimals: number): Paid {
  const { on } = incentive;
  const before = numberOr(at("before"), { number: ZERO, text: "0" }, { path: `toDate.${on}` });
  const named = (column: string) => {
    if (column === "earlier.amount") return at("earlier.amount");
    if (!column.endsWith("counted")) return at(column);
    return column.startsWith("earlier.") ? at("before") : at("all");
  };
  const { steps } = renameColumns(toDateProgram(plan, decimals), named);
  const less = steps.findIndex(({ to }) => to === at("less"));
  return {
    inputs: [
      before.input,
      { column: at("paid"), type: "number", path: `paid.${on}`, missing: "stays", decimals },
    ],
    steps: [
      before.step,
      {
        step: "weighted-sum",
        to: at("all"),
        of: [
          { column: at("before"), weight: "1" },
          { column: at("paid-on"), weight: "1" },
        ],
      },
      ...steps.slice(0, less),
      somethingBefore(at("anything"), at("before")),
      { step: "product", to: at("owed"), of: [at("earlier.amount"), at("anything")] },
      { step: "first-present", to: at("less"), of: [at("paid"), at("owed")] },
      ...steps.slice(less + 1),
    ],
    lines: [{ id: incentiveId(incentive), column: at("amount"), optional: false }],
  };
}

/** 1 where a number is not zero, else 0. */
function somethingBefore(to: string, of: string): Step {
  return {
    step: "piecewise",
    to,
    of,
    function: {
      pieces: [
        { coefficients: ["1"] },
        { from: "0", coefficients: ["0"] },
        { from: "0", includesFrom: false, coefficients: ["1"] },
      ],
    },
  };
}
