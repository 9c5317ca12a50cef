import { seal } from "../../kernel/plain.js";
import type { Report } from "../../kernel/report.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { compositesOf, indicatorsOf } from "../../scoring/branch.js";
import { checkReadable } from "../../scoring/cohort.js";
import type { CohortContext, CohortIndicator } from "../../scoring/cohort-context.js";
import type { Compared } from "../../scoring/measures/measure.js";
import type { CheckedWeightSchema, WeightSchema } from "../../scoring/schema.js";
import { compileWhole } from "../../scoring/scorer.js";
import { type ComparedValues, readCompared, summaryOf } from "./compared-values.js";
import { compileMedians } from "./medians.js";
import type { Columns } from "./scoring.js";

/** Columns of so many rows, each read once for all groups that are compared by it. */
export interface OpenColumns {
  readonly columns: Columns;
  readonly period: string | undefined;
  valuesOf(id: string, compared: Compared): ComparedValues;
}

export function openColumns(columns: Columns, rows: number, period: string | undefined): OpenColumns {
  const read = new Map<Compared, ComparedValues>();
  return {
    columns,
    period,
    valuesOf(id, compared) {
      const values = read.get(compared) ?? readCompared(columns[`evidence.${id}`], rows, compared);
      read.set(compared, values);
      return values;
    },
  };
}

/** People who are compared with each other: their value of `comparedWithin`, where there is such, and what is wrong with them as a whole. */
export interface Cohort {
  readonly within?: string;
  readonly rows: Int32Array;
  readonly report: Report;
}

/** What people have to know of each other who are scored by one weight schema, as cohortContext makes it of each cohort. */
export type MakeCohorts = (
  open: OpenColumns,
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
  return (open, cohorts) => {
    const made = cohorts.map((cohort) => {
      const indicators: Record<string, CohortIndicator> = {};
      for (const { id, compared } of comparing) {
        indicators[id] = seal(summaryOf(open.valuesOf(id, compared), cohort.rows, compared.needs));
        checkReadable(id, indicators[id], cohort.report, []);
      }
      return { ...cohort, indicators };
    });
    const sound = made.filter(({ report }) => report.count() === 0);
    for (const { id, of } of medians) {
      const found = new Map(of(open.columns, open.period, sound).map((median, at) => [sound[at], median]));
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
