import type { StatementLine } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";

type Line = Pick<StatementLine, "amount" | "parts" | "notes">;

export const LINES = ["positive", "negative", "nothing"];

/** The kinds of fields that have choices. */
export function kindsOf(
  group: string,
  fields: Readonly<Record<string, readonly string[]>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(fields).map(([field, choices]) => [`${group} ${field}`, choices]));
}

/** Counts what a config chose of what its fields offer; `-` is what is left out. */
export function countChoices(group: string, config: object, fields: readonly string[], count: Count): void {
  for (const field of fields) {
    const value = (config as Readonly<Record<string, unknown>>)[field];
    count(`${group} ${field}`, value === undefined ? "-" : String(value));
  }
}

/** What is refused so seldom that a run need not meet it. */
const RARE = ["no-working-days"];

/** Counts the codes of what is refused, and says whether it is. */
export function isRefused(group: string, outcome: Outcome<unknown>, count: Count): boolean {
  if (outcome.ok) return false;
  for (const code of new Set(outcome.error.issues.map((issue) => issue.code)))
    if (!RARE.includes(code)) count(`${group} refused`, code);
  return true;
}

/** Counts notes and signs of lines, and refusals. */
export function countLines(
  group: string,
  outcome: Outcome<Line | { readonly lines: readonly Line[] }>,
  count: Count,
): void {
  if (isRefused(group, outcome, count) || !outcome.ok) return;
  const { value } = outcome;
  for (const { amount, notes = [] } of "lines" in value ? value.lines : [value]) {
    count(`${group} lines`, amount.isZero() ? "nothing" : amount.isNegative() ? "negative" : "positive");
    for (const { kind } of notes) count(`${group} notes`, kind);
  }
}
