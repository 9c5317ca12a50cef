import type { CheckedGate } from "../../classification/gates.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { show } from "../../kernel/show.js";
import { scorerPart } from "../parts.js";
import { indicatorRange } from "../path/by-indicators.js";
import type { CheckedPolicy } from "../policy.js";
import type { Possible } from "./conditions.js";
import { canMiss, canReach, type ScoreRange } from "./ranges.js";
import type { Warn } from "./warning.js";

/** Warns of gates on an indicator or an axis that nobody passes, or that nobody fails. */
export function warnOfGates({ policy, ranges }: Possible, warn: Warn): void {
  for (const [index, gate] of (policy.matrix.gates ?? []).entries()) {
    const { id, indicator, axis, atLeast } = gate;
    const subject = indicator ?? axis;
    const range = axis === undefined ? rangeOf(gate, policy) : ranges.get(axis);
    if (subject === undefined || range === undefined || atLeast === undefined) continue;
    const minimum = readNumber(atLeast);
    const path = ["matrix", "gates", index];
    const witness = (end: "lowest" | "highest") => {
      const value = range[end];
      return { scores: value === undefined ? {} : { [subject]: String(exactDecimal(value)) } };
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

function rangeOf({ indicator }: CheckedGate, { axes }: CheckedPolicy): ScoreRange | undefined {
  if (indicator === undefined) return undefined;
  return axes.flatMap((axis) => indicatorRange(scorerPart(axis), indicator) ?? [])[0];
}
