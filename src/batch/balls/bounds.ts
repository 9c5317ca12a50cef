import { evaluate, type Piecewise } from "../../kernel/piecewise.js";
import { add, compare, greater, lesser, multiply, type Rational, ZERO } from "../../kernel/rational.js";
import type { BallForm, Bounds } from "../forms/ball-form.js";

type Bounded = Pick<BallForm, "bounds">;

/** Where bounds are known. */
export function bounded(bounds: Bounds | undefined): Bounded {
  return bounds === undefined ? {} : { bounds };
}

/** The bounds of values of which each is one of these columns'. */
export function hull(forms: readonly Bounded[]): Bounds | undefined {
  const known = allBounds(forms);
  return known === undefined || known.length === 0 ? undefined : known.reduce(joined);
}

/** The bounds of a sum of columns times their weights. */
export function sumBounds(
  terms: readonly { readonly form: Bounded; readonly weight: Rational }[],
): Bounds | undefined {
  const known = allBounds(terms.map(({ form }) => form));
  return known
    ?.map((bounds, index) => productOf(bounds, [terms[index]?.weight ?? ZERO, terms[index]?.weight ?? ZERO]))
    .reduce<Bounds>(([low, high], [least, most]) => [add(low, least), add(high, most)], [ZERO, ZERO]);
}

export function productBounds(forms: readonly Bounded[]): Bounds | undefined {
  return allBounds(forms)?.reduce(productOf);
}

function allBounds(forms: readonly Bounded[]): readonly Bounds[] | undefined {
  const known = forms.flatMap(({ bounds }) => (bounds === undefined ? [] : [bounds]));
  return known.length === forms.length ? known : undefined;
}

function joined([least, most]: Bounds, [low, high]: Bounds): Bounds {
  return [lesser(least, low), greater(most, high)];
}

function productOf([a, b]: Bounds, [c, d]: Bounds): Bounds {
  const ends = [multiply(a, c), multiply(a, d), multiply(b, c), multiply(b, d)];
  return [ends.reduce(lesser), ends.reduce(greater)];
}

/** The bounds of a function of straight lines; a piece without an end has none, unless it is level. */
export function functionBounds({ pieces, to }: Piecewise, given: Bounds | undefined): Bounds | undefined {
  let found: Bounds | undefined;
  for (const [index, piece] of pieces.entries()) {
    const [constant = ZERO, linear = ZERO, square = ZERO] = piece.coefficients;
    const from = latest(piece.from, given?.[0]);
    const end = earliest(pieces[index + 1]?.from ?? to, given?.[1]);
    if (from !== undefined && end !== undefined && compare(from, end) > 0) continue;
    if (square.n !== 0n || (linear.n !== 0n && (from === undefined || end === undefined))) return undefined;
    const only = { pieces: [{ includesFrom: false, coefficients: [constant, linear] }] };
    const values = [from, end].map((x) => evaluate(only, x ?? ZERO) ?? ZERO);
    const own: Bounds = [values.reduce(lesser), values.reduce(greater)];
    found = found === undefined ? own : joined(found, own);
  }
  return found;
}

function latest(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  return a === undefined || b === undefined ? (a ?? b) : greater(a, b);
}

function earliest(a: Rational | undefined, b: Rational | undefined): Rational | undefined {
  return a === undefined || b === undefined ? (a ?? b) : lesser(a, b);
}
