import { apportion } from "../../kernel/apportion.js";
import { apportionWithin, type BoundedPart, type BoundedShare } from "../../kernel/bounded-apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import type { Path } from "../../kernel/errors.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import {
  compare,
  multiply,
  type Rational,
  rational,
  rationalText,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { Member } from "./members.js";
import type { CheckedTeamPool, MemberBound } from "./rules.js";

/** A member who shares, with what it counts. */
export interface Sharer {
  readonly member: Member;
  readonly path: Path;
  readonly counts: Rational;
}

/** A pool that has been shared. */
export interface SharedPool {
  readonly parts: readonly BoundedPart<bigint>[];
  readonly undistributed: bigint;
  /** Whether the least of each was reduced, as the pool was too small. */
  readonly reduced: boolean;
}

type Rules = Pick<CheckedTeamPool, "memberLeast" | "memberMost" | "whenShort" | "currency">;

/** Shares a pool of so many units; a pool of nothing gives nobody anything, whatever the least. */
export function sharePool(
  rules: Rules,
  pool: bigint,
  sharers: readonly Sharer[],
  report: Report,
): SharedPool {
  const shares = sharers.map((sharer) => boundedShare(rules, pool, sharer, report));
  report.stop();
  return shareWithin(rules, pool, shares, report);
}

/** Shares a pool by what members count, within their bounds in units. */
export function shareWithin(
  rules: Rules,
  pool: bigint,
  shares: readonly BoundedShare[],
  report: Report,
): SharedPool {
  if (pool === 0n) return { parts: shares.map(() => ({ amount: 0n })), undistributed: 0n, reduced: false };
  const filling = apportionWithin(pool, shares);
  if (filling !== undefined) return { parts: filling.parts, undistributed: filling.left, reduced: false };
  const leasts = shares.map(({ id, least = ZERO }) => ({ id, share: least }));
  if (rules.whenShort === "error") {
    const scale = rational(1n, 10n ** BigInt(currencyDecimals(rules.currency)));
    const [all, whole] = [sum(leasts.map(({ share }) => share)), rational(pool)].map((one) =>
      rationalText(multiply(one, scale)),
    );
    const message = `the least of all members together is ${all}, and the pool ${whole} (say "whenShort": "reduce" to reduce each in proportion)`;
    report.add(["members"], "minimums-over", message);
    report.stop();
  }
  const parts = apportion(pool, leasts).map((amount) => ({ amount, held: "least" as const }));
  return { parts, undistributed: 0n, reduced: true };
}

/** What a member counts, and the bounds of what it gets, in units. */
export function boundedShare(
  { memberLeast, memberMost, currency }: Rules,
  pool: bigint,
  { member, path, counts }: Sharer,
  report: Report,
): BoundedShare {
  const scale = rational(10n ** BigInt(currencyDecimals(currency)));
  const units = (bound: MemberBound | undefined): Rational | undefined => {
    if (bound?.share !== undefined) return multiply(readRatio(bound.share), rational(pool));
    return bound && multiply(amountOf(bound, member, path, report), scale);
  };
  const [least, most] = [units(memberLeast), units(memberMost)];
  if (pool !== 0n && least !== undefined && most !== undefined && compare(least, most) > 0)
    report.add(path, "range-empty", `the least that ${show(member.id)} gets is above the most`);
  return { id: member.id, share: counts, least, most };
}

function amountOf(
  { amount, fact, times = 1 }: MemberBound,
  { facts }: Member,
  path: Path,
  report: Report,
): Rational {
  if (fact === undefined) return readNumber(amount ?? 0);
  const here = [...path, "facts", fact];
  const stated = own(facts, fact);
  if (stated === undefined) {
    if (report.clean(here))
      report.add(here, "fact-missing", `a bound of what members get needs ${show(fact)}`);
    return ZERO;
  }
  const value = readNumber(stated);
  if (value.n < 0n && report.clean(here))
    report.add(
      here,
      "out-of-range",
      `expected at least 0, as it bounds what the member gets, got ${show(stated)}`,
    );
  return multiply(readRatio(times), value.n < 0n ? ZERO : value);
}
