import { type Calibration, calibration } from "../../classification/calibration/calibration.js";
import type { Calculator } from "../../kernel/calculator.js";
import type { Issue } from "../../kernel/errors.js";
import { notAmong } from "../../kernel/show.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { Review } from "../review.js";
import type { ReviewInput } from "../review-input.js";
import type { Changes } from "./input.js";
import type { ReviewedRow } from "./places.js";
import { groupedBy } from "./rows.js";

/** The people after a panel's changes, and what the calibration of each group came to. */
export interface Calibrated {
  readonly people: readonly ReviewedRow[];
  readonly calibrations: readonly GroupCalibration[];
  /** What is wrong with the changes. */
  readonly issues: readonly Issue[];
}

/** The calibration of the people who are compared with each other. */
export interface GroupCalibration extends Omit<Calibration, "kind" | "people"> {
  /** The value that these people share, where the policy compares people within an attribute. */
  readonly group?: string;
}

/** Compiles a panel's changes: within the limits of the policy, group by group; who is moved is reviewed again. */
export function compileCalibrations(
  { comparedWithin }: CheckedPolicy,
  { calibration: config }: PolicyParts,
  review: Calculator<ReviewInput, Review>,
): (rows: readonly ReviewedRow[], changes: Changes | undefined) => Calibrated {
  if (config === undefined)
    return (people, changes) => ({ people, calibrations: [], issues: changes === undefined ? [] : [NONE] });
  const calibrate = calibration(config);
  return (rows, changes) => {
    if (changes === undefined) return { people: rows, calibrations: [], issues: [] };
    const numbered = changes.map((change, index) => ({ change, index }));
    const groups = groupedBy(rows, comparedWithin).map(([group, members]) => {
      const ids = new Set(members.map(({ input }) => input.person.id));
      const own = numbered.filter(({ change }) => ids.has(change.person));
      const made = calibrate.safe({ people: members.map(bandsOf), changes: own.map(({ change }) => change) });
      if (made.ok)
        return { made: named(group, made.value), people: moved(members, made.value, review), issues: [] };
      const issues = made.error.issues.map((issue) => ofChange(issue, own));
      return { made: undefined, people: members, issues };
    });
    return {
      people: groups.flatMap(({ people }) => people),
      calibrations: groups.flatMap(({ made }) => made ?? []),
      issues: groups.flatMap(({ issues }) => issues),
    };
  };
}

const NONE: Issue = {
  path: ["changes"],
  code: "one-of",
  message: "the policy has no calibration: take this away, or say in the policy how far a panel may go",
  params: {},
};

/** Notes changes of people who have no row. */
export function strangers(changes: Changes | undefined, known: ReadonlySet<string>): readonly Issue[] {
  return (changes ?? []).flatMap(({ person }, index): readonly Issue[] => {
    if (known.has(person)) return [];
    const message = notAmong([...known], "one of the people", person);
    return [{ path: ["changes", index, "person"], code: "unknown-person", message, params: {} }];
  });
}

function bandsOf({ input, review: { placement } }: ReviewedRow) {
  const bands = placement.axes.map(({ axis, band }) => [axis, band] as const);
  return { id: input.person.id, bands: Object.fromEntries(bands) };
}

function moved(
  members: readonly ReviewedRow[],
  { people }: Calibration,
  review: Calculator<ReviewInput, Review>,
): readonly ReviewedRow[] {
  return members.map((row, index) => {
    const calibrated = people[index]?.calibrated;
    if (calibrated === undefined) return row;
    const input = { ...row.input, calibrated };
    return { ...row, input, review: review(input) };
  });
}

function named(
  group: string | undefined,
  { kind: _kind, people: _people, ...made }: Calibration,
): GroupCalibration {
  return { ...(group === undefined ? {} : { group }), ...made };
}

/** An issue of a group's changes, with the place of the change among all. */
function ofChange(issue: Issue, own: readonly { readonly index: number }[]): Issue {
  const [first, place, ...path] = issue.path;
  const change = typeof place === "number" ? own[place] : undefined;
  return change === undefined ? issue : { ...issue, path: [first ?? "changes", change.index, ...path] };
}
