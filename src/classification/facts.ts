import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id, inputNumber } from "../kernel/fields.js";
import { type Label, label } from "../kernel/label.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

/** Facts that the library works out itself, and that an input does not state. */
export const COMPUTED_FACTS = ["months-in-tier", "violations", "violation-points"] as const;

/** What is known of a person beside the scores: numbers by name, and certificates held. */
export interface Facts {
  readonly numbers: ReadonlyMap<string, Rational>;
  readonly certificates: ReadonlySet<string>;
}

/** The limits of a number: at least, at most, or both. */
export interface NumberLimits {
  readonly atLeast?: number | string | undefined;
  readonly atMost?: number | string | undefined;
}

/** The fields of a limit on a fact. */
export function factFields() {
  return {
    fact: described(id(), "The fact, such as months-in-tier, or one that the input states."),
    atLeast: z.optional(configNumber()),
    atMost: z.optional(configNumber()),
  };
}

/** The fields of a certificate that has to be held. */
export function certificateFields() {
  return { certificate: described(id(), "The certificate that has to be held.") };
}

/** The fields of an input that state facts. */
export function factInputFields() {
  return {
    facts: z.optional(
      described(z.record(z.string(), inputNumber()), "Numbers that gates and conditions look at, by name."),
    ),
    certificates: z.optional(described(z.array(id()), "The certificates that the person holds.")),
  };
}

/** Notes limits that say neither end, or whose ends no number is between. */
export function checkFactLimits({ atLeast, atMost }: NumberLimits, path: Path, report: Report): void {
  if (atLeast === undefined && atMost === undefined)
    report.add(path, "one-of", "expected atLeast, atMost or both");
  else if (
    atLeast !== undefined &&
    atMost !== undefined &&
    compare(readNumber(atLeast), readNumber(atMost)) > 0
  )
    report.add([...path, "atMost"], "range-empty", `expected at least ${show(atLeast)}, got ${show(atMost)}`);
}

/** Whether a number is within its limits. */
export function withinLimits(value: Rational, { atLeast, atMost }: NumberLimits): boolean {
  return (
    (atLeast === undefined || compare(value, readNumber(atLeast)) >= 0) &&
    (atMost === undefined || compare(value, readNumber(atMost)) <= 0)
  );
}

/** What may name itself. */
export function namedFields() {
  return { id: z.optional(id()), label: z.optional(label()) };
}

/** A label that is there, as a property. */
export function labelled(text: Label | undefined): { readonly label?: Label } {
  return text === undefined ? {} : { label: text };
}
