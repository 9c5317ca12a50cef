import { type Decimal, exactDecimal, toDecimal } from "../kernel/decimal.js";
import type { FixedPoint } from "../kernel/irrational.js";
import { divide, type Rational, rational, subtract, ZERO } from "../kernel/rational.js";
import { rounded } from "./irrational-list.js";
import { type FixedMatrix, principalEigenvalue, principalEigenvector } from "./priorities.js";

/** How far judgements contradict each other. */
export interface Consistency {
  /** The principal eigenvalue; as great as the number of criteria where nothing contradicts, otherwise greater. */
  readonly lambdaMax: Decimal;
  /** CI = (lambda max - n) / (n - 1). */
  readonly index: Decimal;
  /** The mean CI of random matrices of this size; not there for one or two criteria. */
  readonly randomIndex?: Decimal;
  /** CR = CI / random index; 0 for one or two criteria. Saaty accepts up to 0.1. */
  readonly ratio: Decimal;
  /** The judgement that fits the weights worst; not there where all fit. */
  readonly worst?: WorstJudgement;
}

/** The judgement with the greatest a(i, j) w(j) / w(i), or the least: of several that are as far off, the first by rows. */
export interface WorstJudgement {
  readonly row: string;
  readonly column: string;
  readonly judgement: Decimal;
  /** What the other judgements imply in its place: the ratio of the weights that they give without it. */
  readonly implied: Decimal;
}

/** Works out how consistent a matrix is. `proved` digits of the eigenvector are right. */
export function consistencyOf(
  ids: readonly string[],
  matrix: FixedMatrix,
  randomIndex: Rational | undefined,
  digits: number,
  proved: number,
  point: FixedPoint,
): Consistency {
  const size = ids.length;
  if (size <= 2 || randomIndex === undefined) {
    return {
      lambdaMax: exactDecimal(rational(BigInt(size))),
      index: toDecimal(ZERO, 0),
      ratio: toDecimal(ZERO, 0),
    };
  }
  const vector = principalEigenvector(matrix, proved, point);
  const lambda = point.value(principalEigenvalue(matrix, vector));
  const index = divide(subtract(lambda, rational(BigInt(size))), rational(BigInt(size - 1)));
  const worst = worstJudgement(matrix, vector, digits, point);
  return {
    lambdaMax: rounded(lambda, digits),
    index: rounded(index, digits),
    randomIndex: rounded(randomIndex, digits),
    ratio: rounded(divide(index, randomIndex), digits),
    ...(worst === undefined
      ? {}
      : {
          worst: {
            row: ids[worst.row] as string,
            column: ids[worst.column] as string,
            judgement: rounded(point.value(matrix[worst.row]?.[worst.column] as bigint), digits),
            implied: rounded(impliedJudgement(matrix, worst, proved, point), digits),
          },
        }),
  };
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function worstJudgement(
  matrix: FixedMatrix,
  vector: readonly bigint[],
  digits: number,
  { one }: FixedPoint,
): Place | undefined {
  const margin = one / 10n ** BigInt(digits + 20);
  let worst: Place | undefined;
  let most = one;
  for (const [row, values] of matrix.entries()) {
    for (const [column, value] of values.entries()) {
      if (column <= row) continue;
      const fit = (value * (vector[column] as bigint)) / (vector[row] as bigint);
      const off = fit < one ? (one * one) / fit : fit;
      if (off <= most + margin) continue;
      most = off;
      worst = { row, column };
    }
  }
  return worst;
}

/** Harker's matrix of incomplete judgements: zero where the judgement was, and one more on the diagonal of both rows. */
function impliedJudgement(
  matrix: FixedMatrix,
  { row, column }: Place,
  proved: number,
  point: FixedPoint,
): Rational {
  const without = matrix.map((values, i) =>
    values.map((value, j) => {
      if (i === j) return i === row || i === column ? 2n * point.one : value;
      return (i === row && j === column) || (i === column && j === row) ? 0n : value;
    }),
  );
  const vector = principalEigenvector(without, proved, point);
  return rational(vector[row] as bigint, vector[column] as bigint);
}
