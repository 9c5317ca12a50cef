import { evaluate, type Piecewise } from "../../kernel/piecewise.js";
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import {
  absolute,
  type Form,
  fits,
  floorDivide,
  leastCommonMultiple,
  type NumberForm,
  type Refusal,
  sizeOf,
} from "../forms/forms.js";
import {
  constantForm,
  numberForm,
  numbers,
  type Planning,
  sameIn,
  unreadForm,
  withinBounds,
} from "../forms/planning.js";
import { functionOf } from "../forms/read-functions.js";
import { ofQuotient, unreadHeld } from "./quotient-functions.js";
import { firstOf, valueBounds, wholeFunction } from "./whole-functions.js";
import { wholeOperation } from "./whole-operations.js";

export function planPiecewise(step: StepOf<"piecewise">, planning: Planning): Form | Refusal {
  const made = functionOf(step.function);
  const form = unreadForm(planning, step.of);
  if (form.known === "none") return form;
  const same = sameIn(form);
  const value = same && evaluate(made, same);
  if (value !== undefined) return constantForm(rationalText(value));
  const shifted = form.num > 0n ? shiftedLine(made, form, planning) : undefined;
  if (shifted !== undefined) return shifted;
  return unreadHeld(made, form) ?? planOf(made, numberForm(planning, step.of), planning);
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
  const { by } = form;
  return by === undefined ? ofWhole(made, form, planning) : ofQuotient(made, { ...form, by }, planning);
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
