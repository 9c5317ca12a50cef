import { evaluate, type Piecewise } from "../kernel/piecewise.js";
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rationalText,
  readRationalText,
  ZERO,
} from "../kernel/rational.js";
import { round } from "../kernel/rounding.js";
import type { PiecewiseData, Program, Step, TraceLine } from "./program.js";

/** The value of one column for one person. */
export type Value = Rational | string;

/** All columns of one run. */
export interface Run {
  /** The exact number in a column. */
  number(column: string): Rational;
  /** The label in a column. */
  label(column: string): string;
  /** What each step made, in order. */
  trace(): readonly TraceLine[];
}

type Columns = Map<string, Value>;

/**
 * Compiles a program to a function that runs it exactly for one person.
 *
 * The caller has checked the inputs: each column is there, no divisor is zero, each number lies in the range of the function it
 * goes into, each label is in the table it is looked up in.
 */
export function compileProgram(program: Program): (inputs: Iterable<readonly [string, Value]>) => Run {
  const actions = program.steps.map((step) => ({ to: step.to, action: compileStep(step) }));
  return (inputs) => {
    const columns: Columns = new Map(inputs);
    for (const { to, action } of actions) columns.set(to, action(columns));
    return {
      number: (column) => numberIn(columns, column),
      label: (column) => labelIn(columns, column),
      trace: () =>
        actions.map(({ to }) => {
          const value = columns.get(to) as Value;
          return { column: to, value: typeof value === "string" ? value : rationalText(value) };
        }),
    };
  };
}

function compileStep(step: Step): (columns: Columns) => Value {
  switch (step.step) {
    case "ratio":
      return (columns) => divide(numberIn(columns, step.of), numberIn(columns, step.by));
    case "product":
      return (columns) =>
        step.of.reduce((product, column) => multiply(product, numberIn(columns, column)), ONE);
    case "weighted-sum": {
      const terms = step.of.map(({ column, weight }) => ({ column, weight: readRationalText(weight) }));
      return (columns) =>
        terms.reduce(
          (sum, { column, weight }) => add(sum, multiply(weight, numberIn(columns, column))),
          ZERO,
        );
    }
    case "piecewise": {
      const piecewise = readPiecewise(step.function);
      return (columns) => pieceValue(piecewise, numberIn(columns, step.of), step.to);
    }
    case "piecewise-by": {
      const functions = new Map(step.functions.map((one) => [one.label, readPiecewise(one.function)]));
      return (columns) => {
        const piecewise = functions.get(labelIn(columns, step.by));
        if (piecewise === undefined) throw fault(step.to, "no function belongs to the label");
        return pieceValue(piecewise, numberIn(columns, step.of), step.to);
      };
    }
    case "round":
      return (columns) => round(numberIn(columns, step.of), step.decimals, step.mode);
    case "band": {
      const bands = step.bands
        .map(({ label, from }) => ({ label, from: from === undefined ? undefined : readRationalText(from) }))
        .reverse();
      return (columns) => {
        const value = numberIn(columns, step.of);
        const band = bands.find(({ from }) => from === undefined || compare(value, from) >= 0);
        if (band === undefined) throw fault(step.to, "the number is below the lowest band");
        return band.label;
      };
    }
    case "look-up": {
      const rows = new Map(
        step.rows.map(({ labels, value }) => [
          rowKey(labels),
          step.type === "number" ? readRationalText(value) : value,
        ]),
      );
      return (columns) => {
        const value = rows.get(rowKey(step.by.map((column) => labelIn(columns, column))));
        if (value === undefined) throw fault(step.to, "no row belongs to the labels");
        return value;
      };
    }
  }
}

/** Makes exact numbers of a function's texts. */
export function readPiecewise({ pieces, to }: PiecewiseData): Piecewise {
  const read = pieces.map(({ from, includesFrom = true, coefficients }) => ({
    ...(from === undefined ? {} : { from: readRationalText(from) }),
    includesFrom,
    coefficients: coefficients.map(readRationalText),
  }));
  return to === undefined ? { pieces: read } : { pieces: read, to: readRationalText(to) };
}

/** Makes texts of a function's exact numbers. */
export function writePiecewise({ pieces, to }: Piecewise): PiecewiseData {
  const written = pieces.map(({ from, includesFrom, coefficients }) => ({
    ...(from === undefined ? {} : { from: rationalText(from) }),
    ...(includesFrom || from === undefined ? {} : { includesFrom }),
    coefficients: coefficients.map(rationalText),
  }));
  return to === undefined ? { pieces: written } : { pieces: written, to: rationalText(to) };
}

function pieceValue(piecewise: Piecewise, at: Rational, column: string): Rational {
  const value = evaluate(piecewise, at);
  if (value === undefined) throw fault(column, "the number is outside the range of the function");
  return value;
}

function numberIn(columns: Columns, column: string): Rational {
  const value = columns.get(column);
  if (value === undefined || typeof value === "string") throw fault(column, "it is no number");
  return value;
}

function labelIn(columns: Columns, column: string): string {
  const value = columns.get(column);
  if (typeof value !== "string") throw fault(column, "it is no label");
  return value;
}

function rowKey(labels: readonly string[]): string {
  return JSON.stringify(labels);
}

function fault(column: string, why: string): Error {
  return new Error(`column ${column} of the program: ${why}`);
}
