import { defineFactory } from "../kernel/calculator.js";
import type { Path } from "../kernel/errors.js";
import { spacedAsChinese } from "../kernel/han-spacing.js";
import { wordOptions } from "../kernel/in-words.js";
import { type Label, labelText } from "../kernel/label.js";
import { checkPolicyParts } from "./check.js";
import { type Difference, differences, pathOf, type Step } from "./differences.js";
import { en, type Locale } from "./locale.js";
import { type Policy, policySchema } from "./policy.js";
import { valueText } from "./value-text.js";

const readPolicy = /* @__PURE__ */ defineFactory({
  title: "diffPolicies",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => policy,
});

const checkOptions = /* @__PURE__ */ wordOptions("diffPolicies", en);

/** One difference between two policies. */
export interface PolicyDifference {
  /** Where it is: property names, and the ids of items; a position where items have no name. */
  readonly path: Path;
  readonly kind: "added" | "removed" | "changed" | "reordered";
  readonly before?: unknown;
  readonly after?: unknown;
  /** The difference in a sentence. */
  readonly text: string;
}

/**
 * Says in words where two policies differ (M8), for the people who have to agree to the new one. Items of lists are found by their ids (cells by their bands, rows
 * by their tier), not by their positions. There is none where the two say the same: defaults may be said or left out, and numbers written in any way
 * (`0.25`, `"25%"`, `"1/4"`). The order of a list is part of what it says: the tiers from low to high, the variants of which the first that fits counts.
 *
 * A policy that is not valid throws, as `compilePolicy` does.
 *
 * @example
 * ```ts
 * import { diffPolicies } from "tierwise";
 * import { zhTW } from "tierwise/locales";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const stricter = {
 *   ...keyAccountManagers,
 *   adjustment: { ...keyAccountManagers.adjustment, precedence: "retain" as const },
 * };
 * diffPolicies(keyAccountManagers, stricter).map(({ text }) => text); // => ["Adjustment, precedence: demote becomes retain."]
 * diffPolicies(keyAccountManagers, stricter, { locale: zhTW })[0]?.text; // => "調整規則，優先次序：由降級優先改為保持不變。"
 * ```
 */
export function diffPolicies(
  before: Policy,
  after: Policy,
  options: { readonly locale?: Locale } = {},
): readonly PolicyDifference[] {
  checkOptions(options);
  const { locale = en } = options;
  return differences(policySchema(), readPolicy(before), readPolicy(after)).map((difference) => ({
    path: pathOf(difference.steps),
    kind: difference.kind,
    ...(difference.before === undefined ? {} : { before: difference.before }),
    ...(difference.after === undefined ? {} : { after: difference.after }),
    text: spacedAsChinese(differenceText(difference, locale), locale.languageTag, [before, after]),
  }));
}

function differenceText({ steps, kind, before, after, schema, items }: Difference, locale: Locale): string {
  const words = locale.change;
  const place = placeText(steps, locale);
  const name = steps.filter(({ item }) => item === undefined).at(-1)?.key;
  const text = (value: unknown) =>
    items === undefined
      ? valueText(value, { schema, property: String(name), locale })
      : (value as readonly string[])
          .map((key) => nameText(key, items.get(key), locale))
          .join(words.separator);
  const [old, now] = [text(before), text(after)];
  switch (kind) {
    case "added":
      return words.added({ place, value: now });
    case "removed":
      return words.removed({ place, value: old });
    case "changed":
      return words.changed({ place, ...toldApart(before, after, old, now) });
    case "reordered":
      return words.reordered({ place, before: old, after: now });
  }
}

function placeText(steps: readonly Step[], locale: Locale): string {
  const words = locale.change;
  const texts = steps.flatMap(({ key, kind, item }, index) => {
    if (item !== undefined) return [];
    const inside = steps[index + 1];
    const named = inside?.item !== undefined && typeof inside.key === "string";
    const property = words.property({ name: String(key), item: named, kind });
    return [named ? words.step({ property, item: itemText(inside, locale) }) : property];
  });
  return words.place({ steps: texts });
}

/** What an item is called: its label, or else what names it. */
function itemText({ key, item }: Step, locale: Locale): string {
  const label = typeof item === "object" && item !== null && "label" in item ? item.label : undefined;
  return labelText(label as Label | undefined, locale.languageTag, nameText(String(key), item, locale));
}

/** What names an item, with a choice that it begins with in words. */
function nameText(name: string, item: unknown, locale: Locale): string {
  const holder = item as { readonly use?: unknown; readonly kind?: unknown } | null | undefined;
  const { choice } = locale.change;
  if (holder?.use === name) return choice({ property: "use", choice: name });
  const [first = "", ...rest] = name.split(" ");
  if (rest.length === 0 || holder?.kind !== first) return name;
  return [choice({ property: "kind", choice: first }), ...rest].join(" ");
}

/** Two texts that differ in another language are shown in all languages. */
function toldApart(before: unknown, after: unknown, old: string, now: string) {
  return old === now
    ? { before: JSON.stringify(before), after: JSON.stringify(after) }
    : { before: old, after: now };
}
