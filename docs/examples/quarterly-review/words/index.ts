import type { Reason } from "../reasons.js";
import { english } from "./en.js";
import type { ReasonWords, Words } from "./words.js";
import { simplified } from "./zh-CN.js";
import { traditional } from "./zh-TW.js";

export type { Words } from "./words.js";

export const LANGUAGES = ["en", "zh-CN", "zh-TW"] as const;

export type Language = (typeof LANGUAGES)[number];

/** The words of a language. */
export function wordsOf(language: Language): Words {
  return { en: english, "zh-CN": simplified, "zh-TW": traditional }[language];
}

/** Why a row was rejected, in words. For a fault that these words do not foresee it is what the library says. */
export function sayReason(
  { code, column = "", cell = "", params = {}, message }: Reason,
  words: Words,
): string {
  const text = (name: string, separator = ", ") => {
    const value = params[name] ?? "";
    return Array.isArray(value) ? value.join(separator) : String(value);
  };
  const shown: ReasonWords = {
    column,
    cell,
    lines: text("lines"),
    from: text("from"),
    to: text("to"),
    tiers: text("tiers"),
    format: text("format"),
    other: text("other", " | "),
    cells: text("cells"),
    columns: text("columns"),
  };
  const rangeUnknown = code === "out-of-range" && shown.from === "";
  const sentence = rangeUnknown ? undefined : words.reasons[code]?.(shown);
  return sentence ?? [column, message ?? code].filter((part) => part !== "").join(": ");
}
