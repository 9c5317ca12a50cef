import { canonicalHash } from "./canonical.js";

/**
 * Where a record holds what names a person: `*` is any property or item. A replay must not depend on the values themselves, only on whether two of them are
 * the same. Numbers of the evidence, attributes, tiers and dates are not here: without them nothing can be replayed.
 */
const PERSONAL: readonly (readonly string[])[] = [
  ["input", "person", "id"],
  ["input", "person", "label"],
  ["input", "evidence", "*", "*", "rater"],
  ["input", "events", "*", "id"],
  ["input", "events", "*", "of"],
  ["input", "events", "*", "by"],
  ["input", "events", "*", "note"],
  ["input", "calibrated", "*", "by"],
  ["input", "calibrated", "*", "reason"],
  ["input", "standing", "violations", "*", "id"],
  ["input", "standing", "sanctions", "*", "violations", "*"],
  ["result", "placement", "axes", "*", "calibrated", "by"],
  ["result", "placement", "axes", "*", "calibrated", "reason"],
  ["result", "decision", "because", "by"],
  ["result", "decision", "because", "note"],
  ["result", "decision", "sanctions", "*", "violations", "*"],
  ["result", "decision", "standing", "violations", "*", "id"],
  ["result", "decision", "standing", "sanctions", "*", "violations", "*"],
  ["result", "standing", "violations", "*", "id"],
  ["result", "standing", "sanctions", "*", "violations", "*"],
  ["result", "person", "id"],
  ["result", "person", "label"],
];

/** What stands for a personal value: the same for the same value and salt, and without the salt it cannot be guessed. */
function pseudonym(value: unknown, salt: string): string {
  return canonicalHash([salt, value]);
}

/** The record with a pseudonym for each personal value. */
export function withPseudonyms<T>(record: T, salt: string): T {
  return PERSONAL.reduce<unknown>(
    (done, place) => replaced(done, place, (value) => pseudonym(value, salt)),
    record,
  ) as T;
}

function replaced(
  value: unknown,
  [first, ...rest]: readonly string[],
  replace: (value: unknown) => unknown,
): unknown {
  if (first === undefined) return replace(value);
  if (typeof value !== "object" || value === null) return value;
  const step = (key: string, inner: unknown) =>
    first === "*" || first === key ? replaced(inner, rest, replace) : inner;
  if (Array.isArray(value)) return value.map((inner, index) => step(String(index), inner));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, step(key, inner)]));
}
