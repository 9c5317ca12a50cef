import { compareIds } from "../../kernel/apportion.js";
import {
  add,
  compare,
  divide,
  floor,
  greater,
  multiply,
  ONE,
  type Rational,
  rational,
  rationalText,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import { type RoundingMode, round } from "../../kernel/rounding.js";

/** What a person would be given without a budget, exact: a raise of the salary, and a sum that is paid once. */
export interface Claim {
  readonly id: string;
  readonly salary: Rational;
  readonly raise: Rational;
  readonly lump: Rational;
  /** What the new salary may not be above, where it may not. */
  readonly most?: Rational;
}

/** What a person is given, rounded. */
export interface Award {
  readonly raise: Rational;
  readonly lump: Rational;
  /** That the order of ids decided whether one unit more was given, as others had the same remainder. */
  readonly byId?: boolean;
}

/** To what a new salary and a sum that is paid once are rounded, and how. */
export interface AwardUnits {
  readonly salary: Rational;
  readonly lump: Rational;
  readonly mode: RoundingMode;
}

/** What all are given, and the one factor that all claims were multiplied by: 1 where the budget is enough. */
export interface Awards {
  readonly factor: Rational;
  /** Whether all were rounded together to stay within the budget, and not each alone. */
  readonly together: boolean;
  readonly awards: readonly Award[];
}

/**
 * Gives what is claimed within a budget, and never more. Claims that are more together are all multiplied by one factor, budget / claims. Then, or where rounding each alone
 * would go over the budget, all are rounded down, and one unit each goes to the largest remainders (of equal ones to the id that comes first) as long as the budget lasts.
 */
export function award(claims: readonly Claim[], budget: Rational | undefined, units: AwardUnits): Awards {
  const total = sum(claims.map(({ raise, lump }) => add(raise, lump)));
  const over = budget !== undefined && compare(total, budget) > 0;
  const factor = over ? divide(budget, total) : ONE;
  const alone = claims.map((claim) => roundAlone(claim, units));
  if (budget === undefined || (!over && compare(sum(alone.map(costOf)), budget) <= 0))
    return { factor, together: false, awards: alone };
  const scaled = claims.map((claim) => ({
    ...claim,
    raise: multiply(claim.raise, factor),
    lump: multiply(claim.lump, factor),
  }));
  return { factor, together: true, awards: roundWithin(scaled, budget, units) };
}

function costOf({ raise, lump }: Award): Rational {
  return add(raise, lump);
}

/** Rounds a new salary and a lump sum; a salary is never lowered, nor raised above what it may be. */
function roundAlone({ salary, raise, lump, most }: Claim, units: AwardUnits): Award {
  const exact = add(salary, raise);
  const rounded = multiply(round(divide(exact, units.salary), 0, units.mode), units.salary);
  const above = most !== undefined && compare(rounded, greater(most, salary)) > 0;
  const newSalary = above ? floorTo(exact, units.salary) : rounded;
  return {
    raise: raise.n === 0n ? ZERO : subtract(greater(newSalary, salary), salary),
    lump: multiply(round(divide(lump, units.lump), 0, units.mode), units.lump),
  };
}

/** One unit that could be added to what was rounded down. */
interface Step {
  readonly index: number;
  readonly of: "raise" | "lump";
  readonly remainder: Rational;
  readonly cost: Rational;
}

function roundWithin(claims: readonly Claim[], budget: Rational, units: AwardUnits): readonly Award[] {
  const awards = claims.map(({ salary, raise, lump }) => ({
    raise:
      raise.n === 0n ? ZERO : subtract(greater(floorTo(add(salary, raise), units.salary), salary), salary),
    lump: floorTo(lump, units.lump),
  }));
  let left = subtract(budget, sum(awards.map(costOf)));
  const steps = claims.flatMap((claim, index) => stepsOf(claim, index, awards[index] as Award, units));
  const idOf = ({ index }: Step) => claims[index]?.id ?? "";
  steps.sort((a, b) => compare(b.remainder, a.remainder) || compareIds(idOf(a), idOf(b)));
  const taken = new Set<Step>();
  for (const step of steps) {
    const { index, of, cost } = step;
    const one = awards[index];
    if (one === undefined || compare(cost, left) > 0) continue;
    one[of] = add(one[of], cost);
    left = subtract(left, cost);
    taken.add(step);
  }
  const apart = apartById(steps, taken);
  return awards.map((one, index) => (apart.has(index) ? { ...one, byId: true } : one));
}

/** Of equal steps of several people, some were taken and some not: the people. */
function apartById(steps: readonly Step[], taken: ReadonlySet<Step>): ReadonlySet<number> {
  const equals = new Map<string, Step[]>();
  for (const step of steps) {
    const name = `${rationalText(step.remainder)} ${rationalText(step.cost)}`;
    const same = equals.get(name);
    if (same === undefined) equals.set(name, [step]);
    else same.push(step);
  }
  return new Set(
    [...equals.values()].flatMap((same) => {
      const people = new Set(same.map(({ index }) => index));
      const some = same.some((step) => taken.has(step)) && !same.every((step) => taken.has(step));
      return some && people.size > 1 ? [...people] : [];
    }),
  );
}

function stepsOf(
  { salary, raise, lump, most }: Claim,
  index: number,
  given: Award,
  units: AwardUnits,
): Step[] {
  const [exact, now] = [add(salary, raise), add(salary, given.raise)];
  const next = add(floorTo(exact, units.salary), units.salary);
  const [raised, lumped] = [remainderOf(exact, units.salary), remainderOf(lump, units.lump)];
  const mayRise = raise.n !== 0n && raised.n !== 0n && (most === undefined || compare(next, most) <= 0);
  return [
    ...(mayRise ? [{ index, of: "raise" as const, remainder: raised, cost: subtract(next, now) }] : []),
    ...(lumped.n === 0n ? [] : [{ index, of: "lump" as const, remainder: lumped, cost: units.lump }]),
  ];
}

function floorTo(value: Rational, unit: Rational): Rational {
  return multiply(rational(floor(divide(value, unit))), unit);
}

/** What is left of a value over whole units, as a part of one. */
function remainderOf(value: Rational, unit: Rational): Rational {
  const inUnits = divide(value, unit);
  return subtract(inUnits, rational(floor(inUnits)));
}
