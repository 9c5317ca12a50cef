import { type Piece, type Piecewise, pieceAt } from "../../kernel/piecewise.js";
import { type Rational, ZERO } from "../../kernel/rational.js";
import { readPiecewise } from "../../program/interpreter.js";
import type { Step } from "../../program/program.js";
import { type Form, fits, leastCommonMultiple } from "../forms.js";
import { greater, labelForm, lesser, numbers, type Planning } from "../planning.js";
import { ballOf, emptyBalls } from "./ball-of.js";
import { bounded, functionBounds, hull } from "./bounds.js";
import { exactStep } from "./exact.js";
import { type BallForm, constantBall, ERROR, floatOf, putBall, putMissing } from "./form.js";
import { type Corners, cornersOf, placeOf } from "./places.js";

type StepOf<Kind extends Step["step"]> = Extract<Step, { step: Kind }>;

export function ballPiecewise(step: StepOf<"piecewise">, planning: Planning): Form {
  const made = readPiecewise(step.function);
  const form = ballOf(planning, step.of);
  const place = pieceFinder(made, form, planning.aside);
  const levels = levelsOf(made);
  if (levels !== undefined) return levelForm(levels, place, planning);
  const out = emptyBalls();
  const value = valueWriter(made, form, out);
  planning.operations.push((count) => {
    for (let row = 0; row < count; row += 1) value(row, place(row));
  });
  const bounds = functionBounds(made, form.bounds);
  return { ...out, ...bounded(bounds), exactAt: exactStep(step, planning) };
}

/** The function that belongs to a label, for each row. */
export function ballPiecewiseBy(step: StepOf<"piecewise-by">, planning: Planning): Form {
  const labels = labelForm(planning, step.by);
  const form = ballOf(planning, step.of);
  const out = emptyBalls();
  const functions = labels.dictionary.map((label) => {
    const data = step.functions.find((one) => one.label === label)?.function;
    if (data === undefined) return undefined;
    const made = readPiecewise(data);
    return {
      place: pieceFinder(made, form, planning.aside),
      value: valueWriter(made, form, out),
      bounds: functionBounds(made, form.bounds),
    };
  });
  planning.operations.push((count) => {
    for (let row = 0; row < count; row += 1) {
      const own = functions[labels.codes[row] as number];
      if (own === undefined) putMissing(out, row);
      else own.value(row, own.place(row));
    }
  });
  const ranges = functions.flatMap((own) => (own === undefined ? [] : [bounded(own.bounds)]));
  return { ...out, ...bounded(hull(ranges)), exactAt: exactStep(step, planning) };
}

/** Finds the piece of a row's number, -1 for none; a row outside the range is set aside. */
function pieceFinder(made: Piecewise, form: BallForm, aside: Uint8Array): (row: number) => number {
  const corners: Corners = cornersOf(
    made.pieces.map(({ from }) => from),
    made.pieces.map(({ includesFrom }) => includesFrom),
    made.to,
  );
  const exactPlace = (row: number) => pieceAt(made, form.exactAt(row) as Rational);
  return (row) => {
    if ((form.radius[row] as number) < 0 || aside[row] === 1) return -1;
    const place = placeOf(corners, form.middle[row] as number, form.radius[row] as number) ?? exactPlace(row);
    if (place < 0) aside[row] = 1;
    return place;
  };
}

/** Writes the value of a piece at a row's number. */
function valueWriter(
  { pieces }: Piecewise,
  { middle, radius }: BallForm,
  out: Pick<BallForm, "middle" | "radius">,
): (row: number, place: number) => void {
  const table = (power: number) =>
    Float64Array.from(pieces, ({ coefficients }) => floatOf(coefficients[power] ?? ZERO));
  const constants = table(0);
  const linears = table(1);
  const squares = table(2);
  const isExact = Uint8Array.from(pieces, (piece) => (isExactLevel(piece) ? 1 : 0));
  return (row, place) => {
    if (place < 0) putMissing(out, row);
    else if (isExact[place] === 1) {
      out.middle[row] = constants[place] as number;
      out.radius[row] = 0;
    } else {
      const constant = constants[place] as number;
      const linear = linears[place] as number;
      const square = squares[place] as number;
      const x = middle[row] as number;
      const r = radius[row] as number;
      const steep = Math.abs(linear) + Math.abs(square) * (2 * Math.abs(x) + r);
      const size = Math.abs(constant) + Math.abs(x) * (Math.abs(linear) + Math.abs(x * square));
      const spread = steep === 0 ? 0 : steep * r;
      putBall(out, row, constant + x * (linear + x * square), spread + 8 * ERROR * size);
    }
  };
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
  const values = pieces.map(({ coefficients: [constant = ZERO] }) => constant);
  const den = values.reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  const whole = values.map(({ n, d }) => n * (den / d));
  return fits(...whole) ? { den, whole } : undefined;
}

function levelForm({ den, whole }: Levels, place: (row: number) => number, planning: Planning): Form {
  const out = numbers();
  const table = Float64Array.from(whole, Number);
  planning.operations.push((count) => {
    for (let row = 0; row < count; row += 1) out[row] = table[place(row)] ?? Number.NaN;
  });
  return { type: "number", n: out, least: lesser(whole), most: greater(whole), num: 1n, den, mayMiss: true };
}
