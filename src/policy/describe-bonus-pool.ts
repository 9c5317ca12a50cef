import { describeEligibility } from "./describe-eligibility.js";
import { describeCurve, prorationWords } from "./describe-pay.js";
import type { OfUse } from "./incentives.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** What each tier claims of a pool of bonuses, by which payout, and what becomes of a pool that is more. */
export function describeBonusPool(
  { target, multiplier, whenBelow, eligibility, proration }: OfUse<"bonusPool">,
  name: string,
  axis: string,
  tierText: (tier: string) => string,
  policy: CheckedPolicy,
  locale: Locale,
): readonly string[] {
  const { payRules: words } = locale;
  const lines = [
    ...target.map(({ tier, amount, share }) =>
      amount === undefined
        ? words.bonusShare({ tier: tierText(tier), share: String(share) })
        : words.bonusTarget({ tier: tierText(tier), amount: String(amount) }),
    ),
    ...(multiplier === undefined ? [] : describeCurve(multiplier, words)),
    words.proration(prorationWords(proration)),
    ...describeEligibility(eligibility, policy, locale),
  ];
  const curve = multiplier?.curve ?? "lines";
  return [words.bonusPool({ name, axis, curve, whenBelow }), ...lines.map((line) => `  ${line}`)];
}
