import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { inputNumber, key } from "../kernel/fields.js";
import { checkIds } from "../kernel/ids.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { compare, divide, ONE, type Rational, rational, rationalText } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

const MOST_CRITERIA = 50;
const STRONGEST = rational(10n ** 9n);

/** A whole reciprocal matrix of exact judgements. */
export type Matrix = readonly (readonly Rational[])[];

/** One judge's matrix, and how much the judge counts. */
export interface Judge {
  readonly id: string;
  readonly weight: Rational;
  readonly matrix: Matrix;
}

/** The criteria of one matrix and the judgements on them, as an input has them. */
export interface JudgedCriteria {
  readonly criteria: readonly { readonly id: string }[];
  readonly judgements?: readonly (readonly NumberInput[])[] | undefined;
  readonly judges?:
    | readonly {
        readonly id: string;
        readonly weight?: NumberInput | undefined;
        readonly judgements: readonly (readonly NumberInput[])[];
      }[]
    | undefined;
}

/** The fields of an input that hold one matrix, or one for each judge. */
export function judgedFields() {
  const judgements = () =>
    described(
      list(list(inputNumber({ above: 0 }))),
      "How many times as important the row's criterion is as the column's: the triangle above the diagonal by rows, or the whole matrix.",
    );
  return {
    criteria: list(z.strictObject({ id: key() }), 1),
    judgements: z.optional(judgements()),
    judges: z.optional(
      list(
        z.strictObject({
          id: key(),
          weight: z.optional(inputNumber({ above: 0 })),
          judgements: judgements(),
        }),
        1,
      ),
    ),
  };
}

/** Reads the matrices, one for each judge; a single matrix is that of a judge without a name. */
export function readJudges(
  { criteria, judgements, judges }: JudgedCriteria,
  path: Path,
  report: Report,
): readonly Judge[] {
  const before = report.count();
  checkIds(criteria, [...path, "criteria"], report);
  checkIds(judges, [...path, "judges"], report);
  if (criteria.length > MOST_CRITERIA) {
    report.add(
      [...path, "criteria"],
      "too-large",
      `expected at most ${MOST_CRITERIA} criteria to compare in pairs, got ${criteria.length}`,
    );
  }
  if ((judgements === undefined) === (judges === undefined)) {
    report.add(path, "one-of", "expected either judgements or judges");
  }
  if (report.count() > before) return [];
  const size = criteria.length;
  if (judgements !== undefined) {
    return [{ id: "", weight: ONE, matrix: readMatrix(judgements, size, [...path, "judgements"], report) }];
  }
  return (judges ?? []).map((judge, index) => ({
    id: judge.id,
    weight: judge.weight === undefined ? ONE : readNumber(judge.weight),
    matrix: readMatrix(judge.judgements, size, [...path, "judges", index, "judgements"], report),
  }));
}

function readMatrix(
  rows: readonly (readonly NumberInput[])[],
  size: number,
  path: Path,
  report: Report,
): Matrix {
  const whole = rows.length === size;
  const right = rows.every((row, index) => row.length === (whole ? size : size - 1 - index));
  if (!right || (!whole && rows.length !== size - 1)) {
    report.add(
      path,
      "matrix-shape",
      `expected ${size} rows of ${size} judgements, or the triangle above the diagonal: ${size - 1} rows, the first of ${size - 1}, the last of 1`,
      { size },
    );
    return [];
  }
  const read = rows.map((row) => row.map(readNumber));
  for (const [row, values] of read.entries()) {
    for (const [column, value] of values.entries()) {
      if (compare(value, STRONGEST) <= 0 && compare(divide(ONE, value), STRONGEST) <= 0) continue;
      report.add(
        [...path, row, column],
        "out-of-range",
        `expected 1e-9 to 1e9, got ${show(rows[row]?.[column])}`,
      );
    }
  }
  if (!whole) return fromTriangle(read, size);
  checkReciprocal(read, path, report);
  return read;
}

function fromTriangle(rows: Matrix, size: number): Matrix {
  const above = (row: number, column: number) => rows[row]?.[column - row - 1] as Rational;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) =>
      row === column ? ONE : row < column ? above(row, column) : divide(ONE, above(column, row)),
    ),
  );
}

/** Notes each judgement below or on the diagonal that is not one divided by its mirror image. */
function checkReciprocal(matrix: Matrix, path: Path, report: Report): void {
  for (const [row, values] of matrix.entries()) {
    for (const [column, value] of values.slice(0, row + 1).entries()) {
      const wanted = row === column ? ONE : divide(ONE, matrix[column]?.[row] as Rational);
      if (compare(value, wanted) === 0) continue;
      const [expected, got] = [rationalText(wanted), rationalText(value)];
      report.add(
        [...path, row, column],
        "judgement-not-reciprocal",
        row === column
          ? `expected 1 on the diagonal, got ${got}`
          : `expected ${expected}, one divided by the judgement the other way round, got ${got} (or give the triangle above the diagonal only)`,
        { expected, got },
      );
    }
  }
}
