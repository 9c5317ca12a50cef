import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { show } from "../../kernel/show.js";
import type { CheckedItem } from "../../scoring/items.js";
import type { WeightSchema } from "../../scoring/schema.js";
import { scorer } from "../../scoring/scorer.js";
import type { CheckedAxis, CheckedPolicy } from "../policy.js";
import { canMiss, canReach, type ScoreRange } from "./ranges.js";
import type { Warn } from "./warning.js";

/** Warns of gates on an indicator that nobody passes, or that nobody fails. */
export function warnOfGates({ axes, matrix }: CheckedPolicy, warn: Warn): void {
  for (const [index, { id, indicator, atLeast }] of (matrix.gates ?? []).entries()) {
    if (indicator === undefined) continue;
    const range = axes.flatMap((axis) => rangeIn(axis, indicator) ?? [])[0];
    if (range === undefined) continue;
    const minimum = readNumber(atLeast);
    const path = ["matrix", "gates", index];
    const witness = (end: "lowest" | "highest") => {
      const value = range[end];
      return { scores: value === undefined ? {} : { [indicator]: String(exactDecimal(value)) } };
    };
    if (!canReach(range, minimum))
      warn({
        path,
        code: "gate-never-passed",
        message: `nobody can pass the gate ${show(id)}`,
        witness: witness("highest"),
      });
    else if (!canMiss(range, minimum))
      warn({
        path,
        code: "gate-never-fails",
        message: `nobody can fail the gate ${show(id)}`,
        witness: witness("lowest"),
      });
  }
}

/** What the score of an indicator can be. */
function rangeIn(axis: CheckedAxis, indicator: string): ScoreRange | undefined {
  const item = find(axis.indicators as readonly CheckedItem[], indicator);
  if (item === undefined) return undefined;
  const { raters, decimals, rounding } = axis;
  const schema = {
    indicators: [{ ...item, weight: 1 }],
    raters,
    decimals,
    scoreDecimals: decimals,
    rounding,
  };
  const { lowest, highest } = scorer(schema as WeightSchema).range;
  return {
    ...(lowest === undefined ? {} : { lowest: readNumber(lowest) }),
    ...(highest === undefined ? {} : { highest: readNumber(highest) }),
  };
}

function find(items: readonly CheckedItem[], id: string): CheckedItem | undefined {
  const inside = items.flatMap(({ indicators }) =>
    indicators === undefined ? [] : (find(indicators, id) ?? []),
  );
  return items.find((item) => item.id === id && item.indicators === undefined) ?? inside[0];
}
