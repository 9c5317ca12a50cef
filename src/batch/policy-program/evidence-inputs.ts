import type { BandContext } from "../../classification/band-context.js";
import { readNumber } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import type { Rational } from "../../kernel/rational.js";
import type { CohortContext } from "../../scoring/cohort-context.js";
import type { PlainColumn } from "../../scoring/measures/measure.js";
import type { TargetSource } from "../../scoring/measures/target-source.js";
import type { Source } from "../../scoring/source.js";
import { attributeColumn } from "../columns/names.js";
import type { ByLabel, ProgramInput } from "../sources/inputs.js";
import { type RatingInput, ratingInput } from "../sources/rating-input.js";
import { cohortInput, cohortLimits, isComparable } from "./compared.js";

/** What people are compared with. */
export interface ComparedWith {
  readonly cohort?: CohortContext;
  readonly bands?: BandContext;
}

/** What is the same in all rows, and which columns the caller has. */
export interface Given {
  readonly period: string | undefined;
  /** What the rows of each group are compared with; one where all are of one group. */
  readonly groups: readonly ComparedWith[];
  has(path: string): boolean;
}

/** How the columns of one indicator are filled. Where the context does not say what people are compared with, they are empty, and rows that have evidence are left to the one-person functions. */
export function evidenceInputs(
  id: string,
  { plain = [], rated }: Source,
  missing: "stays" | "set-aside",
  column: (name: string) => string,
  { period, groups, has }: Given,
): readonly ProgramInput[] {
  if (rated !== undefined) return ratedInputs(ratingInput(id, rated), id, column, has);
  const compared = groups.map(({ cohort }) => own(cohort?.indicators, id));
  if (!compared.every((one) => isComparable(plain, one)))
    return plain.map((one) => ({ column: column(`${id}.${one.column}`), type: "number", missing }));
  const pathOf = ({ part }: PlainColumn) =>
    part === undefined ? `evidence.${id}` : `evidence.${id}.${part}`;
  const parts = plain.filter(
    (one) => one.cohort === undefined && (one.otherwise === undefined || has(pathOf(one))),
  );
  const isSaid = has(`evidence.${id}`) || plain.some((one) => has(pathOf(one)));
  const only = parts.length === 1 && has(`evidence.${id}`) ? parts[0] : undefined;
  return plain.map((one): ProgramInput => {
    const path = one === only ? `evidence.${id}` : pathOf(one);
    const base = { column: column(`${id}.${one.column}`), path, missing };
    if (one.labels !== undefined) return { ...base, type: "label", labels: one.labels };
    const number = {
      ...base,
      type: "number" as const,
      ...signOf(one),
      ...summaryOf(one),
      ...cohortLimits(one, compared),
    };
    if (one.cohort !== undefined) return cohortInput(number, one.cohort, compared);
    const otherwise = targetOf(one.otherwise, period);
    if (!isSaid || parts.length === 0) return number;
    if (!parts.includes(one)) return { ...number, missing: "set-aside", ...given(otherwise) };
    const paths = [...new Set(parts.map(pathOf))].filter((other) => other !== pathOf(one));
    if (paths.length === 0) return number;
    return { ...number, beside: { paths, ...given(otherwise) } };
  });
}

/** How the columns of an indicator that raters judge are filled. Whether one of them has to be there, who scores it says. */
function ratedInputs(
  input: RatingInput,
  id: string,
  column: (name: string) => string,
  has: Given["has"],
): readonly ProgramInput[] {
  return input.kinds.map(({ column: name, path }, place) => ({
    column: column(`${id}.${name}`),
    type: "number",
    path: has(input.whole) ? input.whole : path,
    missing: "stays",
    ratings: { input, place },
  }));
}

function given<T>(otherwise: T | undefined): { readonly otherwise?: T } {
  return otherwise === undefined ? {} : { otherwise };
}

function summaryOf({ summary }: PlainColumn): Pick<PlainColumn, "summary"> {
  return summary === undefined ? {} : { summary };
}

function signOf({ sign }: PlainColumn): Pick<PlainColumn, "sign"> {
  return sign === undefined ? {} : { sign };
}

/** The target that the config has. */
function targetOf(
  source: TargetSource | undefined,
  period: string | undefined,
): Rational | ByLabel | undefined {
  if (source === undefined) return undefined;
  const { target, targets } = source;
  if (targets === undefined) return target === undefined ? undefined : readNumber(target);
  if (targets.by === "period") {
    const found = targets.rows.find(({ is }) => is === period)?.target ?? target;
    return found === undefined ? undefined : readNumber(found);
  }
  const rows = targets.rows.map(({ is, target: number }) => ({ is, number: readNumber(number) }));
  return { path: attributeColumn(targets.by), rows };
}
