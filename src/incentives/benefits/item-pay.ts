import { periodMonths, periodOf, periodStart, shiftPeriod } from "../../kernel/calendar.js";
import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { presence } from "../../kernel/period-part.js";
import { own } from "../../kernel/plain.js";
import { compileProration, periodSpan, type Span } from "../../kernel/proration.js";
import {
  compare,
  greater,
  lesser,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { type EligiblePerson, ineligibleNotes, judgeEligibility } from "../eligibility.js";
import type { LineNote } from "../line.js";
import { presenceNotes } from "../presence.js";
import { rowOf } from "../rows.js";
import type { BenefitBound, BenefitItem } from "./items.js";

/** The person, the period and the days away. */
export type BenefitPerson = EligiblePerson & { readonly period: string; readonly absences: readonly Span[] };

/** A benefit that is paid: its basis times its rate. */
export interface PaidItem {
  readonly item: BenefitItem;
  readonly basis: Rational;
  readonly rate: Rational;
  /** Whether the rate is written in percent, as a share of money is. */
  readonly isShare: boolean;
  readonly notes: readonly LineNote[];
}

/** A benefit that is not paid, and why. */
export interface RefusedItem {
  readonly item: BenefitItem;
  readonly reasons: readonly LineNote[];
}

const MONTHS = { month: 1n, quarter: 3n, "half-year": 6n, year: 12n };

/** Compiles what one benefit pays. */
export function compileItem(item: BenefitItem) {
  const part = compilePart(item);
  const notesOf = compilePartNotes(item);
  return (person: BenefitPerson, report: Report): PaidItem | RefusedItem => {
    const { period, employment, absences } = person;
    const { failed } = judgeEligibility(item.eligibility, person, [], report);
    const whole = periodSpan(period);
    const present = presence(whole, employment ?? {}, []);
    const reasons = [
      ...(present.length === 0 ? [{ kind: "benefit-not-employed", values: { period } }] : []),
      ...ineligibleNotes({ failed }),
    ];
    if (reasons.length > 0) return { item, reasons };
    const base = baseOf(item, person, report);
    const units = unitsOf(item, period);
    const days = presence(whole, employment ?? {}, absences);
    const share = part(units.spans, days, report);
    return {
      item,
      basis: base.basis,
      rate: multiply(multiply(base.rate, units.count), share),
      isShare: item.pays.kind === "rate" && String(item.pays.rate).endsWith("%"),
      notes: [...base.notes, ...notesOf(period, share)],
    };
  };
}

/** The note of a part: with the days that it is, but for the mean of some months. */
function compilePartNotes({ months, proration }: BenefitItem) {
  const rule = months === undefined && proration !== undefined ? compileProration(proration) : undefined;
  return (period: string, part: Rational): readonly LineNote[] => {
    if (compare(part, ONE) >= 0) return [];
    return rule === undefined
      ? [{ kind: "prorated", values: { part: exactDecimal(part) } }]
      : presenceNotes(period, part, { absences: [] }, rule);
  };
}

/** How many times the amount is paid in the period, and for which days. */
export function unitsOf(
  { pays, months }: BenefitItem,
  period: string,
): { readonly count: Rational; readonly spans: readonly Span[] } {
  const all = rational(BigInt(periodMonths(period)));
  if (months === undefined) {
    const per = pays.kind === "rate" ? "period" : pays.per;
    const count = per === "period" ? ONE : rational(all.n, MONTHS[per]);
    return { count, spans: [periodSpan(period)] };
  }
  const first = periodOf(periodStart(period), "month");
  const inPeriod = Array.from({ length: Number(all.n) }, (_, index) => shiftPeriod(first, index));
  const paid = inPeriod.filter((month) => months.includes(Number(month.slice(5))));
  return { count: rational(BigInt(paid.length)), spans: paid.map(periodSpan) };
}

/** The part that is paid: by the rule of proration, or whole where there is any day; the mean of several spans, which count alike. */
export function compilePart({ proration }: BenefitItem) {
  const rule = proration === undefined ? undefined : compileProration(proration);
  return (spans: readonly Span[], present: readonly Span[], report: Report): Rational => {
    if (spans.length === 0) return ONE;
    const parts = spans.map((span) => {
      const inside = present.filter(({ from, to }) => from <= span.to && to >= span.from);
      if (rule === undefined) return inside.length > 0 ? ONE : ZERO;
      const part = rule.part(span, inside);
      if (part === undefined)
        report.add(["period"], "no-working-days", "there is no working day to count by");
      return part ?? ZERO;
    });
    return multiply(sum(parts), rational(1n, BigInt(parts.length)));
  };
}

interface Base {
  readonly basis: Rational;
  readonly rate: Rational;
  readonly notes: readonly LineNote[];
}

/** What one unit of a benefit is worked out from. */
function baseOf({ id, pays }: BenefitItem, person: EligiblePerson, report: Report): Base {
  const fixed = (amount: number | string): Base => ({ basis: readNumber(amount), rate: ONE, notes: [] });
  const need = `the benefit ${show(id)} depends on this`;
  switch (pays.kind) {
    case "amount":
      return fixed(pays.amount);
    case "by-tier":
      return fixed(rowOf(pays.amounts, person.tier, { path: ["tier"], need }, report)?.amount ?? 0);
    case "by-attribute": {
      const { attribute, amounts } = pays;
      const path = ["attributes", attribute];
      return fixed(rowOf(amounts, own(person.attributes, attribute), { path, need }, report)?.amount ?? 0);
    }
    case "rate":
      return rateBase(id, pays, person, report);
  }
}

/** The number that a rate is on: kept between its bounds, less what it has to be over. */
function rateBase(
  id: string,
  { fact, rate, least, most, over }: Extract<BenefitItem["pays"], { kind: "rate" }>,
  person: EligiblePerson,
  report: Report,
): Base {
  const value = factOf(id, fact, person, report);
  const [low, high, from] = [least, most, over].map((bound) => boundOf(id, bound, person, report));
  const raised = low === undefined ? value : greater(value, low);
  const held = high === undefined ? raised : lesser(raised, high);
  const kinds = [
    ...(compare(held, value) === 0
      ? []
      : [{ kind: compare(held, value) > 0 ? "benefit-base-least" : "benefit-base-most", bound: held }]),
    ...(from === undefined ? [] : [{ kind: "benefit-base-over", bound: from }]),
  ];
  return {
    basis: greater(subtract(held, from ?? ZERO), ZERO),
    rate: readRatio(rate),
    notes: kinds.map(({ kind, bound }) => ({
      kind,
      values: { fact, got: exactDecimal(value), bound: exactDecimal(bound) },
    })),
  };
}

/** A bound of that number; nothing where there is none. */
function boundOf(
  id: string,
  bound: BenefitBound | undefined,
  person: EligiblePerson,
  report: Report,
): Rational | undefined {
  if (bound === undefined || typeof bound !== "object")
    return bound === undefined ? undefined : readNumber(bound);
  return multiply(readRatio(bound.times ?? 1), factOf(id, bound.fact, person, report));
}

/** A number of the person; notes one that is not given, or below zero. */
function factOf(id: string, fact: string, { facts }: EligiblePerson, report: Report): Rational {
  const here = ["facts", fact];
  const stated = own(facts, fact);
  if (stated === undefined && report.clean(here))
    report.add(here, "fact-missing", `the benefit ${show(id)} is worked out from ${show(fact)}`);
  const value = readNumber(stated ?? 0);
  if (value.n < 0n && report.clean(here))
    report.add(here, "out-of-range", `expected at least 0, got ${show(stated)}`);
  return value;
}
