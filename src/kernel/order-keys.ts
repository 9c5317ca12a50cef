import * as z from "zod/mini";
import type { Path } from "./errors.js";
import { id } from "./fields.js";
import { type NumberInput, readNumber } from "./number.js";
import { compare, type Rational } from "./rational.js";
import type { Report } from "./report.js";
import { described, list } from "./schema.js";
import { show } from "./show.js";

/** A number by which people are put in order, and which end of it comes first. */
export interface OrderKey {
  readonly key: string;
  readonly order: "ascending" | "descending";
}

/** The schema of the numbers by which people are put in order. */
export function orderKeysSchema(description: string) {
  return described(
    list(z.strictObject({ key: id(), order: z.enum(["ascending", "descending"]) }), 1),
    description,
  );
}

/** Notes keys that are there twice. */
export function checkOrderKeys(keys: readonly OrderKey[] | undefined, path: Path, report: Report): void {
  const seen = new Set<string>();
  for (const [index, { key }] of report.items(keys, path)) {
    if (seen.has(key)) report.add([...path, index, "key"], "duplicate-id", `${show(key)} is there twice`);
    seen.add(key);
  }
}

/** The numbers of one of the people, in the order in which they count; notes those that are not given. */
export function readOrderKeys(
  order: readonly OrderKey[],
  given: Readonly<Record<string, NumberInput>> | undefined,
  path: Path,
  why: (key: string) => string,
  report: Report,
): readonly Rational[] {
  return order.map(({ key }) => {
    const value = given !== undefined && Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined) report.add([...path, key], "missing", why(key));
    return readNumber(value ?? 0);
  });
}

/** Compares two people by their numbers: below zero where the first of them comes first, zero where the keys do not tell. */
export function compareByKeys(
  order: readonly OrderKey[],
  a: readonly Rational[],
  b: readonly Rational[],
): number {
  for (const [index, { order: direction }] of order.entries()) {
    const difference = compare(a[index] as Rational, b[index] as Rational);
    if (difference !== 0) return direction === "ascending" ? difference : -difference;
  }
  return 0;
}
