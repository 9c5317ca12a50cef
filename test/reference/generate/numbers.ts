import { HUNDRED, multiply, type Rational, rational, rationalText } from "../../../src/kernel/rational.js";
import type { Random } from "./random.js";

/** A fraction of two whole numbers. */
export function fraction(n: number, d = 1): Rational {
  return rational(BigInt(n), BigInt(d));
}

/** Writes a number in one of the ways that are allowed: a JS number, a decimal text, a fraction text. */
export function write(random: Random, value: Rational): number | string {
  const text = rationalText(value);
  if (text.includes("/")) return writeFraction(random, value);
  const ways = [
    () => (String(Number(text)) === text ? Number(text) : text),
    () => text,
    () => (text.includes(".") ? `${text}0` : `${text}.00`),
    () => exponential(text),
    () => (text.startsWith("-") ? text : `+${text}`),
    () => writeFraction(random, value),
  ];
  return random.pick([ways[0], ways[0], ways[0], ...ways] as typeof ways)();
}

/** As `write`, and also in percent. */
export function writeRatio(random: Random, value: Rational): number | string {
  return random.chance(40) ? percent(value) : write(random, value);
}

export function percent(value: Rational): string {
  return `${rationalText(multiply(value, HUNDRED))}%`;
}

/** The same value over a denominator that need not be the smallest, and need not be whole. */
export function writeFraction(random: Random, { n, d }: Rational): string {
  const scale = random.pick([rational(1n), rational(1n), rational(3n), rational(1n, 2n), rational(1n, 10n)]);
  return [rational(n), rational(d)].map((part) => rationalText(multiply(part, scale))).join("/");
}

function exponential(text: string): string {
  const [whole = "", part = ""] = text.split(".");
  return `${whole}${part}e-${part.length}`;
}
