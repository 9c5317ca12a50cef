import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { readNumber } from "../../kernel/number.js";
import { compileProration } from "../../kernel/proration.js";
import { multiply, type Rational, rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Checked } from "../../kernel/schema.js";
import { ineligibleNotes, judgeEligibility } from "../eligibility.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { paidPart, presenceNotes } from "../presence.js";
import { roundedToSumNotes } from "../rounded-notes.js";
import type { bonusPoolConfig, bonusPoolInput } from "./pool-fields.js";

export type CheckedPoolPlan = Checked<typeof bonusPoolConfig>;
type Person = Checked<typeof bonusPoolInput>["people"][number];

/** What a person claims, and why it is no more. */
export interface PoolClaim {
  readonly person: Person;
  readonly target: Rational;
  /** The multiplier and the part of the period, or 0 where the person is not eligible. */
  readonly rate: Rational;
  readonly notes: readonly LineNote[];
}

/** Makes the function that works out what a person claims; days of employment and absences have been checked. */
export function compilePoolClaims(config: CheckedPoolPlan) {
  const proration = compileProration(config.proration);
  return (person: Person, paid: string, path: Path, report: Report): PoolClaim => {
    const judged = judgeEligibility(config.eligibility, { ...person, period: paid }, path, report);
    const [target, multiplier] = [readNumber(person.target), readNumber(person.multiplier)];
    if (!judged.eligible) return { person, target, rate: ZERO, notes: ineligibleNotes(judged) };
    const part = paidPart(paid, person, proration, report);
    const values = { multiplier: exactDecimal(multiplier) };
    const notes = [
      ...(multiplier.n === multiplier.d ? [] : [{ kind: "claim-multiplier", values }]),
      ...presenceNotes(paid, part, person, proration),
    ];
    return { person, target, rate: multiply(multiplier, part), notes };
  };
}

/** What all claims came to, and what each is multiplied by to fit the pool. */
export interface PoolFit {
  readonly pool: Rational;
  readonly claimed: Rational;
  readonly factor: Rational;
}

/** The line of a claim, with what it was multiplied by to fit the pool. */
export function poolLine(
  config: CheckedPoolPlan,
  { person, target, rate, notes }: PoolClaim,
  { pool, claimed, factor }: PoolFit,
  units: bigint,
  paid: string,
  decimals: number,
): StatementLine {
  const fit = { factor: shownDecimal(factor), pool: exactDecimal(pool), claimed: exactDecimal(claimed) };
  const scaled = factor.n === factor.d || rate.n === 0n ? [] : [{ kind: "claim-factor", values: fit }];
  const exact = multiply(multiply(target, rate), factor);
  const rounded = roundedToSumNotes(exact, rational(units, 10n ** BigInt(decimals)));
  return payLine("bonusPool", "bonus", config, {
    id: `${config.id ?? "bonusPool"}.${person.id}`,
    period: paid,
    basis: exactDecimal(target),
    rate: shownDecimal(multiply(rate, factor)),
    amount: unitsToDecimal(units, decimals),
    notes: [...notes, ...scaled, ...rounded],
  });
}
