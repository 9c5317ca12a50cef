import { multiply, type Rational, rational } from "./rational.js";
import { type RoundingMode, roundToUnits } from "./rounding.js";

/** A share of so many people as a head-count. */
export function headCountOfShare(share: Rational, people: number, mode: RoundingMode): number {
  return Number(roundToUnits(multiply(share, rational(BigInt(people))), 0, mode));
}

/** Who is in where equals stand on both sides of a cut: all of them, none, or the first in order. */
export type TieRule = "all-in" | "all-out" | "in-order";

/**
 * How many of `members`, who are in order, are in, where there are so many `places`. Only a tie moves the count: of equals on both
 * sides of the cut all are in, none is, or as many as there are places, the first in order.
 */
export function headCount<Member>(
  members: readonly Member[],
  places: number,
  equal: (a: Member, b: Member) => boolean,
  ties: TieRule,
): number {
  const [last, next] = [members[places - 1], members[places]];
  const splits = last !== undefined && next !== undefined && equal(last, next);
  if (!splits || ties === "in-order") return Math.min(Math.max(places, 0), members.length);
  const first = members.findIndex((member) => equal(member, last));
  return ties === "all-out" ? first : first + members.filter((member) => equal(member, last)).length;
}
