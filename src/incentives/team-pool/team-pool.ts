import * as z from "zod/mini";
import { apportion } from "../../kernel/apportion.js";
import type { BoundedPart } from "../../kernel/bounded-apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, lossless, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { inputNumber, key, period } from "../../kernel/fields.js";
import type { Label } from "../../kernel/label.js";
import { divide, multiply, type Rational, rational, rationalText, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { roundedToSumNotes } from "../rounded-notes.js";
import type { Funded } from "./fund.js";
import { checkMembers, membersSchema } from "./members.js";
import { compilePool, type PoolAmount } from "./pool.js";
import { type CheckedTeamPool, checkTeamPool, type TeamPoolConfig, teamPoolConfig } from "./rules.js";
import { type SharedPool, sharePool } from "./share.js";
import { type Counted, compileSharer } from "./sharer.js";

const teamPoolInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    team: z.optional(
      described(
        key(),
        "Which team it is; lines have it in their ids, so that a person may have lines of several.",
      ),
    ),
    figures: z._default(
      described(z.record(z.string(), inputNumber()), "The figures that fund and bound the pool, by name."),
      {},
    ),
    score: z.optional(described(inputNumber(), "The score of the team.")),
    members: membersSchema(),
  }),
);

/**
 * The period, the figures that fund the pool, the team's score where the pool depends on it, and the members with what they share by.
 *
 * @useDeclaredType
 */
export type TeamPoolInput = Written<typeof teamPoolInput>;

type CheckedInput = Checked<typeof teamPoolInput>;

/** What one rule puts into a pool, before the score, the bounds and the reserve. */
export interface PoolFunding {
  readonly kind: "fixed" | "per-member" | "share" | "excess" | "brackets";
  readonly basis: Decimal;
  readonly rate: Decimal;
  readonly amount: Decimal;
}

/** A member who shares. */
export interface PoolMember {
  readonly id: string;
  /** The product of all that members share by: exact, a fraction text where the decimal does not end. */
  readonly counts: Decimal | string;
  /** Which bound decided on the member's part, if one did. */
  readonly held?: "least" | "most";
  readonly line: StatementLine;
}

/** A pool and what each member gets of it. */
export interface TeamPool {
  readonly kind: "team-pool";
  readonly id: string;
  readonly label?: Label;
  readonly period: string;
  readonly team?: string;
  readonly currency: string;
  readonly funded: readonly PoolFunding[];
  /** What the score of the team multiplies the pool by; absent where it does not depend on a score. */
  readonly factor?: Decimal;
  /** What is there to be shared. */
  readonly pool: Decimal;
  /** What was set aside before. */
  readonly reserved: Decimal;
  /** The sum of the lines. */
  readonly amount: Decimal;
  /** What nobody may take: the pool less the sum of the lines. */
  readonly undistributed: Decimal;
  /** What made the pool what it is. */
  readonly notes: readonly LineNote[];
  /** Those who share, in the order of the input. */
  readonly members: readonly PoolMember[];
  /** Those who do not, and why. */
  readonly excluded: readonly { readonly id: string; readonly reasons: readonly LineNote[] }[];
}

