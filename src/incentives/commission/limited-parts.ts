import { readNumber } from "../../kernel/number.js";
import { absolute, multiply, negate, ONE, type Rational, rational, subtract } from "../../kernel/rational.js";
import type { Run } from "../../program/interpreter.js";
import type { ExactPart } from "./parts.js";
import type { CommissionPlan } from "./plan.js";
import { column } from "./program.js";

/** A commission on its way through threshold, cap and floor, before rounding. */
export interface Stages {
  /** What the tables earn; nothing where a threshold is not reached. */
  readonly qualified: Rational;
  readonly capped: Rational;
  readonly floored: Rational;
  /** Whether a threshold keeps all of it back. */
  readonly isBelowThreshold: boolean;
}

/** Reads the stages from the columns that begin with `name`; the first is what goes into the limits. */
export function stagesOf(
  run: Run,
  { cap, floor, isGated = false }: Limits,
  name?: string,
  first = "qualified",
): Stages {
  const at = (what: string) => run.number(column(name, what));
  const qualified = at(first);
  const capped = cap === undefined ? qualified : at("capped");
  return {
    qualified,
    capped,
    floored: floor === undefined ? capped : at("floored"),
    isBelowThreshold: isGated && at("reached").n === 0n,
  };
}

/** The cap and the floor of a deal's commission, or of a period's. */
export interface Limits {
  readonly cap?: CommissionPlan["config"]["cap"] | undefined;
  readonly floor?: number | string | undefined;
  /** Whether a threshold keeps all back until it is reached. */
  readonly isGated?: boolean;
}

/** The limits that one line of a plan is under. */
export function limitsOf({ config, threshold }: CommissionPlan): Limits {
  const { per, perDeal, cap, floor } = config;
  const isGated = threshold?.all === true;
  if (per === "credit" || per === "order") return { cap: perDeal?.cap, floor: perDeal?.floor, isGated };
  return { cap, floor, isGated };
}

/** The parts of a commission, and what cap and floor take from it or add to it. */
export function limitedParts(
  parts: readonly ExactPart[],
  { qualified, capped, floored, isBelowThreshold }: Stages,
  { cap }: Limits,
): readonly ExactPart[] {
  const last = Number.MAX_SAFE_INTEGER;
  const changes: ExactPart[] = [];
  if (cap !== undefined && subtract(capped, qualified).n !== 0n) {
    const sign = qualified.n < 0n ? rational(-1n) : ONE;
    const excess = subtract(absolute(qualified), readNumber(cap.above));
    changes.push({
      of: "cap",
      place: [last, 0],
      basis: negate(multiply(sign, excess)),
      exact: subtract(capped, qualified),
    });
  }
  const added = subtract(floored, capped);
  if (added.n !== 0n) changes.push({ of: "floor", place: [last, 1], basis: added, exact: added });
  return [...(isBelowThreshold ? [] : parts), ...changes];
}
