import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { show } from "../../kernel/show.js";
import { scorerPart } from "../parts.js";
import { indicatorRange } from "../path/by-indicators.js";
import type { CheckedPolicy } from "../policy.js";
import { canMiss, canReach } from "./ranges.js";
import type { Warn } from "./warning.js";

/** Warns of gates on an indicator that nobody passes, or that nobody fails. */
export function warnOfGates({ axes, matrix }: CheckedPolicy, warn: Warn): void {
  for (const [index, { id, indicator, atLeast }] of (matrix.gates ?? []).entries()) {
    if (indicator === undefined || atLeast === undefined) continue;
    const range = axes.flatMap((axis) => indicatorRange(scorerPart(axis), indicator) ?? [])[0];
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
