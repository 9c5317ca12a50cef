import { rational } from "../../kernel/rational.js";
import { compileStep } from "../../program/interpreter.js";
import type { Step } from "../../program/program.js";
import { columnsRead } from "../../program/rename.js";
import type { ExactAt } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { numberForm, type Planning } from "../forms/planning.js";

/** The exact values of a column, whatever it is worked out in. */
export function exactOf(planning: Planning, column: string): ExactAt {
  const form = planning.columns.get(column);
  return exactIn(form?.type === "number" ? numberForm(planning, column) : (form as Form));
}

function exactIn(form: Form): ExactAt {
  switch (form.type) {
    case "ball":
      return form.exactAt;
    case "label": {
      const { codes, dictionary } = form;
      return (row) => dictionary[codes[row] as number] ?? null;
    }
    case "number": {
      const { n, num, den, plus = 0n, by } = form;
      return (row) => {
        const whole = n[row] as number;
        if (Number.isNaN(whole)) return null;
        const divisor = by === undefined ? 1n : BigInt(by.n[row] as number);
        return rational(BigInt(whole) * num + plus, den * divisor);
      };
    }
  }
}

/** What a step makes of exact values: the interpreter's own action. */
export function exactStep(step: Step, planning: Planning): ExactAt {
  const action = compileStep(step);
  const inputs = new Map(columnsRead(step).map((column) => [column, exactOf(planning, column)] as const));
  return (row) => action({ get: (column) => inputs.get(column)?.(row) });
}
