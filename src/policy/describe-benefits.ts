import type { BenefitBound } from "../incentives/benefits/items.js";
import { labelText } from "../kernel/label.js";
import { describeEligibility, factText, tierTexts } from "./describe-eligibility.js";
import { prorationWords } from "./describe-pay.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** What a year-end bonus pays, to whom, and for a part of its time. */
export function describeYearEnd(
  { per, pays, eligibility, proration }: OfUse<"yearEndBonus">,
  name: string,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const lines = [
    ...pays.map(({ tier, amount = "", months = "", share = "", basisMost = "" }) =>
      words.yearEndRow({
        tier: tier === undefined ? "" : tierTexts([tier], policy, locale),
        isForAll: pays.length === 1,
        amount: String(amount),
        months: String(months),
        share: String(share),
        most: String(basisMost),
      }),
    ),
    ...describeEligibility(eligibility, policy, locale),
    words.proration(prorationWords(proration)),
  ];
  return [words.yearEndBonus({ name, per }), ...lines.map((line) => `  ${line}`)];
}

type Item = OfUse<"benefits">["items"][number];

/** The benefits, each with what it pays and to whom. */
export function describeBenefits(
  { items }: OfUse<"benefits">,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const lines = items.flatMap((item) => {
    const { months, proration, eligibility } = item;
    const more = [
      ...(months === undefined
        ? []
        : [words.benefitMonths({ months: months.join(locale.policy.separator) })]),
      ...(proration === undefined ? [] : [words.proration(prorationWords(proration))]),
      ...describeEligibility(eligibility, policy, locale),
    ];
    return [...describeItem(item, policy, locale), ...more.map((line) => `  ${line}`)];
  });
  return [words.benefits(), ...lines.map((line) => `  ${line}`)];
}

function describeItem({ id, label, pays }: Item, policy: CheckedPolicy, locale: Locale): readonly string[] {
  const { payRules: words, languageTag, policy: general } = locale;
  const item = labelText(label, languageTag, id);
  const amountFor = (
    of: string,
    amount: number | string,
    per: Extract<typeof pays, { per: unknown }>["per"],
  ) => words.benefitAmount({ item, of, amount: String(amount), per });
  switch (pays.kind) {
    case "amount":
      return [amountFor("", pays.amount, pays.per)];
    case "by-tier":
      return pays.amounts.map(({ of, amount }) => amountFor(tierTexts(of, policy, locale), amount, pays.per));
    case "by-attribute":
      return pays.amounts.map(({ of, amount }) =>
        amountFor(`${pays.attribute} ${of.join(general.separator)}`, amount, pays.per),
      );
    case "rate": {
      const { rate, fact, least, most, over } = pays;
      const [low, high, from] = [least, most, over].map((bound) => boundText(bound, policy, locale));
      const bounds = { least: low ?? "", most: high ?? "", over: from ?? "" };
      return [
        words.benefitRate({ item, rate: String(rate), fact: factText(fact, policy, locale), ...bounds }),
      ];
    }
  }
}

/** A bound: a number, or a part of a fact; empty where there is none. */
function boundText(bound: BenefitBound | undefined, policy: CheckedPolicy, locale: Locale): string {
  if (bound === undefined || typeof bound !== "object") return bound === undefined ? "" : String(bound);
  const { fact, times = "" } = bound;
  return locale.payRules.statedSum({
    amount: "",
    share: "",
    over: "",
    of: "net",
    categories: "",
    fact: factText(fact, policy, locale),
    times: String(times),
  });
}
