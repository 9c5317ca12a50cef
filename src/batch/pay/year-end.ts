import { rowLabel, yearEndProgram } from "../../incentives/bonus/year-end-program.js";
import { rowOf } from "../../incentives/bonus/year-end-rows.js";
import { paidPart } from "../../incentives/presence.js";
import { periodEnd, periodOf } from "../../kernel/calendar.js";
import { compileProration } from "../../kernel/proration.js";
import { ONE } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { incentiveId, type OfUse } from "../../policy/incentives.js";
import type { Step } from "../../program/program.js";
import { renameColumns } from "../../program/rename.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { eligibilitySteps } from "./eligibility.js";
import { type IncentiveSteps, numberOr, type PayGiven, payColumn, sameNumber, TIER } from "./part.js";

type YearEnd = OfUse<"yearEndBonus">;

/** Whether a year-end bonus is paid with a period: with the one that ends together with a time that it is for. */
export function isYearEnd({ per }: YearEnd, period: string): boolean {
  return periodEnd(periodOf(periodEnd(period), per)) === periodEnd(period);
}

/** A year-end bonus of everybody who is there all the time that it is for; of no amount for who is not eligible. */
export function yearEndSteps(incentive: YearEnd, given: PayGiven): IncentiveSteps | NoColumns {
  const id = incentiveId(incentive);
  const at = (column: string) => payColumn(id, column);
  const { eligibility = [], pays } = incentive;
  const eligible =
    eligibility.length === 0 ? undefined : eligibilitySteps(eligibility, at("eligible"), given);
  if ((eligibility.length > 0 && eligible === undefined) || !isWhole(incentive, given.period))
    return { because: "no-columns", what: id };
  const program = renameColumns(yearEndProgram(pays, given.currency, incentive.rounding), at);
  const factor = numberOr(
    at(eligible === undefined ? "factor" : "factor if eligible"),
    { number: ONE, text: "1" },
    { path: "yearEnd.factor", sign: "not-negative" },
  );
  const stated = statedSteps(pays, at);
  return {
    inputs: [factor.input, sameNumber(at("part"), ONE), ...stated.inputs, ...(eligible?.inputs ?? [])],
    steps: [
      rowStep(incentive, at("row"), given),
      ...stated.steps,
      ...(eligible?.steps ?? []),
      factor.step,
      ...(eligible === undefined
        ? []
        : [{ step: "product" as const, to: at("factor"), of: [at("factor if eligible"), eligible.column] }]),
      ...program.steps,
    ],
    lines: [{ id, column: at("amount"), optional: false }],
    required: [at("amount")],
  };
}

/** Whether who is there all the time is paid whole; a time without a day that counts is not. */
function isWhole({ per, proration }: YearEnd, period: string): boolean {
  const report = createReport("invalid-input", "batch");
  const time = periodOf(periodEnd(period), per);
  const part = report.within([], () => paidPart(time, { absences: [] }, compileProration(proration), report));
  return part !== undefined && part.n === part.d;
}

/** The row of each tier: its own, or the one for all others. */
function rowStep(incentive: YearEnd, to: string, { tiers }: PayGiven): Step {
  const rows = tiers.flatMap((tier) => {
    const row = rowOf(incentive as never, { tier } as never, createReport("invalid-input", "batch"));
    return row < 0 ? [] : [{ labels: [tier], value: rowLabel(row) }];
  });
  return { step: "look-up", to, by: [TIER], type: "label", rows };
}

/** What the rows need of the input: the salary of a month, or what was earned. */
function statedSteps(
  pays: YearEnd["pays"],
  at: (column: string) => string,
): Pick<IncentiveSteps, "inputs" | "steps"> {
  const sources = (["salary", "earned"] as const).map((name) => {
    const field = name === "salary" ? "months" : "share";
    const rows = pays.flatMap((row, index) =>
      row[field] === undefined ? [] : [{ labels: [rowLabel(index)], value: "1" }],
    );
    return { name, rows };
  });
  const used = sources.filter(({ rows }) => rows.length > 0);
  return {
    inputs: used.map(
      ({ name }): ProgramInput => ({
        column: at(name),
        type: "number",
        path: `yearEnd.${name}`,
        sign: "not-negative",
        missing: "stays",
      }),
    ),
    steps: [
      ...used.flatMap(({ name, rows }): readonly Step[] => [
        { step: "look-up", to: at(`${name} asked`), by: [at("row")], type: "number", rows },
        { step: "product", to: at(`${name} counted`), of: [at(name), at(`${name} asked`)] },
      ]),
      { step: "first-present", to: at("stated"), of: used.map(({ name }) => at(`${name} counted`)) },
    ],
  };
}
