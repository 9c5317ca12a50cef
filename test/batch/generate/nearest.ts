import type { Random } from "../../reference/generate/random.js";

/**
 * Two whole numbers of hundredths whose quotient lies as near to a rounding tie of 1 / unit as their sizes let it, above or below: a convergent of the tie's
 * continued fraction, further out; or the tie itself.
 */
export function nearestTo(
  random: Random,
  unit: bigint,
): { readonly actual: number; readonly target: number } {
  const whole = 2n * unit;
  const near = (whole * BigInt(random.int(55, 125))) / 100n;
  const odd = oddPrimeTo10(near);
  if (random.chance(15)) return scaled(odd, whole, BigInt(random.int(1, 5)));
  const inverse = inverseOf(odd, whole);
  const sign = random.pick([1n, -1n]);
  const base = (((sign * inverse) % whole) + whole) % whole;
  const target = base + whole * BigInt(random.int(0, 40));
  if (target === 0n) return scaled(odd, whole, 1n);
  const actual = (target * odd - sign) / whole;
  return { actual: Number(actual) / 100, target: Number(target) / 100 };
}

function scaled(actual: bigint, target: bigint, times: bigint) {
  return { actual: Number(actual * times) / 100, target: Number(target * times) / 100 };
}

/** The next odd number that 5 does not divide. */
function oddPrimeTo10(near: bigint): bigint {
  let odd = near | 1n;
  while (odd % 5n === 0n) odd += 2n;
  return odd;
}

/** The number by which another has a product one above a multiple of a modulus. */
function inverseOf(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}
