import { floor, greatestCommonDivisor, type Rational } from "../../kernel/rational.js";
import type { BallForm } from "./ball-form.js";
import type { WholePiecesBy } from "./piecewise-kernels.js";
import type { FloatReading } from "./read-floats.js";

/** The rows that one pass goes over: as many as fit the memory near the processor with all columns of a program, and enough that reading a column seldom starts anew. */
export const BLOCK = 2048;

/** Whole numbers up to this are exact in a floating-point number, and so are their sums, differences and products up to it. */
export const EXACT = 2n ** 53n;

/**
 * Numbers of one block as whole numbers, of which the compiler knows the bounds: the value of a row is (n * num + plus) / den, or n * num / (den * by). NaN is a
 * missing one.
 */
export interface NumberForm {
  readonly type: "number";
  readonly n: Float64Array;
  /** The least and the greatest n of any row that is not set aside. */
  readonly least: bigint;
  readonly most: bigint;
  readonly num: bigint;
  readonly den: bigint;
  /** What is added on the way; no number with a divisor has it. */
  readonly plus?: bigint;
  /** A divisor of each row: a positive whole number, at most `most`. */
  readonly by?: Divisor;
  /** Bounds of the value itself, where they are nearer than those of n say. */
  readonly values?: readonly [Rational, Rational];
  readonly mayMiss: boolean;
  /** What is known of all rows beforehand: that they have the same number, which is in n already, or that none has one. */
  readonly known?: "same" | "none";
  /** Where n is still to be read from; once it is in n, this is gone. */
  readonly source?: Source;
  /** Of a number with a divisor: the columns that n and the divisor are still to be read from, and the function of their quotient that is still to be worked out. */
  readonly unread?: UnreadQuotient;
}

/** A quotient of two columns of floating-point numbers, or a function of three pieces of it, which is worked out as they are read. */
export interface UnreadQuotient {
  readonly of: string;
  readonly by: string;
  readonly held?: WholePiecesBy;
}

/** A column of the caller's, of which a block is read at a time. */
export interface Source {
  /** The first row of the block. */
  from: number;
  /** The bounds of n; rows outside are set aside. Who plans a step that cannot take more makes them narrower. */
  least: bigint;
  most: bigint;
  /** Whether all rows have the same number, or may be without one and are. */
  readonly known?: "same" | "none";
  /** Of floating-point numbers that all have a value: what a loop needs that reads them. The bounds are final when all steps are planned, so nobody asks before. */
  floats?(): FloatReading;
  /** Reads a block of any other column into n, NaN for a missing value, and sets rows aside that it cannot hold. */
  read(n: Float64Array, aside: Uint8Array, count: number): void;
}

/** Floating-point numbers that all have a value. */
export type FloatSource = Source & Required<Pick<Source, "floats">>;

export function hasFloats(source: Source): source is FloatSource {
  return source.floats !== undefined;
}

/** A divisor of each row. */
export interface Divisor {
  readonly n: Float64Array;
  readonly most: bigint;
}

/** Labels of one block as positions in a dictionary; -1 is a missing one. */
export interface LabelForm {
  readonly type: "label";
  readonly codes: Int32Array;
  readonly dictionary: readonly string[];
  /** Whether every row has one that is not set aside. */
  readonly isThere?: true;
  /** Whether no row has one, so that no code changes. */
  readonly isNone?: true;
}

export type Form = NumberForm | LabelForm | BallForm;

/** Why a step has no exact form in whole numbers of 53 bits. */
export interface Refusal {
  readonly because: "irrational" | "two-divisors" | "too-large" | "divisor-not-positive";
}

export function refused(form: Form | Refusal): form is Refusal {
  return "because" in form;
}

/** Whether whole numbers up to this size, of either sign, are exact. */
export function fits(...sizes: readonly bigint[]): boolean {
  return sizes.every((size) => size <= EXACT && size >= -EXACT);
}

/** Whole units as a floating-point number; NaN where they are more than are exact: the nearest number to 2^53 + 1 is 2^53, which is not it. */
export function unitsOf(units: bigint): number {
  return fits(units) ? Number(units) : Number.NaN;
}

/** The greatest size of n. */
export function sizeOf({ least, most }: Pick<NumberForm, "least" | "most">): bigint {
  const [low, high] = [absolute(least), absolute(most)];
  return low > high ? low : high;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** The greatest whole number that is not above a / b, of a positive b. */
export function floorDivide(a: bigint, b: bigint): bigint {
  return floor({ n: a, d: b });
}

/** The least whole number that is not below a / b, of a positive b. */
export function ceilingDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

export function absolute(n: bigint): bigint {
  return n < 0n ? -n : n;
}

export function lesser(sizes: readonly bigint[]): bigint {
  return sizes.reduce((a, b) => (a < b ? a : b));
}

export function greater(sizes: readonly bigint[]): bigint {
  return sizes.reduce((a, b) => (a > b ? a : b));
}

/** Numbers as whole ones of one denominator: the least that they have in common with another. */
export function withCommonDenominator(
  numbers: readonly Rational[],
  other = 1n,
): { readonly den: bigint; readonly whole: readonly bigint[] } {
  const den = numbers.reduce((all, { d }) => leastCommonMultiple(all, d), other);
  return { den, whole: numbers.map(({ n, d }) => n * (den / d)) };
}
