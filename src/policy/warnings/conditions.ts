import { conditionId, conditionsFor } from "../../adjustment/conditions/condition.js";
import type { Condition } from "../../adjustment/conditions/schema.js";
import type { CheckedCell, Move } from "../../classification/matrix.js";
import type { Path } from "../../kernel/errors.js";
import { readNumber } from "../../kernel/number.js";
import { compare, multiply, type Rational, rational, subtract, ZERO } from "../../kernel/rational.js";
import { show } from "../../kernel/show.js";
import type { CheckedPolicy } from "../policy.js";
import { canMiss, canReach, endOf, type ScoreRange } from "./ranges.js";
import type { Warn, WarningCode } from "./warning.js";

/** What conditions are looked at with. */
export interface Possible {
  readonly policy: CheckedPolicy;
  readonly ranges: ReadonlyMap<string, ScoreRange>;
}

/** Whether anybody in a tier can ever meet a condition for a move. */
export function canBeMet(condition: Condition, move: Move, tier: string, possible: Possible): boolean {
  const { policy, ranges } = possible;
  switch (condition.kind) {
    case "at-least":
      return canReach(rangeOf(ranges, condition.axis), readNumber(condition.score));
    case "below":
      return canMiss(rangeOf(ranges, condition.axis), readNumber(condition.score));
    case "rise":
    case "fall":
      return canChange(rangeOf(ranges, condition.axis), leastChange(condition));
    case "cell":
      return (policy.matrix.cells ?? []).some(
        (cell) => proposes(cell, move, tier, policy) && canBeAt(cell.at, possible),
      );
    case "points":
      return (policy.adjustment.points?.awards ?? []).some(
        ({ points }) => compare(readNumber(points), ZERO) > 0,
      );
    case "placed":
      return canBeAt(condition.at, possible);
    case "promotion-score":
    case "certificate":
    case "fact":
      return true;
    case "place-lost":
      return canLosePlace(tier, policy);
    case "all":
      return conditionsFor(condition.of, tier).every((one) => canBeMet(one, move, tier, possible));
    case "any":
      return conditionsFor(condition.of, tier).some((one) => canBeMet(one, move, tier, possible));
  }
}

/** Whether anybody can be in these bands, by scores or because a panel or a veto puts them there. */
export function canBeAt(at: Readonly<Record<string, string>>, { policy, ranges }: Possible): boolean {
  const { axes, calibration, matrix } = policy;
  const lowest = axes.every(({ id, bands }) => (at[id] ?? bands[0]?.id) === bands[0]?.id);
  const vetoes = matrix.gates?.some(({ onFail }) => onFail === "veto") ?? false;
  if (calibration !== undefined || (lowest && vetoes)) return true;
  return axes.every(({ id, bands, relative }) => {
    if (relative !== undefined || at[id] === undefined) return true;
    const index = bands.findIndex((band) => band.id === at[id]);
    const [from, next] = [bands[index]?.from, bands[index + 1]?.from];
    return (
      (from === undefined || canReach(rangeOf(ranges, id), readNumber(from))) &&
      (next === undefined || canMiss(rangeOf(ranges, id), readNumber(next)))
    );
  });
}

/** Whether somebody in a tier can lose the place in it; where the policy has no places, the input may still say so. */
function canLosePlace(tier: string, { places }: CheckedPolicy): boolean {
  if (places === undefined) return true;
  return places.incumbents === "compete" && places.quotas.some((quota) => quota.tier === tier);
}

function rangeOf(ranges: ReadonlyMap<string, ScoreRange>, axis: string): ScoreRange {
  return ranges.get(axis) ?? {};
}

/** The least by which a score changes over all reviews of a row that rises or falls. */
function leastChange(condition: Extract<Condition, { kind: "rise" | "fall" }>): Rational {
  const { by, periods, outOf = periods, against } = condition;
  const inRow = outOf === periods && against === 1 ? periods : 1;
  return multiply(readNumber(by), rational(BigInt(inRow)));
}

function canChange({ lowest, highest }: ScoreRange, by: Rational): boolean {
  return lowest === undefined || highest === undefined || compare(subtract(highest, lowest), by) >= 0;
}

/** Whether a cell proposes a move to somebody in a tier. */
export function proposes(
  { tier: named, move: stated }: CheckedCell,
  move: Move,
  tier: string,
  { tiers }: Pick<CheckedPolicy, "tiers">,
): boolean {
  if (named === undefined) return (stated ?? "stay") === move;
  const position = (id: string) => tiers.findIndex((one) => one.id === id);
  const distance = position(named) - position(tier);
  const direction = distance > 0 ? "up" : distance < 0 ? "down" : "stay";
  return direction === move && (stated === undefined || stated === move);
}

/** Warns of conditions that nobody, or everybody, meets. */
export function warnOfConditions(
  conditions: readonly Condition[],
  move: Move,
  never: WarningCode,
  path: Path,
  possible: Possible,
  warn: Warn,
): void {
  const tiers = possible.policy.tiers.map(({ id }) => id);
  for (const [index, condition] of conditions.entries()) {
    const here = [...path, index];
    const own = tiers.filter((tier) => conditionsFor([condition], tier).length > 0);
    const axis = "axis" in condition ? condition.axis : undefined;
    const name = show(conditionId(condition));
    if (!own.some((tier) => canBeMet(condition, move, tier, possible))) {
      const scores =
        axis === undefined
          ? {}
          : endOf(possible.ranges, axis, condition.kind === "below" ? "lowest" : "highest");
      warn({
        path: here,
        code: never,
        message: `nobody can meet the condition ${name}`,
        witness: { scores },
      });
    } else if (alwaysMet(condition, possible.ranges)) {
      const scores = endOf(possible.ranges, axis ?? "", condition.kind === "below" ? "highest" : "lowest");
      warn({
        path: here,
        code: "condition-always-met",
        message: `everybody meets the condition ${name}`,
        witness: { scores },
      });
    }
  }
}

function alwaysMet(condition: Condition, ranges: ReadonlyMap<string, ScoreRange>): boolean {
  if (condition.kind === "at-least")
    return !canMiss(rangeOf(ranges, condition.axis), readNumber(condition.score));
  return (
    condition.kind === "below" && !canReach(rangeOf(ranges, condition.axis), readNumber(condition.score))
  );
}
