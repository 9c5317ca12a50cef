import type { HeadCountBound } from "../kernel/head-count.js";
import { labelText } from "../kernel/label.js";
import { describeEligibility, factText, honourTexts, tierTexts } from "./describe-eligibility.js";
import { namedItems } from "./describe-matrix.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** What a sales incentive pays for, and its limits. */
export function describeSpiff(
  incentive: OfUse<"spiff">,
  name: string,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words, policy: general } = locale;
  const {
    pays,
    per,
    from = "",
    to = "",
    when = [],
    leastAmount,
    first,
    minimum,
    maximum,
    budget,
  } = incentive;
  const lines = [
    ...when.map(({ attribute, is }) => words.spiffDeals({ attribute, is: is.join(general.separator) })),
    ...(leastAmount === undefined ? [] : [words.spiffLeastAmount({ amount: String(leastAmount) })]),
    ...(first === undefined ? [] : [words.spiffFirst({ count: String(first.count), of: first.of })]),
    ...(minimum === undefined
      ? []
      : [words.spiffMinimum({ count: String(minimum.count), pays: minimum.pays })]),
    ...(maximum === undefined ? [] : [words.spiffMaximum({ amount: String(maximum) })]),
    ...(budget === undefined ? [] : [words.spiffBudget({ amount: String(budget) })]),
    ...describeEligibility(incentive.eligibility, policy, locale),
  ];
  return [words.spiff({ name, pays: String(pays), per, from, to }), ...lines.map((line) => `  ${line}`)];
}

type Honour = OfUse<"honours">["honours"][number];

/** The honours, each with who wins it, and the prize. */
export function describeHonours(
  { honours }: OfUse<"honours">,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const lines = honours.flatMap((honour) => {
    const { per, by = [], within = "", winners, quotas = [], ties, notWith } = honour;
    const told = words.honour({
      honour: honourTexts([honour.id], policy, locale),
      per,
      winners: winners === undefined ? "" : countText(winners),
      by: by.map(({ key, order }) => ({ key: keyText(key, policy, locale), order })),
      within,
    });
    const more = [
      ...quotas.map(({ unit, winners: most }) => words.honourQuota({ unit, winners: countText(most) })),
      ...(winners === undefined && quotas.length === 0 ? [] : [words.honourTies[ties]]),
      ...describeLimits(honour, locale),
      ...(notWith === undefined
        ? []
        : [words.honourNotWith({ honours: honourTexts(notWith, policy, locale) })]),
      ...describePrizes(honour, policy, locale),
      ...describeEligibility(honour.eligibility, policy, locale),
    ];
    return [told, ...more.map((line) => `  ${line}`)];
  });
  return [words.honours(), ...lines.map((line) => `  ${line}`)];
}

function countText({ count, share }: HeadCountBound): string {
  return String(count ?? share ?? "");
}

/** What people are ranked by: the score of an axis, the amount of an indicator, or a fact. */
export function keyText(key: string, policy: CheckedPolicy, locale: Locale): string {
  const indicator = policy.axes.flatMap(namedItems).find(({ id }) => id === key);
  return indicator === undefined
    ? factText(key, policy, locale)
    : labelText(indicator.label, locale.languageTag, key);
}

function describeLimits(
  { mostWins, coolingPeriods }: Honour,
  { payRules: words }: Locale,
): readonly string[] {
  return [
    ...(mostWins === undefined
      ? []
      : [words.honourMostWins({ wins: String(mostWins.wins), months: String(mostWins.months ?? "") })]),
    ...(coolingPeriods === undefined ? [] : [words.honourCooling({ periods: String(coolingPeriods) })]),
  ];
}

function describePrizes(
  { prize, events = [] }: Honour,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const prizes = (["money", "points"] as const).flatMap((unit) => {
    const amounts = prize?.[unit];
    if (prize === undefined || amounts === undefined) return [];
    return [words.honourPrize({ in: unit, amounts: amounts.map(String), tied: prize.tied })];
  });
  return [
    ...prizes,
    ...events.map(({ of, money = "", points = "" }) =>
      words.honourEvent({ of: tierTexts(of, policy, locale), money: String(money), points: String(points) }),
    ),
  ];
}
