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

/** `"a", "b" or "c"`: the choices that an error names. */
export function showChoices(choices: readonly string[]): string {
  const shown = choices.slice(0, 12).map((choice) => JSON.stringify(choice));
  if (choices.length > shown.length) return `${shown.join(", ")} ... (${choices.length} in all)`;
  const last = shown.pop() ?? "nothing";
  return shown.length === 0 ? last : `${shown.join(", ")} or ${last}`;
}
