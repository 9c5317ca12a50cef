import { bandContext } from "../../classification/group-bands.js";
import { tieKeys } from "../../classification/relative.js";
import { createReport } from "../../kernel/report.js";
import { cohortContext, comparesPeople } from "../../scoring/cohort.js";
import type { CohortContext } from "../../scoring/cohort-context.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { PromotionScorer } from "../promotion.js";
import { type PolicyFunctions, scoreInputOf, scoresOf } from "../review.js";
import type { ReviewInput } from "../review-input.js";
import { type AxisChoices, type Choice, chosen, inputFor } from "../scores.js";
import { numbersOf } from "./ranking.js";
import { groupedBy, type Problems, type Row, reject, rejectAmong } from "./rows.js";

/** Gives each of the people the contexts of those with whom the policy compares them. */
export type Comparisons = (rows: readonly Row[], problems: Problems) => readonly Row[];

/** Compiles what a policy compares people by: their evidence, and their scores where bands are relative. */
export function compileComparisons(
  policy: CheckedPolicy,
  parts: PolicyParts,
  axes: readonly AxisChoices[],
  promotion: PromotionScorer | undefined,
  score: PolicyFunctions["score"],
): Comparisons {
  const cohorts = compileCohorts(axes);
  const bands = compileBands(policy, parts, promotion, score);
  return (rows, problems) =>
    groupedBy(rows, policy.comparedWithin)
      .flatMap(([, group]) => {
        const compared = cohorts(group, problems);
        return problems.size > 0 ? compared : bands(compared, problems);
      })
      .sort((a, b) => a.index - b.index);
}

/** People whose axis is scored by one weight schema are compared with each other. */
function compileCohorts(axes: readonly AxisChoices[]): Comparisons {
  const makers = axes.flatMap((axis) =>
    axis.choices
      .filter(({ schema }) => comparesPeople(schema))
      .map((choice) => ({ axis, choice, make: cohortContext(choice.schema) })),
  );
  if (makers.length === 0) return (rows) => rows;
  return (rows, problems) => {
    const found = new Map<number, CohortContext["indicators"]>();
    for (const { axis, choice, make } of makers) {
      const members = rows.filter(({ attributes }) => chosen(axis, attributes) === choice);
      if (members.length === 0) continue;
      const made = make.safe({ people: members.map((row) => memberOf(row, choice)) });
      if (made.ok)
        for (const { index } of members) found.set(index, { ...found.get(index), ...made.value.indicators });
      else rejectAmong(problems, members, made.error.issues);
    }
    return rows.map((row) => {
      const indicators = found.get(row.index);
      return indicators === undefined ? row : withInput(row, { cohort: { kind: "cohort", indicators } });
    });
  };
}

function memberOf({ input, attributes }: Row, choice: Choice) {
  return { id: input.person.id, ...inputFor(choice, scoreInputOf(input, attributes)) };
}

function compileBands(
  { axes, adjustment: { violations } }: CheckedPolicy,
  parts: PolicyParts,
  promotion: PromotionScorer | undefined,
  score: PolicyFunctions["score"],
): Comparisons {
  const relative = axes.flatMap((axis) => (axis.relative === undefined ? [] : [axis.relative]));
  if (relative.length === 0) return (rows) => rows;
  const make = bandContext(parts.matrix);
  const keys = relative.flatMap(tieKeys);
  return (rows, problems) => {
    const members = rows.map((row) => {
      const report = createReport("invalid-input", "reviewGroup");
      const scores = report.within([], () => scoresOf(score(scoreInputOf(row.input, row.attributes))));
      const promotionScore = scores && promotion?.(row.known, scores, report);
      reject(problems, row.index, report.issues());
      const values = Object.entries(scores ?? {}).map(([axis, { value }]) => [axis, value] as const);
      return {
        id: row.input.person.id,
        scores: Object.fromEntries(values),
        keys: numbersOf(keys, row.known, scores ?? {}, promotionScore, violations),
      };
    });
    if (problems.size > 0) return rows;
    const made = make.safe({ people: members });
    if (made.ok) return rows.map((row) => withInput(row, { bands: made.value }));
    rejectAmong(problems, rows, made.error.issues);
    return rows;
  };
}

function withInput(row: Row, more: Partial<ReviewInput>): Row {
  return { ...row, input: { ...row.input, ...more } };
}
