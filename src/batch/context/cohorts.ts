import { seal } from "../../kernel/plain.js";
import type { Report } from "../../kernel/report.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { compositesOf, indicatorsOf } from "../../scoring/branch.js";
import { checkReadable } from "../../scoring/cohort.js";
import type { CohortContext, CohortIndicator } from "../../scoring/cohort-context.js";
import type { CheckedWeightSchema, WeightSchema } from "../../scoring/schema.js";
import { compileWhole } from "../../scoring/scorer.js";
import { readCompared, summaryOf } from "./compared-values.js";
import { compileMedians } from "./medians.js";
import type { Columns } from "./scoring.js";

/** The columns of so many rows that scores depend on. */
export interface PeopleColumns {
  readonly columns: Columns;
  readonly rows: number;
  readonly period?: string;
}

/** People who are compared with each other: their value of `comparedWithin`, where there is such, and what is wrong with them as a whole. */
export interface Cohort {
  readonly within?: string;
  readonly rows: Int32Array;
  readonly report: Report;
}

/** What people have to know of each other who are scored by one weight schema, as cohortContext makes it of each cohort. */
export type MakeCohorts = (
  people: PeopleColumns,
  cohorts: readonly Cohort[],
) => readonly CohortContext["indicators"][];

export function compileCohort(policy: CheckedPolicy, written: WeightSchema): MakeCohorts {
  const schema = written as CheckedWeightSchema;
  const whole = compileWhole(schema);
  const inner = compositesOf(whole.branch).flatMap((composite) => indicatorsOf(composite.branch));
  const nodes = [...inner, ...indicatorsOf(whole.branch)].flatMap((node) =>
    node.kind === "indicator" ? [node] : [],
  );
  const comparing = [...nodes, ...whole.extras].flatMap(({ id, source: { compared } }) =>
    compared === undefined ? [] : [{ id, compared }],
  );
  const medians = compileMedians(policy, schema, whole);
  return ({ columns, rows, period }, cohorts) => {
    if (cohorts.length === 0) return [];
    const made = cohorts.map((cohort) => ({ ...cohort, indicators: {} as Record<string, CohortIndicator> }));
    for (const { id, compared } of comparing) {
      const values = readCompared(columns[`evidence.${id}`], rows, compared);
      for (const { rows: own, indicators, report } of made) {
        indicators[id] = seal(summaryOf(values, own, compared.needs));
        checkReadable(id, indicators[id], report, []);
      }
    }
    const sound = made.filter(({ report }) => report.count() === 0);
    for (const { id, of } of medians) {
      const found = new Map(of(columns, period, sound).map((median, at) => [sound[at], median]));
      for (const one of made) {
        const medianScore = found.get(one);
        one.indicators[id] = seal({
          ...one.indicators[id],
          ...(medianScore === undefined ? {} : { medianScore }),
        });
      }
    }
    return made.map(({ indicators }) => indicators);
  };
}
