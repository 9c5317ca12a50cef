import * as z from "zod/mini";
import { daysAfter } from "../kernel/calendar.js";
import { exactDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { date, inputNumber } from "../kernel/fields.js";
import { type NumberInput, readNumber } from "../kernel/number.js";
import { checkDates, orNoted } from "../kernel/period-part.js";
import {
  clip,
  type Proration,
  periodSpan,
  prorationSchema,
  type Span,
  without,
} from "../kernel/proration.js";
import { add, multiply, ONE, type Rational, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import type { LineNote } from "./line.js";

/** The field of a config that says how a part of a period is paid. */
export function prorationFields() {
  return { proration: z._default(prorationSchema(), { by: "calendar-days" }) };
}

/** The fields of an input that say on which days somebody is there. */
export function presenceFields() {
  return {
    employment: z.optional(
      described(
        z.strictObject({ from: date(), to: z.optional(date()) }),
        "The first and the last day of employment; without a last day it goes on.",
      ),
    ),
    absences: z._default(
      list(
        z.strictObject({ from: date(), to: date(), pays: z._default(inputNumber({ least: 0, most: 1 }), 0) }),
      ),
      [],
    ),
  };
}

/** Days of employment, and absences with the part of the pay that goes on. */
export interface Presence {
  readonly employment?: { readonly from: string; readonly to?: string | undefined } | undefined;
  readonly absences: readonly (Span & { readonly pays: NumberInput })[];
}

/** Something that holds from a day on in place of what held before. */
export interface Change {
  readonly from: string;
}

/** What of some values is different; nothing else is. */
type Changed<Values> = { readonly [Key in keyof Values]?: Values[Key] | undefined };

/** A part of a period in which the same holds. */
export interface Stretch<Values> extends Span {
  readonly values: Values;
  /** The part of the period that is paid. */
  readonly part: Rational;
  /** Where the input says what holds. */
  readonly path: Path;
}

/**
 * Splits a period where what holds changes, with the paid part of each stretch: the days of employment without absences, and of absences the part that is paid.
 * What cannot be is noted, and the report stopped. Where nobody is employed in the period, one stretch of no part is left.
 */
export function stretches<Values extends object>(
  period: string,
  { employment = { from: periodSpan(period).from }, absences }: Presence,
  values: Values,
  changes: readonly (Change & Changed<Values>)[],
  proration: Proration,
  report: Report,
): readonly Stretch<Values>[] {
  checkPresence({ employment, absences }, [], report);
  checkChanges(changes, report);
  report.stop();
  const whole = periodSpan(period);
  if (absences.length === 0 && changes.length === 0 && contains(employment, whole))
    return [{ ...whole, values, part: ONE, path: [] }];
  const employed = clip(employment, whole);
  const held = employed === undefined ? [] : split(employed, values, changes);
  const paid = absences.flatMap(({ from, to, pays }) => {
    const weight = readNumber(pays);
    return weight.n === 0n ? [] : [{ from, to, weight }];
  });
  const groups = held.map((span) => [
    ...without(span, absences),
    ...paid.flatMap(({ weight, ...absence }) => {
      const inside = clip(absence, span);
      return inside === undefined ? [] : [{ ...inside, weight }];
    }),
  ]);
  const parts = orNoted(proration.parts(whole, groups), period, report);
  const made = held.map((one, index) => ({ ...one, part: parts[index] ?? ZERO }));
  return made.length > 0 ? made : [{ ...whole, values, part: ZERO, path: [] }];
}

/** Notes of what made a part of a period: the part, where it is not the whole, with the days or months that it is; and each absence. */
export function presenceNotes(
  period: string,
  part: Rational,
  { absences }: Presence,
  proration: Proration,
): readonly LineNote[] {
  return [...partNotes(period, part, proration), ...absenceNotes(period, absences)];
}

/** The same for all stretches of a period; where there are several, each has its part. */
export function stretchesNotes(
  period: string,
  held: readonly Stretch<unknown>[],
  { absences }: Presence,
  proration: Proration,
): readonly LineNote[] {
  const several = held.length > 1;
  return [
    ...held.flatMap(({ part, from, to }) =>
      partNotes(period, part, proration, several ? { days: `${from}/${to}` } : {}),
    ),
    ...absenceNotes(period, absences),
  ];
}

function partNotes(
  period: string,
  part: Rational,
  proration: Proration,
  days: LineNote["values"] = {},
): readonly LineNote[] {
  if (part.n === part.d) return [];
  const of = proration.paidFor(periodSpan(period));
  const counts = { counted: exactDecimal(multiply(part, of)), of: exactDecimal(of), unit: proration.unit };
  return [{ kind: "prorated", values: { part: exactDecimal(part), ...counts, ...days } }];
}

function absenceNotes(period: string, absences: Presence["absences"]): readonly LineNote[] {
  const whole = periodSpan(period);
  return absences
    .filter((absence) => clip(absence, whole) !== undefined)
    .map(({ from, to, pays }) => ({
      kind: "absence",
      values: { from, to, pays: exactDecimal(readNumber(pays)) },
    }));
}

/** Notes days of employment and of absences that are in the wrong order, and absences that overlap. */
export function checkPresence({ employment, absences }: Presence, path: Path, report: Report): void {
  if (employment !== undefined) checkDates(employment, [...path, "employment"], report);
  const byStart = [...absences.entries()].sort(([, a], [, b]) => (a.from < b.from ? -1 : 1));
  for (const [place, [index, absence]] of byStart.entries()) {
    checkDates(absence, [...path, "absences", index], report);
    const before = byStart[place - 1]?.[1];
    if (before === undefined || before.to < absence.from) continue;
    const message = `expected absences that do not overlap: another one lasts until ${before.to}`;
    report.add([...path, "absences", index, "from"], "spans-overlap", message);
  }
}

function checkChanges(changes: readonly Change[], report: Report): void {
  for (const [index, { from }] of changes.entries()) {
    const before = changes[index - 1];
    if (before === undefined || before.from < from) continue;
    const message = `expected changes in the order of their days: ${from} is not after ${before.from}`;
    report.add(["changes", index, "from"], "dates-unsorted", message);
  }
}

/** The part of a period that is paid, where the same holds all the time; the presence has been checked. */
export function paidPart(period: string, presence: Presence, proration: Proration, report: Report): Rational {
  return stretches(period, presence, {}, [], proration, report).reduce(
    (all, { part }) => add(all, part),
    ZERO,
  );
}

function contains({ from, to }: { readonly from: string; readonly to?: string | undefined }, whole: Span) {
  return from <= whole.from && (to === undefined || to >= whole.to);
}

/** The stretches of a span between changes, each with all that holds in it. */
function split<Values extends object>(
  span: Span,
  values: Values,
  changes: readonly (Change & Changed<Values>)[],
): readonly Omit<Stretch<Values>, "part">[] {
  let held = values;
  const all = [{ from: "", values, path: [] as Path }];
  for (const [index, { from, ...changed }] of changes.entries()) {
    held = { ...held, ...changed };
    all.push({ from, values: held, path: ["changes", index] });
  }
  return all.flatMap(({ from, ...one }, index) => {
    const next = all[index + 1]?.from;
    const stretch = clip({ from, to: next === undefined ? undefined : daysAfter(next, -1) }, span);
    return stretch === undefined ? [] : [{ ...one, ...stretch }];
  });
}
