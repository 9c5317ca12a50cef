import { compareIds } from "../../kernel/apportion.js";
import {
  monthsAfter,
  periodContains,
  periodEnd,
  periodOf,
  periodStart,
  periodsAfter,
} from "../../kernel/calendar.js";
import { exactDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { readOrderKeys } from "../../kernel/order-keys.js";
import { own } from "../../kernel/plain.js";
import { type Rational, rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { type EligiblePerson, ineligibleNotes, judgeEligibility } from "../eligibility.js";
import type { LineNote } from "../line.js";
import type { HonourRule } from "./rules.js";

/** One of the people who may win. */
export type HonourPerson = EligiblePerson & { readonly id: string };

/** Somebody who competes. */
export interface Candidate {
  readonly id: string;
  readonly unit: string | undefined;
  readonly keys: readonly Rational[];
}

/** Somebody who does not compete, and why. */
export interface Refusal {
  readonly id: string;
  readonly reasons: readonly LineNote[];
}

/** Who competes for an honour, in the order of ids, and who does not. `won` are the honours of the period that were given before. */
export function candidatesFor(
  rule: HonourRule,
  people: readonly HonourPerson[],
  period: string,
  won: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): { readonly candidates: readonly Candidate[]; readonly refused: readonly Refusal[] } {
  const candidates: Candidate[] = [];
  const refused: Refusal[] = [];
  for (const [index, person] of people.entries()) {
    const path = ["people", index];
    const reasons = reasonsNotTo(rule, person, period, won, path, report);
    if (reasons.length > 0) refused.push({ id: person.id, reasons });
    else candidates.push(candidateOf(rule, person, path, report));
  }
  return { candidates: candidates.sort((a, b) => compareIds(a.id, b.id)), refused };
}

function candidateOf(
  { id: honour, by, within }: HonourRule,
  person: HonourPerson,
  path: Path,
  report: Report,
): Candidate {
  const why = (name: string) => `${show(honour)} is given by ${show(name)}, which ${show(person.id)} has not`;
  const keys = by === undefined ? [] : readOrderKeys(by, person.facts, [...path, "facts"], why, report);
  const unit = within === undefined ? undefined : own(person.attributes, within);
  const here = [...path, "attributes", within ?? ""];
  if (within !== undefined && unit === undefined && report.clean(here))
    report.add(here, "fact-missing", `${show(honour)} is given in units, by ${show(within)}`);
  return { id: person.id, unit, keys };
}

function reasonsNotTo(
  rule: HonourRule,
  person: HonourPerson,
  period: string,
  won: ReadonlyMap<string, ReadonlySet<string>>,
  path: Path,
  report: Report,
): readonly LineNote[] {
  const judged = judgeEligibility(rule.eligibility, { ...person, period }, path, report);
  const other = rule.notWith?.find((honour) => won.get(honour)?.has(person.id));
  return [
    ...ineligibleNotes(judged),
    ...(other === undefined ? [] : [{ kind: "honour-not-with", values: { honour: other } }]),
    ...coolingOf(rule, person, period),
    ...tooOftenOf(rule, person, period),
  ];
}

/** The days on which a person won an honour before the period: what is won in it is what is decided on now. */
function winsOf({ id }: HonourRule, { honours = [] }: HonourPerson, period: string): readonly string[] {
  return honours.filter(({ honour, on }) => honour === id && on < periodStart(period)).map(({ on }) => on);
}

function coolingOf(rule: HonourRule, person: HonourPerson, period: string): readonly LineNote[] {
  const { coolingPeriods, per } = rule;
  const last = [...winsOf(rule, person, period)].sort().at(-1);
  if (coolingPeriods === undefined || last === undefined) return [];
  if (periodsAfter(period, periodOf(last, per)) > coolingPeriods) return [];
  return [{ kind: "honour-cooling", values: { on: last, periods: countOf(coolingPeriods) } }];
}

function tooOftenOf(rule: HonourRule, person: HonourPerson, period: string): readonly LineNote[] {
  const { won, most } = winsSoFar(rule, person, period);
  if (most === undefined || won < most) return [];
  return [tooOften(won, most)];
}

/** The reason that a person has won often enough. */
export function tooOften(won: number, most: number): LineNote {
  return { kind: "honour-most-wins", values: { won: countOf(won), most: countOf(most) } };
}

/** How often a person won before, in the time that a limit looks at, and the limit, if there is one. */
export function winsSoFar(
  rule: HonourRule,
  person: HonourPerson,
  period: string,
): { readonly won: number; readonly most?: number } {
  const { mostWins } = rule;
  if (mostWins === undefined) return { won: 0 };
  const { wins: most, months } = mostWins;
  const year = periodOf(periodEnd(period), "year");
  const since = months === undefined ? undefined : monthsAfter(periodEnd(period), -months);
  const counted = winsOf(rule, person, period).filter((on) =>
    since === undefined ? periodContains(year, on) : on > since,
  );
  return { won: counted.length, most };
}

function countOf(count: number) {
  return exactDecimal(rational(BigInt(count)));
}
