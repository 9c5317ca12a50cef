import {
  type Curve,
  composedCurve,
  constantOf,
  lesserCurve,
  polynomialCurve,
  productOfCurves,
  sumOfCurves,
} from "../kernel/curve.js";
import { evaluate, type Piecewise } from "../kernel/piecewise.js";
import { divide, ONE, type Rational, readRationalText, sum, ZERO } from "../kernel/rational.js";
import { readPiecewise } from "./interpreter.js";
import type { Program, Step } from "./program.js";

/** The value of one column all along a range of the variable: a curve, a label that stays, or `null` where it is missing. */
export type CurveValue = Curve | string | null;

type Columns = Map<string, CurveValue>;

/**
 * Runs a program with curves in place of numbers, so that a column comes out as an exact function of one variable. Rounding is left out: the curve is what
 * the column is before it is rounded. `grid` is the unit of the variable's grid (see `Curve`). What a program of pay has no use for (means, roots, bands that change along the range)
 * has no curve.
 */
export function curveOfProgram(
  program: Program,
  inputs: ReadonlyMap<string, CurveValue>,
  output: string,
  grid: Rational,
): Curve {
  const columns: Columns = new Map(inputs);
  for (const step of program.steps) columns.set(step.to, curveOfStep(step, columns, grid));
  return curveIn(columns, output) ?? fail(output, "is missing");
}

function curveOfStep(step: Step, columns: Columns, grid: Rational): CurveValue {
  switch (step.step) {
    case "ratio":
      return ofCurves(columns, [step.of, step.by], ([top, bottom]) =>
        ratio(top as Curve, bottom as Curve, step),
      );
    case "product":
      return ofCurves(columns, step.of, productOfCurves);
    case "weighted-sum":
      return ofCurves(
        columns,
        step.of.map(({ column }) => column),
        (curves) =>
          weighted(
            curves,
            step.of.map(({ weight }) => readRationalText(weight)),
          ),
      );
    case "weighted-mean": {
      const present = step.of.filter(({ column }) => columns.get(column) !== null);
      const weights = present.map(({ weight }) => readRationalText(weight));
      const total = sum(weights);
      if (total.n === 0n) return null;
      const curves = present.map(({ column }) => curveIn(columns, column) as Curve);
      return weighted(
        curves,
        weights.map((weight) => divide(weight, total)),
      );
    }
    case "minimum":
    case "at-most": {
      const names = step.step === "minimum" ? step.of : [step.of, ...step.limits];
      if (step.step === "at-most" && columns.get(step.of) === null) return null;
      const curves = names.flatMap((name) => curveIn(columns, name) ?? []);
      return curves.length === 0 ? null : curves.reduce((a, b) => lesserCurve(a, b, grid));
    }
    case "first-present": {
      const found = step.of.find((name) => columns.get(name) !== null);
      if (found !== undefined) return columns.get(found) ?? null;
      return step.otherwise === undefined ? null : constantLike(columns, readRationalText(step.otherwise));
    }
    case "piecewise":
      return ofCurves(columns, [step.of], ([curve]) =>
        composedCurve(readPiecewise(step.function), curve as Curve, grid),
      );
    case "piecewise-by": {
      const [label, curve] = [columns.get(step.by), curveIn(columns, step.of)];
      const found = step.functions.find((one) => one.label === label);
      return found === undefined || curve === null
        ? null
        : composedCurve(readPiecewise(found.function), curve, grid);
    }
    case "round":
      return curveIn(columns, step.of);
    case "band": {
      const value = constantOf(curveIn(columns, step.of) ?? fail(step.of, "is missing"));
      if (value === undefined) return fail(step.to, "changes along the range");
      const functions = step.bands.map(({ from }, index) => ({
        ...(from === undefined ? {} : { from: readRationalText(from) }),
        includesFrom: true,
        coefficients: [{ n: BigInt(index), d: 1n }],
      }));
      const place = evaluate({ pieces: functions } as Piecewise, value);
      return place === undefined ? null : (step.bands[Number(place.n)]?.label ?? null);
    }
    case "look-up": {
      const labels = JSON.stringify(step.by.map((name) => columns.get(name)));
      const row = step.rows.find((one) => JSON.stringify(one.labels) === labels);
      if (row === undefined) return null;
      return step.type === "label" ? row.value : constantLike(columns, readRationalText(row.value));
    }
    default:
      return fail(step.to, `is made by ${step.step}, which has no curve`);
  }
}

/** One curve divided by another that is constant, or by one that it is in proportion to. */
function ratio(
  top: Curve,
  bottom: Curve,
  { to, whenZero }: { readonly to: string; readonly whenZero?: string },
): Curve {
  const divisor = constantOf(bottom);
  const zero = whenZero === undefined ? ZERO : readRationalText(whenZero);
  if (divisor !== undefined && divisor.n !== 0n)
    return sumOfCurves([{ curve: top, weight: divide(ONE, divisor) }]);
  if (divisor !== undefined && whenZero !== undefined) return polynomialCurve(top.from, top.to, [zero]);
  const [a, b] = [slopeThroughZero(top), slopeThroughZero(bottom)];
  if (a === undefined || b === undefined) return fail(to, "is a ratio of curves that are in no proportion");
  const isZero: Piecewise = {
    pieces: [
      { includesFrom: false, coefficients: [divide(a, b)] },
      { from: ZERO, includesFrom: true, coefficients: [zero] },
      { from: ZERO, includesFrom: false, coefficients: [divide(a, b)] },
    ],
  };
  return composedCurve(isZero, bottom, ONE);
}

function slopeThroughZero({ pieces }: Curve): Rational | undefined {
  const [constant = ZERO, slope = ZERO, square = ZERO] = pieces[0]?.coefficients ?? [];
  return pieces.length === 1 && constant.n === 0n && square.n === 0n ? slope : undefined;
}

function weighted(curves: readonly Curve[], weights: readonly Rational[]): Curve {
  return sumOfCurves(curves.map((curve, index) => ({ curve, weight: weights[index] ?? ZERO })));
}

/** Curves that all have to be present. */
function ofCurves(
  columns: Columns,
  names: readonly string[],
  make: (curves: readonly Curve[]) => Curve,
): CurveValue {
  const curves = names.map((name) => curveIn(columns, name));
  return curves.every((curve) => curve !== null) ? make(curves) : null;
}

/** A constant on the range that the program's curves have. */
function constantLike(columns: Columns, value: Rational): Curve {
  const some = [...columns.values()].find((one) => one !== null && typeof one !== "string");
  if (some === undefined || some === null || typeof some === "string")
    return fail("variable", "is not there");
  return polynomialCurve(some.from, some.to, [value]);
}

function curveIn(columns: Columns, name: string): Curve | null {
  const value = columns.get(name);
  if (value === undefined) return fail(name, "is not there");
  return typeof value === "string" ? fail(name, "is no number") : value;
}

function fail(column: string, why: string): never {
  throw new Error(`column ${column} of the program ${why}`);
}
