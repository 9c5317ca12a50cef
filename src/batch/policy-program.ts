import type { BandContext } from "../classification/band-context.js";
import type { CheckedMatrix } from "../classification/matrix.js";
import { bandColumn, gateColumn, scoreColumn } from "../classification/placement-program.js";
import type { PolicyParts } from "../policy/parts.js";
import type { Program } from "../program/program.js";
import type { NoColumns, ProgramInput } from "./inputs.js";
import { placementPart } from "./placement-part.js";
import { type Given, scorePart } from "./score-part.js";

/** A policy as one program, from evidence to the cell. */
export interface PolicyProgram {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  readonly outputs: readonly string[];
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
}

/** Joins the programs of the axes and of the matrix. */
export function policyProgram(
  parts: PolicyParts,
  matrix: CheckedMatrix,
  given: Given & { readonly bands?: BandContext | undefined },
): PolicyProgram | NoColumns {
  const scores = Object.entries(parts.axes).map(([axis, schema]) => scorePart(axis, schema, given));
  const without = scores.find((part) => "because" in part);
  if (without !== undefined && "because" in without) return without;
  const made = scores.flatMap((part) => ("because" in part ? [] : [part]));
  const placed = placementPart(matrix, made, given.bands);
  if ("because" in placed) return placed;
  const inputs = [...made.flatMap((part) => part.inputs), ...placed.inputs];
  const types = new Map(
    [...made.flatMap(({ program }) => program.inputs), ...placed.program.inputs].map((input) => [
      input.column,
      input,
    ]),
  );
  const steps = [...made.flatMap(({ program }) => program.steps), ...placed.program.steps];
  const stepped = new Set(steps.map(({ to }) => to));
  return {
    program: { inputs: [...types.values()].filter(({ column }) => !stepped.has(column)), steps },
    inputs,
    required: [...matrix.axes.map(({ id }) => scoreColumn(id)), ...made.flatMap((part) => part.required)],
    outputs: [
      ...matrix.axes.flatMap(({ id }) => [scoreColumn(id), bandColumn(id)]),
      "cell",
      ...(matrix.gates ?? []).map(({ id }) => gateColumn(id)),
    ],
  };
}
