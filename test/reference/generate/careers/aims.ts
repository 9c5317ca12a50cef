import { add, type Rational, rational } from "../../../../src/kernel/rational.js";
import { fraction, write } from "../numbers.js";
import type { Random } from "../random.js";

/** What rules compare numbers with, so that careers can be aimed at the corners. */
export interface Aims {
  /** By axis: levels of scores, and how far they have to rise or fall. */
  readonly levels: Map<string, Rational[]>;
  readonly changes: Map<string, Rational[]>;
  readonly indicators: Map<string, Rational[]>;
  readonly groups: Map<string, Rational[]>;
  readonly facts: Map<string, Rational[]>;
  readonly promotionScores: Rational[];
}

export const FACTS = ["interview", "languages"] as const;
export const COMPUTED = ["months-in-tier", "violations", "violation-points"] as const;
export const CERTIFICATES = ["leadership", "sales"] as const;

export function noAims(): Aims {
  return {
    levels: new Map(),
    changes: new Map(),
    indicators: new Map(),
    groups: new Map(),
    facts: new Map(),
    promotionScores: [],
  };
}

export function aim(aims: Map<string, Rational[]>, name: string, at: Rational): Rational {
  aims.set(name, [...(aims.get(name) ?? []), at]);
  return at;
}

/** A number between whole ones, in steps that careers use too. */
export function somewhere(random: Random, from: number, to: number): Rational {
  const part = random.pick([fraction(0), fraction(0), fraction(1, 2), fraction(1, 4), fraction(1, 3)]);
  return add(fraction(random.int(from, to)), part);
}

/** The number itself, or a little more or less. */
export function near(random: Random, at: Rational): Rational {
  return add(
    at,
    random.pick([fraction(0), fraction(0), fraction(1, 100), fraction(-1, 100), fraction(1, 3)]),
  );
}

export function written(random: Random, value: Rational): number | string {
  return random.chance(50) ? write(random, value) : shortest(value);
}

function shortest(value: Rational): number | string {
  const { n, d } = rational(value.n, value.d);
  return d === 1n ? Number(n) : `${n}/${d}`;
}
