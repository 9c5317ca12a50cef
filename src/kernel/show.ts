import { isDecimal, shownText } from "./decimal.js";

const LONGEST = 60;

/** A short text of any value for an error message. It reads no property of an object that could run code. */
export function show(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value.length > LONGEST
        ? `${JSON.stringify(value.slice(0, LONGEST))}... (${value.length} characters)`
        : JSON.stringify(value);
    case "bigint":
      return "a bigint";
    case "function":
      return "a function";
    case "symbol":
      return "a symbol";
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? "a list" : showObject(value);
    default:
      return String(value);
  }
}

function showObject(value: object): string {
  try {
    if (!isDecimal(value)) return "an object";
    const text = shownText(value) ?? "a Decimal that is not finite";
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}... (${text.length} characters)` : text;
  } catch {
    return "an object";
  }
}

/** That a name is not among those that are known, which they are, and which of them was perhaps meant. */
export function notAmong(known: readonly string[], what: string, name: unknown): string {
  return `${show(name)} is not ${what}: expected ${showChoices(known)}${didYouMean(name, known)}`;
}

const MOST_EDITS = 2;

/** A hint at the choice that is spelt almost as a name is: at most two letters are to be changed or swapped, and fewer than half of them. */
export function didYouMean(name: unknown, choices: readonly string[]): string {
  if (typeof name !== "string") return "";
  const meant = nearest(name, choices, Math.min(MOST_EDITS, Math.ceil(name.length / 2) - 1));
  return meant === undefined ? "" : ` (did you mean ${show(meant)}?)`;
}

/** The choice that the fewest changes of letters, and at most so many, make of a name; the first of those that are as near. */
export function nearest(name: string, choices: readonly string[], most: number): string | undefined {
  const lower = name.toLowerCase();
  for (let edits = 0; edits <= most; edits += 1) {
    const meant = choices.find((choice) => isNear(lower, choice.toLowerCase(), edits));
    if (meant !== undefined) return meant;
  }
  return undefined;
}

/** The known name that a name is perhaps misspelt for; not one that only has other digits, as exam-1 and exam-2 have. */
export function misspeltFor(name: string, known: readonly string[]): string | undefined {
  const meant = nearest(name, known, mostMisspelt(name));
  const bare = (text: string) => text.replace(/[0-9]+/g, "#");
  return meant === undefined || bare(name) === bare(meant) ? undefined : meant;
}

/** How many letters may be other ones: the fewer, the shorter a name is, as short names are alike by chance. */
function mostMisspelt({ length }: string): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Whether so many letters added, left out, changed, or swapped with the next make one text of the other. */
function isNear(a: string, b: string, edits: number): boolean {
  if (a === b) return true;
  if (a[0] === b[0]) return isNear(a.slice(1), b.slice(1), edits);
  const left = edits - 1;
  const isSwapped = a[0] === b[1] && a[1] === b[0];
  return (
    left >= 0 &&
    ((isSwapped && isNear(a.slice(2), b.slice(2), left)) ||
      isNear(a.slice(1), b, left) ||
      isNear(a, b.slice(1), left) ||
      isNear(a.slice(1), b.slice(1), left))
  );
}

/** `"a", "b" or "c"`: the choices that an error names. */
export function showChoices(choices: readonly string[]): string {
  const shown = choices.slice(0, 12).map((choice) => JSON.stringify(choice));
  if (choices.length > shown.length) return `${shown.join(", ")} ... (${choices.length} in all)`;
  const last = shown.pop() ?? "nothing";
  return shown.length === 0 ? last : `${shown.join(", ")} or ${last}`;
}
