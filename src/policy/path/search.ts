import { add, compare, divide, floor, multiply, type Rational, rational } from "../../kernel/rational.js";

/** Where to look. */
export interface Search {
  readonly from: Rational;
  readonly highest: Rational | undefined;
  readonly corners: readonly Rational[];
  readonly decimals: number;
}

/**
 * The least value above `from`, on the grid of 10^-`decimals`, that reaches: one step of the grid less does not. Where something begins anew
 * (`corners`), each is tried, so that a value is found too where more than it does not reach. Nothing where no value up to `highest` reaches.
 */
export function leastThatReaches(
  reaches: (value: Rational) => boolean,
  { from, highest, corners, decimals }: Search,
): Rational | undefined {
  const grid = rational(10n ** BigInt(decimals));
  const up = (value: Rational) => onGrid(value, grid);
  const tried = [...corners, ...(highest === undefined ? [] : [highest])]
    .map(up)
    .filter((value) => compare(value, from) > 0 && (highest === undefined || compare(value, highest) <= 0))
    .sort(compare);
  let below = from;
  for (const value of tried) {
    if (reaches(value)) return between(reaches, below, value, grid);
    below = value;
  }
  return undefined;
}

/** The least multiple of a step that is not below a value. */
function onGrid(value: Rational, grid: Rational): Rational {
  const whole = multiply(value, grid);
  const down = rational(floor(whole));
  return divide(compare(down, whole) === 0 ? down : add(down, rational(1n)), grid);
}

/** The value on the grid that reaches where the one before it does not, between one that does not and one that does. */
function between(
  reaches: (value: Rational) => boolean,
  below: Rational,
  above: Rational,
  grid: Rational,
): Rational {
  let low = floor(multiply(below, grid));
  let high = floor(multiply(above, grid));
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (reaches(divide(rational(middle), grid))) high = middle;
    else low = middle;
  }
  return divide(rational(high), grid);
}
