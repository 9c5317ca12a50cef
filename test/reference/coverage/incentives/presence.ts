import type { BasePayConfig, BasePayInput, StatementLine } from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";

export const PRORATIONS = [
  "-",
  "none",
  "calendar-days",
  "working-days",
  "days-of-30",
  "months",
  "months from days",
  "fixed-days worked",
  "fixed-days absent",
  "fixed-days fewer",
];
export const PRESENCE = ["employed", "absent", "changes", "several stretches", "not there"];
export const WORKDAYS = ["week", "holidays", "workdays"];

type Given = Pick<BasePayInput, "employment" | "absences"> & {
  readonly changes?: readonly unknown[] | undefined;
};

/** Counts rules of proration, and how they came to bear. */
export function countPresence(
  group: string,
  { proration }: Pick<BasePayConfig, "proration">,
  { employment, absences = [], changes = [] }: Given,
  outcome: Outcome<StatementLine>,
  count: Count,
): void {
  count(`${group} proration`, prorationKind(proration));
  count(`${group} presence`, "employed", employment !== undefined);
  count(`${group} presence`, "absent", absences.length > 0);
  count(`${group} presence`, "changes", changes.length > 0);
  for (const name of WORKDAYS)
    count(`${group} workdays`, name, proration !== undefined && Object.hasOwn(proration, name));
  if (!outcome.ok) return;
  const { parts = [], notes = [] } = outcome.value;
  count(`${group} presence`, "several stretches", parts.length > 1);
  const none = notes.some(({ kind, values }) => kind === "prorated" && String(values.part) === "0");
  count(`${group} presence`, "not there", none);
}

/** What a rule of proration is called. */
export function prorationKind(rule: BasePayConfig["proration"]): string {
  if (rule === undefined) return "-";
  if (rule.by === "fixed-days") return `fixed-days ${rule.counts ?? "worked"}`;
  return rule.by === "months" && rule.fromDays !== undefined ? "months from days" : rule.by;
}
