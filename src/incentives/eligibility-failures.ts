import { withinLimits } from "../classification/facts.js";
import { isDate, monthsBetween, periodEnd, periodStart } from "../kernel/calendar.js";
import { exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { rational } from "../kernel/rational.js";
import { show } from "../kernel/show.js";
import type { EligibilityCondition, EligibilityDate } from "./eligibility-conditions.js";
import type { LineNote } from "./line.js";

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

/** Notes what a condition looks at and is not given. */
export type Missing = (at: Path, what: string) => undefined;

/** What is wrong where a condition does not hold. */
export function failureOf(
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
