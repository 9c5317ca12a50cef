import type { Issue } from "../../kernel/errors.js";
import { createReport, type Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import { CERTIFICATES, FIELDS, INSTEAD, isParts, PLAIN, RECORDS } from "./row-fields.js";

/** What is wrong with a row whatever the policy is. */
export function problemsOf(person: unknown): readonly Issue[] {
  if (isParts(person)) {
    let isSound = "evidence" in person;
    for (const field in person) {
      const value = person[field];
      const isFit = RECORDS.has(field)
        ? value === null || value === undefined || isParts(value)
        : PLAIN.has(field) || field === CERTIFICATES;
      if (!isFit) isSound = false;
    }
    if (isSound) return [];
  }
  const report = createReport("invalid-input", "batchRows");
  noteProblems(person, report);
  return report.issues();
}

function noteProblems(person: unknown, report: Report): void {
  if (!isParts(person)) {
    report.add([], "wrong-type", `expected a person as an object, got ${show(person)}`);
    return;
  }
  if (!("evidence" in person)) report.add(["evidence"], "missing", "this is required: expected an object");
  for (const [field, value] of Object.entries(person)) {
    if (!FIELDS.includes(field))
      report.add(
        [field],
        "unknown-property",
        INSTEAD.get(field) ?? notAmong(FIELDS, "a property of a row", field),
      );
    else if (RECORDS.has(field) && value !== null && value !== undefined && !isParts(value))
      report.add([field], "wrong-type", `expected an object, got ${show(value)}`);
  }
}
