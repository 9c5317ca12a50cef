import { Decimal as SharedDecimal } from "decimal.js";
import {
  decimalsOf,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  readRationalText,
  scaledText,
} from "./rational.js";
import { type RoundingMode, roundToUnits } from "./rounding.js";

/** A decimal of decimal.js, in which results come out. It prints and serialises as its exact decimal text. */
export type Decimal = SharedDecimal;

/** Whether `value` is a decimal.js instance, of any clone of its constructor. */
export function isDecimal(value: unknown): value is Decimal {
  return SharedDecimal.isDecimal(value);
}

/** Rounds `value` to `decimals` digits and hands it out as a `Decimal`. */
export function toDecimal(value: Rational, decimals: number, mode: RoundingMode = "half-up"): Decimal {
  return unitsToDecimal(roundToUnits(value, decimals, mode), decimals);
}

/** `units` / 10^`decimals` as a `Decimal`. */
export function unitsToDecimal(units: bigint, decimals: number): Decimal {
  const small = Number(units);
  return Number.isSafeInteger(small) && decimals <= WORD_DIGITS
    ? smallDecimal(small, decimals)
    : new (door())(scaledText(units, decimals));
}

/** decimal.js keeps a number as words of 7 digits, the point between two of them, without words of zeros at either end. */
const WORD_DIGITS = 7;
const WORD = 10 ** WORD_DIGITS;
const SCALES = Array.from({ length: WORD_DIGITS + 1 }, (_, decimals) => 10 ** decimals);

/** The same of a small number, without a text in between: most numbers of results are small. */
function smallDecimal(units: number, decimals: number): Decimal {
  if (units === 0) return ofWords(1, 0, [0]);
  const size = Math.abs(units);
  const scale = SCALES[decimals] as number;
  const part = size % scale;
  const whole = (size - part) / scale;
  const exponent = (whole === 0 ? digitsOf(part) - decimals : digitsOf(whole)) - 1;
  return ofWords(units < 0 ? -1 : 1, exponent, wordsOf(whole, part * (WORD / scale)));
}

/** The words of a number above zero: those before the point, and the one behind it. */
function wordsOf(whole: number, part: number): number[] {
  if (whole === 0) return [part];
  if (whole < WORD) return part === 0 ? [whole] : [whole, part];
  const words = part === 0 ? [] : [part];
  for (let rest = whole; rest > 0; rest = Math.floor(rest / WORD))
    if (words.length > 0 || rest % WORD > 0) words.unshift(rest % WORD);
  return words;
}

/** A `Decimal` of the fields that decimal.js keeps. Its own constructor makes it, so that its functions find it to be like all others: what is like no other has them compiled anew. */
function ofWords(s: number, e: number, d: number[]): Decimal {
  const made: { s: number; e: number; d: number[] } & Decimal = new (door())(0);
  made.s = s;
  made.e = e;
  made.d = d;
  return made;
}

/** How many digits a whole number of zero or more has; zero has none. */
function digitsOf(whole: number): number {
  let digits = 0;
  for (let least = 1; whole >= least; least *= 10) digits += 1;
  return digits;
}

const MOST_WORDS = 200;

/**
 * A copy of a `Decimal` that is read once, so that an object that only claims to be one can neither run code later nor be
 * endless. Not finite ones, and objects that are none after all, come out as NaN, which no reader takes for a number.
 */
export function copyDecimal(value: Decimal): Decimal {
  const [s, e, d] = ["s", "e", "d"].map((key) => Object.getOwnPropertyDescriptor(value, key)?.value);
  const words = Array.isArray(d) && d.length <= MOST_WORDS ? Array.from(d) : null;
  return new (door())(decimalText({ s, e, d: words } as Decimal) ?? Number.NaN);
}

/** The text that a `Decimal` prints as in an error, or undefined where it is not finite. */
export function shownText(value: Decimal): string | undefined {
  const text = decimalText(value);
  return text === undefined ? undefined : new (door())(text).toString();
}

