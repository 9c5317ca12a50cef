import { evaluate, type Piecewise } from "../kernel/piecewise.js";
import {
  compare,
  divide,
  lesser,
  multiply,
  ONE,
  type Rational,
  rationalText,
  readRationalText,
  sum,
  ZERO,
} from "../kernel/rational.js";
import { round } from "../kernel/rounding.js";
import { geometricMean, signedRoot } from "./irrational-steps.js";
import type { PiecewiseData, Program, Step, TraceLine, WeightedColumn } from "./program.js";

/** The value of one column for one person; `null` is a missing one. */
export type Value = Rational | string | null;

/** All columns of one run. */
export interface Run {
  /** The exact number in a column. */
  number(column: string): Rational;
  /** The label in a column. */
  label(column: string): string;
  /** Whether a column is present for this person. */
  has(column: string): boolean;
  /** What each step made, in order. */
  trace(): readonly TraceLine[];
}

/** The values that there are so far. */
export interface Columns {
  get(column: string): Value | undefined;
}

/** Makes one column of others; a missing one makes a missing one, unless the step itself looks for those that are present. */
export type Action = (columns: Columns) => Value;

/**
 * Compiles a program to a function that runs it exactly for one person.
 *
 * The caller has checked the inputs: each column is there or marked as missing, no divisor is zero where the step does not allow it, each
 * number lies in the range of the function it goes into. A map of inputs becomes that of all columns.
 */
export function compileProgram(
  program: Program,
): (inputs: Map<string, Value> | readonly (readonly [string, Value])[]) => Run {
  const actions = program.steps.map((step) => ({ to: step.to, action: compileStep(step) }));
  return (inputs) => {
    const columns = inputs instanceof Map ? inputs : new Map(inputs);
    for (const { to, action } of actions) columns.set(to, action(columns));
    return {
      number: (column) => present(numberIn(columns, column), column),
      label: (column) => present(labelIn(columns, column), column),
      has: (column) => valueIn(columns, column) !== null,
      trace() {
        const lines: TraceLine[] = [];
        for (const { to } of actions) {
          const value = valueIn(columns, to);
          if (value === null) continue;
          lines.push({ column: to, value: typeof value === "string" ? value : rationalText(value) });
        }
        return lines;
      },
    };
  };
}

/** Compiles one step. */
export function compileStep(step: Step): Action {
  switch (step.step) {
    case "ratio": {
      const whenZero = step.whenZero === undefined ? undefined : readRationalText(step.whenZero);
      return ofNumbers([step.of, step.by], ([top, bottom]) =>
        whenZero !== undefined && bottom?.n === 0n ? whenZero : divide(top ?? ZERO, bottom ?? ZERO),
      );
    }
    case "product":
      return ofNumbers(step.of, (numbers) => numbers.reduce(multiply, ONE));
    case "weighted-sum": {
      const weights = step.of.map(({ weight }) => readRationalText(weight));
      return ofNumbers(
        step.of.map(({ column }) => column),
        (numbers) => sum(numbers.map((number, index) => multiply(weights[index] ?? ZERO, number))),
      );
    }
    case "weighted-mean":
      return ofPresent(step.of, (terms, total) =>
        divide(sum(terms.map(({ number, weight }) => multiply(weight, number))), total),
      );
    case "geometric-mean": {
      const least = step.least === undefined ? undefined : readRationalText(step.least);
      return ofPresent(step.of, (terms, total) =>
        geometricMean(terms, { total, least, decimals: step.decimals, mode: step.mode }),
      );
    }
    case "minimum":
      return (columns) => {
        const numbers = presentIn(columns, step.of);
        return numbers.length === 0 ? null : numbers.reduce(lesser);
      };
    case "at-most":
      return (columns) => {
        const number = numberIn(columns, step.of);
        return number === null ? null : presentIn(columns, step.limits).reduce(lesser, number);
      };
    case "signed-root": {
      const plus = readRationalText(step.plus);
      return ofNumber(step.of, (number) => signedRoot(number, plus, step.decimals, step.mode));
    }
    case "first-present": {
      const otherwise = step.otherwise === undefined ? null : readRationalText(step.otherwise);
      return (columns) => {
        const column = step.of.find((one) => valueIn(columns, one) !== null);
        return column === undefined ? otherwise : valueIn(columns, column);
      };
    }
    case "piecewise": {
      const piecewise = readPiecewise(step.function);
      return ofNumber(step.of, (number) => pieceValue(piecewise, number, step.to));
    }
    case "piecewise-by": {
      const functions = new Map(step.functions.map((one) => [one.label, readPiecewise(one.function)]));
      return (columns) => {
        const [label, number] = [labelIn(columns, step.by), numberIn(columns, step.of)];
        const piecewise = label === null ? undefined : functions.get(label);
        return piecewise === undefined || number === null ? null : pieceValue(piecewise, number, step.to);
      };
    }
    case "round":
      return ofNumber(step.of, (number) => round(number, step.decimals, step.mode));
    case "band": {
      const bands = step.bands
        .map(({ label, from, fromColumn }) => ({
          label,
          fromColumn,
          from: from === undefined ? undefined : readRationalText(from),
        }))
        .reverse();
      return (columns) => {
        const number = numberIn(columns, step.of);
        if (number === null) return null;
        for (const { label, from, fromColumn } of bands) {
          const least = fromColumn === undefined ? from : numberIn(columns, fromColumn);
          if (least === undefined || (least !== null && compare(number, least) >= 0)) return label;
        }
        throw fault(step.to, "the number is below the lowest band");
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
        const labels = step.by.map((column) => labelIn(columns, column)).filter((label) => label !== null);
        return rows.get(rowKey(labels)) ?? null;
      };
    }
  }
}

