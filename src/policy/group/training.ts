import { type TrainingPlan, trainingPlan } from "../../incentives/training/plan.js";
import type { TrainingPlanInput } from "../../incentives/training/plan-input.js";
import type { Issue } from "../../kernel/errors.js";
import type { PolicyParts } from "../parts.js";
import type { GroupTraining } from "./pay-input.js";
import { type GroupPerson, sortIssues } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import type { Problems } from "./rows.js";

/** The plan of the people's training, and what is wrong with the group's own input. */
export interface PlannedTraining {
  readonly training?: TrainingPlan;
  readonly issues: readonly Issue[];
}

/** Compiles a policy's training: who needs which courses, by what the reviews say; scores are those of indicators and of axes. */
export function compileTraining(
  { training }: PolicyParts,
  personOf: (row: ReviewedRow) => GroupPerson,
): (
  period: string,
  rows: readonly ReviewedRow[],
  given: GroupTraining | undefined,
  problems: Problems,
) => PlannedTraining {
  if (training === undefined)
    return (_period, _rows, given) => ({ issues: given === undefined ? [] : [NONE] });
  const plan = trainingPlan(training);
  return (period, rows, { budget, completed = {} } = {}, problems) => {
    const people = rows.map((row) => {
      const person = personOf(row);
      const { id: name } = person;
      const done = Object.hasOwn(completed, name) ? completed[name] : undefined;
      return { ...person, scores: scoresOf(row), ...(done === undefined ? {} : { completed: done }) };
    });
    const input = { period, people, ...(budget === undefined ? {} : { budget }) };
    const outcome = plan.safe(input as TrainingPlanInput);
    if (outcome.ok) return { training: outcome.value, issues: [] };
    const left = sortIssues(outcome.error.issues, rows, ["people"], problems);
    return { issues: left.map((issue) => ({ ...issue, path: ["training", ...issue.path] })) };
  };
}

const NONE: Issue = {
  path: ["training"],
  code: "unknown-property",
  message: "this policy plans no training: take this away",
  params: {},
};

function scoresOf({ review }: ReviewedRow): TrainingPlanInput["people"][number]["scores"] {
  const indicators = Object.values(review.scores).flatMap((score) =>
    score.indicators.flatMap(({ id: indicator, score: value }) =>
      value === undefined ? [] : [[indicator, value] as const],
    ),
  );
  const axes = Object.entries(review.scores).map(([axis, { value }]) => [axis, value] as const);
  return Object.fromEntries([...indicators, ...axes]);
}
