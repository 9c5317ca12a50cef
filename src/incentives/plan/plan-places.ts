import { type Decimal, shownDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import { compare, HUNDRED, multiply, type Rational } from "../../kernel/rational.js";

/** A place of a plan, and the result at which it begins. */
export interface PlanCorner {
  readonly path: readonly (string | number)[];
  readonly from: Rational;
}

/** Where in a plan something about a result comes from. */
export interface PlanPlaces {
  readonly corners: readonly PlanCorner[];
  readonly threshold?: PlanCorner | undefined;
  readonly cap?: Path | undefined;
  /** The part of the quota that one unit of result is, where the plan counts attainment. */
  readonly attainment?: Rational | undefined;
}

const NOWHERE: Path = [];

/** The threshold, bracket or point that begins at a result exactly; none where several do. */
export function beginsAt({ corners, threshold }: PlanPlaces, result: Rational): Path {
  const found = [...(threshold === undefined ? [] : [threshold]), ...corners].filter(
    ({ from }) => compare(from, result) === 0,
  );
  const [first, second] = found;
  return first === undefined || (second !== undefined && first !== threshold) ? NOWHERE : first.path;
}

/** The bracket or point that a result is in: the last that begins at it or below; none where several do. */
export function isIn({ corners }: PlanPlaces, result: Rational): Path {
  const below = corners.filter(({ from }) => compare(from, result) <= 0);
  const highest = below.reduce<PlanCorner | undefined>(
    (last, one) => (last === undefined || compare(one.from, last.from) > 0 ? one : last),
    undefined,
  );
  const found = below.filter(({ from }) => highest !== undefined && compare(from, highest.from) === 0);
  return found.length === 1 ? (found[0]?.path ?? NOWHERE) : NOWHERE;
}

/** The attainment in percent that a result is, where the plan counts that. */
export function attainedPercent({ attainment }: PlanPlaces, result: Rational): { attainment?: Decimal } {
  if (attainment === undefined) return {};
  return { attainment: shownDecimal(multiply(multiply(result, attainment), HUNDRED)) };
}
