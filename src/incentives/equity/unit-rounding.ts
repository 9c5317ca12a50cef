import * as z from "zod/mini";
import { add, floor, multiply, type Rational, rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import { type RoundingMode, roundToUnits } from "../../kernel/rounding.js";
import { described } from "../../kernel/schema.js";

/**
 * How a grant's units are shared by its tranches, by name; the allocation types of the Open Cap Format in brackets, and what 18 units in four equal tranches become.
 *
 * - `cumulative-nearest` (CUMULATIVE_ROUNDING, 5-4-5-4), `cumulative-down` (CUMULATIVE_ROUND_DOWN, 4-5-4-5) and `cumulative-up` (5-4-5-4): the running total is rounded, and a tranche is what
 *   it gains; nearest goes up on a tie.
 * - `front-loaded` (FRONT_LOADED, 5-5-4-4) and `back-loaded` (BACK_LOADED, 4-4-5-5): each tranche is rounded down, and one unit each of what is left goes to the first, or the last, of those that were.
 * - `first-tranche` (FRONT_LOADED_TO_SINGLE_TRANCHE, 6-4-4-4) and `last-tranche` (BACK_LOADED_TO_SINGLE_TRANCHE, 4-4-4-6): all that is left goes to the first, or the last, tranche.
 * - `each-up` (5-5-5-3) and `each-nearest` (5-5-5-3): each tranche is rounded by itself, as long as there are units, and the last gets the rest.
 * - `fractional` (FRACTIONAL, 4.5-4.5-4.5-4.5): as `cumulative-nearest`, of units with 10 decimals.
 */
export const UNIT_ROUNDINGS = [
  "cumulative-nearest",
  "cumulative-down",
  "cumulative-up",
  "front-loaded",
  "back-loaded",
  "first-tranche",
  "last-tranche",
  "each-up",
  "each-nearest",
  "fractional",
] as const;

/** The name of a way to share units by tranches. */
export type UnitRounding = (typeof UNIT_ROUNDINGS)[number];

/** The decimals of units where fractions of them vest: as many as the Open Cap Format's numbers have. */
export const FRACTIONAL_DECIMALS = 10;

/** The schema of a way to share units. */
export function unitRounding() {
  return described(
    z._default(z.enum(UNIT_ROUNDINGS), "cumulative-down"),
    "How units that do not come out even are shared by the tranches.",
  );
}

/** Shares whole units by weights above zero, in the order of the tranches; the parts sum to the units. */
export function shareUnits(
  units: bigint,
  weights: readonly Rational[],
  rounding: UnitRounding,
): readonly bigint[] {
  const all = sum(weights);
  const exact = weights.map((weight) => rational(weight.n * all.d * units, weight.d * all.n));
  switch (rounding) {
    case "cumulative-nearest":
    case "fractional":
      return cumulative(exact, "half-up");
    case "cumulative-down":
      return cumulative(exact, "down");
    case "cumulative-up":
      return cumulative(exact, "up");
    case "each-up":
      return each(exact, units, "up");
    case "each-nearest":
      return each(exact, units, "half-up");
    default:
      return leftOver(exact, units, rounding);
  }
}

function cumulative(exact: readonly Rational[], mode: RoundingMode): readonly bigint[] {
  let total = ZERO;
  let shared = 0n;
  return exact.map((part) => {
    total = add(total, part);
    const gained = roundToUnits(total, 0, mode) - shared;
    shared += gained;
    return gained;
  });
}

function each(exact: readonly Rational[], units: bigint, mode: RoundingMode): readonly bigint[] {
  let left = units;
  return exact.map((part, index) => {
    const rounded = roundToUnits(part, 0, mode);
    const taken = index === exact.length - 1 || rounded > left ? left : rounded;
    left -= taken;
    return taken;
  });
}

function leftOver(
  exact: readonly Rational[],
  units: bigint,
  to: "front-loaded" | "back-loaded" | "first-tranche" | "last-tranche",
): readonly bigint[] {
  const parts = exact.map(floor);
  const left = Number(units - parts.reduce((total, part) => total + part, 0n));
  const raise = (index: number | undefined, by: bigint) => {
    if (index !== undefined) parts[index] = (parts[index] ?? 0n) + by;
  };
  if (to === "first-tranche") raise(0, BigInt(left));
  else if (to === "last-tranche") raise(parts.length - 1, BigInt(left));
  else {
    const cut = [...exact.keys()].filter((index) => exact[index]?.d !== 1n);
    const raised = to === "front-loaded" ? cut.slice(0, left) : cut.slice(cut.length - left);
    for (const index of raised) raise(index, 1n);
  }
  return parts;
}

/** A share of some units, as whole ones by a rounding mode. */
export function partOfUnits(units: bigint, share: Rational, mode: RoundingMode): bigint {
  return roundToUnits(multiply(rational(units), share), 0, mode);
}

/** What is left of a weight when some of its units are taken away. */
export function weightLeft(weight: Rational, units: bigint, taken: bigint): Rational {
  return subtract(weight, multiply(weight, rational(taken, units)));
}
