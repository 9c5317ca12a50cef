import * as z from "zod/mini";
import { inWords, resultNumber } from "../kernel/in-words.js";
import { labelText } from "../kernel/label.js";
import { list } from "../kernel/schema.js";
import type { CarryOver, CarryOverChange } from "./carry-over.js";
import { en, type Locale } from "./locale.js";
import type { DecisionInShort, WhatIf } from "./what-if.js";

/** Says how a standing came over to another version of its policy. */
export const sayCarryOver = /* @__PURE__ */ inWords({
  title: "explain",
  result: () =>
    z.looseObject({
      policy: z.looseObject({ id: z.string(), effectiveFrom: z.string() }),
      changes: list(z.looseObject({ code: z.string() })),
      standing: z.looseObject({ tier: z.string() }),
    }),
  english: en,
  say: explainCarryOver,
});

function explainCarryOver(
  { policy, changes }: CarryOver,
  { locale }: { readonly locale: Locale },
): readonly string[] {
  const words = locale.change;
  const name = labelText(policy.label, locale.languageTag, policy.id);
  return [
    words.carriedOver({ policy: name, effectiveFrom: policy.effectiveFrom }),
    ...(changes.length === 0 ? [words.nothingChanges()] : []),
    ...changes.map((change) => explainCarryOverChange(change, locale)),
  ];
}

function explainCarryOverChange(change: CarryOverChange, locale: Locale): string {
  const words = locale.change;
  switch (change.code) {
    case "tier-mapped":
      return words.tierMapped({
        from: change.from,
        to: labelText(change.toLabel, locale.languageTag, change.to),
      });
    case "reviews-dropped":
      return words.reviewsDropped({ ...change, periods: change.periods.join(words.separator) });
    case "names-dropped":
      return words.namesDropped({ ...change, names: change.names.join(words.separator) });
    case "held-tier-dropped":
      return words.heldTierDropped({
        tier: labelText(change.tierLabel, locale.languageTag, change.tier),
      });
    case "points-reset":
      return words.pointsReset();
    case "grandfathered":
      return words.grandfathered(change);
  }
}

/** Says which past decisions would be others under another policy. */
export const sayWhatIf = /* @__PURE__ */ inWords({
  title: "explain",
  result: () => {
    const decision = z.looseObject({ to: z.string() });
    const review = { person: z.string(), period: z.string(), differs: z.boolean(), before: decision };
    return z.looseObject({
      reviews: list(z.looseObject({ ...review, after: z.optional(decision) })),
      counts: z.looseObject({ same: resultNumber(), other: resultNumber(), refused: resultNumber() }),
    });
  },
  english: en,
  say: explainWhatIf,
});

function explainWhatIf(
  { reviews, counts }: WhatIf,
  { locale }: { readonly locale: Locale },
): readonly string[] {
  const words = locale.change;
  const tier = ({ to, toLabel }: DecisionInShort) => labelText(toLabel, locale.languageTag, to);
  const { same, other, refused } = counts;
  return [
    words.whatIf({ same: String(same), other: String(other), refused: String(refused) }),
    ...reviews
      .filter(({ differs }) => differs)
      .map(({ person, period, before, after }) =>
        after === undefined
          ? words.whatIfRefused({ person, period, before: tier(before) })
          : words.whatIfOther({ person, period, before: tier(before), after: tier(after) }),
      ),
  ];
}
