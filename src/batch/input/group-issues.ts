import type { Issue } from "../../kernel/errors.js";
import { notAmong, show } from "../../kernel/show.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import type { BatchGroup } from "./input.js";

/** Says of a person whose group is none of those given which it is, in place of each comparison that lacks it. */
export function withGroupIssue(
  issues: readonly Issue[],
  attributes: Readonly<Record<string, string>>,
  { comparedWithin }: Pick<CheckedPolicy, "comparedWithin">,
  groups: readonly BatchGroup[],
): readonly Issue[] {
  const others = issues.filter(({ code }) => code !== "cohort-missing");
  if (others.length === issues.length) return issues;
  return [groupIssue(attributes, comparedWithin, groups), ...others];
}

function groupIssue(
  attributes: Readonly<Record<string, string>>,
  comparedWithin: string | undefined,
  groups: readonly BatchGroup[],
): Issue {
  if (comparedWithin === undefined) {
    const message = "none of the groups is of those who are scored by the weight schemas of this person";
    return { path: ["groups"], code: "cohort-missing", message, params: {} };
  }
  const path = ["attributes", comparedWithin];
  const value = attributes[comparedWithin];
  if (value === undefined) return groupless(comparedWithin);
  const known = [...new Set(groups.flatMap(({ within }) => within ?? []))];
  return { path, code: "cohort-missing", message: unknownGroup(value, known), params: { within: value } };
}

function unknownGroup(value: string, known: readonly string[]): string {
  if (known.length === 0) return `the input has no groups, and ${show(value)} is none of them`;
  return known.includes(value)
    ? `no group of ${show(value)} is of those who are scored by the weight schemas of this person`
    : notAmong(known, "one of the groups", value);
}

/** A person without a value of what people are compared within. */
export function groupless(attribute: string): Issue {
  return {
    path: ["attributes", attribute],
    code: "missing",
    message: `the policy puts people together by their ${show(attribute)}: say which this person has`,
    params: { attribute },
  };
}
