import { type Piece, type Piecewise, pieceAt } from "../../kernel/piecewise.js";
import { type Rational, ZERO } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type BallForm, constantBall, ERROR, floatOf, putBall, putMissing } from "../forms/ball-form.js";
import { type Form, fits, greater, lesser, withCommonDenominator } from "../forms/forms.js";
import { labelForm, numbers, operate, type Planning } from "../forms/planning.js";
import { functionOf } from "../forms/read-functions.js";
import { ballOf, emptyBalls } from "./ball-of.js";
import { bounded, functionBounds, hull } from "./bounds.js";
import { exactStep } from "./exact.js";
import { type Corners, cornersOf, placeOf } from "./places.js";

export function ballPiecewise(step: StepOf<"piecewise">, planning: Planning): Form {
  const made = functionOf(step.function);
  const form = ballOf(planning, step.of);
  const own = ballFunction(made, form);
  const levels = levelsOf(made);
  if (levels !== undefined) return levelForm(levels, form, own, planning);
  const out = emptyBalls();
  operate(planning, putValues, out, form, own, planning.aside);
  const bounds = functionBounds(made, form.bounds);
  return { ...out, ...bounded(bounds), exactAt: exactStep(step, planning) };
}

/** The function that belongs to a label, for each row. */
export function ballPiecewiseBy(step: StepOf<"piecewise-by">, planning: Planning): Form {
  const labels = labelForm(planning, step.by);
  const form = ballOf(planning, step.of);
  const out = emptyBalls();
  const made = labels.dictionary.map((label) => {
    const data = step.functions.find((one) => one.label === label)?.function;
    return data === undefined ? undefined : functionOf(data);
  });
  const functions = made.map((one) => (one === undefined ? undefined : ballFunction(one, form)));
  operate(planning, putValuesBy, out, form, functions, labels.codes, planning.aside);
  const ranges = made.flatMap((one) =>
    one === undefined ? [] : [bounded(functionBounds(one, form.bounds))],
  );
  return { ...out, ...bounded(hull(ranges)), exactAt: exactStep(step, planning) };
}

/** A function of balls: where its pieces begin, and their coefficients. */
interface BallFunction {
  readonly corners: Corners;
  readonly constants: Float64Array;
  readonly linears: Float64Array;
  readonly squares: Float64Array;
  /** Which pieces have the same value everywhere, and a float is it exactly. */
  readonly isExact: Uint8Array;
  /** The piece of a row's exact number, -1 for none. */
  readonly exactPlace: (row: number) => number;
}

function ballFunction(made: Piecewise, form: BallForm): BallFunction {
  const { pieces, to } = made;
  const table = (power: number) =>
    Float64Array.from(pieces, ({ coefficients }) => floatOf(coefficients[power] ?? ZERO));
  return {
    corners: cornersOf(
      pieces.map(({ from }) => from),
      pieces.map(({ includesFrom }) => includesFrom),
      to,
    ),
    constants: table(0),
    linears: table(1),
    squares: table(2),
    isExact: Uint8Array.from(pieces, (piece) => (isExactLevel(piece) ? 1 : 0)),
    exactPlace: (row) => pieceAt(made, form.exactAt(row) as Rational),
  };
}

/** The piece of a row's number, -1 for none; a row outside the range is set aside. */
function placeIn(
  { corners, exactPlace }: BallFunction,
  { middle, radius }: BallForm,
  aside: Uint8Array,
  row: number,
): number {
  const r = radius[row] as number;
  if (r < 0 || aside[row] === 1) return -1;
  const place = placeOf(corners, middle[row] as number, r) ?? exactPlace(row);
  if (place < 0) aside[row] = 1;
  return place;
}

type Out = Pick<BallForm, "middle" | "radius">;

function putValues(out: Out, form: BallForm, own: BallFunction, aside: Uint8Array, count: number): void {
  for (let row = 0; row < count; row += 1) putValue(out, form, own, aside, row);
}

function putValuesBy(
  out: Out,
  form: BallForm,
  functions: readonly (BallFunction | undefined)[],
  codes: Int32Array,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const own = functions[codes[row] as number];
    if (own === undefined) putMissing(out, row);
    else putValue(out, form, own, aside, row);
  }
}

/** Writes the value of the piece of a row's number. */
function putValue(out: Out, form: BallForm, own: BallFunction, aside: Uint8Array, row: number): void {
  const place = placeIn(own, form, aside, row);
  if (place < 0) {
    putMissing(out, row);
    return;
  }
  const constant = own.constants[place] as number;
  if (own.isExact[place] === 1) {
    out.middle[row] = constant;
    out.radius[row] = 0;
    return;
  }
  const linear = own.linears[place] as number;
  const square = own.squares[place] as number;
  const x = form.middle[row] as number;
  const r = form.radius[row] as number;
  const steep = Math.abs(linear) + Math.abs(square) * (2 * Math.abs(x) + r);
  const size = Math.abs(constant) + Math.abs(x) * (Math.abs(linear) + Math.abs(x * square));
  const spread = steep === 0 ? 0 : steep * r;
  putBall(out, row, constant + x * (linear + x * square), spread + 8 * ERROR * size);
}

/** Whether a piece has the same value everywhere, and a float is it exactly. */
function isExactLevel({ coefficients: [constant = ZERO, ...others] }: Piece): boolean {
  return others.every(({ n }) => n === 0n) && constantBall(constant).radius === 0;
}

/** The values of a function whose pieces are all level, as whole numbers. */
interface Levels {
  readonly den: bigint;
  readonly whole: readonly bigint[];
}

function levelsOf({ pieces }: Piecewise): Levels | undefined {
  const isLevel = pieces.every(({ coefficients }) => coefficients.slice(1).every(({ n }) => n === 0n));
  if (!isLevel) return undefined;
  const levels = withCommonDenominator(pieces.map(({ coefficients: [constant = ZERO] }) => constant));
  return fits(...levels.whole) ? levels : undefined;
}

function levelForm({ den, whole }: Levels, form: BallForm, own: BallFunction, planning: Planning): Form {
  const out = numbers();
  const table = Float64Array.from(whole, Number);
  operate(planning, putLevels, out, table, form, own, planning.aside);
  return { type: "number", n: out, least: lesser(whole), most: greater(whole), num: 1n, den, mayMiss: true };
}

function putLevels(
  out: Float64Array,
  table: Float64Array,
  form: BallForm,
  own: BallFunction,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) out[row] = table[placeIn(own, form, aside, row)] ?? Number.NaN;
}
