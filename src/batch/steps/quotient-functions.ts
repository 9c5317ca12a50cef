import type { Piecewise } from "../../kernel/piecewise.js";
import { divide, type Rational, rational } from "../../kernel/rational.js";
import {
  absolute,
  type Divisor,
  fits,
  greater,
  lesser,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "../forms/forms.js";
import {
  levelsBy,
  piecesBy,
  setBeyondAside,
  threePiecesBy,
  type WholePiecesBy,
} from "../forms/piecewise-kernels.js";
import { codes, numbers, operate, type Planning } from "../forms/planning.js";
import { outward, quotientBounds } from "./quotient-bounds.js";
import { type WholePiece, wholeFunction } from "./whole-functions.js";

type Quotient = NumberForm & { readonly by: Divisor };

/** A function of lines of a quotient. Where all its pieces are level, what comes out has no divisor. */
export function ofQuotient(made: Piecewise, form: Quotient, planning: Planning): NumberForm | Refusal {
  const whole = wholeOfQuotient(made, form);
  if ("because" in whole) return whole;
  const { by } = form;
  const { pieces, isLevel, isHeld } = whole;
  keepWithin(pieces[0], whole.to, form, planning);
  const out = numbers();
  const data = columnsOf(pieces);
  if (isHeld) operate(planning, threePiecesBy, out, form.n, by.n, data);
  else operate(planning, isLevel ? levelsBy : piecesBy, out, form.n, by.n, data, codes());
  return resultOf(made, form, whole, out);
}

/** A line with a floor and a cap of a quotient that is still to be read: it is worked out as that is read; undefined where that cannot be. */
export function unreadHeld(made: Piecewise, { by, unread, ...form }: NumberForm): NumberForm | undefined {
  if (by === undefined || unread === undefined || unread.held !== undefined) return undefined;
  const whole = wholeOfQuotient(made, { ...form, by });
  if ("because" in whole || !whole.isHeld) return undefined;
  const { pieces, to } = whole;
  if (pieces[0]?.from !== undefined || to !== undefined) return undefined;
  const held = columnsOf(pieces);
  return { ...resultOf(made, { ...form, by }, whole, numbers()), unread: { ...unread, held } };
}

/** A function of lines of a quotient over whole numbers. */
interface WholeOfQuotient {
  readonly den: bigint;
  readonly pieces: readonly WholePiece[];
  /** The greatest size of its numerators. */
  readonly most: bigint;
  readonly to: Rational | undefined;
  readonly isLevel: boolean;
  /** Whether it has three pieces as `threePiecesBy` wants them. */
  readonly isHeld: boolean;
}

function wholeOfQuotient(made: Piecewise, form: Quotient): WholeOfQuotient | Refusal {
  const { den, pieces } = wholeFunction(made, form);
  if (pieces.some((one) => one.coefficients[2] !== 0n)) return { because: "two-divisors" };
  const size = sizeOf(form);
  const { by } = form;
  const to = made.to === undefined ? undefined : divide(made.to, rational(form.num, form.den));
  const corners = [...pieces.map(({ from }) => from), to];
  const most = greatestSize(pieces, by.most, size);
  const sound =
    fits(most) && corners.every((one) => one === undefined || fits(absolute(one.n) * by.most, one.d * size));
  if (!sound) return { because: "too-large" };
  const isLevel = pieces.every(({ coefficients: [, linear] }) => linear === 0n);
  const isHeld =
    !isLevel &&
    pieces.length === 3 &&
    pieces.slice(1).every(({ includesFrom }) => includesFrom) &&
    fits(5n * most);
  return { den, pieces, most, to, isLevel, isHeld };
}

function resultOf(
  made: Piecewise,
  form: Quotient,
  { den, pieces, most, isLevel }: WholeOfQuotient,
  n: Float64Array,
): NumberForm {
  const shared = { type: "number" as const, n, num: 1n, den, mayMiss: form.mayMiss };
  if (isLevel) {
    const constants = pieces.map(({ coefficients: [constant] }) => constant);
    return { ...shared, least: lesser(constants), most: greater(constants) };
  }
  const { by } = form;
  const values = quotientBounds(made, form);
  return {
    ...shared,
    least: values === undefined ? -most : outward(values[0], den, by.most, true),
    most: values === undefined ? most : outward(values[1], den, by.most, false),
    by,
    ...(values === undefined ? {} : { values }),
  };
}

/** Sets rows aside whose quotient is beyond an end of the function. */
function keepWithin(
  first: WholePiece | undefined,
  to: Rational | undefined,
  { n, by }: Quotient,
  planning: Planning,
): void {
  const keep = (end: Rational, sign: 1 | -1, includes: boolean) => {
    const rule = { factor: Number(end.d), end: Number(end.n), sign, includes };
    operate(planning, setBeyondAside, planning.aside, n, by.n, rule);
  };
  if (first?.from !== undefined) keep(first.from, -1, first.includesFrom);
  if (to !== undefined) keep(to, 1, true);
}

function columnsOf(pieces: readonly WholePiece[]): WholePiecesBy {
  const column = (make: (piece: WholePiece) => number) => Float64Array.from(pieces, make);
  return {
    fromBy: column(({ from }) => Number(from?.n ?? 0n)),
    fromFactor: column(({ from }) => Number(from?.d ?? 0n)),
    above: column(({ includesFrom }) => (includesFrom ? 0 : 1)),
    constant: column(({ coefficients }) => Number(coefficients[0])),
    linear: column(({ coefficients }) => Number(coefficients[1])),
  };
}

/** The greatest size that any piece can come to. */
function greatestSize(pieces: readonly WholePiece[], divisor: bigint, size: bigint): bigint {
  return pieces.reduce((most, { coefficients: [constant, linear] }) => {
    const all = absolute(constant) * divisor + absolute(linear) * size;
    return all > most ? all : most;
  }, 0n);
}
