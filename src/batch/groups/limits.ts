import type { NumberLimits } from "../../classification/facts.js";
import { readNumber } from "../../kernel/number.js";
import { multiply, rational } from "../../kernel/rational.js";
import { ceilingDivide, floorDivide, unitsOf } from "../forms/forms.js";

/** The least and the most of 1 / den that limits allow. */
export function limitsOf({ atLeast, atMost }: NumberLimits, den: bigint): readonly [number, number] {
  const scaled = (limit: number | string) => multiply(readNumber(limit), rational(den));
  const least = atLeast === undefined ? undefined : scaled(atLeast);
  const most = atMost === undefined ? undefined : scaled(atMost);
  return [
    least === undefined ? Number.NEGATIVE_INFINITY : nearby(ceilingDivide(least.n, least.d)),
    most === undefined ? Number.POSITIVE_INFINITY : nearby(floorDivide(most.n, most.d)),
  ];
}

/** Whole units, or infinitely many where no column has so many. */
function nearby(units: bigint): number {
  const exact = unitsOf(units);
  if (!Number.isNaN(exact)) return exact;
  return units > 0n ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
