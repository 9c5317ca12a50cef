import { Decimal } from "decimal.js";
import { type BatchRow, batchRows } from "../../src/batch/index.js";
import type { Policy, StandingInput } from "../../src/index.js";
import type { GivenReview, Person } from "./generate/people.js";

/** What the reference says of a review. */
export interface TheirReview {
  readonly scores: Readonly<Record<string, { readonly value: string }>>;
  readonly placement: {
    readonly axes: readonly { readonly axis: string; readonly band: string }[];
    readonly cell: { readonly at: Readonly<Record<string, string>> };
    readonly promotionBlocked: boolean;
  };
}

/** The first reviews of people under one policy, all at once, against what the reference says of each: the differences, and how many were compared. */
export function compareBatch(policy: Policy, people: readonly Person[], theirs: readonly TheirReview[]) {
  const review = batchRows(policy);
  const wrong: string[] = [];
  let compared = 0;
  const first = people.map(({ reviews }) => reviews[0] as GivenReview);
  for (const period of new Set(first.map((one) => one.period))) {
    const chosen = people.flatMap((person, at) => (first[at]?.period === period ? [{ person, at }] : []));
    const batch = review({
      period,
      rows: chosen.map(({ person, at }) => rowOf(person.standing, first[at] as GivenReview)),
    });
    for (const { row, issues } of batch.issues)
      wrong.push(`${policy.id} ${chosen[row]?.person.id}: ${issues.map(({ code }) => code).join(", ")}`);
    for (const [row, { person, at }] of chosen.entries()) {
      const { scores, placement } = theirs[at] as TheirReview;
      const ours = [
        ...Object.values(batch.scores).map(({ units, scale }) =>
          new Decimal(units[row] as number).div(10 ** scale).toFixed(),
        ),
        ...Object.values(batch.bands).map(({ codes, dictionary }) => dictionary[codes[row] as number]),
        batch.cell.dictionary[batch.cell.codes[row] as number],
        batch.promotionBlocked[row] === 1,
      ];
      const expected = [
        ...Object.keys(batch.scores).map((axis) => scores[axis]?.value),
        ...placement.axes.map(({ band }) => band),
        placement.axes.map(({ axis }) => placement.cell.at[axis]).join(" x "),
        placement.promotionBlocked,
      ];
      compared += 1;
      if (JSON.stringify(ours) !== JSON.stringify(expected))
        wrong.push(`${policy.id} ${person.id}: batch ${ours.join(" ")}, reference ${expected.join(" ")}`);
    }
  }
  return { compared, wrong };
}

function rowOf({ tier }: StandingInput, { evidence }: GivenReview): BatchRow {
  return { tier, evidence };
}
