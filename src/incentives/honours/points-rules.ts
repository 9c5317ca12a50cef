import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import type { Path } from "../../kernel/errors.js";
import { configNumber, date, inputNumber, key, wholeNumber } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { payFields } from "../fields.js";

/** The schema of a scheme of points. */
export const rewardPointsConfig = /* @__PURE__ */ lazySchema(() => {
  const { currency: _, ...shared } = payFields();
  return z.strictObject({
    ...shared,
    expiry: z.optional(
      described(
        z.strictObject({
          days: z.optional(
            described(
              wholeNumber(1, 36_500),
              "They last so many days, the day on which they were earned among them.",
            ),
          ),
          months: z.optional(
            described(
              wholeNumber(1, 1200),
              "The last day is the same day of the month so many months later.",
            ),
          ),
          yearEnds: z.optional(
            described(
              wholeNumber(0, 100),
              "The last day is the end of the calendar year so many years after the one in which they were earned.",
            ),
          ),
        }),
        "How long points last; without it, for ever.",
      ),
    ),
    money: z.optional(
      described(
        z.strictObject({ currency: currency(), each: configNumber({ above: 0 }) }),
        "What a point is worth, where points are spent for money.",
      ),
    ),
  });
});

/** The schema of what happened to points. */
export const rewardPointsInput = /* @__PURE__ */ lazySchema(() => {
  const event = { id: key(), on: date(), points: inputNumber({ above: 0 }) };
  return z.strictObject({
    on: described(date(), "The day through which the points are settled."),
    earned: z._default(list(z.strictObject(event)), []),
    spent: z._default(list(z.strictObject({ ...event, forMoney: z._default(z.boolean(), false) })), []),
    balance: z.optional(
      z.strictObject({
        on: date(),
        lots: list(z.strictObject({ ...event, lasts: z.optional(date()) })),
      }),
    ),
  });
});

/**
 * How long points last, and what they are worth: the config of `rewardPoints`.
 *
 * @useDeclaredType
 */
export type RewardPointsConfig = Written<typeof rewardPointsConfig>;

/**
 * The day through which points are settled, what was earned and spent since the balance, and the balance.
 *
 * @useDeclaredType
 */
export type RewardPointsInput = Written<typeof rewardPointsInput>;

/** The same after the check, with defaults filled in. */
export type CheckedPointsConfig = Checked<typeof rewardPointsConfig>;

/** An input of the right shape. */
export type CheckedPointsInput = Checked<typeof rewardPointsInput>;

/** Notes an expiry that is not one of three. */
export function checkPointsConfig({ expiry }: CheckedPointsConfig, report: Report): void {
  if (expiry === undefined || !report.sound(["expiry"])) return;
  if (Object.keys(expiry).length !== 1)
    report.add(["expiry"], "one-of", "expected one of days, months and yearEnds");
}

/** Notes ids that are there twice, and days outside the time that is settled. */
export function checkPointsInput(
  { money }: CheckedPointsConfig,
  { on, earned, spent, balance }: CheckedPointsInput,
  report: Report,
): void {
  checkIds(earned, ["earned"], report);
  checkIds(spent, ["spent"], report);
  if (balance !== undefined && balance.on >= on)
    report.add(
      ["on"],
      "range-empty",
      `expected a day after ${balance.on}, through which the balance is settled, got ${on}`,
    );
  const inTime = (day: string, path: Path) => {
    if (day > on) report.add(path, "event-in-future", `expected a day that is not after ${on}, got ${day}`);
    else if (balance !== undefined && day <= balance.on)
      report.add(
        path,
        "event-settled",
        `expected a day after ${balance.on}, through which the balance is settled, got ${day}`,
      );
  };
  const lots = new Set((balance?.lots ?? []).map(({ id }) => id));
  for (const [index, { id, on: day }] of earned.entries()) {
    inTime(day, ["earned", index, "on"]);
    if (lots.has(id))
      report.add(["earned", index, "id"], "duplicate-id", `${show(id)} is in the balance already`);
  }
  for (const [index, { on: day, forMoney }] of spent.entries()) {
    inTime(day, ["spent", index, "on"]);
    if (forMoney && money === undefined)
      report.add(
        ["spent", index, "forMoney"],
        "unknown-property",
        "points are not worth money here: take this away",
      );
  }
}
