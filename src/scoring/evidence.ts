import { isDecimal } from "../kernel/decimal.js";
import type { Path } from "../kernel/errors.js";
import { isNumberProblem, parseNumber, parseRatio } from "../kernel/number.js";
import type { Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { notAmong, show } from "../kernel/show.js";

/** Whether a part of evidence, which is plain data, has properties of its own. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isDecimal(value);
}

/** Whether there is nothing. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Reads a weight of zero or more. */
export function readWeight(given: unknown, path: Path, report: Report): Rational | undefined {
  const weight = parseRatio(given);
  if (isNumberProblem(weight)) {
    report.add(path, weight.code, weight.message);
    return undefined;
  }
  if (weight.n >= 0n) return weight;
  report.add(path, "out-of-range", `expected at least 0, got ${show(given)}`);
  return undefined;
}

/** Reads one number. */
export function readOne(given: unknown, path: Path, report: Report): Rational | undefined {
  const value = parseNumber(given);
  if (!isNumberProblem(value)) return value;
  report.add(path, value.code, value.message);
  return undefined;
}

/** Notes the properties of evidence that nobody asked for. */
export function noteOthers(
  parts: Readonly<Record<string, unknown>>,
  known: readonly string[],
  path: Path,
  report: Report,
): void {
  for (const name of Object.keys(parts).filter((one) => !known.includes(one))) {
    report.add([...path, name], "unknown-property", notAmong(known, "part of this evidence", name));
  }
}
