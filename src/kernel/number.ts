import { type Decimal, decimalText, isDecimal, smallUnits } from "./decimal.js";
import {
  absolute,
  compare,
  decimalFraction,
  divide,
  powerOfTen,
  type Rational,
  rational,
  rationalText,
  smallRational,
} from "./rational.js";
import { show } from "./show.js";

/**
 * A number as callers may write it: a JS number (the decimal that it prints as), a decimal string such as `"12.50"`, a
 * fraction string such as `"1/3"`, or a `Decimal` of any clone.
 */
export type NumberInput = number | string | Decimal;

/** A number in a config, which is plain JSON: a JS number, a decimal string or a fraction string. */
export type ConfigNumber = number | string;

/** A ratio in a config: as `ConfigNumber`, or a percent string such as `"25%"`. */
export type ConfigRatio = number | string;

/** Why a value is not a number that can be computed with. */
export interface NumberProblem {
  readonly code: "number-missing" | "number-invalid" | "number-not-finite" | "number-out-of-range";
  readonly message: string;
}

/** Units in which decimal.js keeps what is behind the point. */
const UNITS_IN_ONE = 10_000_000;
const MOST_CHARACTERS = 1000;
const LARGEST_EXPONENT = 308;
const MOST_DECIMALS = 400;
const LIMIT = rational(10n ** BigInt(LARGEST_EXPONENT + 1));
const DECIMAL = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d+))?$/;
const EXPECTED = 'expected a number, a decimal text such as "12.5" or a fraction text such as "1/3"';

/** Reads a number exactly, or says why it is none. */
export function parseNumber(value: unknown): Rational | NumberProblem {
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return rational(BigInt(value));
    if (!Number.isFinite(value)) return problem("number-not-finite", `${EXPECTED}, got ${value}`);
    return shortDecimal(value) ?? parseText(String(value), value);
  }
  if (typeof value === "string") return parseText(value, value);
  if (value === undefined || value === null)
    return problem("number-missing", `${EXPECTED}, got ${show(value)}`);
  if (typeof value === "object" && isDecimal(value)) {
    const units = smallUnits(value);
    if (units !== undefined) return smallRational(units, UNITS_IN_ONE);
    const text = decimalText(value);
    return text === undefined
      ? problem("number-not-finite", `expected a finite number, got ${show(value)}`)
      : parseText(text, value);
  }
  return problem("number-invalid", `${EXPECTED}, got ${show(value)}`);
}

const LONGEST_SHORT = 1e15;

/**
 * A number with two decimals at most, without its text. No two decimals of 15 digits at most are nearest to the same JS number, so that the one that it
 * prints as, the shortest of all, is this one.
 */
function shortDecimal(value: number): Rational | undefined {
  const units = Math.round(value * 100);
  return Math.abs(units) < LONGEST_SHORT && units / 100 === value ? smallRational(units, 100) : undefined;
}

/** As `parseNumber`, and `"25%"` is a quarter. */
export function parseRatio(value: unknown): Rational | NumberProblem {
  if (typeof value !== "string" || !value.endsWith("%")) return parseNumber(value);
  const percent = parseNumber(value.slice(0, -1));
  return isNumberProblem(percent) ? invalidText(value) : divide(percent, rational(100n));
}

export function isNumberProblem(value: Rational | NumberProblem): value is NumberProblem {
  return "code" in value;
}

/** Reads a number that has been checked before. */
export function readNumber(value: unknown): Rational {
  return checked(parseNumber(value));
}

/** Reads a ratio that has been checked before. */
export function readRatio(value: unknown): Rational {
  return checked(parseRatio(value));
}

function checked(read: Rational | NumberProblem): Rational {
  if (isNumberProblem(read)) throw new Error(`a number was not checked before it was read: ${read.message}`);
  return read;
}

function parseText(text: string, original: unknown): Rational | NumberProblem {
  if (text.length > MOST_CHARACTERS)
    return problem(
      "number-out-of-range",
      `a number has at most ${MOST_CHARACTERS} characters, got ${show(original)}`,
    );
  const slash = text.indexOf("/");
  if (slash < 0) return parseDecimal(text, original);
  const [top, bottom] = [
    parseDecimal(text.slice(0, slash), original),
    parseDecimal(text.slice(slash + 1), original),
  ];
  if (isNumberProblem(top)) return top;
  if (isNumberProblem(bottom)) return bottom;
  if (bottom.n === 0n)
    return problem("number-invalid", `a fraction cannot be divided by zero, got ${show(original)}`);
  const quotient = divide(top, bottom);
  return compare(absolute(quotient), LIMIT) < 0 ? quotient : outOfLimits(original);
}

function parseDecimal(text: string, original: unknown): Rational | NumberProblem {
  const match = DECIMAL.exec(text);
  if (match === null) return invalidText(original);
  const [, sign = "", digits = "", exponentText = "0"] = match;
  const point = digits.indexOf(".");
  const decimals = point < 0 ? 0 : digits.length - point - 1;
  const significant = digits.replace(".", "").replace(/^0+/, "");
  if (significant === "") return rational(0n);
  const exponent = Number(exponentText) - decimals;
  if (exponent + significant.length - 1 > LARGEST_EXPONENT || exponent < -MOST_DECIMALS) {
    return outOfLimits(original);
  }
  const units = BigInt(sign === "-" ? `-${significant}` : significant);
  return exponent >= 0 ? rational(units * powerOfTen(exponent)) : decimalFraction(units, -exponent);
}

function outOfLimits(original: unknown): NumberProblem {
  const expected = `a number is below 1e${LARGEST_EXPONENT + 1} and has at most ${MOST_DECIMALS} decimals`;
  return problem("number-out-of-range", `${expected}, got ${show(original)}`);
}

function invalidText(original: unknown): NumberProblem {
  return problem("number-invalid", `${EXPECTED}, got ${show(original)}${hint(original)}`);
}

function hint(original: unknown): string {
  if (typeof original !== "string") return "";
  if (original.trim() === "") return " (an empty text is not a number)";
  if (/^\s|\s$/.test(original)) return " (take away the spaces around it)";
  if (/^[+-]?[\d.]+,\d+$/.test(original) || /,/.test(original))
    return " (write a point before the decimals and no thousands separators)";
  if (original.endsWith("%")) return percentHint(original);
  return "";
}

/** How a percentage is written where a plain number is wanted: "60%" as 0.6 or "3/5". */
function percentHint(original: string): string {
  const wanted = "a percentage stands only where a ratio is wanted";
  const ratio = /^[+-]?\d+(\.\d+)?%$/.test(original) ? parseRatio(original) : undefined;
  if (ratio === undefined || isNumberProblem(ratio)) return ` (${wanted})`;
  const fraction = ratio.d === 1n ? "" : ` or "${ratio.n}/${ratio.d}"`;
  return ` (${wanted}; if a part is meant here, write ${rationalText(ratio)}${fraction})`;
}

function problem(code: NumberProblem["code"], message: string): NumberProblem {
  return { code, message };
}
