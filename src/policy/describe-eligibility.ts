import type { EligibilityCondition } from "../incentives/eligibility-conditions.js";
import { labelText } from "../kernel/label.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** Conditions of eligibility, one a line. */
export function describeEligibility(
  conditions: readonly EligibilityCondition[] | undefined = [],
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  return conditions.flatMap((condition) => describeCondition(condition, policy, locale));
}

/** What a fact is called: numbers that are worked out and scores of axes have names. */
export function factText(
  fact: string,
  { axes }: CheckedPolicy,
  { places: { numbers }, languageTag }: Locale,
): string {
  const axis = axes.find(({ id }) => id === fact);
  if (axis !== undefined) return labelText(axis.label, languageTag, fact);
  return Object.hasOwn(numbers, fact) ? numbers[fact as keyof typeof numbers] : fact;
}

/** What categories of pay are called. */
export function categoryTexts(
  categories: readonly string[],
  { pay: { table }, policy: { separator } }: Locale,
): string {
  const names = new Map(Object.entries(table.categoryNames));
  return categories.map((one) => names.get(one) ?? one).join(separator);
}

/** The text of a list of honours. */
export function honourTexts(
  ids: readonly string[],
  { incentives = [] }: CheckedPolicy,
  { languageTag, policy: { separator } }: Locale,
): string {
  const known = incentives.flatMap((one) => (one.use === "honours" ? one.honours : []));
  return ids
    .map((id) => labelText(known.find((one) => one.id === id)?.label, languageTag, id))
    .join(separator);
}

/** The text of a list of tiers. */
export function tierTexts(
  ids: readonly string[],
  { tiers }: CheckedPolicy,
  { languageTag, policy: { separator } }: Locale,
): string {
  return ids
    .map((id) => labelText(tiers.find((tier) => tier.id === id)?.label, languageTag, id))
    .join(separator);
}

function describeCondition(
  condition: EligibilityCondition,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words, languageTag, policy: general } = locale;
  const day = (named: string) => (named in words.days ? words.days[named as keyof typeof words.days] : named);
  const listed = (items: readonly string[]) => items.join(general.separator);
  if ("tier" in condition) return [words.onlyTiers({ tiers: tierTexts(condition.tier, policy, locale) })];
  if ("attribute" in condition)
    return [words.onlyAttribute({ attribute: condition.attribute, is: listed(condition.is) })];
  if ("fact" in condition) {
    const { fact, atLeast = "", atMost = "" } = condition;
    return [
      words.onlyFact({
        fact: factText(fact, policy, locale),
        atLeast: String(atLeast),
        atMost: String(atMost),
      }),
    ];
  }
  if ("certificate" in condition) return [words.onlyCertificate(condition)];
  if ("employedOn" in condition) {
    const { employedOn, through } = condition;
    return [
      words.onlyEmployed({
        from: day(employedOn),
        through: through === undefined ? "" : day(through),
      }),
    ];
  }
  if ("monthsOfService" in condition)
    return [words.onlyService({ months: String(condition.monthsOfService), on: day(condition.on) })];
  if ("honours" in condition) {
    const { honours, atLeast = 1, from } = condition;
    return [
      words.onlyHonours({
        honours: honourTexts(honours, policy, locale),
        times: String(atLeast),
        from: from === undefined ? "" : day(from),
      }),
    ];
  }
  return Object.entries(condition.at).map(([id, bands]) => {
    const axis = policy.axes.find((one) => one.id === id);
    const named = bands.map((band) =>
      labelText(axis?.bands.find((one) => one.id === band)?.label, languageTag, band),
    );
    return words.onlyBands({ axis: labelText(axis?.label, languageTag, id), bands: listed(named) });
  });
}
