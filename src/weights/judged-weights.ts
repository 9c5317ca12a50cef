import type { Path } from "../kernel/errors.js";
import { type FixedPoint, fixedPoint, GUARD_DIGITS } from "../kernel/irrational.js";
import { divide, type Rational, sum } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { type Consistency, consistencyOf } from "./consistency.js";
import { type RoundedPart, rounded } from "./irrational-list.js";
import { type Judge, type JudgedCriteria, type Matrix, readJudges } from "./judgements.js";
import { type FixedMatrix, principalEigenvector, rowGeometricMeans, toSumOne } from "./priorities.js";
import { type RandomIndex, randomIndexOf } from "./random-index.js";

/** How weights are worked out of matrices. */
export interface JudgementRules {
  readonly method: "eigenvector" | "geometric-mean";
  readonly aggregate: "judgements" | "priorities";
  readonly randomIndex: RandomIndex;
  readonly decimals: number;
}

/** What one judge's matrix says by itself. */
export interface JudgeWeights {
  readonly id: string;
  readonly weights: readonly RoundedPart[];
  readonly consistency: Consistency;
}

/** The weights of one matrix, or of several judges' together, before they are rounded. */
export interface JudgedWeights {
  readonly exact: readonly Rational[];
  readonly consistency?: Consistency;
  readonly judges?: readonly JudgeWeights[];
}

/** Reads and checks the matrices of one set of criteria and returns the work that gives their weights. */
export function judgedWeights(
  input: JudgedCriteria,
  rules: JudgementRules,
  path: Path,
  report: Report,
): () => JudgedWeights {
  const ids = input.criteria.map(({ id }) => id);
  const judges = readJudges(input, path, report);
  const index = randomIndexOf(rules.randomIndex, ids.length);
  if (ids.length > 2 && index === undefined) {
    report.add(
      [...path, "criteria"],
      "random-index-missing",
      `the table of random indices has none for ${ids.length} criteria: choose "alonso-lamata", or a longer list`,
      { size: ids.length },
    );
  }
  return () => {
    const proved = rules.decimals + GUARD_DIGITS;
    const point = fixedPoint(proved + GUARD_DIGITS);
    const weigh = (matrix: FixedMatrix) =>
      rules.method === "eigenvector"
        ? principalEigenvector(matrix, proved, point)
        : rowGeometricMeans(matrix, point);
    const judged = (matrix: FixedMatrix) => consistencyOf(ids, matrix, index, rules.decimals, proved, point);
    const fixed = judges.map(({ matrix }) => matrix.map((row) => row.map(point.from)));
    const each = fixed.map(weigh);
    const single = input.judges === undefined;
    const group = single ? fixed[0] : meanMatrix(judges, point);
    const weights =
      rules.aggregate === "judgements" || single
        ? weigh(group as FixedMatrix)
        : toSumOne(
            ids.map((_, row) =>
              geometricMean(
                judges,
                each.map((vector) => point.value(vector[row] as bigint)),
                point,
              ),
            ),
            point,
          );
    return {
      exact: weights.map(point.value),
      ...(rules.aggregate === "judgements" || single ? { consistency: judged(group as FixedMatrix) } : {}),
      ...(single
        ? {}
        : {
            judges: judges.map(({ id }, judge) => ({
              id,
              weights: ids.map((criterion, row) => ({
                id: criterion,
                weight: rounded(point.value(each[judge]?.[row] as bigint), rules.decimals),
              })),
              consistency: judged(fixed[judge] as FixedMatrix),
            })),
          }),
    };
  };
}

/** The judges' weighted geometric mean of each judgement. */
function meanMatrix(judges: readonly Judge[], point: FixedPoint): FixedMatrix {
  const first = judges[0]?.matrix as Matrix;
  return first.map((values, row) =>
    values.map((_, column) =>
      geometricMean(
        judges,
        judges.map(({ matrix }) => matrix[row]?.[column] as Rational),
        point,
      ),
    ),
  );
}

function geometricMean(judges: readonly Judge[], values: readonly Rational[], point: FixedPoint): bigint {
  const total = sum(judges.map(({ weight }) => weight));
  const logs = values.map((value, index) =>
    point.multiply(point.logarithm(value), point.from(divide((judges[index] as Judge).weight, total))),
  );
  return point.exponential(logs.reduce((all, log) => all + log, 0n));
}
