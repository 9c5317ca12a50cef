import type { StatementLine } from "../line.js";

/** Notes of calculators that say how a line was counted, for whom or for what, and of no rule that changes its amount beside basis and rate. */
const PLAIN: ReadonlySet<string> = new Set([
  "absence",
  "adjusted",
  "advance-earned",
  "advance-paid",
  "clawed-back",
  "commission-attainment",
  "commission-counted",
  "commission-to-date",
  "held-back",
  "honour-event",
  "honour-rank",
  "honour-shared",
  "location",
  "part-time",
  "parts-rounded-to-sum",
  "pool-counts",
  "pool-joined",
  "pool-left",
  "prorated",
  "recalculated",
  "recomputed",
  "released",
  "rounded",
  "rounded-before",
  "rounded-due",
  "rounded-to-budget",
  "rounded-to-date",
  "rounded-to-sum",
  "rounded-together",
]);

/** Whether a note of a line says of a rule, such as a cap; one that no calculator of ours makes does. */
export function saysRules({ notes = [] }: StatementLine): boolean {
  return notes.some(({ kind }) => !PLAIN.has(kind));
}
