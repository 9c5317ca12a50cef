import { readNumber } from "../../kernel/number.js";
import type { CohortIndicator } from "../../scoring/cohort-context.js";
import type { PlainColumn } from "../../scoring/measures/measure.js";
import { peopleIn } from "../plan/positions.js";
import type { NumberInput } from "../sources/inputs.js";

type Kind = NonNullable<PlainColumn["cohort"]>;

/** Whether the cohort's context says all that the columns of an indicator want, and does not contradict itself. */
export function isComparable(plain: readonly PlainColumn[], cohort: CohortIndicator | undefined): boolean {
  const wanted = plain.flatMap(({ cohort: kind, inCohort }) => [
    ...(kind === undefined ? [] : [kind]),
    ...(inCohort === undefined ? [] : (["lowest", "highest"] as const)),
  ]);
  return wanted.every((kind) => cohort !== undefined && says(cohort, kind));
}

function says(cohort: CohortIndicator, kind: Kind): boolean {
  if (kind !== "below" && kind !== "above" && kind !== "equal") return cohort[kind] !== undefined;
  const { count = 0, values } = cohort;
  return values !== undefined && count > 0 && peopleIn(values) === count;
}

/** How a column is filled that the cohort's context decides: the same number in all rows, or the place of each row's own. */
export function cohortInput(number: NumberInput, kind: Kind, cohort: CohortIndicator = {}): NumberInput {
  if (kind === "below" || kind === "above" || kind === "equal")
    return { ...number, among: { values: cohort.values ?? [], counts: kind } };
  const { path: _path, ...same } = number;
  return { ...same, otherwise: readNumber(cohort[kind] ?? 0) };
}

/** The limits of a number that has to be from the lowest to the highest of the cohort. */
export function cohortLimits(
  { inCohort }: PlainColumn,
  cohort: CohortIndicator = {},
): Pick<NumberInput, "least" | "most"> {
  if (inCohort === undefined) return {};
  return { least: readNumber(cohort.lowest ?? 0), most: readNumber(cohort.highest ?? 0) };
}
