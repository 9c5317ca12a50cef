import { daysAfter, monthsAfter, periodEnd } from "../kernel/calendar.js";
import { type Decimal, exactDecimal } from "../kernel/decimal.js";
import type { Label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational, sum } from "../kernel/rational.js";
import { inTime } from "./events.js";
import type { CheckedInput } from "./input.js";
import { type ConsequenceTerms, consequenceId, type ViolationTerms } from "./rules/violations.js";
import type { Sanction, Violation } from "./standing.js";

/** What follows violations at a review. */
export interface SanctionResult {
  readonly id: string;
  readonly label?: Label;
  readonly kind: ConsequenceTerms["kind"];
  /** The violations that it follows, the oldest first: all that count, or those of its severity. */
  readonly violations: readonly string[];
  /** Their points, where points are what it follows. */
  readonly points?: Decimal;
  /** How many of them are of the severity, where that is what it follows. */
  readonly count?: number;
  /** What was needed. */
  readonly needed: Decimal;
  /** How many tiers a demotion goes down. */
  readonly steps?: number;
  /** The first day on which it would no longer follow, if nothing new happens; absent where that never comes. */
  readonly until?: string;
}

/** What violations come to at a review. */
export interface Violations {
  /** The violations that count on the last day of the period, the oldest first. */
  readonly active: readonly Violation[];
  readonly points: Rational;
  /** Consequences that new violations bring about, and a block of promotion that lasts. */
  readonly sanctions: readonly SanctionResult[];
  /** Demotions that an appeal undoes. */
  readonly undone: readonly Sanction[];
  /** All that are not reversed, those that have expired too. */
  readonly known: readonly Violation[];
  /** Demotions of before that an appeal could still undo. */
  readonly standing: readonly Sanction[];
}

type Known = Pick<CheckedInput, "period" | "events" | "standing">;

/** Judges the violations that are known at the end of a period: those of the standing and new ones, without those that are reversed or expired. */
export function judgeViolations(
  { period, events, standing }: Known,
  terms: ViolationTerms | undefined,
): Violations {
  const day = periodEnd(period);
  const told = events.flatMap(({ id, date, ...event }) =>
    event.kind === "violation" ? [{ id, severity: event.severity, date }] : [],
  );
  const reversed = new Set(events.flatMap((event) => (event.kind === "reversal" ? [event.of] : [])));
  const known = [...(standing.violations ?? []), ...told].filter((one) => !reversed.has(one.id)).sort(inTime);
  const active = known.filter((one) => counts(one, day, terms));
  const isNew = new Set(told.map(({ id }) => id));
  const settled = active.filter(({ id }) => !isNew.has(id));
  const sanctions = (terms?.consequences ?? []).flatMap((consequence) => {
    const lasts = consequence.kind === "block-promotion";
    if (!reaches(active, consequence, terms) || (!lasts && reaches(settled, consequence, terms))) return [];
    return [resultOf(consequence, active, day, terms as ViolationTerms)];
  });
  const undone = (standing.sanctions ?? []).filter((sanction) => isUndone(sanction, known, reversed, terms));
  const stays = (sanction: Sanction) =>
    !undone.includes(sanction) && sanction.violations.some((id) => active.some((one) => one.id === id));
  return {
    active,
    points: pointsOf(active, terms),
    sanctions,
    undone,
    known,
    standing: (standing.sanctions ?? []).filter(stays),
  };
}

/** What the next standing keeps, with the demotion of this review: violations that count, and those of demotions that an appeal could still undo. */
export function violationsKept(
  { active, known, standing }: Violations,
  demotion: Sanction | undefined,
): { readonly violations: readonly Violation[]; readonly sanctions: readonly Sanction[] } {
  const sanctions = demotion === undefined ? standing : [...standing, demotion];
  const named = new Set(sanctions.flatMap((one) => one.violations));
  return { violations: known.filter((one) => active.includes(one) || named.has(one.id)), sanctions };
}

/** Whether a violation counts on a day. */
function counts(violation: Violation, day: string, terms: ViolationTerms | undefined): boolean {
  const end = expiry(violation, terms);
  return violation.date <= day && (end === undefined || day < end);
}

/** The first day on which a violation counts no more. */
function expiry({ severity, date }: Violation, terms: ViolationTerms | undefined): string | undefined {
  const months = terms?.severities.find(({ id }) => id === severity)?.expiresMonths;
  return months === undefined ? undefined : monthsAfter(date, months);
}

function pointsOf(violations: readonly Violation[], terms: ViolationTerms | undefined): Rational {
  return sum(
    violations.map(({ severity }) =>
      readNumber(terms?.severities.find(({ id }) => id === severity)?.points ?? 0),
    ),
  );
}

function reaches(
  violations: readonly Violation[],
  { atPoints, severity, count = 0 }: ConsequenceTerms,
  terms: ViolationTerms | undefined,
): boolean {
  if (atPoints !== undefined) return compare(pointsOf(violations, terms), readNumber(atPoints)) >= 0;
  return violations.filter((one) => one.severity === severity).length >= count;
}

function resultOf(
  consequence: ConsequenceTerms,
  active: readonly Violation[],
  day: string,
  terms: ViolationTerms,
): SanctionResult {
  const { label, kind, atPoints, severity, count } = consequence;
  const counted = severity === undefined ? active : active.filter((one) => one.severity === severity);
  const until = firstDayWithout(consequence, counted, day, terms);
  return {
    id: consequenceId(terms, consequence),
    ...(label === undefined ? {} : { label }),
    kind,
    violations: counted.map(({ id }) => id),
    ...(atPoints === undefined
      ? { count: counted.length }
      : { points: exactDecimal(pointsOf(counted, terms)) }),
    needed: exactDecimal(readNumber(atPoints ?? count ?? 0)),
    ...(kind === "demotion" ? { steps: consequence.steps ?? 1 } : {}),
    ...(until === undefined ? {} : { until }),
  };
}

/** The first day on which so many violations have expired that a consequence no longer follows. */
function firstDayWithout(
  consequence: ConsequenceTerms,
  counted: readonly Violation[],
  day: string,
  terms: ViolationTerms,
): string | undefined {
  const ends = counted.flatMap((one) => expiry(one, terms) ?? []).sort();
  return ends.find((end) => {
    const left = counted.filter((one) => counts(one, end, terms));
    return end >= daysAfter(day, 1) && !reaches(left, consequence, terms);
  });
}

/** Whether a demotion would not have come about without the violations that are reversed now. */
function isUndone(
  { consequence: name, violations }: Sanction,
  known: readonly Violation[],
  reversed: ReadonlySet<string>,
  terms: ViolationTerms | undefined,
): boolean {
  if (!violations.some((id) => reversed.has(id))) return false;
  const consequence = terms?.consequences.find((one) => consequenceId(terms, one) === name);
  const left = known.filter(({ id }) => violations.includes(id));
  return consequence === undefined || !reaches(left, consequence, terms);
}
