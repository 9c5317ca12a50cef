import { exactDecimal, shownDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, ONE, type Rational } from "../../kernel/rational.js";
import type { Run } from "../../program/interpreter.js";
import type { LineNote } from "../line.js";
import type { Stretch } from "../presence.js";
import type { BonusPlace } from "./check-input.js";
import type { BonusRules } from "./fields.js";
import { isFactor, multiplierColumn, payoutColumn, scoreColumn } from "./program.js";

/** What made the payout, and is the same all the period: the score, and each multiplier. */
export function payoutNotes(config: BonusRules, score: Rational, result: Run): readonly LineNote[] {
  const { multipliers = [], combine, payout } = config;
  const first = payout[0]?.score ?? 0;
  const below = compare(score, readNumber(first)) < 0;
  const added = combine === "add" && multipliers.length > 0;
  const decimal = (column: string) => shownDecimal(result.number(column));
  return [
    ...(below
      ? [
          {
            kind: "payout-threshold",
            values: { score: exactDecimal(score), threshold: exactDecimal(readNumber(first)) },
          },
        ]
      : []),
    ...(below || added
      ? []
      : [
          {
            kind: "payout-score",
            values: { score: exactDecimal(score), payout: decimal(scoreColumn(config)) },
          },
        ]),
    ...(added ? [addedNote("score", exactDecimal(score), decimal("payout.score"), config.weight)] : []),
    ...multipliers.map((one) => {
      const [value, paid] = [result.number(multiplierColumn(one.id)), decimal(payoutColumn(one))];
      if (added) return addedNote(one.id, exactDecimal(value), paid, one.weight);
      const values = { multiplier: one.id, value: exactDecimal(value), payout: paid };
      return { kind: isFactor(one) ? "payout-multiplier" : "payout-multiplier-curve", values };
    }),
    ...multipliers
      .filter((one) => one.required && result.number(payoutColumn(one)).n === 0n)
      .map(({ id }) => ({ kind: "payout-gate", values: { multiplier: id } })),
  ];
}

/** What made the target and the payout of a stretch of the period; with its days, where there are several. */
export function stretchNotes(
  config: BonusRules,
  { values: { tier, salary }, from, to }: Stretch<BonusPlace>,
  result: Run,
  several: boolean,
): readonly LineNote[] {
  const share = config.target.find((one) => one.tier === tier)?.share;
  const written = (ratio: NonNullable<typeof share>) => exactDecimal(readRatio(ratio));
  const notes = [
    ...(share === undefined
      ? []
      : [
          {
            kind: "payout-target",
            values: { share: written(share), salary: exactDecimal(readNumber(salary)) },
          },
        ]),
    ...modifierNotes(config, result),
    ...boundNotes(config, result),
  ];
  return several
    ? notes.map(({ kind, values }) => ({ kind, values: { ...values, days: `${from}/${to}` } }))
    : notes;
}

function boundNotes({ floor, cap }: BonusRules, result: Run): readonly LineNote[] {
  if (floor === undefined && cap === undefined) return [];
  const [bounded, unbounded] = [result.number("payout"), result.number("unbounded payout")];
  const moved = compare(unbounded, bounded);
  const payout = shownDecimal(unbounded);
  if (moved > 0) return [{ kind: "payout-cap", values: { cap: exactDecimal(bounded), payout } }];
  return moved < 0 ? [{ kind: "payout-floor", values: { floor: exactDecimal(bounded), payout } }] : [];
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
