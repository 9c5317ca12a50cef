import { type Rational, rational, readRationalText } from "../../kernel/rational.js";
import type { BallForm } from "./ball-form.js";
import {
  BLOCK,
  type Form,
  greater,
  type LabelForm,
  lesser,
  type NumberForm,
  type UnreadQuotient,
} from "./forms.js";
import { line, setAside } from "./number-kernels.js";
import { threePiecesBy } from "./piecewise-kernels.js";

/** Works on the first `count` rows of the block's columns. */
export type Operation = (count: number) => void;

/**
 * A function of a module with all arguments but its last. What is compiled of it stays for the next plan, where a function written out for each plan would be compiled anew
 * whenever the engine has collected all garbage.
 */
export function operation<Given extends readonly unknown[]>(
  kernel: (...args: [...Given, number]) => void,
  ...given: Given
): Operation {
  return kernel.bind(undefined, ...given);
}

/** Adds such an operation to those of a plan. */
export function operate<Given extends readonly unknown[]>(
  { operations }: Pick<Planning, "operations">,
  kernel: (...args: [...Given, number]) => void,
  ...given: Given
): void {
  operations.push(operation(kernel, ...given));
}

/** A program on its way to operations over blocks. */
export interface Planning {
  readonly columns: Map<string, Form>;
  readonly operations: Operation[];
  /** What is to be done before the first block, when the bounds of all columns are final. */
  readonly starts: (() => void)[];
  /** Columns of whole numbers that are there as balls too. */
  readonly balls: Map<string, BallForm>;
  /** Rows that are set aside, because whole numbers of 53 bits, or the program, cannot hold what is in them. */
  readonly aside: Uint8Array;
}

export function startPlanning(): Planning {
  return {
    columns: new Map(),
    operations: [],
    starts: [],
    balls: new Map(),
    aside: new Uint8Array(BLOCK),
  };
}

/** A new column of numbers. */
export function numbers(): Float64Array {
  return new Float64Array(BLOCK);
}

/** A new column of labels. */
export function codes(): Int32Array {
  return new Int32Array(BLOCK);
}

/** A column of numbers that are n * num / den, num above 0, with or without a divisor. */
export function numberForm(planning: Planning, column: string): NumberForm {
  const form = shiftedForm(planning, column);
  if (form.plus === undefined && form.num > 0n) return form;
  const { plus: constant = 0n, num: factor, ...rest } = form;
  const n = numbers();
  const change = operation(line, n, form.n, Number(factor), Number(constant));
  if (form.known === undefined) planning.operations.push(change);
  else change(BLOCK);
  const ends = [form.least * factor + constant, form.most * factor + constant];
  const made = { ...rest, n, num: 1n, least: lesser(ends), most: greater(ends) };
  planning.columns.set(column, made);
  return made;
}

/** A column of numbers as it is, something added or not. */
function shiftedForm(planning: Planning, column: string): NumberForm {
  const form = unreadForm(planning, column);
  const { source, unread, ...read } = form;
  if (source === undefined && unread === undefined) return form;
  if (source !== undefined) planning.operations.push(reading(source, read.n, planning));
  if (unread !== undefined) readQuotient(unread, read, planning);
  planning.columns.set(column, read);
  return read;
}

/** Reads a block of a column. */
export function reading<Read>(
  source: { read(to: Read, aside: Uint8Array, count: number): void },
  to: Read,
  { aside }: Pick<Planning, "aside">,
): Operation {
  return source.read.bind(source, to, aside);
}

/** Reads the two columns of a quotient, and works out the function of it. */
function readQuotient({ of, by, held }: UnreadQuotient, { n }: NumberForm, planning: Planning): void {
  const [top, bottom] = [shiftedForm(planning, of), shiftedForm(planning, by)];
  if (held !== undefined) operate(planning, threePiecesBy, n, top.n, bottom.n, held);
}

/** A column of numbers that may still have to be read. */
export function unreadForm(planning: Planning, column: string): NumberForm {
  const form = planning.columns.get(column);
  if (form?.type !== "number") throw new Error(`column ${column} of the program is no number`);
  return form;
}

/** The same number in each row. */
export function constantForm(text: string): NumberForm {
  const { n, d } = readRationalText(text);
  return {
    type: "number",
    n: numbers().fill(Number(n)),
    least: n,
    most: n,
    num: 1n,
    den: d,
    mayMiss: false,
    known: "same",
  };
}

/** No number in any row. */
export function noneForm(): NumberForm {
  const n = numbers().fill(Number.NaN);
  return { type: "number", n, least: 0n, most: 0n, num: 1n, den: 1n, mayMiss: true, known: "none" };
}

/** The number that all rows have, where they do. */
export function sameIn({ known, least, num, den, plus = 0n, by }: NumberForm): Rational | undefined {
  return known === "same" && by === undefined ? rational(least * num + plus, den) : undefined;
}

/** Makes bounds narrower: of a column that is still to be read, where it is read; of any other, by setting rows aside. */
export function withinBounds(
  form: NumberForm,
  bounds: { readonly least?: bigint | undefined; readonly most?: bigint | undefined },
  planning: Planning,
): NumberForm {
  const { source } = form;
  const least = bounds.least !== undefined && bounds.least > form.least ? bounds.least : form.least;
  const most = bounds.most !== undefined && bounds.most < form.most ? bounds.most : form.most;
  if (least === form.least && most === form.most) return form;
  if (source === undefined) {
    operate(planning, setAside, planning.aside, form.n, Number(least), Number(most));
  } else {
    if (least > source.least) source.least = least;
    if (most < source.most) source.most = most;
  }
  return { ...form, least, most };
}

export function labelForm(planning: Planning, column: string): LabelForm {
  const form = planning.columns.get(column);
  if (form?.type !== "label") throw new Error(`column ${column} of the program is no label`);
  return form;
}
