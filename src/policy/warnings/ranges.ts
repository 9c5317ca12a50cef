import { exactDecimal } from "../../kernel/decimal.js";
import { readNumber } from "../../kernel/number.js";
import { compare, greater, lesser, type Rational } from "../../kernel/rational.js";
import type { WeightSchema } from "../../scoring/schema.js";
import { scorer } from "../../scoring/scorer.js";
import { scorerPart, variantPart } from "../parts.js";
import type { CheckedAxis, CheckedPolicy } from "../policy.js";

/** The least and the most that a score can be; absent where it has no end. */
export interface ScoreRange {
  readonly lowest?: Rational;
  readonly highest?: Rational;
}

/** What the score of each axis can be, by any of its weight schemas. */
export function rangesOf({ axes }: CheckedPolicy): ReadonlyMap<string, ScoreRange> {
  return new Map(axes.map((axis) => [axis.id, rangeOf(axis)]));
}

function rangeOf(axis: CheckedAxis): ScoreRange {
  const schemas: readonly WeightSchema[] = [scorerPart(axis), ...(axis.variants ?? []).map(variantPart)];
  const ranges = schemas.map((schema) => scorer(schema).range);
  const end = (which: "lowest" | "highest", further: typeof lesser) => {
    const ends = ranges.map((range) => range[which]);
    if (ends.some((one) => one === undefined)) return undefined;
    return ends.flatMap((one) => (one === undefined ? [] : [readNumber(one)])).reduce(further);
  };
  const [lowest, highest] = [end("lowest", lesser), end("highest", greater)];
  return {
    ...(lowest === undefined ? {} : { lowest }),
    ...(highest === undefined ? {} : { highest }),
  };
}

/** Whether a score can be at least so much. */
export function canReach({ highest }: ScoreRange, threshold: Rational): boolean {
  return highest === undefined || compare(highest, threshold) >= 0;
}

/** Whether a score can be below so much. */
export function canMiss({ lowest }: ScoreRange, threshold: Rational): boolean {
  return lowest === undefined || compare(lowest, threshold) < 0;
}

/** One end of the scores as a witness. */
export function endOf(
  ranges: ReadonlyMap<string, ScoreRange>,
  axis: string,
  end: "lowest" | "highest",
): Readonly<Record<string, string>> {
  const value = ranges.get(axis)?.[end];
  return value === undefined ? {} : { [axis]: String(exactDecimal(value)) };
}
