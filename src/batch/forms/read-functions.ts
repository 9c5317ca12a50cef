import type { Piecewise } from "../../kernel/piecewise.js";
import { readPiecewise } from "../../program/interpreter.js";
import type { PiecewiseData } from "../../program/program.js";

const readBefore = new WeakMap<PiecewiseData, Piecewise>();

/** The exact numbers of a function of a policy's own program, which nobody else has: they are made once, not for each plan. */
export function functionOf(data: PiecewiseData): Piecewise {
  const before = readBefore.get(data);
  if (before !== undefined) return before;
  const made = readPiecewise(data);
  readBefore.set(data, made);
  return made;
}
