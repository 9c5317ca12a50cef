import type { Rational } from "../../kernel/rational.js";
import type { Value } from "../../program/interpreter.js";
import type { Step, StepOf } from "../../program/program.js";
import { type BallForm, ERROR, floatOf, putBall, putMissing } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { codes, operate, type Planning } from "../forms/planning.js";
import { emptyBalls } from "./ball-of.js";
import { exactStep } from "./exact.js";

/** Works out a step exactly in each row, as the interpreter does: where floats have no bound, as for powers, or where it comes up too seldom. */
export function planExactly(step: Step, planning: Planning): Form {
  const exactAt = exactStep(step, planning);
  const out = emptyBalls();
  const values: Value[] = [];
  operate(planning, writeExact, out, values, exactAt, planning.aside);
  return { ...out, exactAt: (row) => values[row] as Value };
}

function writeExact(
  out: Pick<BallForm, "middle" | "radius">,
  values: Value[],
  exactAt: (row: number) => Value,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const value = aside[row] === 1 ? null : exactAt(row);
    values[row] = value;
    if (value === null) putMissing(out, row);
    else {
      const float = floatOf(value as Rational);
      putBall(out, row, float, Math.abs(float) * 2 * ERROR);
    }
  }
}

/** The same of a step that makes labels. */
export function planLabelsExactly(step: StepOf<"look-up">, planning: Planning): Form {
  const exactAt = exactStep(step, planning);
  const dictionary = [...new Set(step.rows.map(({ value }) => value))];
  const codeOf = new Map(dictionary.map((label, code) => [label, code] as const));
  const out = codes();
  operate(planning, writeExactLabels, out, codeOf, exactAt);
  return { type: "label", codes: out, dictionary };
}

function writeExactLabels(
  out: Int32Array,
  codeOf: ReadonlyMap<string, number>,
  exactAt: (row: number) => Value,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) out[row] = codeOf.get(exactAt(row) as string) ?? -1;
}
