import { expect } from "vitest";
import { ballSource } from "../../src/batch/balls/read.js";
import type { BallForm } from "../../src/batch/forms/ball-form.js";
import type { LabelForm, NumberForm } from "../../src/batch/forms/forms.js";
import type { InputColumn } from "../../src/batch/index.js";
import { type InputForm, planProgram, planProgramAnyway } from "../../src/batch/plan/plan.js";
import { numberSource } from "../../src/batch/sources/sources.js";
import { readNumber } from "../../src/kernel/number.js";
import { compileProgram } from "../../src/program/interpreter.js";
import type { Program, Step } from "../../src/program/program.js";

/** Runs a program over columns of one block, in whole numbers where it says so, and compares each row with the interpreter; gives the rows that are set aside, or why nothing is planned. */
export function programCompared(
  steps: readonly Step[],
  columns: Readonly<Record<string, readonly unknown[] | Float64Array>>,
  path: "whole" | "balls",
): readonly number[] | string {
  const names = Object.keys(columns);
  const rows = columns[names[0] as string]?.length ?? 0;
  const to = steps.at(-1)?.to as string;
  const program: Program = { inputs: names.map((column) => ({ column, type: "number" as const })), steps };
  const inputOf = (name: string): InputForm => {
    const column = columns[name] as InputColumn;
    if (path === "balls") return { type: "ball", source: ballSource(column, rows, { missing: "stays" }) };
    const made = numberSource(column, { rows, missing: "stays", sizes: "all" });
    if (made === undefined) throw new Error(`${name} is not whole`);
    return { type: "number", ...made };
  };
  const given = new Map(names.map((name) => [name, inputOf(name)] as const));
  const plan = path === "whole" ? planProgram(program, given, [to]) : planProgramAnyway(program, given, [to]);
  if ("because" in plan) return plan.because;
  for (const start of plan.starts) start();
  for (const operate of plan.operations) operate(rows);
  const run = compileProgram(program);
  const form = plan.outputs.get(to) as NumberForm | LabelForm | BallForm;
  for (let row = 0; row < rows; row += 1) {
    if (plan.aside[row] === 1) continue;
    const value = (name: string) => (columns[name]?.[row] == null ? null : readNumber(columns[name]?.[row]));
    const exact = run(names.map((name) => [name, value(name)] as const));
    const said = `${JSON.stringify(steps)}, row ${row}`;
    if (form.type === "label") expect(form.dictionary[form.codes[row] as number], said).toBe(exact.label(to));
    else if (form.type === "number") {
      const { num, den, plus = 0n } = form;
      const { n, d } = exact.number(to);
      expect((BigInt(form.n[row] as number) * num + plus) * d, said).toBe(n * den);
    }
  }
  return [...plan.aside.subarray(0, rows).entries()].flatMap(([row, is]) => (is === 1 ? [row] : []));
}
