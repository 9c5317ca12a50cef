import type { CheckedMatrix } from "../../classification/matrix.js";
import type { CheckedAxis, CheckedPolicy } from "../../policy/policy.js";
import { emptyColumns, type PlacementColumns } from "../columns/result-columns.js";
import type { BatchInput } from "../input/input.js";
import { emptyPay, type PayColumns } from "../pay/columns.js";

/** All columns that a batch fills. */
export interface Outcome {
  readonly placement: PlacementColumns;
  /** Where pay is asked for. */
  readonly pay: PayColumns | undefined;
}

export function emptyOutcome(
  policy: CheckedPolicy,
  matrix: CheckedMatrix,
  { pay, period }: BatchInput,
  rows: number,
): Outcome {
  return {
    placement: emptyColumns(matrix, policy.axes.map(decimalsOf), rows),
    pay: pay === true ? emptyPay(policy, period ?? "", rows) : undefined,
  };
}

/** The most decimals that the score of an axis has for anybody. */
function decimalsOf({ id, scoreDecimals, variants = [] }: CheckedAxis) {
  return { id, scoreDecimals: Math.max(scoreDecimals, ...variants.map((one) => one.scoreDecimals)) };
}

/** Copies the first rows of one outcome to some rows of another. */
export function copyRows(from: Outcome, to: Outcome, rows: ArrayLike<number>): void {
  const targets = arraysOf(to);
  for (const [place, source] of arraysOf(from).entries()) {
    const target = targets[place] as Column;
    for (let at = 0; at < rows.length; at += 1) target[rows[at] as number] = source[at] as number;
  }
}

type Column = Float64Array | Int16Array | Uint8Array;

/** The arrays of all columns, in the same order for outcomes of the same policy. */
function arraysOf({ placement, pay }: Outcome): readonly Column[] {
  const { scores, bands, cell, promotionBlocked, vetoed, capTier } = placement;
  const money = pay === undefined ? [] : [...Object.values(pay.lines), pay.total];
  return [
    ...[...Object.values(scores), ...money].map(({ units }) => units),
    ...[...Object.values(bands), cell, capTier].map(({ codes }) => codes),
    promotionBlocked,
    vetoed,
  ];
}
