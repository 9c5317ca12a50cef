import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { Path } from "../kernel/errors.js";
import { date, period } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { described, lazySchema, type Written } from "../kernel/schema.js";
import {
  checkEligibility,
  type EligibilityCondition,
  eligibilityConditions,
  eligibilityInputFields,
} from "./eligibility-conditions.js";
import { type EligiblePerson, failureOf } from "./eligibility-failures.js";
import type { LineNote } from "./line.js";

export type { EligiblePerson } from "./eligibility-failures.js";

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
