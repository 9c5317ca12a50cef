import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { monthsAfter } from "../../kernel/calendar.js";
import { currency } from "../../kernel/currency.js";
import { dateOf, dayNumber } from "../../kernel/days.js";
import { type Decimal, toDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import {
  configRatio,
  date,
  decimals,
  id,
  inputNumber,
  key,
  period,
  roundingMode,
  wholeNumber,
} from "../../kernel/fields.js";
import { type Label, label } from "../../kernel/label.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { multiply } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, type Written } from "../../kernel/schema.js";
import { type FailedCondition, judgeEligibility } from "../eligibility.js";
import { checkEligibility, eligibilityFields, eligibilityInputFields } from "../eligibility-conditions.js";
import { checkSize, type GrantSize, noSize, sizeFields, sizeOf } from "./grant-size.js";
import type { Instrument } from "./holding.js";

/** The fields of a grant; a policy's rules of equity have them too. */
export function equityGrantFields() {
  return {
    id: z.optional(id()),
    label: z.optional(label()),
    rule: z.optional(described(label(), "The rule that it is granted by: a clause, a section.")),
    currency: currency(),
    instrument: z._default(z.enum(["restricted-units", "options"]), "restricted-units"),
    ...eligibilityFields(),
    ...sizeFields(),
    exercisePrice: z.optional(
      described(
        z.strictObject({
          share: z._default(configRatio({ least: 0 }), 1),
          decimals: z._default(decimals(), 4),
          rounding: z._default(roundingMode(), "up"),
        }),
        "At what part of the price options can be exercised, and how that is rounded.",
      ),
    ),
    termMonths: z.optional(
      described(
        wholeNumber(1, 1200),
        "The term of the grant; its last day is the one before that day of the month.",
      ),
    ),
  };
}

const equityGrantConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(equityGrantFields()));

/** The fields of the prices that the size of a grant needs, and of its days; a policy's review has them too. */
export function grantPriceFields() {
  return {
    start: z.optional(described(date(), "From when vesting counts, where not from the grant.")),
    salary: z.optional(described(inputNumber({ least: 0 }), "The yearly salary.")),
    price: z.optional(described(inputNumber({ least: 0 }), "The price of a share on the day of the grant.")),
    unitValue: z.optional(
      described(inputNumber({ above: 0 }), "What a unit is worth, where that is not the price of a share."),
    ),
  };
}

const equityGrantInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    id: z.optional(key()),
    on: described(date(), "The day of the grant."),
    period: z.optional(period()),
    ...eligibilityInputFields(),
    ...grantPriceFields(),
  }),
);

/**
 * Who is granted how much: the config of `equityGrant`.
 *
 * @useDeclaredType
 */
export type EquityGrantConfig = Written<typeof equityGrantConfig>;

type CheckedConfig = Checked<typeof equityGrantConfig>;

/**
 * The day of the grant, what conditions of eligibility look at, and the prices that its size needs.
 *
 * @useDeclaredType
 */
export type EquityGrantInput = Written<typeof equityGrantInput>;

type CheckedInput = Checked<typeof equityGrantInput>;

/** The event with which `vesting` begins. */
export interface GrantEvent {
  readonly kind: "grant";
  readonly id?: string;
  readonly instrument: Instrument;
  readonly on: string;
  readonly start: string;
  readonly units: Decimal;
  readonly exercisePrice?: Decimal;
  readonly expires?: string;
}

/** A grant: whether the person is eligible, how large it is and why, and the event that begins its vesting. */
export interface EquityGrant {
  readonly kind: "equity-grant";
  readonly label?: Label;
  readonly rule?: Label;
  readonly currency: string;
  readonly eligible: boolean;
  readonly failed: readonly FailedCondition[];
  readonly size: GrantSize;
  /** Absent where nothing is granted. */
  readonly event?: GrantEvent;
}