/**
 * A pool that a team earns, shared among its members to the cent (M11): gain sharing, profit sharing, tips, a department's bonus. A function of the whole team.
 *
 * **The pool.** Each rule of `fund` gives an amount of at least nothing: `fixed`, `per-member` (for each who shares), a `share` of a result, a share of its `excess` over a target, or what `brackets` of a rate table pay
 * on it (on a result of 0 or less nothing); results are sums of the input's figures. Their sum is multiplied by the factor of the team's score (below `score.least` nothing; exactly the least is enough), then kept between `least` and `most` (a pool that the score
 * makes nothing stays nothing), then `reserve` is set aside. What is left is rounded to the currency's minor unit, once. The reserve is what the rounded whole has beside it.
 *
 * **The shares.** Each member counts the product of all in `sharedBy`: `equal` (1), `days` (the part of the period in which the member is employed and not absent, by a rule of proration), points of a `tier` or an `attribute`, or a `fact` (score, hours,
 * contribution, salary), which may count by steps (exactly `from` is in the step). The pool is shared in proportion to this, by the largest remainder: parts are rounded down to the minor unit, and the units left go to the largest remainders, of equal ones to the id that
 * comes first by code point. `memberLeast` and `memberMost` (an amount, a share of the pool, or a part of a fact) hold as the bounds of `allocation` do: what they cut off goes to the others in proportion. Members who count nothing get their least, which is
 * mostly nothing. What nobody may take is `undistributed`: with no members, or with none that counts anything, it is the whole pool (less their least). A pool of nothing gives nobody anything, whatever the least.
 *
 * **Who shares.** Those who meet `eligibility` and are employed on some day of the period; `leavers` and `joiners` may be `excluded`. A member without `employment` is there for the whole period.
 *
 * Each line's basis is the pool, its rate the member's part of it (shown with 6 decimals), its amount the member's part in money; its trace has what the member counts by each factor. Where bounds, the member's own or those of others, change what it gets, the note `pool-moved` has its share by count alone and by how much it was moved, which sum to the line. Where no bound changed any, `rounded-to-sum` has the part before rounding. The lines and what is undistributed sum to the pool. The order of members changes nothing but
 * the order of the lines.
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), a term that is not either a figure or an amount (`one-of`), brackets out of order (`brackets-unsorted`, `brackets-overlap`, `brackets-hole`), points or steps out of order (`points-unsorted`), a tier twice (`row-twice`), a bound of members that is not one of three (`one-of`), a least
 * above the most (`range-empty`). Errors of the input: a figure (`missing`) or the score (`score-missing`) that is not given, a score that nothing depends on (`unknown-property`), a result beyond the rate table (`above-brackets`), a member twice (`duplicate-id`), what a member shares by not given (`fact-missing`), a tier or
 * attribute without points (`unknown-tier`, `row-missing`), a fact below zero (`out-of-range`, or nothing where the factor says so), the last day of an absence before the first (`range-empty`), a pool smaller than the least of all members together (`minimums-over`, or each is reduced in proportion with `whenShort`).
 *
 * @example
 * ```ts
 * import { teamPool } from "tierwise";
 *
 * const pool = teamPool({
 *   currency: "CNY",
 *   fund: [{ kind: "excess", of: [{ figure: "gross-profit" }], over: [{ amount: 800_000 }], share: "10%" }],
 *   score: { least: 60, factors: [{ score: 60, factor: "80%" }, { score: 90, factor: "100%" }] },
 *   sharedBy: [{ by: "tier", points: [{ of: ["junior"], counts: 1 }, { of: ["senior"], counts: 2 }] }, { by: "days" }],
 *   memberMost: { share: "50%" },
 * });
 * const shared = pool({
 *   period: "2026-07",
 *   figures: { "gross-profit": 1_000_000 },
 *   score: 90,
 *   members: [
 *     { id: "ann", tier: "senior" },
 *     { id: "ben", tier: "junior", employment: { from: "2026-07-31" } },
 *     { id: "cho", tier: "junior", employment: { from: "2020-01-01", to: "2026-06-30" } },
 *   ],
 * });
 * shared.pool; // => "20000"
 * shared.members.map(({ id, line }) => [id, line.amount]); // => [["ann", "10000"], ["ben", "10000"]]
 * shared.members[1]?.counts; // => "1/31"
 * shared.excluded[0]?.id; // => "cho"
 * ```
 */
export const teamPool: CalculatorFactory<TeamPoolConfig, TeamPoolInput, TeamPool> =
  /* @__PURE__ */ defineFactory({
    title: "teamPool",
    config: teamPoolConfig,
    check: (config, report) => checkTeamPool(config, [], report),
    compile(config) {
      const poolOf = compilePool(config);
      const sharersOf = compileSharers(config);
      return defineCalculator({
        title: "teamPool",
        input: teamPoolInput,
        run(input, report): TeamPool {
          checkMembers(input.members, ["members"], report);
          const { sharers, excluded } = sharersOf(input, report);
          const pool = poolOf(input, sharers.length, report);
          const shared = sharePool(config, pool.pool, sharers, report);
          report.stop();
          return teamPoolOf(config, input, pool, sharers, shared, excluded);
        },
      });
    },
  });

/** Who shares, with what they count, and who does not. */
function compileSharers(config: CheckedTeamPool) {
  const sharerOf = compileSharer(config);
  return ({ period: of, members }: CheckedInput, report: Report) => {
    const inPeriod = sharerOf(of);
    const sharers: Counted[] = [];
    const excluded: { id: string; reasons: readonly LineNote[] }[] = [];
    for (const [index, member] of members.entries()) {
      const sharer = inPeriod(member, ["members", index], report);
      if ("counts" in sharer) sharers.push(sharer);
      else excluded.push({ id: member.id, reasons: sharer.reasons });
    }
    return { sharers, excluded };
  };
}

/** The result of a pool that has been shared. */
function teamPoolOf(
  config: CheckedTeamPool,
  input: CheckedInput,
  pool: PoolAmount,
  sharers: readonly Counted[],
  shared: SharedPool,
  excluded: TeamPool["excluded"],
): TeamPool {
  return {
    kind: "team-pool",
    ...poolTotals(config, input, pool, shared.undistributed),
    members: membersOf(config, input, pool, sharers, shared),
    excluded,
  };
}

