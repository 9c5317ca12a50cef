import { roundToTotal } from "../../kernel/apportion.js";
import { exactDecimal, resultValue, unitsToDecimal } from "../../kernel/decimal.js";
import { type Rational, rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import type { StatementLine } from "../line.js";
import type { Cause } from "./cause.js";
import { isNamedAmount } from "./compared-parts.js";
import { ADJUSTMENT } from "./differences.js";
import { type Effect, effectsOf } from "./part-effects.js";
import { pairParts } from "./part-pairs.js";
import { saysRules } from "./rule-notes.js";

/** Why one line is another amount: causes that sum to the difference, none of them 0. */
export function causesOf(
  before: StatementLine | undefined,
  after: StatementLine | undefined,
  decimals: number,
): readonly Cause[] {
  const name = nameOf((after ?? before) as StatementLine);
  const [old, now] = [amountOf(before), amountOf(after)];
  const difference = subtract(now, old);
  if (difference.n === 0n) return [];
  const total = roundToUnits(difference, decimals, "half-up");
  if (before === undefined || after === undefined) {
    const kind = before === undefined ? "new" : "gone";
    return [{ ...name, kind, amount: unitsToDecimal(total, decimals) }];
  }
  const found = lineEffects(before, after, rational(1n, 10n ** BigInt(decimals)));
  const whole: Effect = { kind: "amount", from: old, to: now, share: difference };
  const effects = found.length === 0 ? [whole] : found;
  const shares = effects.map(({ share }, index) => ({ id: String(index).padStart(6, "0"), share }));
  const units = roundToTotal(shares, total, decimals);
  return effects.flatMap((effect, index) => {
    const unit = units[index] ?? 0n;
    const cause = { ...name, ...causeOf(effect), ...rateAs(effect, before, after) };
    return unit === 0n ? [] : [{ ...cause, amount: unitsToDecimal(unit, decimals) }];
  });
}

/** What tells a line from all others of a statement, and a correction from the line that it corrects. */
export function keyOf(line: StatementLine): string {
  const { period = null, corrects = null } = nameOf(line);
  return JSON.stringify([line.id, period, corrects]);
}

function nameOf({ id, use, label, period, corrects }: StatementLine) {
  const isEntry = corrects !== undefined || use === ADJUSTMENT;
  return {
    line: id,
    ...(label === undefined ? {} : { label }),
    ...(isEntry && period !== undefined ? { period } : {}),
    ...(corrects === undefined ? {} : { corrects }),
  };
}

/** What a threshold keeps back is one cause, whatever the parts are of which it consists. */
function lineEffects(before: StatementLine, after: StatementLine, unit: Rational): readonly Effect[] {
  const hasRules = saysRules(before) || saysRules(after);
  const effects = pairParts(before, after).flatMap((pair) => effectsOf(pair, unit, hasRules));
  if (isBelowThreshold(before) === isBelowThreshold(after)) return effects;
  const limits = effects.filter(({ of = "" }) => isNamedAmount(of));
  const kept = effects.filter((effect) => !limits.includes(effect));
  return [{ kind: "threshold", share: sum(kept.map(({ share }) => share)) }, ...limits];
}

function isBelowThreshold({ notes = [] }: StatementLine): boolean {
  return notes.some(({ kind }) => kind === "commission-threshold");
}

function causeOf({ kind, of, rate, from, to }: Effect): Omit<Cause, "line" | "amount"> {
  return {
    kind,
    ...(of === undefined ? {} : { of }),
    ...(rate === undefined ? {} : { rate: exactDecimal(rate) }),
    ...(from === undefined ? {} : { from: exactDecimal(from) }),
    ...(to === undefined ? {} : { to: exactDecimal(to) }),
  };
}

/** How a rate that a cause says is read, where both lines say the same of it. */
function rateAs({ kind, rate }: Effect, before: StatementLine, after: StatementLine): Pick<Cause, "rateAs"> {
  const isSaid = kind === "rate" || rate !== undefined;
  return isSaid && before.rateAs === "percent" && after.rateAs === "percent" ? { rateAs: "percent" } : {};
}

function amountOf(line: StatementLine | undefined): Rational {
  return line === undefined ? ZERO : resultValue(line.amount);
}
