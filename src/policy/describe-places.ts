import type { BoundWords } from "../adjustment/places/sentences.js";
import type { HeadCountBound } from "../kernel/head-count.js";
import { labelText } from "../kernel/label.js";
import type { Locale } from "./locale.js";
import type { CheckedPolicy } from "./policy.js";

/** The lines of limited places. */
export function describePlaces(
  { axes, tiers }: CheckedPolicy,
  { within, quotas, keys, incumbents, ties }: NonNullable<CheckedPolicy["places"]>,
  { places: words, languageTag }: Locale,
): readonly string[] {
  const named = (list: CheckedPolicy["axes"] | CheckedPolicy["tiers"], id: string) =>
    labelText(list.find((one) => one.id === id)?.label, languageTag, id);
  const numbers = new Map<string, string>(Object.entries(words.numbers));
  return [
    ...(within === undefined ? [] : [words.within({ attribute: within })]),
    ...quotas.map(({ tier, group = "", most, least }) =>
      words.quota({
        tier: named(tiers, tier),
        group,
        most: boundWords(most),
        ...(least === undefined ? {} : { least: boundWords(least) }),
      }),
    ),
    words.ranking({
      keys: keys.map(({ key, order }) => ({ key: numbers.get(key) ?? named(axes, key), order })),
    }),
    words.incumbents[incumbents],
    words.ties[ties],
  ];
}

/** A bound as the sentences take it. */
export function boundWords({ count, share, rounding }: HeadCountBound): BoundWords {
  return { count: String(count ?? ""), share: String(share ?? ""), rounding: rounding ?? "" };
}