/** The exact decimal text of any decimal.js instance, or undefined where it is not finite. */
export function decimalText(value: Decimal): string | undefined {
  const { s, e, d } = value;
  if (!Array.isArray(d) || !d.every(isWord) || !Number.isInteger(e) || (s !== 1 && s !== -1))
    return undefined;
  const digits = d
    .map((word, index) => (index === 0 ? String(word) : String(word).padStart(7, "0")))
    .join("");
  return `${s < 0 ? "-" : ""}${digits}e${e - digits.length + 1}`;
}

/** The JS number that is nearest to a `Decimal` with 7 digits at most before the point and 7 behind it. */
export function nearNumber(value: Decimal): number | undefined {
  const units = smallUnits(value);
  return units === undefined ? undefined : units / WORD;
}

/** How many units of 10^-7 a `Decimal` is, where it has 7 digits at most before the point and 7 behind it. */
export function smallUnits({ s, e, d }: Decimal): number | undefined {
  if (!Array.isArray(d) || d.length > 2 || (s !== 1 && s !== -1)) return undefined;
  const whole: unknown = d[0];
  const part: unknown = d.length > 1 ? d[1] : 0;
  if (!isWord(whole) || !isWord(part)) return undefined;
  if (e !== Math.max(1, digitsOf(whole)) - 1) return undefined;
  return s * (whole * WORD + part);
}

function isWord(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e7;
}

const settings = {
  precision: 400,
  rounding: 4,
  toExpNeg: -400,
  toExpPos: 400,
  minE: -9e15,
  maxE: 9e15,
} as const;
let currentDoor: typeof SharedDecimal | undefined;

/** A private constructor; once a caller has changed its settings through a result, later results get a fresh one. */
function door(): typeof SharedDecimal {
  const untouched =
    currentDoor !== undefined &&
    currentDoor.precision === settings.precision &&
    currentDoor.rounding === settings.rounding &&
    currentDoor.toExpNeg === settings.toExpNeg &&
    currentDoor.toExpPos === settings.toExpPos &&
    currentDoor.minE === settings.minE &&
    currentDoor.maxE === settings.maxE;
  if (!untouched) {
    currentDoor = SharedDecimal.clone({ defaults: true, ...settings });
    // An engine looks up what a function of so many properties has in a table, each time anew; what is somebody's prototype it makes fast, which halves what a decimal costs.
    Object.create(currentDoor);
  }
  return currentDoor as typeof SharedDecimal;
}

/** The decimals of what is shown but never computed with. */
export const SHOWN_DECIMALS = 6;

/** A number that is worked out to be shown, never to be computed with: an attainment, a payout, an effective rate. */
export function shownDecimal(value: Rational): Decimal {
  return toDecimal(value, SHOWN_DECIMALS);
}

/** Reads a number of a result, or the text that it was stored as: of any size, where an input has limits. */
export function resultValue(value: Decimal | string): Rational {
  const [digits = "", exponent = "0"] = String(value).split("e");
  const size = 10n ** BigInt(exponent.replace(/^[+-]/, ""));
  return multiply(readRationalText(digits), exponent.startsWith("-") ? rational(1n, size) : rational(size));
}

const LONGEST_EXACT = 400;

/** A number of the config or the input as a `Decimal`: exact where its decimal ends; a third, say, is rounded to be shown. */
export function exactDecimal(value: Rational): Decimal {
  const decimals = decimalsOf(value.d);
  if (decimals === undefined) return shownDecimal(value);
  // What the power of ten has that the denominator has not is whole.
  const small =
    decimals <= WORD_DIGITS ? Number(value.n) * ((SCALES[decimals] as number) / Number(value.d)) : Number.NaN;
  if (Number.isSafeInteger(small)) return smallDecimal(small, decimals);
  const text = scaledText((value.n * powerOfTen(decimals)) / value.d, decimals);
  return text.length > LONGEST_EXACT ? shownDecimal(value) : new (door())(text);
}

/** A number as plain data keeps it: a decimal, or a fraction text where the decimal does not end. */
export function lossless(value: Rational): Decimal | string {
  return decimalsOf(value.d) === undefined ? `${value.n}/${value.d}` : exactDecimal(value);
}
