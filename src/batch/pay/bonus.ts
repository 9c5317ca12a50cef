import { scoreColumn } from "../../classification/placement-program.js";
import { bonusProgram, isFactor, multiplierColumn } from "../../incentives/bonus/program.js";
import { ONE } from "../../kernel/rational.js";
import { incentiveId, type OfUse } from "../../policy/incentives.js";
import { renameColumns } from "../../program/rename.js";
import type { ProgramInput } from "../sources/inputs.js";
import { type IncentiveSteps, type PayGiven, payColumn, sameNumber, TIER } from "./part.js";

/** A performance bonus of everybody who is there all the period. */
export function bonusSteps(incentive: OfUse<"performanceBonus">, { currency }: PayGiven): IncentiveSteps {
  const id = incentiveId(incentive);
  const at = (column: string) => {
    if (column === "tier") return TIER;
    return column === "score" ? scoreColumn(incentive.axis) : payColumn(id, column);
  };
  const program = renameColumns(bonusProgram({ ...incentive, currency }), at);
  const salary: ProgramInput = {
    column: at("salary"),
    type: "number",
    path: "salary",
    sign: "not-negative",
    missing: "stays",
  };
  const known = new Set(program.inputs.map(({ column }) => column));
  return {
    inputs: [
      ...(known.has(salary.column) ? [salary] : []),
      ...(incentive.multipliers ?? []).map(
        (one): ProgramInput => ({
          column: at(multiplierColumn(one.id)),
          type: "number",
          path: `multipliers.${one.id}`,
          missing: "set-aside",
          ...(isFactor(one) ? { sign: "not-negative" } : {}),
        }),
      ),
      sameNumber(at("part"), ONE),
    ],
    steps: program.steps,
    lines: [{ id, column: at("amount"), optional: false }],
    required: [at("amount")],
  };
}
