import type { StatementLine } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";

interface Paid {
  readonly lines: readonly Pick<StatementLine, "amount" | "parts" | "notes">[];
}

/** Counts what a config chose of what its fields offer; `-` is what is left out. */
export function countChoices(group: string, config: object, fields: readonly string[], count: Count): void {
  for (const field of fields) {
    const value = (config as Readonly<Record<string, unknown>>)[field];
    count(`${group} ${field}`, value === undefined ? "-" : String(value));
  }
}

/** Counts notes, signs and refusals. */
export function countLines(group: string, outcome: Outcome<Paid>, count: Count): void {
  if (!outcome.ok) {
    for (const code of new Set(outcome.error.issues.map((issue) => issue.code)))
      count(`${group} refused`, code);
    return;
  }
  for (const { amount, notes = [] } of outcome.value.lines) {
    count(`${group} lines`, amount.isZero() ? "nothing" : amount.isNegative() ? "negative" : "positive");
    for (const { kind } of notes) count(`${group} notes`, kind);
  }
}
