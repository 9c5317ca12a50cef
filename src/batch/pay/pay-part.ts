import { type CheckedIncentive, incentiveId } from "../../policy/incentives.js";
import type { Program, Step } from "../../program/program.js";
import { columnsRead } from "../../program/rename.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { basePaySteps } from "./base-pay.js";
import { benefitsSteps } from "./benefits.js";
import { bonusSteps } from "./bonus.js";
import { commissionSteps } from "./commission.js";
import { isWithoutLines } from "./deductions.js";
import { type IncentiveSteps, type PaidLine, type PayGiven, TIER, tierInput } from "./part.js";
import { isYearEnd, yearEndSteps } from "./year-end.js";

/** The column of what all lines come to. */
export const TOTAL = "pay/total";

/** The program of all pay after that of the matrix, and how its own columns are filled. */
export interface PayPart {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  readonly lines: readonly PaidLine[];
  readonly required: readonly string[];
}

/** Makes the part of all pay, or says which incentive or benefit has no columns. */
export function payPart(incentives: readonly CheckedIncentive[], given: PayGiven): PayPart | NoColumns {
  const made = incentives.map((incentive) => incentiveSteps(incentive, given));
  const without = made.find((one) => "because" in one);
  if (without !== undefined && "because" in without) return without;
  const parts = made.flatMap((one) => ("because" in one ? [] : [one]));
  const steps = parts.flatMap((part) => part.steps);
  const unread = steps.some((step) => columnsRead(step).includes(TIER)) ? [] : tierSteps(given.tiers);
  const inputs = [tierInput(given.tiers), ...parts.flatMap((part) => part.inputs)];
  const lines = parts.flatMap((part) => part.lines);
  return {
    program: {
      inputs: inputs.map(({ column, type }) => ({ column, type })),
      steps: [...steps, ...unread, ...totalSteps(lines)],
    },
    inputs,
    lines,
    required: [...unread.map(({ to }) => to), ...parts.flatMap((part) => part.required)],
  };
}

/** The steps of one incentive; none where it is paid to a group, or in other periods. */
export function incentiveSteps(incentive: CheckedIncentive, given: PayGiven): IncentiveSteps | NoColumns {
  const none: IncentiveSteps = { inputs: [], steps: [], lines: [], required: [] };
  switch (incentive.use) {
    case "basePay":
      return basePaySteps(incentive, given);
    case "performanceBonus":
      return bonusSteps(incentive, given);
    case "commission":
      return commissionSteps(incentive, given);
    case "yearEndBonus":
      return isYearEnd(incentive, given.period) ? yearEndSteps(incentive, given) : none;
    case "benefits":
      return benefitsSteps(incentive, given);
    case "deductions":
      return isWithoutLines(incentive) ? none : { because: "no-columns", what: incentiveId(incentive) };
    case "teamPool":
    case "bonusPool":
    case "spiff":
    case "honours":
      return none;
  }
}

/** The tier has to be there even where no pay depends on it. */
function tierSteps(tiers: readonly string[]): readonly Step[] {
  const rows = tiers.map((tier) => ({ labels: [tier], value: "1" }));
  return [{ step: "look-up", to: `${TIER} known`, by: [TIER], type: "number", rows }];
}

/** The sum of the lines that are there. */
function totalSteps(lines: readonly PaidLine[]): readonly Step[] {
  const counted = (column: string) => `${column} or nothing`;
  return [
    ...lines
      .filter(({ optional }) => optional)
      .map(
        ({ column }): Step => ({
          step: "first-present",
          to: counted(column),
          of: [column],
          otherwise: "0",
        }),
      ),
    {
      step: "weighted-sum",
      to: TOTAL,
      of: lines.map(({ column, optional }) => ({
        column: optional ? counted(column) : column,
        weight: "1",
      })),
    },
  ];
}
