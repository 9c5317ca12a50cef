import * as z from "zod/mini";
import { withinLimits } from "../classification/facts.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { isDate, monthsBetween, periodEnd, periodStart } from "../kernel/calendar.js";
import { exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { date, period } from "../kernel/fields.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import {
  checkEligibility,
  type EligibilityCondition,
  type EligibilityDate,
  eligibilityConditions,
  eligibilityInputFields,
} from "./eligibility-conditions.js";
import type { LineNote } from "./line.js";

const eligibilityConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ conditions: eligibilityConditions() }),
);

const eligibilityInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...eligibilityInputFields(),
    period: z.optional(period()),
    on: z.optional(described(date(), "The day of the award.")),
  }),
);

/**
 * The conditions, all of which must hold: the config of `eligibility`.
 *
 * @useDeclaredType
 */
export type EligibilityConfig = Written<typeof eligibilityConfig>;

/**
 * What conditions look at: tier, attributes, facts, certificates, employment, honours, bands, the period and the day of the award.
 *
 * @useDeclaredType
 */
export type EligibilityInput = Written<typeof eligibilityInput>;

/** A condition that does not hold, as a note of a line: by its `kind` explanations say it in words. */
export interface FailedCondition extends LineNote {
  /** Which condition of the list it is, from 0. */
  readonly condition: number;
}

/** Whether a person is eligible, and which conditions do not hold. */
export interface Eligibility {
  readonly kind: "eligibility";
  readonly eligible: boolean;
  readonly failed: readonly FailedCondition[];
}

/** What is known of the person that conditions look at. */
export interface EligiblePerson {
  readonly tier?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly facts?: Readonly<Record<string, NumberInput>> | undefined;
  readonly certificates?: readonly string[] | undefined;
  readonly employment?: { readonly from: string; readonly to?: string | undefined } | undefined;
  readonly honours?: readonly { readonly honour: string; readonly on: string }[] | undefined;
  readonly at?: Readonly<Record<string, string>> | undefined;
  /** The period that is paid, where a condition names an end of it. */
  readonly period?: string | undefined;
  /** The day of the award, where a condition names it. */
  readonly on?: string | undefined;
}

/**
 * Whether a person is eligible: all conditions must hold (M10 to M14). The conditions are those that calculators of pay take as `eligibility`.
 *
 * - `{ tier: ["senior"] }`, `{ attribute: "region", is: ["north"] }`, `{ at: { performance: ["high"] } }`: one of those given; bands on all axes are a cell of the matrix.
 * - `{ fact: "violations", atMost: 0 }`: within `atLeast` and `atMost`, both included. `{ certificate: "x" }`: held.
 * - `{ employedOn: "2026-12-31" }`, with `through` on every day from the one through the other (where a period makes that span empty, on the first day alone); the first and last day of employment are days of it.
 * - `{ monthsOfService: 12, on: "2026-12-31" }`: so many whole months from the first day of employment to that day; a month is over on the same day of the month, or on
 *   the month's last day where it has no such day.
 * - `{ honours: ["service-star"], atLeast: 2, from: "2026-01-01" }`: won at least so often (once, where it is not said), on that day or later.
 *
 * In place of a date `"period-start"` and `"period-end"` mean the ends of the input's `period`, and `"award-date"` its day `on` which something is awarded.
 *
 * Errors of the config: a fact without limits (`one-of`) or with limits that no number is between, a `through` before its `employedOn` (`range-empty`), bands on no axis (`too-small`).
 * Errors of the input: a tier, attribute, fact, band, period, day or employment that a condition looks at and that is not given (`fact-missing`), a last day of employment before
 * the first (`range-empty`). Without `certificates` and `honours` the person has none.
 *
 * @example
 * ```ts
 * import { eligibility } from "tierwise";
 *
 * const judge = eligibility({
 *   conditions: [{ tier: ["senior"] }, { fact: "violations", atMost: 0 }, { employedOn: "period-end" }],
 * });
 * const employment = { from: "2020-03-01", to: "2026-11-30" };
 * const result = judge({ tier: "senior", facts: { violations: 1 }, employment, period: "2026" });
 * result.eligible; // => false
 * result.failed[0]; // => { condition: 1, kind: "ineligible-fact", values: { fact: "violations", atMost: "0", got: "1" } }
 * result.failed[1]; // => { condition: 2, kind: "ineligible-employment", values: { from: "2026-12-31" } }
 * ```
 */
export const eligibility: CalculatorFactory<EligibilityConfig, EligibilityInput, Eligibility> =
  /* @__PURE__ */ defineFactory({
    title: "eligibility",
    config: eligibilityConfig,
    check: ({ conditions }, report) => checkEligibility(conditions, ["conditions"], report),
    compile: ({ conditions }) =>
      defineCalculator({
        title: "eligibility",
        input: eligibilityInput,
        run: (person, report) => judgeEligibility(conditions, person, [], report),
      }),
  });

/**
 * Judges conditions of eligibility; without conditions everybody is eligible. What they look at and is not given is noted below `path`, where the
 * person's fields are: call `report.stop()` before relying on the result.
 */
