import * as z from "zod/mini";
import {
  certificateFields,
  checkFactLimits,
  factFields,
  factInputFields,
  type NumberLimits,
} from "../classification/facts.js";
import { isDate } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { date, id, key, wholeNumber } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { described, judged, list } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** A date, the first or last day of the period that is paid, or the day of the award. */
export type EligibilityDate = string;

/** One condition of eligibility; it is known by the property that it has. */
export type EligibilityCondition =
  | { readonly tier: readonly string[] }
  | { readonly attribute: string; readonly is: readonly string[] }
  | ({ readonly fact: string } & NumberLimits)
  | { readonly certificate: string }
  | { readonly employedOn: EligibilityDate; readonly through?: EligibilityDate | undefined }
  | { readonly monthsOfService: number; readonly on: EligibilityDate }
  | {
      readonly honours: readonly string[];
      readonly atLeast?: number | undefined;
      readonly from?: EligibilityDate | undefined;
    }
  | { readonly at: Readonly<Record<string, readonly string[]>> };

const NAMED_DAYS = ["period-start", "period-end", "award-date"];

/** A date of the config: a day of the calendar, an end of the period that is paid, or the day of the award. */
function dateOrEnd() {
  return judged<EligibilityDate>(
    (value) => {
      if (isDate(value) || NAMED_DAYS.includes(value as string)) return undefined;
      const message = `expected "period-start", "period-end", "award-date" or a date such as "2026-12-31", got ${show(value)}`;
      return { code: "date-invalid", message };
    },
    {
      anyOf: [
        { enum: NAMED_DAYS },
        { type: "string", pattern: "^[1-8]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" },
      ],
    },
  );
}

/** Conditions of eligibility, all of which must hold. */
export function eligibilityConditions() {
  return list(
    z.union([
      described(z.strictObject({ tier: list(id(), 1) }), "The tier is one of these."),
      described(z.strictObject({ attribute: id(), is: list(key(), 1) }), "The attribute is one of these."),
      described(z.strictObject(factFields()), "A fact of the person is within limits."),
      described(z.strictObject(certificateFields()), "The person holds a certificate."),
      described(
        z.strictObject({ employedOn: dateOrEnd(), through: z.optional(dateOrEnd()) }),
        "The person is employed on this day, or on every day from it through another.",
      ),
      described(
        z.strictObject({ monthsOfService: wholeNumber(0, 1200), on: dateOrEnd() }),
        "So many whole months have passed on that day since the first day of employment.",
      ),
      described(
        z.strictObject({
          honours: list(id(), 1),
          atLeast: z.optional(wholeNumber(1, 1000)),
          from: z.optional(dateOrEnd()),
        }),
        "The person won any of these honours, once or so many times, at any time or since a day.",
      ),
      described(
        z.strictObject({ at: z.record(z.string(), list(id(), 1)) }),
        "The band on each of these axes is one of those given; bands on all axes are a cell of the matrix.",
      ),
    ]),
    1,
  );
}

/** The field of a config that says who is eligible. */
export function eligibilityFields() {
  return {
    eligibility: z.optional(
      described(eligibilityConditions(), "Who is eligible: all of these conditions must hold."),
    ),
  };
}

/** The fields of an input that conditions of eligibility look at. */
export function eligibilityInputFields() {
  return {
    tier: z.optional(id()),
    attributes: z.optional(described(z.record(z.string(), key()), "Attributes of the person, by name.")),
    ...factInputFields(),
    employment: z.optional(
      described(
        z.strictObject({ from: date(), to: z.optional(date()) }),
        "The first and the last day of employment; without a last day it goes on.",
      ),
    ),
    honours: z.optional(
      described(z.array(z.strictObject({ honour: id(), on: date() })), "The honours that the person won."),
    ),
    at: z.optional(described(z.record(z.string(), id()), "The person's band on each axis.")),
  };
}

/** Notes what the schema cannot see in conditions of eligibility. */
export function checkEligibility(
  conditions: readonly EligibilityCondition[] | undefined,
  path: Path,
  report: Report,
): void {
  for (const [index, condition] of report.items(conditions, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if ("fact" in condition) checkFactLimits(condition, here, report);
    if ("at" in condition && Object.keys(condition.at).length === 0)
      report.add([...here, "at"], "too-small", "expected the bands on at least one axis");
    if ("employedOn" in condition) checkSpan(condition.employedOn, condition.through, here, report);
  }
}

function checkSpan(
  from: EligibilityDate,
  through: EligibilityDate | undefined,
  path: Path,
  report: Report,
): void {
  const backwards =
    isDate(from) && isDate(through) ? through < from : from === "period-end" && through === "period-start";
  if (!backwards) return;
  const message = `expected a day that is not before ${show(from)}, got ${show(through)}`;
  report.add([...path, "through"], "range-empty", message);
}
