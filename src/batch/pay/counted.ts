import { type CommissionPlan, quantitiesOf } from "../../incentives/commission/plan.js";
import type { SumColumn } from "../../incentives/commission/sum-columns.js";
import type { OfUse } from "../../policy/incentives.js";
import type { Step } from "../../program/program.js";
import type { ProgramInput } from "../sources/inputs.js";
import type { PaidLine, PayGiven } from "./part.js";

/** The name of a column of one commission. */
export type At = (column: string) => string;

/** A commission for the columns that its input has. */
export interface CommissionOf {
  readonly incentive: OfUse<"commission">;
  readonly plan: CommissionPlan;
  readonly at: At;
  readonly given: PayGiven;
}

/** What a commission counts, and how its columns are filled. */
export interface Counted {
  /** The plan, as far as it matters for what is counted. */
  readonly plan: CommissionPlan;
  readonly inputs: readonly ProgramInput[];
  readonly steps: readonly Step[];
  /** The column of what is counted now. */
  now(sum: SumColumn): string;
  /** The columns of what came before, of which the first that is there counts. */
  before(sum: SumColumn): readonly string[];
  /** Columns of which the first that is there is 0 where nothing came before. */
  readonly anything: readonly string[];
}

/** What is paid for what is counted: the steps that make its amount, and the line of what limits change of a sum of lines. */
export interface Paid {
  readonly inputs: readonly ProgramInput[];
  readonly steps: readonly Step[];
  readonly limits: readonly PaidLine[];
}

/** One amount of each person; undefined where it does not say all that the plan needs. */
export function countedAmounts({ incentive, plan, at, given }: CommissionOf): Counted | undefined {
  const { per } = plan.config;
  const table = plan.tables.at(-1);
  if (!isSaidByAmount(plan) || table === undefined || per === "order") return undefined;
  if (per === "to-date" && plan.tables.length > 1) return undefined;
  const amount = amountOf(incentive.on, at, given);
  return {
    plan: { ...plan, tables: [{ when: [], rates: table.rates }] },
    inputs: [...amount.inputs, ...(per === "to-date" ? [totalBefore(incentive.on, at)] : [])],
    steps: [{ step: "first-present", to: at("paid-on"), of: amount.columns }],
    now: () => at("paid-on"),
    before: () => [at("total before")],
    anything: [at("total before")],
  };
}

/** Whether one amount says all that a plan needs of a person. */
export function isSaidByAmount(plan: CommissionPlan): boolean {
  const { kind, config } = plan;
  return (
    kind === "direct" &&
    !asksForSizes(plan) &&
    config.perDeal?.credited === undefined &&
    quantitiesOf(plan).size === 1
  );
}

/** Whether tables are for deals of some size. */
export function asksForSizes({ tables }: CommissionPlan): boolean {
  return tables.some(({ when }) => when.some((one) => "deal" in one));
}

/** The columns of the amount that is paid on: what is stated, or else the raw evidence of the indicator. */
export function amountOf(on: string, at: At, { raw, has }: PayGiven) {
  const [path, evidence] = [`amounts.${on}`, raw(on)];
  const isStated = has(path) || evidence === undefined;
  const stated: ProgramInput = { column: at("stated"), type: "number", path, missing: "stays" };
  return {
    inputs: isStated ? [stated] : [],
    columns: [...(isStated ? [stated.column] : []), ...(evidence === undefined ? [] : [evidence])],
  };
}

/** The total of what was counted before. */
export function totalBefore(on: string, at: At): ProgramInput {
  return { column: at("total before"), type: "number", path: `toDate.${on}`, missing: "stays" };
}
