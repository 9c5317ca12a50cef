import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import {
  type Bracket,
  type BracketConfig,
  type Method,
  type RateTerms,
  readBrackets,
  type Slope,
} from "./terms.js";

/** A rate table that has been compiled. Below its lowest bracket nothing is earned; above its end its functions have no value. */
export interface RateTable {
  readonly brackets: readonly Bracket[];
  readonly method: Method;
  /** The rate at a count; where all is paid at it, what all is paid at. */
  readonly rate: Piecewise;
  /** What a count earns by rates where it is itself paid on, and where it is made of many small credits if each is paid at the rate that it reaches: polynomials of degree two where rates go in lines. */
  readonly earns: Piecewise;
  /** What the amounts of the brackets come to at a count; without amounts there is none. */
  readonly pays?: Piecewise;
  /** The count above which alone all is paid on by the whole method. */
  readonly above: Rational;
}

type Coefficients = readonly [Rational, Rational, Rational];

/**
 * Compiles a rate table that has been checked. With `above` only what lies above that count is paid on: slices below it earn nothing, and the whole
 * method pays on what exceeds it.
 */
export function compileRateTable(
  written: readonly BracketConfig[],
  terms: RateTerms,
  above: Rational = ZERO,
): RateTable {
  const { method = "marginal", boundary = "upper" } = terms;
  const brackets =
    above.n === 0n ? readBrackets(written, terms) : clipped(readBrackets(written, terms), above);
  const end = brackets.at(-1)?.to;
  const close = (functions: (bracket: Bracket, index: number) => Coefficients): Piecewise => {
    const pieces = brackets.map(
      (bracket, index): Piece => ({
        from: bracket.from,
        includesFrom: boundary === "upper",
        coefficients: trimmed(functions(bracket, index)),
      }),
    );
    const all = [{ includesFrom: false, coefficients: [ZERO] }, ...pieces];
    return end === undefined ? { pieces: all } : { pieces: all, to: end };
  };
  const marginal = method !== "whole";
  const amounts = written.some(({ pays }) => pays !== undefined);
  const earned = running(brackets.map((bracket) => areaOf(bracket)));
  const paid = running(brackets.map((bracket) => valueAt(bracket.pays, widthOf(bracket))));
  return {
    brackets,
    method,
    above,
    rate: close(({ rate, from }) => line(rate, from)),
    earns: close((bracket, index) =>
      marginal ? area(bracket, earned[index] ?? ZERO) : onExcess(line(bracket.rate, bracket.from), above),
    ),
    ...(amounts
      ? {
          pays: close(({ pays, from }, index) =>
            line(marginal ? { start: paid[index] ?? ZERO, rise: pays.rise } : pays, from),
          ),
        }
      : {}),
  };
}

/** What a count earns where it is itself paid on, by rates and by amounts. */
export function directFunction({ earns, pays }: RateTable): Piecewise {
  if (pays === undefined) return earns;
  return {
    ...earns,
    pieces: earns.pieces.map((piece, index) => ({
      ...piece,
      coefficients: added(piece.coefficients, pays.pieces[index]?.coefficients ?? []),
    })),
  };
}

function added(a: readonly Rational[], b: readonly Rational[]): readonly Rational[] {
  const at = (degree: number) => add(a[degree] ?? ZERO, b[degree] ?? ZERO);
  return trimmed([at(0), at(1), at(2)]);
}

/** What lies above a count, of brackets that may begin below it. */
function clipped(brackets: readonly Bracket[], above: Rational): readonly Bracket[] {
  return brackets
    .filter(({ to }) => to === undefined || compare(to, above) > 0)
    .map((bracket) => {
      if (compare(bracket.from, above) >= 0) return bracket;
      const passed = subtract(above, bracket.from);
      const later = (slope: Slope): Slope => ({ start: valueAt(slope, passed), rise: slope.rise });
      return { ...bracket, from: above, rate: later(bracket.rate) };
    });
}

/** How wide a bracket is; the last may have no end, and then it does not matter. */
function widthOf({ from, to }: Bracket): Rational {
  return to === undefined ? ZERO : subtract(to, from);
}

function valueAt({ start, rise }: Slope, distance: Rational): Rational {
  return add(start, multiply(rise, distance));
}

/** What the whole of a bracket earns by its rates. */
function areaOf(bracket: Bracket): Rational {
  return areaBetween(bracket, bracket.from, bracket.to ?? bracket.from);
}

/** What a slice of a bracket earns by its rates. */
export function areaBetween({ from, rate }: Bracket, low: Rational, high: Rational): Rational {
  const middle = divide(add(low, high), rational(2n));
  return multiply(subtract(high, low), valueAt(rate, subtract(middle, from)));
}

/** What comes before each. */
function running(amounts: readonly Rational[]): readonly Rational[] {
  let total = ZERO;
  return amounts.map((amount) => {
    const before = total;
    total = add(total, amount);
    return before;
  });
}

/** A slope from a corner on, as coefficients. */
function line({ start, rise }: Slope, from: Rational): Coefficients {
  return [subtract(start, multiply(rise, from)), rise, ZERO];
}

/** The integral of a bracket's rate from its beginning on, and what came before. */
function area({ rate, from }: Bracket, before: Rational): Coefficients {
  const half = divide(rate.rise, rational(2n));
  const constant = subtract(multiply(half, multiply(from, from)), multiply(rate.start, from));
  return [add(before, constant), subtract(rate.start, multiply(rate.rise, from)), half];
}

/** A rate times what exceeds `above`. */
function onExcess([constant, linear]: Coefficients, above: Rational): Coefficients {
  return [negate(multiply(constant, above)), subtract(constant, multiply(linear, above)), linear];
}

/** Without the zeros of the highest degrees. */
function trimmed([constant, linear, square]: Coefficients): readonly Rational[] {
  if (square.n !== 0n) return [constant, linear, square];
  return linear.n === 0n ? [constant] : [constant, linear];
}
