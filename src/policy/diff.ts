import { defineFactory } from "../kernel/calculator.js";
import type { Path } from "../kernel/errors.js";
import { wordOptions } from "../kernel/in-words.js";
import { type Label, labelText } from "../kernel/label.js";
import { checkPolicyParts } from "./check.js";
import { type Difference, differences, pathOf, type Step } from "./differences.js";
import { en, type Locale } from "./locale.js";
import { type Policy, policySchema } from "./policy.js";

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
 * diffPolicies(keyAccountManagers, stricter, { locale: zhTW })[0]?.text; // => "調整規則，優先次序：由 demote 改為 retain。"
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
    text: differenceText(difference, locale),
  }));
}

function differenceText({ steps, kind, before, after }: Difference, locale: Locale): string {
  const words = locale.change;
  const place = placeText(steps, locale);
  const [old, now] = [valueText(before, locale), valueText(after, locale)];
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
  const texts = steps.flatMap(({ key, item }, index) => {
    if (item !== undefined) return [];
    const inside = steps[index + 1];
    const named = inside?.item !== undefined && typeof inside.key === "string";
    const property = words.property({ name: String(key), item: named });
    return [named ? words.step({ property, item: itemText(inside, locale) }) : property];
  });
  return words.place({ steps: texts });
}

/** What an item is called: its label, or else what names it. */
function itemText({ key, item }: Step, locale: Locale): string {
  const label = typeof item === "object" && item !== null && "label" in item ? item.label : undefined;
  return labelText(label as Label | undefined, locale.languageTag, String(key));
}

/** A value of the document, in words as far as it has any. */
function valueText(value: unknown, locale: Locale): string {
  const words = locale.change;
  if (value === undefined || value === null) return words.answers.none;
  if (typeof value === "boolean") return value ? words.answers.yes : words.answers.no;
  if (typeof value !== "object") return String(value);
  if (isLabel(value)) return labelText(value, locale.languageTag, "");
  if (Array.isArray(value)) {
    const items = value.map((item) => valueText(item, locale));
    return items.length === 0 ? words.answers.none : items.join(words.separator);
  }
  return Object.entries(value)
    .map(([name, inner]) =>
      words.entry({ property: words.property({ name, item: false }), value: valueText(inner, locale) }),
    )
    .join(words.separator);
}

function isLabel(value: object): value is Exclude<Label, string> {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(
      ([tag, text]) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && typeof text === "string",
    ) &&
    entries.some(([tag]) => ["en", "zh", "zh-CN", "zh-TW"].includes(tag))
  );
}

/** Two texts that differ in another language are shown in all languages. */
function toldApart(before: unknown, after: unknown, old: string, now: string) {
  return old === now
    ? { before: JSON.stringify(before), after: JSON.stringify(after) }
    : { before: old, after: now };
}
