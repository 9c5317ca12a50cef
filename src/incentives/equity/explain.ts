import * as z from "zod/mini";
import { noteParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { type Label, labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { noteTexts, textsOf } from "../explain.js";
import { exactMoneyText } from "../note-money.js";
import { type PaySentences, paySentencesEn } from "../sentences.js";
import type { EquityGrant } from "./equity-grant.js";
import { type EquitySentences, equitySentencesEn } from "./sentences.js";
import type { Vesting } from "./vesting.js";

/** The part of a locale that explains grants of equity. */
export interface EquityLocale {
  readonly languageTag: string;
  readonly pay: Pick<PaySentences, "notes">;
  readonly equity: EquitySentences;
}

const ENGLISH: EquityLocale = { languageTag: "en", pay: paySentencesEn, equity: equitySentencesEn };

/**
 * Says in sentences what was granted, what happened to it, where its units are, and what vests next. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainVesting, vesting } from "tierwise";
 *
 * const vest = vesting({ schedule: [{ months: 12, times: 4 }] });
 * const result = vest({
 *   events: [
 *     { kind: "grant", on: "2024-03-01", units: 400 },
 *     { kind: "terminate", on: "2026-06-30", reason: "resignation" },
 *   ],
 * });
 * explainVesting(result)[0]; // => "2024-03-01: 400 restricted units are granted."
 * explainVesting(result)[2]; // => "On 2026-06-30, of 400 units: vested 200, not vested 0, forfeited 200."
 * ```
 */
export function explainVesting(
  result: Vesting,
  options: { readonly locale?: EquityLocale } = {},
): readonly string[] {
  return sayVesting(result, options);
}

const sayVesting = /* @__PURE__ */ inWords({
  title: "explainVesting",
  result: () =>
    z.looseObject({
      kind: z.literal("vesting"),
      at: z.string(),
      units: z.looseObject({}),
      tranches: list(z.looseObject({ units: resultNumber() })),
      holding: z.looseObject({ grant: z.looseObject({}), happened: list(z.looseObject({})) }),
    }),
  english: ENGLISH,
  say(result: Vesting, { locale }): readonly string[] {
    const { at, units, next, exercisableUntil, holding } = result;
    const words = locale.equity;
    const { grant, happened } = holding;
    const { adjusted, vested, unvested, forfeited, exercised, exercisable, lapsed } = textsOf({ ...units });
    const shown = { adjusted, vested, unvested, forfeited } as Readonly<Record<Shown, string>>;
    const options = { exercised, exercisable, lapsed } as Readonly<Record<Open, string>>;
    return [
      words.granted(grantWords(grant, "")),
      ...noteTexts(
        happened.map(({ on, kind, values }) => ({ kind, values: { on, ...values } })),
        words.happened,
      ),
      words.units({ at, ...shown }),
      ...(grant.instrument === "options"
        ? [words.options({ ...options, until: exercisableUntil ?? "" })]
        : []),
      ...(next === undefined ? [] : [words.next({ on: next.on, units: String(next.units) })]),
      ...awaiting(result, words),
    ];
  },
});

type Shown = "adjusted" | "vested" | "unvested" | "forfeited";
type Open = "exercised" | "exercisable" | "lapsed";

function awaiting({ tranches }: Vesting, words: EquitySentences): readonly string[] {
  return tranches.flatMap(({ awaits, units }) =>
    awaits === undefined ? [] : [words.awaiting({ units: String(units), milestones: awaits.join(", ") })],
  );
}

/**
 * Says in sentences whether somebody is granted equity, how much and why. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { equityGrant, explainEquityGrant } from "tierwise";
 *
 * const grant = equityGrant({ currency: "USD", size: { by: "value", rows: [{ value: 100_000 }] } });
 * explainEquityGrant(grant({ on: "2019-01-15", price: "105.01" }))[1]; // => "2019-01-15: 952 restricted units are granted."
 * ```
 */
export function explainEquityGrant(
  result: EquityGrant,
  options: { readonly locale?: EquityLocale } = {},
): readonly string[] {
  return sayEquityGrant(result, options);
}

const sayEquityGrant = /* @__PURE__ */ inWords({
  title: "explainEquityGrant",
  result: () =>
    z.looseObject({
      kind: z.literal("equity-grant"),
      currency: z.string(),
      failed: noteParts(),
      size: z.looseObject({}),
    }),
  english: ENGLISH,
  say({ label, rule, currency, failed, size, event }: EquityGrant, { locale }): readonly string[] {
    const words = locale.equity;
    const text = (of: Label | undefined) => labelText(of, locale.languageTag, "");
    const heading = label === undefined ? [] : [words.heading({ label: text(label), rule: text(rule) })];
    if (failed.length > 0) return [...heading, words.nothing(), ...noteTexts(failed, locale.pay.notes)];
    const { share = "", ...rest } = textsOf({ ...size });
    const { units, exact, multipleOf } = rest as Readonly<Record<Size, string>>;
    const sized = { units, exact, rounding: size.rounding, multipleOf, share };
    const money = (of: Money) => exactMoneyText(rest[of] ?? "", currency);
    const [salary, value, unitValue] = [money("salary"), money("value"), money("unitValue")];
    const [granted, remainder] = [money("granted"), money("remainder")];
    return [
      ...heading,
      words.size({ ...sized, salary, value, unitValue, granted, remainder, currency }),
      event === undefined ? words.nothing() : words.granted(grantWords(event, currency)),
    ];
  },
});

type Size = "units" | "exact" | "multipleOf";
type Money = "salary" | "value" | "unitValue" | "granted" | "remainder";

function grantWords(
  {
    instrument,
    units,
    on,
    start,
    exercisePrice,
    expires,
  }: Vesting["holding"]["grant"] | NonNullable<EquityGrant["event"]>,
  currency: string,
) {
  return {
    instrument,
    units: String(units),
    on,
    start: start === on ? "" : start,
    exercisePrice: priceText(exercisePrice, currency),
    currency,
    expires: expires ?? "",
  };
}

/** A price per unit, which may be finer than its currency; a holding does not say which that is. */
function priceText(price: Vesting["holding"]["grant"]["exercisePrice"], currency: string): string {
  if (price === undefined) return "";
  return currency === "" ? String(price) : exactMoneyText(String(price), currency);
}
