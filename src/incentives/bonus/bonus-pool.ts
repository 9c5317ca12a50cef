import { roundToTotal } from "../../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, lossless, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { checkIds } from "../../kernel/ids.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { compare, divide, multiply, ONE, type Rational, rational, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { roundToUnits } from "../../kernel/rounding.js";
import type { Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkEligibility } from "../eligibility-conditions.js";
import type { StatementLine } from "../line.js";
import { checkPresence } from "../presence.js";
import { type CheckedPoolPlan, compilePoolClaims, poolLine } from "./pool-claims.js";
import { bonusPoolConfig, bonusPoolInput } from "./pool-fields.js";

/**
 * What becomes of a pool that is more than all claims, who is eligible, and how a part of the period counts: the config of `bonusPool`.
 *
 * @useDeclaredType
 */
export type BonusPoolConfig = Written<typeof bonusPoolConfig>;

/**
 * The pool, and the people with their targets and multipliers; where the plan needs them, what conditions of eligibility look at, and days of employment and absences.
 *
 * @useDeclaredType
 */
export type BonusPoolInput = Written<typeof bonusPoolInput>;

/** A pool of bonuses, and the line of each person in the order of the input. */
export interface BonusPool {
  readonly kind: "bonus-pool";
  readonly currency: string;
  readonly period: string;
  readonly pool: Decimal;
  /** What all claim together: exact, a fraction text where the decimal does not end. */
  readonly claimed: Decimal | string;
  /** What each claim was multiplied by, shown with 6 decimals. */
  readonly factor: Decimal;
  /** What is paid: never more than the pool. */
  readonly amount: Decimal;
  readonly left: Decimal;
  readonly lines: readonly StatementLine[];
}

/**
 * Bonuses that are funded by a pool (M10): each claim is target x multiplier x part of the period, and all are multiplied by pool / claims where they are more than the pool, so that they sum to it exactly.
 *
 * Where they are less, they are paid as they are, and the rest of the pool is `left`; or with `whenBelow: "scaled"` they are scaled up to the pool. Claims that are all 0 leave the whole pool. Money is rounded so that the
 * lines sum to what is paid: each is rounded down, and those with the largest remainders up, of equal ones the id that comes first by code point. What is paid is the pool, or the sum of the claims rounded by `rounding`,
 * and never more than the pool. Who is not eligible has a line of 0 that says why.
 *
 * A line's basis is the target, its rate the multiplier, the part of the period and the factor together (shown with 6 decimals). Notes: `claim-multiplier` (where it is not 1), `prorated`, `absence`, `claim-factor`,
 * and those of eligibility.
 *
 * Errors of the input: a pool with more decimals than the currency (`amount-too-fine`), a person twice (`duplicate-id`), what conditions of eligibility look at and is not given (`fact-missing`), and those of `basePay` for
 * days. Nobody in the group: the whole pool is left.
 *
 * @example
 * ```ts
 * import { bonusPool } from "tierwise";
 *
 * const pool = bonusPool({ currency: "USD" });
 * const people = [
 *   { id: "ann", target: 5000, multiplier: "1.2" },
 *   { id: "ben", target: 4000 },
 *   { id: "cho", target: 3000, multiplier: "0.5" },
 * ];
 * const short = pool({ period: "2026", pool: 10_000, people });
 * short.lines.map(({ amount }) => amount); // => ["5217.39", "3478.26", "1304.35"]
 * const enough = pool({ period: "2026", pool: 12_000, people });
 * [enough.amount, enough.left]; // => ["11500", "500"]
 * ```
 */
export const bonusPool: CalculatorFactory<BonusPoolConfig, BonusPoolInput, BonusPool> =
  /* @__PURE__ */ defineFactory({
    title: "bonusPool",
    config: bonusPoolConfig,
    check: ({ eligibility }, report) => checkEligibility(eligibility, ["eligibility"], report),
    compile: compileBonusPool,
  });

function compileBonusPool(config: CheckedPoolPlan) {
  const decimals = currencyDecimals(config.currency);
  const claimOf = compilePoolClaims(config);
  return defineCalculator({
    title: "bonusPool",
    input: bonusPoolInput,
    run({ period: paid, pool: written, people }, report): BonusPool {
      const pool = readNumber(written);
      checkPool(written, decimals, report);
      checkIds(people, ["people"], report);
      for (const [index, { absences, employment }] of people.entries())
        checkPresence({ absences, employment }, ["people", index], report);
      report.stop();
      const claims = people.map((person, index) => claimOf(person, paid, ["people", index], report));
      report.stop();
      const shares = claims.map(({ person, target, rate }) => ({
        id: person.id,
        share: multiply(target, rate),
      }));
      const claimed = sum(shares.map(({ share }) => share));
      const { factor, units } = fitToPool(config, pool, claimed);
      const scaled = shares.map(({ id, share }) => ({ id, share: multiply(share, factor) }));
      const amounts = roundToTotal(scaled, units, decimals);
      return {
        kind: "bonus-pool",
        currency: config.currency,
        period: paid,
        ...bonusPoolTotals(config, pool, claimed),
        lines: claims.map((claim, index) =>
          poolLine(config, claim, { pool, claimed, factor }, amounts[index] ?? 0n, paid, decimals),
        ),
      };
    },
  });
}

/** Notes a pool that is finer than the currency. */
export function checkPool(pool: NumberInput, decimals: number, report: Report): void {
  if (multiply(readNumber(pool), rational(10n ** BigInt(decimals))).d === 1n) return;
  report.add(["pool"], "amount-too-fine", `expected at most ${decimals} decimals, got ${show(pool)}`);
}

/** What a pool came to as a whole. */
export type BonusPoolTotals = Pick<BonusPool, "pool" | "claimed" | "factor" | "amount" | "left">;

export function bonusPoolTotals(config: CheckedPoolPlan, pool: Rational, claimed: Rational): BonusPoolTotals {
  const decimals = currencyDecimals(config.currency);
  const { factor, units } = fitToPool(config, pool, claimed);
  return {
    pool: exactDecimal(pool),
    claimed: lossless(claimed),
    factor: shownDecimal(factor),
    amount: unitsToDecimal(units, decimals),
    left: unitsToDecimal(roundToUnits(pool, decimals, "half-up") - units, decimals),
  };
}

/** What all claims are multiplied by to fit the pool, and what is paid then, in minor units. */
export function fitToPool(
  config: CheckedPoolPlan,
  pool: Rational,
  claimed: Rational,
): { readonly factor: Rational; readonly units: bigint } {
  const factor = factorOf(config, pool, claimed);
  const units = unitsOf(multiply(claimed, factor), pool, currencyDecimals(config.currency), config);
  return { factor, units };
}

function factorOf({ whenBelow }: CheckedPoolPlan, pool: Rational, claimed: Rational): Rational {
  if (claimed.n === 0n) return ONE;
  return whenBelow === "scaled" || compare(claimed, pool) > 0 ? divide(pool, claimed) : ONE;
}

/** What is paid, in minor units: the sum rounded, and never more than the pool. */
function unitsOf(paid: Rational, pool: Rational, decimals: number, { rounding }: CheckedPoolPlan): bigint {
  const [rounded, most] = [roundToUnits(paid, decimals, rounding), roundToUnits(pool, decimals, "half-up")];
  return rounded < most ? rounded : most;
}
