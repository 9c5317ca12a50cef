import { MONTHS_PER } from "../../incentives/base-pay/fields.js";
import { basePayProgram } from "../../incentives/base-pay/table.js";
import { periodMonths } from "../../kernel/calendar.js";
import { ONE, rational, ZERO } from "../../kernel/rational.js";
import { incentiveId, type OfUse } from "../../policy/incentives.js";
import { renameColumns } from "../../program/rename.js";
import type { ProgramInput } from "../sources/inputs.js";
import { type IncentiveSteps, numberOr, type PayGiven, payColumn, sameNumber, TIER } from "./part.js";

/** Base pay of everybody who is there all the period. */
export function basePaySteps(incentive: OfUse<"basePay">, { period, currency }: PayGiven): IncentiveSteps {
  const id = incentiveId(incentive);
  const at = (column: string) => (column === "tier" ? TIER : payColumn(id, column));
  const program = renameColumns(basePayProgram(incentive, currency, incentive.rounding), at);
  const years = numberOr(
    at("years"),
    { number: ZERO, text: "0" },
    { path: "experienceYears", sign: "not-negative" },
  );
  const share = numberOr(
    at("share"),
    { number: ONE, text: "1" },
    { path: "share", sign: "not-negative", most: ONE },
  );
  const months = rational(BigInt(periodMonths(period)), BigInt(MONTHS_PER[incentive.per]));
  const labelled = new Set(program.inputs.filter(({ type }) => type === "label").map(({ column }) => column));
  return {
    inputs: [
      ...placeInputs(incentive).filter(({ column }) => labelled.has(column)),
      years.input,
      share.input,
      sameNumber(at("periods"), months),
      sameNumber(at("part"), ONE),
    ],
    steps: [years.step, share.step, ...program.steps],
    lines: [{ id, column: at("amount"), optional: false }],
    required: [at("amount")],
  };
}

/** What else than the tier decides the row of the table; what it has no row for is for the one-person functions. */
function placeInputs(incentive: OfUse<"basePay">): readonly ProgramInput[] {
  const { table, locations = [] } = incentive;
  const id = incentiveId(incentive);
  const label = (name: string, values: readonly (string | number | undefined)[]): ProgramInput => ({
    column: payColumn(id, name),
    type: "label",
    path: name,
    missing: "set-aside",
    labels: new Map(
      values.flatMap((value) => (value === undefined ? [] : [[value, String(value)] as const])),
    ),
  });
  return [
    label(
      "grade",
      table.map(({ grade }) => grade),
    ),
    label(
      "step",
      table.map(({ step }) => step),
    ),
    label(
      "location",
      [...table, ...locations].map(({ location }) => location),
    ),
  ];
}