/**
 * A grant of options or restricted units (M12): who is eligible, how many units, at what exercise price and for how long. Its `event` is the first event of `vesting`.
 *
 * The size is that of the row of the person's tier, or of the row without a tier. `by` says what rows hold: `units`; a `value`, of which a unit costs `unitValue` (the price, where it is not given); or a `share` of the yearly `salary`, which is such a value. The units are rounded once, by `rounding` (down,
 * where it is not said), to whole multiples of `multipleOf` (1). What the units are worth at `unitValue` is `granted`, and the value less that `remainder`, which is negative where units are rounded up; neither is rounded. `exact` is shown with 6 decimals.
 *
 * The exercise price of options is the `share` of the `price` (all of it, where the config doesn't say), rounded up to 4 decimals, or as it says. The last day of the term is the day before that of the grant, so many months later (the last day of the month counts as it where the month has no such day).
 *
 * Who is not eligible, or whose units round to none, gets no `event` and a size of 0 units.
 *
 * Errors of the config: a tier twice (`row-twice`), those of eligibility, an exercise price of restricted units (`unknown-property`), a `multipleOf` whose decimal does not end (`number-invalid`). Errors of the input: a tier without a row (`unknown-tier`); tier, salary or price that is needed and not given (`fact-missing`), those of eligibility; a price of 0 that units are bought at (`out-of-range`).
 *
 * @example
 * ```ts
 * import { equityGrant, vesting } from "tierwise";
 *
 * const grant = equityGrant({
 *   currency: "USD",
 *   eligibility: [{ tier: ["senior"] }, { monthsOfService: 12, on: "award-date" }],
 *   size: { by: "value", rows: [{ tier: "senior", value: 100_000 }] },
 * });
 * const employment = { from: "2024-02-01" };
 * const { size, event } = grant({ on: "2026-03-01", tier: "senior", employment, price: "105.01" });
 * size.units; // => "952"
 * size.remainder; // => "30.48"
 *
 * const vest = vesting({ schedule: [{ months: 12, times: 4 }] });
 * event && vest({ events: [event] }).next; // => { on: "2027-03-01", units: "238" }
 * ```
 */
export const equityGrant: CalculatorFactory<EquityGrantConfig, EquityGrantInput, EquityGrant> =
  /* @__PURE__ */ defineFactory({
    title: "equityGrant",
    config: equityGrantConfig,
    check: (config, report) => checkEquityGrant(config, [], report),
    compile: (config) =>
      defineCalculator({
        title: "equityGrant",
        input: equityGrantInput,
        run: (input, report) => makeGrant(config, input, report),
      }),
  });

/** Notes what the schema cannot see in a grant. */
export function checkEquityGrant(config: Omit<CheckedConfig, "currency">, path: Path, report: Report): void {
  checkEligibility(config.eligibility, [...path, "eligibility"], report);
  checkSize(config, path, report);
  const isOption = config.instrument === "options" || !report.sound([...path, "instrument"]);
  if (config.exercisePrice !== undefined && !isOption)
    report.add([...path, "exercisePrice"], "unknown-property", "only options have an exercise price");
}

function makeGrant(config: CheckedConfig, input: CheckedInput, report: Report): EquityGrant {
  const { eligible, failed } = judgeEligibility(config.eligibility, input, [], report);
  report.stop();
  const size = eligible ? sizeOf(config, input, report) : noSize(config);
  const price =
    eligible && config.instrument === "options" ? exercisePrice(config, input, report) : undefined;
  report.stop();
  const { label: named, rule } = config;
  return {
    kind: "equity-grant",
    ...(named === undefined ? {} : { label: named }),
    ...(rule === undefined ? {} : { rule }),
    currency: config.currency,
    eligible,
    failed,
    size,
    ...(size.units.isZero() ? {} : { event: eventOf(config, input, size.units, price) }),
  };
}

function exercisePrice(config: CheckedConfig, { price }: CheckedInput, report: Report): Decimal | undefined {
  if (price === undefined) {
    report.add(["price"], "fact-missing", "options need the price of a share on the day of the grant");
    return undefined;
  }
  const terms = config.exercisePrice ?? { share: 1, decimals: 4, rounding: "up" as const };
  return toDecimal(multiply(readNumber(price), readRatio(terms.share)), terms.decimals, terms.rounding);
}

function eventOf(
  { instrument, termMonths }: CheckedConfig,
  { id: name, on, start = on }: CheckedInput,
  units: Decimal,
  price: Decimal | undefined,
): GrantEvent {
  const expires = termMonths === undefined ? undefined : lastDayOfTerm(on, termMonths);
  return {
    kind: "grant",
    ...(name === undefined ? {} : { id: name }),
    instrument,
    on,
    start,
    units,
    ...(price === undefined ? {} : { exercisePrice: price }),
    ...(expires === undefined ? {} : { expires }),
  };
}

function lastDayOfTerm(on: string, months: number): string | undefined {
  return dateOf(dayNumber(monthsAfter(on, months)) - 1);
}
