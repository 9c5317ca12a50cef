import * as z from "zod/mini";
import { argumentsOf } from "./options.js";
import { described, judged, type Problem } from "./schema.js";
import { show } from "./show.js";

/** A text for people: one string for all languages, or one for each language tag. */
export type Label = string | { readonly [languageTag: string]: string };

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The schema of a label. */
export function label() {
  return described(
    judged<Label>(labelProblem, {
      anyOf: [
        { type: "string", minLength: 1 },
        { type: "object", minProperties: 1, additionalProperties: { type: "string", minLength: 1 } },
      ],
    }),
    'A text for people: one string, or one for each language tag ("en", "zh-CN", "zh-TW").',
  );
}

/** Many labels, such as the duties of a tier. */
export function labels() {
  return z.array(label());
}

const checkLabelText = /* @__PURE__ */ argumentsOf("labelText", () => ({
  text: z.optional(label()),
  languageTag: z.string(),
}));

/**
 * The text of a label in a language. Where the label has no such language: the same language without or with another region, then
 * English, then the first language tag in alphabetical order. Without a label it is `fallback`.
 *
 * @example
 * ```ts
 * import { labelText } from "tierwise";
 * labelText({ en: "Sales", "zh-TW": "銷售額" }, "zh-TW", "sales"); // => "銷售額"
 * labelText({ en: "Sales", "zh-TW": "銷售額" }, "zh-CN", "sales"); // => "銷售額"
 * labelText({ en: "Sales", "zh-TW": "銷售額" }, "fr", "sales"); // => "Sales"
 * labelText(undefined, "fr", "sales"); // => "sales"
 * ```
 */
export function labelText(text: Label | undefined, languageTag: string, fallback: string): string {
  if (text === undefined) return fallback;
  if (typeof text === "string") return text;
  if (typeof text !== "object" || text === null || typeof languageTag !== "string")
    checkLabelText({ text, languageTag });
  const language = languageTag.split("-")[0] ?? languageTag;
  const tags = Object.keys(text).sort();
  const tag =
    tags.find((candidate) => candidate === languageTag) ??
    tags.find((candidate) => candidate === language || candidate.startsWith(`${language}-`)) ??
    tags.find((candidate) => candidate === "en") ??
    tags[0];
  return (tag === undefined ? undefined : text[tag]) ?? fallback;
}

function labelProblem(value: unknown): Problem | undefined {
  const message = `expected a text, or a text for each language such as { "en": "Sales" }, got ${show(value)}`;
  if (typeof value === "string") return value === "" ? { code: "label-invalid", message } : undefined;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { code: value === undefined ? "missing" : "label-invalid", message };
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return { code: "label-invalid", message };
  const wrong = entries.find(
    ([tag, text]) => !LANGUAGE_TAG.test(tag) || typeof text !== "string" || text === "",
  );
  if (wrong === undefined) return undefined;
  return {
    code: "label-invalid",
    message: `expected a text for each language such as { "en": "Sales" }, got ${show(wrong[0])}: ${show(wrong[1])}`,
  };
}
