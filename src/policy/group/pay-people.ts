import { computedFacts } from "../../adjustment/known-facts.js";
import type { EligiblePerson } from "../../incentives/eligibility.js";
import type { StatementLine } from "../../incentives/line.js";
import { lossless } from "../../kernel/decimal.js";
import type { Issue } from "../../kernel/errors.js";
import type { NumberInput } from "../../kernel/number.js";
import type { CheckedPolicy } from "../policy.js";
import { type AxisChoices, amountsIn } from "../scores.js";
import type { ReviewedRow } from "./places.js";
import { type Problems, reject } from "./rows.js";

/** What pay of the group came to: the lines of each row, and what is wrong with the group's own input. */
export interface Shared<Result> {
  readonly results: readonly Result[];
  readonly lines: readonly RowLine[];
  readonly issues: readonly Issue[];
}

/** A line of one of the people. */
export interface RowLine {
  readonly row: ReviewedRow;
  readonly line: StatementLine;
}

/** One of the people, as calculators of a group take people. */
export interface GroupPerson extends EligiblePerson {
  readonly id: string;
  readonly facts: Readonly<Record<string, NumberInput>>;
}

/** Compiles what is known of a person after the review: its facts are the raw amounts of indicators, those of the input, those that are worked out, the promotion score and the score of each axis. */
export function compileGroupPerson(
  { axes, adjustment }: CheckedPolicy,
  choices: readonly AxisChoices[],
): (row: ReviewedRow) => GroupPerson {
  const indicators = new Set(choices.flatMap((axis) => axis.choices.flatMap(({ names }) => [...names])));
  return (row) => {
    const { input, attributes, review } = row;
    const scores = axes.flatMap(({ id }) => {
      const score = review.scores[id];
      return score === undefined ? [] : [[id, score.value] as const];
    });
    const { promotionScore, placement } = review;
    const { employment } = input.pay ?? {};
    const known = { certificates: input.certificates, honours: input.honours, employment };
    return {
      id: input.person.id,
      tier: input.standing.tier,
      attributes,
      facts: {
        ...amountsIn(input.evidence, indicators, choices, attributes),
        ...statedFacts(row, adjustment),
        ...(promotionScore === undefined ? {} : { "promotion-score": promotionScore.value }),
        ...Object.fromEntries(scores),
      },
      at: Object.fromEntries(
        placement.axes.map(({ axis, band, calibrated }) => [axis, calibrated?.band ?? band]),
      ),
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    };
  };
}

/** The facts of the input, and those that are worked out. */
export function statedFacts(
  { input, known }: ReviewedRow,
  { violations }: CheckedPolicy["adjustment"],
): Readonly<Record<string, NumberInput>> {
  const computed = [...computedFacts(known, violations)].map(
    ([name, value]) => [name, lossless(value)] as const,
  );
  return { ...input.facts, ...Object.fromEntries(computed) };
}

/** Puts the problems that a calculator has with one of its people to that row; gives those that are of no row. */
export function sortIssues(
  issues: readonly Issue[],
  rows: readonly ReviewedRow[],
  lists: readonly string[],
  problems: Problems,
): readonly Issue[] {
  return issues.filter((issue) => {
    const [list, place, ...path] = issue.path;
    const row = lists.includes(String(list)) && typeof place === "number" ? rows[place] : undefined;
    if (row === undefined) return true;
    reject(problems, row.index, [{ ...issue, path: path[0] === "employment" ? ["pay", ...path] : path }]);
    return false;
  });
}
