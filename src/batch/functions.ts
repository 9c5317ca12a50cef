import type { Piece, Piecewise } from "../kernel/piecewise.js";
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../kernel/rational.js";
import { readPiecewise } from "../program/interpreter.js";
import type { Step } from "../program/program.js";
import {
  absolute,
  ceilingDivide,
  type Form,
  fits,
  floorDivide,
  leastCommonMultiple,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "./forms.js";
import { boundedLine, line } from "./number-kernels.js";
import {
  piecesBy,
  pieces as runPieces,
  threePiecesBy,
  type WholePieces,
  type WholePiecesBy,
} from "./piecewise-kernels.js";
import { numberForm, numbers, type Planning, unreadForm, withinBounds } from "./planning.js";

type StepOf<Kind extends Step["step"]> = Extract<Step, { step: Kind }>;

/** One piece over whole numbers: it holds from `from` on, and its value is a polynomial of n over the common denominator. */
interface WholePiece {
  readonly from?: Rational;
  readonly includesFrom: boolean;
  readonly coefficients: readonly [bigint, bigint, bigint];
}

/** A function whose pieces have one denominator. */
interface WholeFunction {
  readonly den: bigint;
  readonly pieces: readonly WholePiece[];
}

export function planPiecewise(step: StepOf<"piecewise">, planning: Planning): Form | Refusal {
  const made = readPiecewise(step.function);
  const form = unreadForm(planning, step.of);
  const shifted = form.num > 0n ? shiftedLine(made, form, planning) : undefined;
  return shifted ?? planOf(made, numberForm(planning, step.of), planning);
}

/** One straight line needs no work: it changes what n is multiplied by and what is added. */
function shiftedLine(made: Piecewise, form: NumberForm, planning: Planning): NumberForm | undefined {
  const [piece, ...others] = made.pieces;
  const [constant = ZERO, linear = ZERO, square = ZERO] = piece?.coefficients ?? [];
  if (piece === undefined || others.length > 0 || square.n !== 0n || linear.n === 0n || form.by !== undefined)
    return undefined;
  const bounded = withinRange(made, form, planning);
  const own = add(multiply(linear, rational(form.plus ?? 0n, form.den)), constant);
  const factor = multiply(linear, rational(form.num, form.den));
  const den = leastCommonMultiple(own.d, factor.d);
  const plus = own.n * (den / own.d);
  const num = factor.n * (den / factor.d);
  const size = absolute(num) * sizeOf(bounded) + absolute(plus);
  if (!fits(size)) return undefined;
  const { plus: _before, ...rest } = bounded;
  return { ...rest, num, den, ...(plus === 0n ? {} : { plus }) };
}

/** Keeps to the rows whose number is in a function's range. */
function withinRange({ pieces, to }: Piecewise, form: NumberForm, planning: Planning): NumberForm {
  const toN = (x: Rational) =>
    divide(subtract(x, rational(form.plus ?? 0n, form.den)), rational(form.num, form.den));
  const first = pieces[0];
  const end = to === undefined ? undefined : toN(to);
  const least = first?.from === undefined ? undefined : firstOf({ ...first, from: toN(first.from) });
  const most = end === undefined ? undefined : floorDivide(end.n, end.d);
  return withinBounds(form, { least, most }, planning);
}

/** A function of a column. */
export function planOf(made: Piecewise, form: NumberForm, planning: Planning): NumberForm | Refusal {
  return form.by === undefined ? ofWhole(made, form, planning) : ofQuotient(made, form, form.by.n, planning);
}

/** The pieces of a function of n * num / den, as polynomials of n with one denominator. */
function wholeFunction({ pieces }: Piecewise, { num, den }: NumberForm): WholeFunction {
  const unit = rational(num, den);
  const powers = [rational(1n), unit, multiply(unit, unit)];
  const written = joined(pieces).map(({ from, includesFrom, coefficients }) => ({
    ...(from === undefined ? {} : { from: divide(from, unit) }),
    includesFrom,
    exact: powers.map((power, index) => multiply(coefficients[index] ?? ZERO, power)),
  }));
  const common = written
    .flatMap(({ exact }) => exact)
    .reduce((all, { d }) => leastCommonMultiple(all, d), 1n);
  return {
    den: common,
    pieces: written.map(({ exact, ...piece }) => ({
      ...piece,
      coefficients: exact.map(({ n, d }) => n * (common / d)) as unknown as WholePiece["coefficients"],
    })),
  };
}

/** Pieces that go on with the same polynomial are one. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const same = (a: Piece, b: Piece | undefined) =>
    b !== undefined &&
    [0, 1, 2].every((power) => compare(a.coefficients[power] ?? ZERO, b.coefficients[power] ?? ZERO) === 0);
  return pieces.filter((piece, index) => index === 0 || !same(piece, pieces[index - 1]));
}

/** The least whole number of a piece. */
function firstOf({ from, includesFrom }: Pick<WholePiece, "from" | "includesFrom">): bigint | undefined {
  if (from === undefined) return undefined;
  return includesFrom ? ceilingDivide(from.n, from.d) : floorDivide(from.n, from.d) + 1n;
}

function ofWhole(made: Piecewise, given: NumberForm, planning: Planning): NumberForm | Refusal {
  const { den, pieces } = wholeFunction(made, given);
  const form = withinRange(made, given, planning);
  const { least, most } = form;
  const bounds = valueBounds(pieces, least, most);
  if (bounds === undefined) return { because: "too-large" };
  const out = numbers();
  planning.operations.push(wholeOperation(out, form.n, pieces, least, most));
  return { type: "number", n: out, ...bounds, num: 1n, den, mayMiss: form.mayMiss };
}

/** The least and the greatest value between two whole numbers, where all that is worked out on the way is exact. */
function valueBounds(
  pieces: readonly WholePiece[],
  least: bigint,
  most: bigint,
): Pick<NumberForm, "least" | "most"> | undefined {
  const ends: bigint[] = [];
  for (const [index, piece] of pieces.entries()) {
    const first = firstOf(piece) ?? least;
    const next = pieces[index + 1];
    const last = next === undefined ? most : (firstOf(next) as bigint) - 1n;
    const [from, to] = [first > least ? first : least, last < most ? last : most];
    if (from > to) continue;
    const [constant, linear, square] = piece.coefficients;
    const size = sizeOf({ least: from, most: to });
    const inner = absolute(linear) + size * absolute(square);
    if (!fits(inner, size * inner, absolute(constant) + size * inner)) return undefined;
    const at = (n: bigint) => constant + n * (linear + n * square);
    ends.push(at(from), at(to));
    if (square !== 0n) ends.push(constant - size * inner, constant + size * inner);
  }
  if (ends.length === 0) return { least: 0n, most: 0n };
  return { least: ends.reduce((a, b) => (a < b ? a : b)), most: ends.reduce((a, b) => (a > b ? a : b)) };
}

/** A line that is held level at its ends runs without a choice of pieces. */
function wholeOperation(
  out: Float64Array,
  a: Float64Array,
  pieces: readonly WholePiece[],
  least: bigint,
  most: bigint,
): (count: number) => void {
  const within = pieces.filter((piece, index) => {
    const next = pieces[index + 1];
    const first = firstOf(piece);
    const last = next === undefined ? undefined : (firstOf(next) as bigint) - 1n;
    return (first === undefined || first <= most) && (last === undefined || last >= least);
  });
  const only = within[0];
  if (within.length === 1 && only !== undefined && only.coefficients[2] === 0n) {
    const [constant, linear] = only.coefficients.map(Number) as [number, number, number];
    return (count) => line(out, a, linear, constant, count);
  }
  const held = heldLine(within);
  if (held !== undefined) {
    const { factor, constant, low, high } = held;
    return (count) => boundedLine(out, a, factor, constant, low, high, count);
  }
  const column = (make: (piece: WholePiece) => number) => Float64Array.from(within, make);
  const data: WholePieces = {
    from: column((piece) => Number(firstOf(piece) ?? least)),
    constant: column(({ coefficients }) => Number(coefficients[0])),
    linear: column(({ coefficients }) => Number(coefficients[1])),
    square: column(({ coefficients }) => Number(coefficients[2])),
  };
  return (count) => runPieces(out, a, data, count);
}

/** One line, with level pieces before and after it that go on from its ends. */
function heldLine(
  pieces: readonly WholePiece[],
): { factor: number; constant: number; low: number; high: number } | undefined {
  const lines = pieces.filter(({ coefficients: [, linear] }) => linear !== 0n);
  const [line] = lines;
  if (lines.length !== 1 || line === undefined || pieces.some(({ coefficients }) => coefficients[2] !== 0n))
    return undefined;
  const place = pieces.indexOf(line);
  const [constant, linear] = line.coefficients;
  const bound = (piece: WholePiece | undefined, inner: bigint | undefined): number | undefined => {
    if (piece === undefined) return undefined;
    const distance = piece.coefficients[0] - constant;
    if (inner === undefined || distance % linear !== 0n) return undefined;
    const at = distance / linear;
    return at === inner || at === inner - 1n ? Number(at) : undefined;
  };
  if (place > 1 || pieces.length - place > 2) return undefined;
  const before = place === 1 ? pieces[0] : undefined;
  const after = pieces[place + 1];
  const low = bound(before, firstOf(line));
  const high = bound(after, after === undefined ? undefined : firstOf(after));
  if ((before !== undefined && low === undefined) || (after !== undefined && high === undefined))
    return undefined;
  return {
    factor: Number(linear),
    constant: Number(constant),
    low: low ?? Number.NEGATIVE_INFINITY,
    high: high ?? Number.POSITIVE_INFINITY,
  };
}

function ofQuotient(
  made: Piecewise,
  form: NumberForm,
  by: Float64Array,
  planning: Planning,
): NumberForm | Refusal {
  const { den, pieces } = wholeFunction(made, form);
  const divisor = (form.by as NonNullable<NumberForm["by"]>).most;
  if (
    made.to !== undefined ||
    pieces[0]?.from !== undefined ||
    pieces.some((one) => one.coefficients[2] !== 0n)
  )
    return { because: "two-divisors" };
  const size = sizeOf(form);
  const sound = pieces.every(({ from, coefficients: [constant, linear] }) =>
    fits(
      absolute(constant) * divisor + absolute(linear) * size,
      ...(from === undefined ? [] : [absolute(from.n) * divisor, from.d * size]),
    ),
  );
  if (!sound) return { because: "too-large" };
  const out = numbers();
  const column = (make: (piece: WholePiece) => number) => Float64Array.from(pieces, make);
  const data: WholePiecesBy = {
    fromBy: column(({ from }) => Number(from?.n ?? 0n)),
    fromFactor: column(({ from }) => Number(from?.d ?? 0n)),
    includesFrom: Uint8Array.from(pieces, ({ includesFrom }) => (includesFrom ? 1 : 0)),
    constant: column(({ coefficients }) => Number(coefficients[0])),
    linear: column(({ coefficients }) => Number(coefficients[1])),
  };
  const kernel =
    pieces.length === 3 && pieces.slice(1).every(({ includesFrom }) => includesFrom)
      ? threePiecesBy
      : piecesBy;
  planning.operations.push((count) => kernel(out, form.n, by, data, count));
  const values = quotientBounds(made, form);
  return {
    type: "number",
    n: out,
    least:
      values === undefined ? -greatestSize(pieces, divisor, size) : outward(values[0], den, divisor, true),
    most:
      values === undefined ? greatestSize(pieces, divisor, size) : outward(values[1], den, divisor, false),
    num: 1n,
    den,
    by: form.by as NonNullable<NumberForm["by"]>,
    ...(values === undefined ? {} : { values }),
    mayMiss: form.mayMiss,
  };
}

/** The greatest size that any piece can come to. */
function greatestSize(pieces: readonly WholePiece[], divisor: bigint, size: bigint): bigint {
  return pieces.reduce((most, { coefficients: [constant, linear] }) => {
    const all = absolute(constant) * divisor + absolute(linear) * size;
    return all > most ? all : most;
  }, 0n);
}

/** The least and the greatest value of a function of lines whose first and last pieces are level, or which begins at a quotient that cannot be below zero. */
function quotientBounds(
  { pieces }: Piecewise,
  { least }: NumberForm,
): readonly [Rational, Rational] | undefined {
  const last = pieces.at(-1) as Piece;
  if ((last.coefficients[1] ?? ZERO).n !== 0n) return undefined;
  const first = pieces[0] as Piece;
  const start = least >= 0n ? ZERO : undefined;
  if ((first.coefficients[1] ?? ZERO).n !== 0n && start === undefined) return undefined;
  const ends = pieces.flatMap(({ from, coefficients }, index) => {
    const [constant = ZERO, linear = ZERO] = coefficients;
    const at = (x: Rational | undefined) => (x === undefined ? [] : [add(constant, multiply(linear, x))]);
    return linear.n === 0n ? [constant] : [...at(from ?? start), ...at(pieces[index + 1]?.from)];
  });
  const least1 = ends.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
  const most1 = ends.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
  return [least1, most1];
}

/** A value times the common denominator and the greatest divisor, away from zero. */
function outward(value: Rational, den: bigint, divisor: bigint, isLeast: boolean): bigint {
  const whole = value.n * den;
  if (isLeast) return whole >= 0n ? 0n : floorDivide(whole * divisor, value.d);
  return whole <= 0n ? 0n : ceilingDivide(whole * divisor, value.d);
}
