/** Where Han meets the beginning of a word or a number, and the end of one meets Han. */
const HAN_THEN_WORD = /(\p{Script=Han})(?=[+-]?\p{Nd}|\p{Script=Latin})/gu;
const WORD_THEN_HAN = /([\p{Script=Latin}\p{Nd}%])(?=\p{Script=Han})/gu;
const HAN_APART = /(\p{Script=Han}) +(?=\p{Script=Han})/gu;

/**
 * What is said of `source`, with a space between Han and Latin letters or digits and none between two Han, where the language is Chinese. Texts
 * of `source` itself, such as labels, stay as they are written: only what stands beside them is set apart or closed up.
 */
export function spacedAsChinese<Said>(said: Said, languageTag: string, source: unknown): Said {
  if (!/^zh\b/i.test(languageTag)) return said;
  const own = new Set<string>();
  collectOdd(source, own, new Set());
  const longestFirst = [...own].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map((text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("|");
  return spacedWithin(said, pattern === "" ? undefined : new RegExp(pattern, "g")) as Said;
}

function spacedWithin(said: unknown, own: RegExp | undefined): unknown {
  if (typeof said === "string") return own === undefined ? spaced(said) : spacedAround(said, own);
  if (Array.isArray(said)) return said.map((one) => spacedWithin(one, own));
  if (!isPlain(said)) return said;
  return Object.fromEntries(Object.entries(said).map(([name, one]) => [name, spacedWithin(one, own)]));
}

/** Stands between the letters of a text that stays as it is, so that nothing meets within it; Unicode has it for no text. */
const APART = "\uFFFF";

function spacedAround(text: string, own: RegExp): string {
  const kept = text.replace(own, (one) => Array.from(one).join(APART));
  return spaced(kept).replaceAll(APART, "");
}

function spaced(text: string): string {
  return text.replace(HAN_THEN_WORD, "$1 ").replace(WORD_THEN_HAN, "$1 ").replace(HAN_APART, "$1");
}

/** Collects the texts and names within `data` that spacing would change. */
function collectOdd(data: unknown, odd: Set<string>, seen: Set<unknown>): void {
  if (typeof data === "string") {
    if (spaced(data) !== data) odd.add(data);
    return;
  }
  if ((!Array.isArray(data) && !isPlain(data)) || seen.has(data)) return;
  seen.add(data);
  if (!Array.isArray(data)) for (const name of Object.keys(data)) collectOdd(name, odd, seen);
  for (const value of Object.values(data)) collectOdd(value, odd, seen);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
