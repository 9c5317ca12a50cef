import type { CheckedMatrix } from "../../classification/matrix.js";
import { bandColumn, gateColumn, scoreColumn } from "../../classification/placement-program.js";
import type { PolicyParts } from "../../policy/parts.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import type { Program, Step } from "../../program/program.js";
import { columnsRead } from "../../program/rename.js";
import type { CheckedWeightSchema } from "../../scoring/schema.js";
import type { PaidLine } from "../pay/part.js";
import { type PayPart, payPart, TOTAL } from "../pay/pay-part.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import type { Given } from "./evidence-inputs.js";
import { type PlacementPart, placementPart } from "./placement-part.js";
import { type ScorePart, scorePart } from "./score-part.js";

/** A policy as one program, from evidence to the cell and to the pay. */
export interface PolicyProgram {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  readonly outputs: readonly string[];
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
  /** The lines of pay, where pay is asked for. */
  readonly lines?: readonly PaidLine[];
}

/** What the parts of a program are made of. */
export interface ProgramRequest extends Given {
  readonly pays: boolean;
}

/** Joins the programs of the axes, of the matrix and of the pay. */
export function policyProgram(
  policy: CheckedPolicy,
  parts: PolicyParts,
  matrix: CheckedMatrix,
  request: ProgramRequest,
): PolicyProgram | NoColumns {
  const scores = Object.entries(parts.axes).map(([axis, schema]) => scorePart(axis, schema, request));
  const without = scores.find((part) => "because" in part);
  if (without !== undefined && "because" in without) return without;
  const made = scores.flatMap((part) => ("because" in part ? [] : [part]));
  const placed = placementPart(
    matrix,
    made,
    request.groups.map(({ bands }) => bands),
    (axis) => (parts.axes[axis] as CheckedWeightSchema).scoreDecimals,
  );
  if ("because" in placed) return placed;
  const paid = request.pays ? payPart(policy.incentives ?? [], payGiven(policy, made, request)) : undefined;
  return paid !== undefined && "because" in paid ? paid : joined(matrix, made, placed, paid);
}

function payGiven(policy: CheckedPolicy, scores: readonly ScorePart[], { period, has }: ProgramRequest) {
  const { axes, tiers, currency = "" } = policy;
  return {
    period: period ?? "",
    currency,
    axes,
    tiers: tiers.map(({ id }) => id),
    has,
    raw: (indicator: string) =>
      scores.map(({ raw }) => raw.get(indicator)).find((column) => column !== undefined),
  };
}

function joined(
  { axes, gates = [] }: CheckedMatrix,
  scores: readonly ScorePart[],
  placed: PlacementPart,
  paid: PayPart | undefined,
): PolicyProgram {
  const parts = [...scores, placed, ...(paid === undefined ? [] : [paid])];
  const required = [
    ...axes.map(({ id }) => scoreColumn(id)),
    ...scores.flatMap((part) => part.required),
    ...placed.required,
    ...(paid?.required ?? []),
  ];
  const outputs = [
    ...axes.flatMap(({ id }) => [scoreColumn(id), bandColumn(id)]),
    "cell",
    ...gates.map(({ id }) => gateColumn(id)),
    ...scores.flatMap(({ looked }) => looked),
    ...(paid === undefined ? [] : [...paid.lines.map(({ column }) => column), TOTAL]),
  ];
  const made = [...new Set([...outputs, ...required])];
  const steps = parts.flatMap(({ program }) => program.steps);
  const stepped = new Set(steps.map(({ to }) => to));
  const types = new Map(
    parts.flatMap(({ program }) => program.inputs).map((input) => [input.column, input] as const),
  );
  return {
    program: {
      inputs: [...types.values()].filter(({ column }) => !stepped.has(column)),
      steps: neededSteps(steps, made),
    },
    inputs: parts.flatMap(({ inputs }) => inputs),
    required,
    outputs: made,
    ...(paid === undefined ? {} : { lines: paid.lines }),
  };
}

/** The steps that some columns depend on. */
function neededSteps(steps: readonly Step[], columns: readonly string[]): readonly Step[] {
  const needed = new Set(columns);
  return [...steps]
    .reverse()
    .filter((step) => {
      if (!needed.has(step.to)) return false;
      for (const column of columnsRead(step)) needed.add(column);
      return true;
    })
    .reverse();
}
