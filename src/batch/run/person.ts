import type { BandContext } from "../../classification/band-context.js";
import type { Placement } from "../../classification/classifier.js";
import type { Statement } from "../../incentives/statement/statement.js";
import type { Issue } from "../../kernel/errors.js";
import { createReport } from "../../kernel/report.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import { judgedScores } from "../../policy/judged.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { scoresOf } from "../../policy/review.js";
import type { CohortContext } from "../../scoring/cohort-context.js";
import type { ScoreInput } from "../../scoring/input.js";
import type { Score } from "../../scoring/score.js";
import type { PersonInput } from "../columns/rows.js";
import type { PayPerson } from "../pay/person.js";
import { certificatesOf } from "../sources/certificates.js";

/** What is the same for all people. */
export interface Shared {
  readonly period?: string | undefined;
  readonly cohort?: CohortContext | undefined;
  readonly bands?: BandContext | undefined;
}

/** The scores of one person and the place in the matrix, or what is wrong with the row. */
export type Person =
  | {
      readonly scores: Readonly<Record<string, Score>>;
      readonly placement: Placement;
      /** Where pay is asked for. */
      readonly statement?: Statement;
    }
  | { readonly issues: readonly Issue[] };

/** Scores, places and pays one person by the one-person functions. */
export function compilePerson(
  policy: CheckedPolicy,
  { score, classify }: Pick<CompiledPolicy, "score" | "classify">,
  { period, cohort, bands }: Shared,
  pay: PayPerson | undefined,
): (person: PersonInput) => Person {
  const { gates = [] } = policy.matrix;
  return (person) => {
    const { id, evidence, attributes, facts, previous, presence } = person;
    const report = createReport("invalid-input", "batch");
    const certificates = certificatesOf(person.certificates, report);
    const scores = report.within([], () => {
      const input = {
        evidence,
        attributes,
        ...(period === undefined ? {} : { period }),
        ...(cohort === undefined ? {} : { cohort }),
        ...(previous === undefined ? {} : { previous }),
        ...(presence === undefined ? {} : { presence }),
      };
      return scoresOf(score(input as ScoreInput));
    });
    const placement =
      scores &&
      report.within([], () =>
        classify({
          scores: Object.fromEntries(Object.entries(scores).map(([axis, one]) => [axis, one.value])),
          ...judgedScores(gates, scores),
          facts,
          previous: person.bands,
          ...(certificates === undefined ? {} : { certificates }),
          ...(id === undefined ? {} : { person: id }),
          ...(bands === undefined ? {} : { cohort: bands }),
        } as Parameters<typeof classify>[0]),
      );
    if (scores === undefined || placement === undefined) return { issues: report.issues() };
    const statement = pay?.({ ...person, certificates }, scores, placement, report);
    if (report.count() > 0) return { issues: report.issues() };
    return { scores, placement, ...(statement === undefined ? {} : { statement }) };
  };
}
