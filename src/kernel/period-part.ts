import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "./calculator.js";
import { type Decimal, exactDecimal, lossless } from "./decimal.js";
import type { Path } from "./errors.js";
import { date, period } from "./fields.js";
import { clip, compileProration, periodSpan, prorationSchema, type Span, without } from "./proration.js";
import { type Rational, sum } from "./rational.js";
import type { Report } from "./report.js";
import { lazySchema, list, type Written } from "./schema.js";

const prorationConfig = /* @__PURE__ */ lazySchema(prorationSchema);

const prorationInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    from: z.optional(date()),
    to: z.optional(date()),
    absences: z._default(list(z.strictObject({ from: date(), to: date() })), []),
  }),
);

/**
 * How a part of a period is worked out: the config of `proration`.
 *
 * @useDeclaredType
 */
export type ProrationConfig = Written<typeof prorationConfig>;

/**
 * The period; the first and the last day on which somebody is there, where that is not all of it; and absences. All days are included.
 *
 * @useDeclaredType
 */
export type ProrationInput = Written<typeof prorationInput>;

/** The part of a period that somebody is there. */
export interface ProratedPart {
  /** Exact: a decimal, or a fraction text where the decimal does not end. */
  readonly part: Decimal | string;
  /** The days (or months) that count, of those that are present; months are shown with 6 decimals. */
  readonly present: Decimal;
  /** The same of the whole period. */
  readonly of: Decimal;
}

/**
 * The part of a period that somebody is there (M10): of joiners, leavers and people on leave. Exact, not rounded.
 *
 * - `none`: a part counts as the whole, if there is any. `calendar-days`: days over days.
 * - `working-days`: the days of the `week` (Monday to Friday) without the `holidays`, and `workdays`, which are worked whatever the week and the holidays say.
 * - `days-of-30`: every month has 30 days. The 31st counts nothing, the last day of February for those that lack to 30: who joins on the 31st is paid nothing for
 *   the month, and who joins on 28 February three days (5 U.S.C. 5505, the pay of federal employees by the month).
 * - `months`: a month counts by its days; with `fromDays` whole from so many days of presence on (31: only whole months; 1: every month begun), otherwise not.
 * - `fixed-days`: working days over `days` in each month, or year: 21.75 a month (China, notice 2008 no. 3 of the Ministry of Labour and Social Security), 260 or 365 a year. `counts` is
 *   `worked` (what was worked is paid), `absent` (the whole is paid less what was not) or `fewer` (`worked` where at most half of the days were worked, `absent` where more were). A whole without absence is 1, one without a worked day 0, and no part is below 0 or above 1.
 *
 * By all but `none`, `fixed-days` and `fromDays` the parts of a split period sum to 1. Absences that overlap count once, days outside the period not at all.
 *
 * Errors of the input: a last day before the first (`range-empty`), a period without any day that counts (`no-working-days`).
 *
 * @example
 * ```ts
 * import { proration } from "tierwise";
 *
 * proration({ by: "calendar-days" })({ period: "2026-07", from: "2026-07-31" }).part; // => "1/31"
 * proration({ by: "working-days", holidays: ["2026-10-01", "2026-10-02"] })({
 *   period: "2026-10",
 *   absences: [{ from: "2026-10-12", to: "2026-10-15" }],
 * }); // => { part: "0.8", present: "16", of: "20" }
 * ```
 */
export const proration: CalculatorFactory<ProrationConfig, ProrationInput, ProratedPart> =
  /* @__PURE__ */ defineFactory({
    title: "proration",
    config: prorationConfig,
    compile(config) {
      const { part, count } = compileProration(config);
      return defineCalculator({
        title: "proration",
        input: prorationInput,
        run({ period: of, from, to, absences }, report): ProratedPart {
          checkDates({ from, to }, [], report);
          for (const [index, absence] of absences.entries()) checkDates(absence, ["absences", index], report);
          report.stop();
          const whole = periodSpan(of);
          const present = presence(whole, { from, to }, absences);
          const share = orNoted(part(whole, present), of, report);
          const total = sum(present.map(count));
          return { part: lossless(share), present: exactDecimal(total), of: exactDecimal(count(whole)) };
        },
      });
    },
  });

/** A span that may be open. */
type OpenSpan = { readonly [Key in keyof Span]?: string | undefined };

/** Notes a last day before the first. */
export function checkDates({ from, to }: OpenSpan, path: Path, report: Report): void {
  if (from === undefined || to === undefined || from <= to) return;
  report.add([...path, "to"], "range-empty", `expected a day that is not before ${from}, got ${to}`);
}

/** The days of a whole on which somebody is there. */
export function presence(whole: Span, employed: OpenSpan, absences: readonly Span[]): readonly Span[] {
  const inside = clip(employed, whole);
  return inside === undefined ? [] : without(inside, absences);
}

/** The part of a period; notes where there is none, as no day of the period counts. */
export function orNoted<T = Rational>(part: T | undefined, period: string, report: Report): T {
  if (part === undefined)
    report.add(["period"], "no-working-days", `there is no working day in ${period} to count by`);
  report.stop();
  return part as T;
}
