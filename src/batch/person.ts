import type { BandContext } from "../classification/band-context.js";
import type { Placement } from "../classification/classifier.js";
import type { Issue } from "../kernel/errors.js";
import { createReport } from "../kernel/report.js";
import type { CompiledPolicy } from "../policy/compile.js";
import { judgedScores } from "../policy/judged.js";
import type { CheckedPolicy } from "../policy/policy.js";
import { scoresOf } from "../policy/review.js";
import type { CohortContext } from "../scoring/cohort-context.js";
import type { Evidence, ScoreInput } from "../scoring/input.js";
import type { Score } from "../scoring/score.js";

/** One row as the one-person functions take it. */
export interface PersonInput {
  readonly id?: string;
  readonly evidence: Evidence;
  readonly attributes: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The band on each axis at the last review. */
  readonly bands: Readonly<Record<string, string>>;
}

/** What is the same for all people. */
export interface Shared {
  readonly period?: string | undefined;
  readonly cohort?: CohortContext | undefined;
  readonly bands?: BandContext | undefined;
}

/** The scores of one person and the place in the matrix, or what is wrong with the row. */
export type Person =
  | { readonly scores: Readonly<Record<string, Score>>; readonly placement: Placement }
  | { readonly issues: readonly Issue[] };

/** Scores and places one person by the one-person functions. */
export function compilePerson(
  policy: CheckedPolicy,
  { score, classify }: Pick<CompiledPolicy, "score" | "classify">,
  { period, cohort, bands }: Shared,
): (person: PersonInput) => Person {
  const { gates = [] } = policy.matrix;
  return ({ id, evidence, attributes, facts, bands: previous }) => {
    const report = createReport("invalid-input", "batch");
    const scores = report.within([], () => {
      const input: ScoreInput = {
        evidence,
        attributes,
        ...(period === undefined ? {} : { period }),
        ...(cohort === undefined ? {} : { cohort }),
      };
      return scoresOf(score(input));
    });
    const placement =
      scores &&
      report.within([], () =>
        classify({
          scores: Object.fromEntries(Object.entries(scores).map(([axis, one]) => [axis, one.value])),
          ...judgedScores(gates, scores),
          facts,
          previous,
          ...(id === undefined ? {} : { person: id }),
          ...(bands === undefined ? {} : { cohort: bands }),
        } as Parameters<typeof classify>[0]),
      );
    return scores === undefined || placement === undefined
      ? { issues: report.issues() }
      : { scores, placement };
  };
}