/** An action on numbers that all have to be present. */
function ofNumbers(names: readonly string[], make: (numbers: readonly Rational[]) => Value): Action {
  return (columns) => {
    const numbers: Rational[] = [];
    for (const column of names) {
      const number = numberIn(columns, column);
      if (number !== null) numbers.push(number);
    }
    return numbers.length === names.length ? make(numbers) : null;
  };
}

/** The same on one number. */
function ofNumber(name: string, make: (number: Rational) => Value): Action {
  return (columns) => {
    const number = numberIn(columns, name);
    return number === null ? null : make(number);
  };
}

/** A column that is present, and its weight. */
export interface Term {
  readonly number: Rational;
  readonly weight: Rational;
}

/** An action on those that are present, if their weights sum to more than zero. */
function ofPresent(
  columns: readonly WeightedColumn[],
  make: (terms: readonly Term[], total: Rational) => Rational,
): Action {
  const read = columns.map(({ column, weight }) => ({ column, weight: readRationalText(weight) }));
  return (values) => {
    const terms = read.flatMap(({ column, weight }) => {
      const number = numberIn(values, column);
      return number === null ? [] : [{ number, weight }];
    });
    const total = sum(terms.map(({ weight }) => weight));
    return total.n === 0n ? null : make(terms, total);
  };
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

function valueIn(columns: Columns, column: string): Value {
  const value = columns.get(column);
  if (value === undefined) throw fault(column, "it is not there");
  return value;
}

function numberIn(columns: Columns, column: string): Rational | null {
  const value = valueIn(columns, column);
  if (typeof value === "string") throw fault(column, "it is no number");
  return value;
}

function presentIn(columns: Columns, names: readonly string[]): readonly Rational[] {
  return names.map((column) => numberIn(columns, column)).filter((number) => number !== null);
}

function labelIn(columns: Columns, column: string): string | null {
  const value = valueIn(columns, column);
  if (value !== null && typeof value !== "string") throw fault(column, "it is no label");
  return value;
}

function present<T>(value: T | null, column: string): T {
  if (value === null) throw fault(column, "it is missing");
  return value;
}

function rowKey(labels: readonly string[]): string {
  return JSON.stringify(labels);
}

function fault(column: string, why: string): Error {
  return new Error(`column ${column} of the program: ${why}`);
}
