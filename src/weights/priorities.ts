import { type FixedPoint, integerRoot } from "../kernel/irrational.js";

/** A square matrix of positive numbers in fixed point. */
export type FixedMatrix = readonly (readonly bigint[])[];

/** Scales positive numbers so that they sum to one. */
export function toSumOne(values: readonly bigint[], { one }: FixedPoint): readonly bigint[] {
  const total = values.reduce((sum, value) => sum + value, 0n);
  return values.map((value) => (value * one) / total);
}

/** The geometric mean of each row, scaled to sum to one. */
export function rowGeometricMeans(matrix: FixedMatrix, point: FixedPoint): readonly bigint[] {
  const means = matrix.map((row) =>
    integerRoot(
      row.reduce((product, value) => product * value, 1n),
      row.length,
    ),
  );
  return toSumOne(means, point);
}

/**
 * The principal eigenvector, scaled to sum to one. The matrix is squared until the columns of its power, each scaled to sum to one, agree
 * to within 10^-`agree`. That proves the digits: the eigenvector is a mean of those columns, so in every row it lies between their least and greatest.
 */
export function principalEigenvector(
  matrix: FixedMatrix,
  agree: number,
  point: FixedPoint,
): readonly bigint[] {
  const margin = point.one / 10n ** BigInt(agree);
  let power = matrix;
  for (;;) {
    power = squared(power, point);
    const columns = power.map((_, index) =>
      toSumOne(
        power.map((row) => row[index] as bigint),
        point,
      ),
    );
    const spread = power.map((_, row) => range(columns.map((column) => column[row] as bigint)));
    if (spread.every(({ least, most }) => most - least <= margin)) {
      return toSumOne(
        spread.map(({ least, most }) => least + most),
        point,
      );
    }
  }
}

/** The principal eigenvalue: the mean, over the rows, of (A w)(i) / w(i), all of which are the same for the eigenvector (Collatz and Wielandt). */
export function principalEigenvalue(matrix: FixedMatrix, vector: readonly bigint[]): bigint {
  const quotients = matrix.map((row, index) => dot(row, vector) / (vector[index] as bigint));
  const { least, most } = range(quotients);
  return (least + most) / 2n;
}

/** The square of a matrix, scaled so that its greatest number is one. */
function squared(matrix: FixedMatrix, { one }: FixedPoint): FixedMatrix {
  const columns = matrix.map((_, index) => matrix.map((row) => row[index] as bigint));
  const products = matrix.map((row) => columns.map((column) => dot(row, column)));
  const { most } = range(products.flat());
  return products.map((row) => row.map((value) => (value * one) / most));
}

function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  return a.reduce((sum, value, index) => sum + value * (b[index] as bigint), 0n);
}

function range(values: readonly bigint[]): { readonly least: bigint; readonly most: bigint } {
  const first = values[0] as bigint;
  return {
    least: values.reduce((least, value) => (value < least ? value : least), first),
    most: values.reduce((most, value) => (value > most ? value : most), first),
  };
}
