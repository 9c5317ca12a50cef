import { compileFactor, type FactorRule } from "../../incentives/team-pool/factors.js";
import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import { leastCommonMultiple, unitsOf } from "../forms/forms.js";
import { EMPLOYMENT, tableOf } from "./aspects.js";
import { countBy, type JudgedRows } from "./judged-rows.js";
import { limitsOf } from "./limits.js";
import type { ReadColumns } from "./read-columns.js";
import type { Wholes } from "./wholes.js";

/** Multiplies counts by a factor, and gives what they are divided by. */
export function countByFactor(
  factor: FactorRule,
  period: string,
  { aspect, fact }: ReadColumns,
  judged: JudgedRows,
): bigint {
  if (factor.by === "equal") return 1n;
  if (factor.by === "fact" && factor.steps === undefined) {
    const { n, den } = fact(factor.fact);
    const isClamped = factor.negative === "nothing";
    countBy(judged, (row) => {
      const value = n[row] as number;
      return isClamped && value < 0 ? 0 : value;
    });
    return den;
  }
  if (factor.by === "fact") return countBySteps(factor.steps ?? [], fact(factor.fact), judged);
  const of = aspect(
    factor.by === "attribute" ? `attributes.${factor.attribute}` : factor.by === "days" ? EMPLOYMENT : "tier",
  );
  const count = compileFactor(factor)(period);
  const { units, den } = wholeTable(tableOf(of, (member, report) => count(member, [], report)));
  countBy(judged, (row) => units[(of.codes[row] as number) + 1] as number);
  return den;
}

function countBySteps(
  steps: readonly { readonly from: number | string; readonly counts: number | string }[],
  { n, den }: Wholes,
  judged: JudgedRows,
): bigint {
  const froms = steps.map(({ from }) => limitsOf({ atLeast: from }, den)[0]);
  const table = wholeTable(steps.map(({ counts }) => readNumber(counts)));
  countBy(judged, (row) => {
    const value = n[row] as number;
    if (Number.isNaN(value)) return value;
    let place = froms.length - 1;
    while (place >= 0 && (froms[place] as number) > value) place -= 1;
    return place < 0 ? 0 : (table.units[place] as number);
  });
  return table.den;
}

/** Numbers as whole ones of one denominator; NaN for those that are none, or too large. */
export function wholeTable(numbers: readonly (Rational | undefined)[]) {
  const den = numbers.reduce((all, number) => leastCommonMultiple(all, number?.d ?? 1n), 1n);
  const units = numbers.map((number) =>
    number === undefined ? Number.NaN : unitsOf(number.n * (den / number.d)),
  );
  return { units: Float64Array.from(units), den };
}
