import { exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, ONE, type Rational } from "../../kernel/rational.js";
import type { Run } from "../../program/interpreter.js";
import type { LineNote } from "../line.js";
import type { BonusRules } from "./fields.js";
import { multiplierColumn, payoutColumn } from "./program.js";

/** What made the payout other than the curve of the score, for one stretch of the period. */
export function payoutNotes(config: BonusRules, score: Rational, result: Run): readonly LineNote[] {
  const { multipliers = [], combine, floor, cap, payout } = config;
  const first = payout[0]?.score ?? 0;
  const below = compare(score, readNumber(first)) < 0;
  const added = combine === "add" && multipliers.length > 0;
  const decimal = (column: string) => shownDecimal(result.number(column));
  const [bounded, unbounded] =
    floor === undefined && cap === undefined
      ? []
      : [result.number("payout"), result.number("unbounded payout")];
  const moved = bounded === undefined || unbounded === undefined ? 0 : compare(unbounded, bounded);
  return [
    ...(below
      ? [
          {
            kind: "payout-threshold",
            values: { score: exactDecimal(score), threshold: exactDecimal(readNumber(first)) },
          },
        ]
      : []),
    ...(added ? [addedNote("score", exactDecimal(score), decimal("payout.score"), config.weight)] : []),
    ...multipliers.map((one) => {
      const [value, paid] = [result.number(multiplierColumn(one.id)), decimal(payoutColumn(one))];
      if (added) return addedNote(one.id, exactDecimal(value), paid, one.weight);
      const values = { multiplier: one.id, value: exactDecimal(value), payout: paid };
      return { kind: one.payout === undefined ? "payout-multiplier" : "payout-multiplier-curve", values };
    }),
    ...multipliers
      .filter((one) => one.required && result.number(payoutColumn(one)).n === 0n)
      .map(({ id }) => ({ kind: "payout-gate", values: { multiplier: id } })),
    ...modifierNotes(config, result),
    ...(moved > 0 ? [{ kind: "payout-cap", values: { cap: exactDecimal(readRatio(cap)) } }] : []),
    ...(moved < 0 ? [{ kind: "payout-floor", values: { floor: exactDecimal(readRatio(floor)) } }] : []),
  ];
}

type Amount = LineNote["values"][string];

function addedNote(
  multiplier: string,
  value: Amount,
  payout: Amount,
  weight: BonusRules["weight"] = 1,
): LineNote {
  return {
    kind: "payout-added",
    values: { multiplier, value, payout, weight: exactDecimal(readRatio(weight)) },
  };
}

function modifierNotes({ modifiers }: BonusRules, result: Run): readonly LineNote[] {
  if (modifiers === undefined || compare(result.number("modifier"), ONE) === 0) return [];
  const values = { tier: result.label("tier"), factor: exactDecimal(result.number("modifier")) };
  return [{ kind: "payout-modifier", values }];
}
