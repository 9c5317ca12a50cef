const SPLITTER = 2 ** 27 + 1;

/**
 * a x b - c x d of whole numbers up to 2^53 in size: exact where it is below 2^53 itself, and of the right sign always.
 *
 * What rounding took from each product is a floating-point number again (T. J. Dekker, "A floating-point technique for extending the available precision", 1971). Two products that are
 * at most twice each other differ by exactly what their difference in floating point says; two that are further apart differ by more than was rounded.
 */
export function differenceOfProducts(a: number, b: number, c: number, d: number): number {
  const [first, second] = [a * b, c * d];
  return first - second + (roundedAway(a, b, first) - roundedAway(c, d, second));
}

/** What a product of two numbers has beside its nearest floating-point number. */
function roundedAway(a: number, b: number, product: number): number {
  const highA = highHalf(a);
  const highB = highHalf(b);
  const lowA = a - highA;
  const lowB = b - highB;
  return lowA * lowB - (product - highA * highB - lowA * highB - highA * lowB);
}

/** The first 26 bits of a number. */
function highHalf(a: number): number {
  const wide = a * SPLITTER;
  return wide - (wide - a);
}
