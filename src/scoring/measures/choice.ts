import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, id } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { type Label, label } from "../../kernel/label.js";
import { readNumber } from "../../kernel/number.js";
import { greater, lesser, rationalText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import { labelsOf, type Measure, shownAs } from "./measure.js";

/** The fields of the measure. */
export function choiceFields() {
  return {
    /** A choice of labelled options, each with its score. */
    kind: z.literal("choice"),
    /** The options; the evidence is the id of one. */
    options: described(
      list(
        z.strictObject({
          id: id(),
          label: z.optional(label()),
          description: z.optional(described(label(), "What a person does who is on this level.")),
          score: configNumber(),
        }),
        2,
      ),
      "The options; the evidence is the id of one.",
    ),
  };
}

/** A choice of labelled options: letters, or levels that descriptions of behaviour anchor (M4). */
export function choiceSchema() {
  return described(z.strictObject(choiceFields()), "A choice of labelled options, each with its score.");
}

export type ChoiceMeasure = Plain<z.output<ReturnType<typeof choiceSchema>>>;

export function checkChoice({ options }: ChoiceMeasure, path: Path, report: Report): void {
  checkIds(options, [...path, "options"], report);
  for (const [index, { label: text }] of options.entries()) {
    const same = options.slice(0, index).find((other) => looksTheSame(other.label, text));
    if (same === undefined) continue;
    const message = `the label is that of ${show(same.id)} too: nobody could tell the options apart`;
    report.add([...path, "options", index, "label"], "duplicate-label", message);
  }
}

/** Whether two labels have the same text in some language. */
function looksTheSame(a: Label | undefined, b: Label | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (typeof a === "string") return typeof b === "string" ? a === b : Object.values(b).includes(a);
  if (typeof b === "string") return Object.values(a).includes(b);
  return Object.entries(a).some(([tag, text]) => b[tag] === text);
}

export function compileChoice({ options }: ChoiceMeasure): Measure {
  const measure = optionMeasure(
    options.map(({ id: option, score }) => ({ label: option, evidence: option, score })),
    (evidence, path, report) => {
      if (options.some(({ id: option }) => option === evidence)) return evidence as string;
      const known = options.map(({ id: option }) => option);
      report.add(path, "unknown-option", notAmong(known, "an option here", evidence));
      return undefined;
    },
  );
  return { ...measure, ...labelsOf(options) };
}

/** A measure that looks the score of a label up. */
export function optionMeasure(
  options: readonly {
    readonly label: string;
    /** The evidence that means it. */
    readonly evidence: string | boolean;
    readonly score: number | string;
  }[],
  read: (evidence: unknown, path: Path, report: Report) => string | undefined,
): Measure {
  const scores = options.map(({ score }) => readNumber(score));
  const scoreOf = new Map(options.map(({ label: text, score }) => [text, readNumber(score)]));
  const [lowest, highest] = [scores.reduce(lesser), scores.reduce(greater)];
  return {
    inputs: [{ column: "value", type: "label" }],
    shown: shownAs("value"),
    read(evidence, path, report) {
      const value = read(evidence, path, report);
      return value === undefined ? undefined : { value };
    },
    plain: [
      {
        column: "value",
        labels: new Map(options.map(({ evidence, label: text }) => [evidence, text] as const)),
      },
    ],
    steps: (column) => [
      {
        step: "look-up",
        to: column("exact"),
        by: [column("value")],
        type: "number",
        rows: options.map(({ label: text }, index) => ({
          labels: [text],
          value: rationalText(scores[index] ?? lowest),
        })),
      },
    ],
    lowest,
    highest,
    fullMarks: highest,
    number: {
      takes: new Map(options.map(({ evidence, score }) => [evidence, readNumber(score)] as const)),
      read(evidence, path, report) {
        const value = read(evidence, path, report);
        return value === undefined ? undefined : scoreOf.get(value);
      },
      steps: (from, to) => [{ step: "first-present", to, of: [from] }],
    },
  };
}
