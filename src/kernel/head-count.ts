import * as z from "zod/mini";
import type { Path } from "./errors.js";
import { configRatio, roundingMode, wholeNumber } from "./fields.js";
import { readRatio } from "./number.js";
import { multiply, type Rational, rational } from "./rational.js";
import type { Report } from "./report.js";
import { type RoundingMode, roundToUnits } from "./rounding.js";
import { described } from "./schema.js";

const MOST_PEOPLE = 1_000_000_000;

/** How many people, or what share of them, as a config says it. */
export interface HeadCountBound {
  readonly count?: number | undefined;
  readonly share?: number | string | undefined;
  readonly rounding?: RoundingMode | undefined;
}

/** The schema of a head-count, or a share of the people. */
export function headCountBound(description: string) {
  return described(
    z.strictObject({
      count: z.optional(wholeNumber(0, MOST_PEOPLE)),
      share: z.optional(
        described(
          configRatio({ least: 0, most: 1 }),
          "The share of the people of the group, as a head-count.",
        ),
      ),
      rounding: z.optional(
        described(
          roundingMode(),
          "How a share is rounded to a head-count; without it down for the most and up for the least, so that the share itself is kept.",
        ),
      ),
    }),
    description,
  );
}

/** Notes a bound that is not either a count or a share. */
export function checkHeadCountBound(bound: HeadCountBound | undefined, path: Path, report: Report): void {
  if (bound === undefined || !report.sound(path)) return;
  const { count, share, rounding } = bound;
  if ((count === undefined) === (share === undefined))
    report.add(path, "one-of", "expected either a count or a share");
  else if (count !== undefined && rounding !== undefined)
    report.add([...path, "rounding"], "one-of", "a count is not rounded: take this away");
}

/** A bound as a head-count of so many people. */
export function headCountOf(
  { count, share = 0, rounding }: HeadCountBound,
  people: number,
  side: "most" | "least",
): number {
  return (
    count ?? headCountOfShare(readRatio(share), people, rounding ?? (side === "most" ? "floor" : "ceiling"))
  );
}

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
