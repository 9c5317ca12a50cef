import { currencyDecimals, isCurrency } from "../kernel/currency.js";
import type { Path } from "../kernel/errors.js";
import { isNumberProblem, type NumberInput, parseNumber, readNumber } from "../kernel/number.js";
import { multiply, type Rational, rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { roundToUnits } from "../kernel/rounding.js";
import { show } from "../kernel/show.js";

/** Notes an amount that is finer than the currency. */
export function checkMoney(amount: NumberInput, currency: string, path: Path, report: Report): void {
  const decimals = currencyDecimals(currency);
  if (isWhole(readNumber(amount), decimals)) return;
  report.add(path, "amount-too-fine", `expected at most ${decimals} decimals, got ${show(amount)}`);
}

function isWhole(amount: Rational, decimals: number): boolean {
  return multiply(amount, rational(10n ** BigInt(decimals))).d === 1n;
}

/** A stated amount, which is no finer than its units, in units of so many decimals. */
export function statedUnits(amount: Rational, decimals: number): bigint {
  return roundToUnits(amount, decimals, "floor");
}

/** A config with or without its currency: in a policy the policy says it. */
export interface WithCurrency {
  readonly currency?: string | undefined;
}

/**
 * Notes stated amounts that are paid as they stand and are finer than the currency. `fields` says where they are, from the config on: names with points between them, `*` for every item of a list. Rates, and
 * what only has to be reached, may be finer.
 */
export function checkStatedMoney(
  config: WithCurrency,
  fields: readonly string[],
  path: Path,
  report: Report,
): void {
  const { currency } = config;
  if (!isCurrency(currency)) return;
  for (const field of fields) {
    for (const [at, amount] of valuesAt(config, field.split("."), path)) {
      const isWritten = typeof amount === "number" || typeof amount === "string";
      // Where a choice beside it is wrong, no schema has looked at the amount.
      if (!isWritten || isNumberProblem(parseNumber(amount)) || !report.sound(at)) continue;
      checkMoney(amount, currency, at, report);
    }
  }
}

/** What lies at a field, with its path; nothing where the config has no such thing. */
function valuesAt(
  value: unknown,
  names: readonly string[],
  path: Path,
): readonly (readonly [Path, unknown])[] {
  const [name, ...rest] = names;
  if (name === undefined) return [[path, value]];
  if (name === "*")
    return Array.isArray(value) ? value.flatMap((item, index) => valuesAt(item, rest, [...path, index])) : [];
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return [];
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], rest, [...path, name]);
}
