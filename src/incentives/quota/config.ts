import * as z from "zod/mini";
import { periodMonths, periodOf } from "../../kernel/calendar.js";
import { currency } from "../../kernel/currency.js";
import { configNumber, configRatio, decimals, roundingMode, wholeNumber } from "../../kernel/fields.js";
import { checkFiscal, fiscalSchema } from "../../kernel/fiscal-periods.js";
import { readRatio } from "../../kernel/number.js";
import { prorationSchema } from "../../kernel/proration.js";
import { compare, ONE, rationalText, sum } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";

const UNITS = ["month", "quarter", "half-year", "year"] as const;

/** The schema of the config of `quota`. */
export const quotaConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    currency: z.optional(currency()),
    decimals: z.optional(
      described(
        decimals(),
        "Instead of a currency: the decimals of a quota of something else, such as 0 for units.",
      ),
    ),
    rounding: z._default(roundingMode(), "half-up"),
    calendar: z.optional(
      described(fiscalSchema(), "The calendar of the periods; without it, the ordinary one."),
    ),
    amount: z.optional(
      described(configNumber({ least: 0 }), "The quota of everybody who has none of the own in the input."),
    ),
    per: described(z._default(z.enum(UNITS), "year"), "For how long a quota is."),
    unit: described(z._default(z.enum(UNITS), "quarter"), "Into which periods it is spread."),
    seasons: z.optional(
      described(
        list(configRatio({ least: 0 }), 1),
        "The share of each of them, which sum to 1; without it, equal ones.",
      ),
    ),
    proration: z.optional(
      described(
        prorationSchema(),
        "How a part of a period is worked out; without it, by months of the ordinary calendar, those that are not whole by days.",
      ),
    ),
    leastAbsence: described(
      z._default(wholeNumber(1, 366), 1),
      "How many calendar days an absence must have to lower the quota.",
    ),
    ramp: z.optional(
      described(
        z.strictObject({
          shares: described(
            list(configRatio({ least: 0, most: 1 }), 1),
            "What part of the quota counts in the first month, the second, and so on; afterwards all of it.",
          ),
          counts: described(
            z._default(z.enum(["months-of-service", "calendar-months", "full-months"]), "months-of-service"),
            "months-of-service: months from the first day. calendar-months: the month of the first day is the first. full-months: the first whole month is the first, and days before it count as it does.",
          ),
        }),
        "The lower quota of those who are new.",
      ),
    ),
  }),
);

/**
 * How a quota is spread, prorated and ramped: the config of `quota`.
 *
 * @useDeclaredType
 */
export type QuotaConfig = Written<typeof quotaConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedQuota = Checked<typeof quotaConfig>;

/** How many periods of the unit a quota is spread into. */
export function seasonCount({ per, unit }: Pick<CheckedQuota, "per" | "unit">): number {
  const months = (of: CheckedQuota["unit"]) => periodMonths(periodOf("2000-01-01", of));
  return months(per) / months(unit);
}

/** Notes what the schema cannot see in a quota. */
export function checkQuota(config: CheckedQuota, report: Report): void {
  checkFiscal(config.calendar, ["calendar"], report);
  if ((config.currency === undefined) === (config.decimals === undefined))
    report.add([], "one-of", "expected either a currency or decimals");
  if (!report.sound(["per"]) || !report.sound(["unit"])) return;
  const { per = "year", unit = "quarter", seasons } = config;
  const count = seasonCount({ per, unit });
  if (count < 1) report.add(["unit"], "not-a-choice", `a ${per} cannot be spread into ${unit}s`);
  else if (seasons !== undefined && report.sound(["seasons"])) checkSeasons(seasons, count, report);
}

function checkSeasons(seasons: NonNullable<CheckedQuota["seasons"]>, count: number, report: Report): void {
  if (seasons.length !== count)
    report.add(["seasons"], "wrong-count", `expected ${count} seasons, got ${seasons.length}`);
  const total = sum(seasons.map(readRatio));
  if (compare(total, ONE) !== 0)
    report.add(["seasons"], "shares-sum", `the seasons sum to ${rationalText(total)}: expected 1`, {
      sum: rationalText(total),
    });
}