/** What a pool came to as a whole. */
export type PoolTotals = Omit<TeamPool, "kind" | "members" | "excluded">;

export function poolTotals(
  config: CheckedTeamPool,
  { period: of, team }: Pick<CheckedInput, "period" | "team">,
  pool: PoolAmount,
  undistributed: bigint,
): PoolTotals {
  const money = (units: bigint) => unitsToDecimal(units, currencyDecimals(config.currency));
  return {
    id: config.id ?? "teamPool",
    ...(config.label === undefined ? {} : { label: config.label }),
    period: of,
    ...(team === undefined ? {} : { team }),
    currency: config.currency,
    funded: pool.funded.map(fundingOf),
    ...(config.score === undefined ? {} : { factor: shownDecimal(pool.factor) }),
    pool: money(pool.pool),
    reserved: money(pool.reserved),
    amount: money(pool.pool - undistributed),
    undistributed: money(undistributed),
    notes: pool.notes,
  };
}

function fundingOf({ kind, basis, rate, amount }: Funded): PoolFunding {
  return { kind, basis: exactDecimal(basis), rate: shownDecimal(rate), amount: exactDecimal(amount) };
}

function membersOf(
  config: CheckedTeamPool,
  input: CheckedInput,
  pool: PoolAmount,
  sharers: readonly Counted[],
  { parts, reduced }: SharedPool,
): readonly PoolMember[] {
  const total = sum(sharers.map(({ counts }) => counts));
  const byCount =
    total.n === 0n
      ? []
      : apportion(
          pool.pool,
          sharers.map(({ member, counts }) => ({ id: member.id, share: counts })),
        );
  const isBounded = reduced || parts.some(({ held }) => held !== undefined);
  return sharers.map((sharer, index) => {
    const part = parts[index] ?? { amount: 0n };
    return {
      id: sharer.member.id,
      counts: lossless(sharer.counts),
      ...(part.held === undefined ? {} : { held: part.held }),
      line: lineOf(config, pool, input, sharer, part, { total, byCount: byCount[index], isBounded, reduced }),
    };
  });
}

/** How a pool is shared: what all count, the member's share by its count alone, and whether bounds decided on any share, and whether the least of each was reduced. */
interface Sharing {
  readonly total: Rational;
  readonly byCount: bigint | undefined;
  readonly isBounded: boolean;
  readonly reduced: boolean;
}

/** Where bounds, its own or those of others, moved what a member gets: its share by count, and by how much. */
function movedNotes(amount: bigint, byCount: bigint | undefined, decimals: number): readonly LineNote[] {
  if (byCount === undefined || byCount === amount) return [];
  const values = {
    share: unitsToDecimal(byCount, decimals),
    moved: unitsToDecimal(amount - byCount, decimals),
  };
  return [{ kind: "pool-moved", values }];
}

/** The line of a member. */
function lineOf(
  config: CheckedTeamPool,
  { pool, notes }: PoolAmount,
  { period: of, team }: CheckedInput,
  { counts, factors }: Counted,
  { amount, held }: BoundedPart<bigint>,
  { total, byCount, isBounded, reduced }: Sharing,
): StatementLine {
  const decimals = currencyDecimals(config.currency);
  const counted = total.n === 0n ? ZERO : divide(counts, total);
  const rate = pool === 0n ? counted : rational(amount, pool);
  const minor = 10n ** BigInt(decimals);
  const id = config.id ?? "teamPool";
  return payLine("teamPool", "team-pool", config, {
    id: team === undefined ? id : `${id}.${team}`,
    period: of,
    basis: unitsToDecimal(pool, decimals),
    rate: shownDecimal(rate),
    rateAs: "percent",
    amount: unitsToDecimal(amount, decimals),
    notes: [
      { kind: "pool-counts", values: { counts: exactDecimal(counts), total: exactDecimal(total) } },
      ...movedNotes(amount, byCount, decimals),
      ...(isBounded
        ? []
        : roundedToSumNotes(multiply(counted, rational(pool, minor)), rational(amount, minor))),
      ...(held === undefined ? [] : [{ kind: reduced ? "pool-reduced" : `pool-held-${held}`, values: {} }]),
      ...notes.filter(({ kind }) => kind === "pool-gate"),
    ],
    trace: config.sharedBy.map((factor, index) => ({
      column: nameOf(factor),
      value: rationalText(factors[index] ?? ZERO),
    })),
  });
}

function nameOf(factor: CheckedTeamPool["sharedBy"][number]): string {
  if (factor.by === "attribute") return factor.attribute;
  return factor.by === "fact" ? factor.fact : factor.by;
}
