import type { IssueCode } from "./codes.js";
import { copyDecimal, isDecimal } from "./decimal.js";
import type { Report } from "./report.js";
import { show } from "./show.js";

const DEEPEST = 64;
const MOST_VALUES = 1_000_000;
const LONGEST_TEXT = 10_000;
const LONGEST_KEY = 200;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a name is one that JavaScript keeps for itself, and so cannot be an id or a key. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}

/** What a record has of its own by a name. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** What an object is written with, some of whose properties may be undefined. */
type MaybeAbsent<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** An object while it is put together: property by property costs a tenth of spreading what may be absent into it. */
export type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

/** An object of the properties that are not undefined, in the same order. */
export function withoutAbsent<T extends object>(given: MaybeAbsent<T>): T {
  const made: Partial<T> = {};
  for (const key in given) if (given[key] !== undefined) made[key] = given[key];
  return made as T;
}

/** Freezes a config, of which results hold parts: whoever changes a result changes nothing of the calculator. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

const sealed = new WeakSet<object>();

/** Freezes plain data that we have made, and remembers it: where it comes back in an input, it need not be copied and checked again. */
export function seal<T extends object>(made: T): T {
  sealed.add(deepFreeze(made));
  return made;
}

/** Whether a value is plain data that we have made, and that nobody can have changed. */
export function isSealed(value: unknown): boolean {
  return typeof value === "object" && value !== null && sealed.has(value);
}

/**
 * Copies plain data (as JSON has it, and `Decimal`s where they are allowed) in a bounded walk, and notes all else: values that are
 * too deep, too long or too many, cycles, accessors, class instances, functions, reserved keys. Properties that are
 * undefined are left out, as JSON does. What is sealed is handed on as it is.
 */
export function copyPlain(value: unknown, report: Report, allowed: { readonly decimals: boolean }): unknown {
  const ancestors = new Set<object>();
  let values = 0;
  let full = false;
  const path: (string | number)[] = [];
  const note = (code: IssueCode, message: string, params?: Readonly<Record<string, unknown>>) =>
    report.add([...path], code, message, params);

  const copy = (current: unknown): unknown => {
    values += 1;
    if (values > MOST_VALUES) {
      if (!full) note("too-large", `expected at most ${MOST_VALUES} values in all`, { most: MOST_VALUES });
      full = true;
      return undefined;
    }
    switch (typeof current) {
      case "boolean":
      case "number":
        return current;
      case "string":
        if (current.length <= LONGEST_TEXT) return current;
        note("text-too-long", `expected at most ${LONGEST_TEXT} characters, got ${current.length}`, {
          most: LONGEST_TEXT,
          length: current.length,
        });
        return undefined;
      case "object":
        return current === null ? null : copyObject(current);
      default:
        note("not-plain-data", `expected plain data as JSON has it, got ${show(current)}`);
        return undefined;
    }
  };

  const copyObject = (current: object): unknown => {
    if (isSealed(current)) return current;
    const depth = path.length;
    try {
      if (allowed.decimals && isDecimal(current)) return copyDecimal(current);
      if (ancestors.has(current)) {
        note("cycle", "the data contains itself");
        return undefined;
      }
      if (path.length >= DEEPEST) {
        note("too-deep", `expected at most ${DEEPEST} levels`, { most: DEEPEST });
        return undefined;
      }
      ancestors.add(current);
      const copied = Array.isArray(current) ? copyList(current) : copyRecord(current);
      ancestors.delete(current);
      return copied;
    } catch {
      path.length = depth;
      note("not-plain-data", "expected plain data, got an object that cannot be read");
      return undefined;
    }
  };

  const copyList = (list: readonly unknown[]): unknown => {
    if (values + list.length > MOST_VALUES) {
      note("too-large", `expected at most ${MOST_VALUES} values in all`, { most: MOST_VALUES });
      return undefined;
    }
    return Array.from({ length: list.length }, (_, index) => copyProperty(list, String(index), index));
  };

  const copyRecord = (record: object): unknown => {
    const prototype = Object.getPrototypeOf(record);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      const hint = record instanceof Date ? ' (write a date as text, such as "2026-07-01")' : "";
      note("not-plain-data", `expected a plain object, got an instance of a class${hint}`);
      return undefined;
    }
    const copied: Record<string, unknown> = {};
    for (const key of Object.keys(record)) {
      if (full) break;
      if (isReservedName(key) || key.length > LONGEST_KEY) {
        report.add(
          [...path, key.slice(0, LONGEST_KEY)],
          "key-not-allowed",
          `${show(key)} cannot be used as a name`,
          {},
        );
        continue;
      }
      const property = copyProperty(record, key, key);
      if (property !== undefined) copied[key] = property;
    }
    return copied;
  };

  const copyProperty = (holder: object, key: string, place: string | number): unknown => {
    path.push(place);
    const copied = copyValue(holder, key);
    path.pop();
    return copied;
  };

  const copyValue = (holder: object, key: string): unknown => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key);
    if (descriptor === undefined || !("value" in descriptor)) {
      const found =
        descriptor === undefined ? "a hole in a list" : "a property that runs code when it is read";
      note("not-plain-data", `expected plain data as JSON has it, got ${found}`);
      return undefined;
    }
    if (descriptor.value === undefined && !Array.isArray(holder)) return undefined;
    return copy(descriptor.value);
  };

  return copy(value);
}

/** Plain data of our own without properties that are undefined: itself where there are none. */
export function withoutUndefined(value: unknown): unknown {
  if (!hasUndefined(value) || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutUndefined);
  const kept = Object.entries(value).filter(([, property]) => property !== undefined);
  return Object.fromEntries(kept.map(([key, property]) => [key, withoutUndefined(property)]));
}

function hasUndefined(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === undefined;
  if (isSealed(value) || isDecimal(value)) return false;
  for (const key of Object.keys(value))
    if (hasUndefined((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}
