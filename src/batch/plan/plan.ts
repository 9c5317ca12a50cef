import { rational, rationalText } from "../../kernel/rational.js";
import type { Program } from "../../program/program.js";
import { columnsRead } from "../../program/rename.js";
import { emptyBalls } from "../balls/ball-of.js";
import { bounded } from "../balls/bounds.js";
import { planStepAnyway } from "../balls/plan-step.js";
import type { BallSource } from "../balls/read.js";
import { type Form, type Refusal, refused } from "../forms/forms.js";
import {
  codes,
  constantForm,
  labelForm,
  noneForm,
  numberForm,
  numbers,
  type Operation,
  type Planning,
  reading,
  startPlanning,
} from "../forms/planning.js";
import type { LabelSource } from "../sources/label-sources.js";
import type { MadeSource } from "../sources/sources.js";
import { planStep } from "../steps/compile-steps.js";

/** What is known of an input column before it is read: the denominator and the bounds of its numbers, or the labels that it may have. */
export type InputForm =
  | ({ readonly type: "number" } & MadeSource)
  | { readonly type: "ball"; readonly source: BallSource }
  | {
      readonly type: "label";
      readonly dictionary: readonly string[];
      readonly source: LabelSource;
      /** Whether no row has a label, and need not have one. */
      readonly isNone?: true;
    };

/** A program as operations on blocks of rows: fill the inputs, run the starts once and the operations for each block, read the outputs. */
export interface Plan {
  readonly inputs: ReadonlyMap<string, Form>;
  /** What is done once for the columns of a caller. */
  readonly starts: readonly (() => void)[];
  readonly operations: readonly Operation[];
  readonly outputs: ReadonlyMap<string, Form>;
  /** Rows that cannot be decided here; whoever reads the inputs may set rows aside too, and clears this before each block. */
  readonly aside: Uint8Array;
  /** Whether all is worked out in whole numbers of 53 bits, nothing in balls. */
  readonly isWhole: boolean;
}

/** Why a program has no plan: the step that refuses, and why. */
export interface NoPlan extends Refusal {
  readonly column: string;
}

/**
 * Proves, step by step, that all whole numbers that a program works out on the way to some columns stay below 2^53 for inputs within bounds, and compiles the steps to
 * loops over blocks of them.
 */
export function planProgram(
  program: Program,
  given: ReadonlyMap<string, InputForm>,
  outputs: readonly string[],
): Plan | NoPlan {
  const { planning, inputs } = startProgram(program, given);
  for (const step of program.steps) {
    const form = planStep(step, planning);
    if (refused(form)) return { ...form, column: step.to };
    planning.columns.set(step.to, form);
  }
  return plannedAs(planning, inputs, outputs);
}

/** The same of any program: what whole numbers below 2^53 cannot hold is worked out in balls, and exactly where these do not decide. */
export function planProgramAnyway(
  program: Program,
  given: ReadonlyMap<string, InputForm>,
  outputs: readonly string[],
): Plan {
  const { planning, inputs } = startProgram(program, given);
  for (const step of program.steps) planning.columns.set(step.to, planStepAnyway(step, planning));
  return plannedAs(planning, inputs, outputs);
}

function startProgram(
  program: Program,
  given: ReadonlyMap<string, InputForm>,
): { planning: Planning; inputs: ReadonlyMap<string, Form> } {
  const planning = startPlanning();
  const inputs = new Map([...given].map(([column, form]) => [column, inputForm(form)]));
  for (const [column, form] of inputs) planning.columns.set(column, form);
  readLabelsAndBalls(inputs, given, program.steps, planning);
  return { planning, inputs };
}

function plannedAs(planning: Planning, inputs: ReadonlyMap<string, Form>, outputs: readonly string[]): Plan {
  const made = new Map(outputs.map((column) => [column, outputForm(column, planning)]));
  const { starts, operations, aside, balls, columns } = planning;
  const isWhole = balls.size === 0 && [...columns.values()].every(({ type }) => type !== "ball");
  return { inputs, starts, operations, outputs: made, aside, isWhole };
}

/** Reads the labels and balls that some step needs; whole numbers are read where they are needed. */
function readLabelsAndBalls(
  inputs: ReadonlyMap<string, Form>,
  given: ReadonlyMap<string, InputForm>,
  steps: Program["steps"],
  planning: Planning,
): void {
  const needed = new Set(steps.flatMap(columnsRead));
  for (const [column, form] of inputs) {
    const from = given.get(column);
    if (!needed.has(column)) continue;
    if (form.type === "ball" && from?.type === "ball")
      planning.operations.push(reading(from.source, form, planning));
    if (form.type === "label" && from?.type === "label" && !form.isNone)
      planning.operations.push(reading(from.source, form.codes, planning));
  }
}

/** An output, worked out to its last whole number. */
function outputForm(column: string, planning: Planning): Form {
  const form = planning.columns.get(column);
  if (form?.type === "ball") return form;
  return form?.type === "label" ? labelForm(planning, column) : numberForm(planning, column);
}

function inputForm(form: InputForm): Form {
  if (form.type === "ball") {
    const { source } = form;
    return { ...emptyBalls(), ...bounded(source.bounds), exactAt: (row) => source.exactAt(row) };
  }
  if (form.type === "label") {
    const { dictionary, isNone } = form;
    return isNone
      ? { type: "label", codes: codes().fill(-1), dictionary, isNone }
      : { type: "label", codes: codes(), dictionary };
  }
  const { den, mayMiss, source } = form;
  const { least, most, known } = source;
  if (known === "none") return noneForm();
  if (known === "same" && least === most) return constantForm(rationalText(rational(least, den)));
  return { type: "number", n: numbers(), least, most, num: 1n, den, mayMiss, source };
}
