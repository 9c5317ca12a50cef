import { readNumber } from "../../kernel/number.js";
import type { CohortIndicator } from "../../scoring/cohort-context.js";
import type { PlainColumn } from "../../scoring/measures/measure.js";
import { peopleIn } from "../plan/positions.js";
import { numberOfGroup } from "../sources/group-numbers.js";
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

/** How a column is filled that the cohort's context decides, or that of each group: the same number in all its rows, or the place of each row's own. */
export function cohortInput(
  number: NumberInput,
  kind: Kind,
  cohorts: readonly (CohortIndicator | undefined)[],
): NumberInput {
  if (kind === "below" || kind === "above" || kind === "equal")
    return { ...number, among: { values: cohorts.map((cohort) => cohort?.values ?? []), counts: kind } };
  const { path: _path, ...same } = number;
  return { ...same, otherwise: numberOfGroup(cohorts.map((cohort) => readNumber(cohort?.[kind] ?? 0))) };
}

/** The limits of a number that has to be from the lowest to the highest of the cohort. */
export function cohortLimits(
  { inCohort }: PlainColumn,
  cohorts: readonly (CohortIndicator | undefined)[],
): Pick<NumberInput, "least" | "most" | "limits"> {
  if (inCohort === undefined) return {};
  const limits = cohorts.map((cohort) => ({
    least: readNumber(cohort?.lowest ?? 0),
    most: readNumber(cohort?.highest ?? 0),
  }));
  return limits.length === 1 ? (limits[0] ?? {}) : { limits };
}