export function judgeEligibility(
  conditions: readonly EligibilityCondition[] | undefined,
  person: EligiblePerson,
  path: Path,
  report: Report,
): Eligibility {
  const { employment } = person;
  if (employment?.to !== undefined && employment.to < employment.from) {
    const message = `expected a day that is not before ${employment.from}, got ${employment.to}`;
    report.add([...path, "employment", "to"], "range-empty", message);
  }
  const missing = (at: Path, what: string): undefined => {
    const here = [...path, ...at];
    if (!report.clean(here)) return;
    report.add(here, "fact-missing", `a condition of eligibility needs ${what}`);
  };
  const failed = (conditions ?? []).flatMap((condition, index) => {
    const note = failureOf(condition, person, missing);
    return note === undefined ? [] : [{ condition: index, ...note }];
  });
  return { kind: "eligibility", eligible: failed.length === 0, failed };
}

/** The notes of a line for conditions that do not hold. */
export function ineligibleNotes({ failed }: Pick<Eligibility, "failed">): readonly LineNote[] {
  return failed.map(({ kind, values }) => ({ kind, values }));
}

type Missing = (at: Path, what: string) => undefined;

/** What is wrong where a condition does not hold. */
function failureOf(
  condition: EligibilityCondition,
  person: EligiblePerson,
  missing: Missing,
): LineNote | undefined {
  if ("tier" in condition) {
    const { tier = missing(["tier"], "the tier") } = person;
    return notOneOf("ineligible-tier", {}, condition.tier, tier);
  }
  if ("attribute" in condition) {
    const { attribute } = condition;
    const got =
      own(person.attributes, attribute) ??
      missing(["attributes", attribute], `the attribute ${show(attribute)}`);
    return notOneOf("ineligible-attribute", { attribute }, condition.is, got);
  }
  if ("fact" in condition) return factFailure(condition, person, missing);
  if ("certificate" in condition) {
    const { certificate } = condition;
    const held = person.certificates?.includes(certificate) === true;
    return held ? undefined : { kind: "ineligible-certificate", values: { certificate } };
  }
  if ("employedOn" in condition) return employmentFailure(condition, person, missing);
  if ("monthsOfService" in condition) return serviceFailure(condition, person, missing);
  if ("honours" in condition) return honourFailure(condition, person, missing);
  return Object.entries(condition.at)
    .map(([axis, bands]) => {
      const got = own(person.at, axis) ?? missing(["at", axis], `the band on ${show(axis)}`);
      return notOneOf("ineligible-placement", { axis }, bands, got);
    })
    .find((note) => note !== undefined);
}

type Of<Key extends string> = Extract<EligibilityCondition, Readonly<Record<Key, unknown>>>;

function factFailure(condition: Of<"fact">, { facts }: EligiblePerson, missing: Missing) {
  const { fact, atLeast, atMost } = condition;
  const stated = own(facts, fact) ?? missing(["facts", fact], `the fact ${show(fact)}`);
  if (stated === undefined) return undefined;
  const value = readNumber(stated);
  if (withinLimits(value, condition)) return undefined;
  const values = {
    fact,
    ...(atLeast === undefined ? {} : { atLeast: exactDecimal(readNumber(atLeast)) }),
    ...(atMost === undefined ? {} : { atMost: exactDecimal(readNumber(atMost)) }),
    got: exactDecimal(value),
  };
  return { kind: "ineligible-fact", values };
}

function employmentFailure(condition: Of<"employedOn">, person: EligiblePerson, missing: Missing) {
  const from = dayOf(condition.employedOn, person, missing);
  const through = condition.through === undefined ? undefined : dayOf(condition.through, person, missing);
  const { employment = missing(["employment"], "the employment") } = person;
  if (employment === undefined || from === undefined) return undefined;
  const last = through ?? from;
  const employed =
    employment.from <= from && (employment.to === undefined || employment.to >= (last < from ? from : last));
  const values = { from, ...(through === undefined ? {} : { through }) };
  return employed ? undefined : { kind: "ineligible-employment", values };
}

function serviceFailure(
  { monthsOfService, on }: Of<"monthsOfService">,
  person: EligiblePerson,
  missing: Missing,
) {
  const day = dayOf(on, person, missing);
  const { employment = missing(["employment"], "the employment") } = person;
  if (employment === undefined || day === undefined) return undefined;
  const months = Math.max(0, monthsBetween(employment.from, day));
  if (months >= monthsOfService) return undefined;
  return {
    kind: "ineligible-service",
    values: { expected: countOf(monthsOfService), got: countOf(months), on: day },
  };
}

function honourFailure(
  { honours, atLeast = 1, from }: Of<"honours">,
  person: EligiblePerson,
  missing: Missing,
) {
  const since = from === undefined ? undefined : dayOf(from, person, missing);
  const won = (person.honours ?? []).filter(
    ({ honour, on }) => honours.includes(honour) && (since === undefined || on >= since),
  ).length;
  if (won >= atLeast) return undefined;
  const values = { honours: honours.join(", "), expected: countOf(atLeast), got: countOf(won) };
  return { kind: "ineligible-honours", values: since === undefined ? values : { ...values, from: since } };
}

/** The day that a date of a condition means for the person. */
function dayOf(
  day: EligibilityDate,
  { period: paid, on }: EligiblePerson,
  missing: Missing,
): string | undefined {
  if (isDate(day)) return day;
  if (day === "award-date") return on ?? missing(["on"], "the day of the award");
  if (paid === undefined) return missing(["period"], "the period");
  return day === "period-start" ? periodStart(paid) : periodEnd(paid);
}

function notOneOf(
  kind: string,
  of: Readonly<Record<string, string>>,
  expected: readonly string[],
  got: string | undefined,
): LineNote | undefined {
  if (got === undefined || expected.includes(got)) return undefined;
  return { kind, values: { ...of, expected: expected.join(", "), got } };
}

function countOf(count: number) {
  return exactDecimal(rational(BigInt(count)));
}

function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
