import { readNumber } from "../../kernel/number.js";
import { subtract, sum } from "../../kernel/rational.js";
import { compileProgram } from "../../program/interpreter.js";
import type { StatementLine } from "../line.js";
import { roundedWholeNotes } from "../rounded-notes.js";
import { limitedParts, stagesOf } from "./limited-parts.js";
import { commissionLine, LIMITS_LINE, lineId, unitsOf } from "./line.js";
import { limitNotes, partsNotes } from "./notes.js";
import type { CommissionPlan } from "./plan.js";
import { totalProgram } from "./program.js";
import { lineRate, roundedParts } from "./rounded-parts.js";

/** Adds the lines of a cap and a floor on the sum of lines that each stand alone: what the one takes away, and what the other adds. */
export function compileTotalLines(plan: CommissionPlan, decimals: number) {
  const { per, cap, floor, currency, rounding } = plan.config;
  if (per === "period" || per === "to-date") return undefined;
  if (cap === undefined && floor === undefined) return undefined;
  const run = compileProgram(totalProgram(plan, decimals));
  return (lines: readonly StatementLine[]): readonly StatementLine[] => {
    const earned = sum(lines.map(({ amount }) => readNumber(amount)));
    const result = run([["earned", earned]]);
    const stages = stagesOf(result, { cap, floor }, undefined, "earned");
    const units = unitsOf(subtract(result.number("amount"), earned), decimals);
    if (units === 0n) return [];
    const exact = limitedParts([], stages, { cap, floor });
    const parts = roundedParts(exact, units, decimals);
    const basis = sum(exact.map((part) => part.basis));
    const line = {
      id: `${lineId(plan.config)}.${LIMITS_LINE}`,
      basis,
      rate: lineRate(basis, subtract(stages.floored, earned)),
      units,
      parts,
      notes: [
        ...limitNotes(stages, { cap, floor }, "all"),
        ...roundedWholeNotes("rounded-together", stages.floored, currency, rounding),
        ...partsNotes(plan, parts, exact),
      ],
      trace: result.trace(),
    };
    return [commissionLine(plan, line, decimals)];
  };
}
