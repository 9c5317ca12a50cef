import type { InputColumn } from "../columns/columns.js";
import type { InputForm } from "../plan/plan.js";
import type { PolicyProgram } from "../policy-program/policy-program.js";
import type { LabelInput, NoColumns } from "../sources/inputs.js";
import { labelSource } from "../sources/label-sources.js";
import { numberForm, type Opening } from "./open-numbers.js";

/** The program's input columns, ready to be read a block at a time. */
export interface OpenInputs {
  readonly forms: ReadonlyMap<string, InputForm>;
  readonly sources: readonly { from: number }[];
  /** The names of the caller's columns that are read; of ids some are looked for, and all have to be sound. */
  readonly read: ReadonlySet<string>;
}

/** Finds the caller's column of each input, or what stands in for it. */
export function openInputs(
  { program, inputs }: PolicyProgram,
  columns: Readonly<Record<string, InputColumn>>,
  reading: Opening,
): OpenInputs | NoColumns {
  const known = new Map(inputs.map((input) => [input.column, input]));
  const forms = new Map<string, InputForm>();
  const read = new Set<string>();
  const opening = { splits: new Map(), credits: new Map(), exactCredits: new Map(), placed: [], ...reading };
  for (const { column } of program.inputs) {
    const input = known.get(column);
    if (input === undefined) continue;
    const form = input.type === "label" ? labelForm(input, columns) : numberForm(input, columns, opening);
    if (form === undefined) return { because: "no-columns", what: input.path ?? column };
    forms.set(column, form);
    if (input.path !== undefined && input.path !== "id") read.add(input.path);
  }
  return { forms, sources: [...forms.values()].map(({ source }) => source), read };
}

function labelForm(
  { path, labels, missing, unknown, otherwise }: LabelInput,
  columns: Readonly<Record<string, InputColumn>>,
): InputForm {
  const dictionary = [...new Set(labels.values())];
  const meant = new Map([...labels].map(([label, text]) => [label, dictionary.indexOf(text)] as const));
  const source = labelSource(columns[path] ?? [], meant, {
    missing,
    unknown: unknown === undefined ? "set-aside" : "missing",
    ...(otherwise === undefined ? {} : { otherwise: dictionary.indexOf(otherwise) }),
  });
  const isNone = columns[path] === undefined && missing === "stays" && otherwise === undefined;
  return { type: "label", dictionary, source, ...(isNone ? { isNone } : {}) };
}
