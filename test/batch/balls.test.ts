// Balls: whatever a program does with them, the exact number is within the radius, and what they decide is what the interpreter decides.
import { expect, it, test } from "vitest";
import { ballSource } from "../../src/batch/balls/read.js";
import { ballWriter } from "../../src/batch/balls/write.js";
import type { BallForm } from "../../src/batch/forms/ball-form.js";
import type { LabelForm, NumberForm } from "../../src/batch/forms/forms.js";
import { type InputForm, planProgramAnyway } from "../../src/batch/plan/plan.js";
import { readNumber } from "../../src/kernel/number.js";
import {
  absolute,
  compare,
  type Rational,
  rational,
  scaledText,
  subtract,
} from "../../src/kernel/rational.js";
import { compileProgram } from "../../src/program/interpreter.js";
import type { Step } from "../../src/program/program.js";
import { randomOf } from "../reference/generate/random.js";
import { columnsOf, INPUTS, type Kind, planStep, STEPS } from "./generate/balls.js";

const { REFERENCE_SEED = "20261128", BALL_PROGRAMS = "300" } = process.env;
const ROWS = 40;

function planned(steps: readonly Step[], columns: Readonly<Record<string, readonly unknown[]>>) {
  const to = steps.at(-1)?.to as string;
  const program = { inputs: INPUTS.map((column) => ({ column, type: "number" as const })), steps };
  const sources = INPUTS.map((name) => ballSource(columns[name] as never, ROWS, { missing: "stays" }));
  const forms = new Map(
    INPUTS.map((name, at) => [name, { type: "ball", source: sources[at] } as InputForm] as const),
  );
  const plan = planProgramAnyway(program, forms, [to]);
  for (const start of plan.starts) start();
  for (const operate of plan.operations) operate(ROWS);
  const run = compileProgram(program);
  const exactly = (row: number) => {
    const found = run(
      INPUTS.map(
        (name) => [name, columns[name]?.[row] == null ? null : readNumber(columns[name][row])] as const,
      ),
    );
    return { has: found.has(to), number: () => found.number(to), label: () => found.label(to) };
  };
  return { form: plan.outputs.get(to), aside: plan.aside, exactly };
}

/** A float is a fraction of a power of two, exactly. */
function exactFloat(value: number): Rational {
  let [units, den] = [value, 1n];
  while (!Number.isInteger(units)) [units, den] = [units * 2, den * 2n];
  return rational(BigInt(units), den);
}

function isWithin({ middle, radius }: BallForm, row: number, exact: Rational): boolean {
  const [x, r] = [middle[row] as number, radius[row] as number];
  if (r === Number.POSITIVE_INFINITY) return true;
  return compare(absolute(subtract(exact, exactFloat(x))), exactFloat(r)) <= 0;
}

function check(
  form: BallForm | NumberForm | LabelForm,
  row: number,
  found: ReturnType<ReturnType<typeof planned>["exactly"]>,
) {
  if (form.type === "label")
    return found.has ? form.dictionary[form.codes[row] as number] === found.label() : form.codes[row] === -1;
  if (form.type === "ball")
    return found.has
      ? (form.radius[row] as number) >= 0 && isWithin(form, row, found.number())
      : (form.radius[row] as number) < 0;
  const n = form.n[row] as number;
  if (!found.has) return Number.isNaN(n);
  return compare(found.number(), rational(BigInt(n) * form.num, form.den)) === 0;
}

it("every step's ball holds the exact number, and every decision is exact", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 3);
  const seen = { rows: 0, aside: 0, silent: 0 };
  for (let index = 0; index < Number(BALL_PROGRAMS); index += 1) {
    const kind = STEPS[index % STEPS.length] as Kind;
    const steps = planStep(random, kind);
    const columns = columnsOf(random, ROWS, kind);
    const { form, aside, exactly } = planned(steps, columns);
    if (form === undefined) throw new Error("the program made nothing");
    for (let row = 0; row < ROWS; row += 1) {
      seen.rows += 1;
      if (aside[row] === 1) {
        seen.aside += 1;
        continue;
      }
      const said = INPUTS.map((name) => `${name}=${columns[name]?.[row]}`).join(" ");
      expect(check(form, row, exactly(row)), `${JSON.stringify(steps)} of ${said}`).toBe(true);
      if (form.type === "ball" && form.radius[row] === Number.POSITIVE_INFINITY) seen.silent += 1;
    }
  }
  console.info(`Balls, seed ${REFERENCE_SEED}: ${JSON.stringify(seen)}.`);
  expect(seen.aside).toBeLessThan(seen.rows / 4);
  expect(seen.silent).toBeLessThan(seen.rows / 10);
});

test("a divisor of zero or below sets its row aside, however near to zero a divisor above is", () => {
  const steps: readonly Step[] = [{ step: "ratio", to: "out", of: "a", by: "b" }];
  const b = ["0", "-0.00000000000000000000000000001", "0.00000000000000000000000000001", 5e-324, -3, "1/3"];
  const column = (value: unknown) => Array.from({ length: ROWS }, () => value);
  const columns = { a: column(1), b: [...b, ...column(1).slice(b.length)], c: column(1) };
  expect([...planned(steps, columns).aside.slice(0, b.length)]).toEqual([1, 1, 0, 0, 1, 0]);
});

test("a sum of cents is written to the cent, up to 2^53 of them, and set aside above", () => {
  const random = randomOf(Number(REFERENCE_SEED) + 5);
  const steps: readonly Step[] = [
    { step: "weighted-sum", to: "out", of: INPUTS.map((column) => ({ column, weight: "1" })) },
  ];
  const cents = () => BigInt(random.int(0, 2 ** 31)) * BigInt(random.int(0, 5_000_000)) + 1n;
  const units = Object.fromEntries(INPUTS.map((name) => [name, Array.from({ length: ROWS }, cents)]));
  const texts = Object.entries(units).map(([name, all]) => [name, all.map((unit) => scaledText(unit, 2))]);
  const { form, aside } = planned(steps, Object.fromEntries(texts));
  const written = new Float64Array(ROWS);
  ballWriter(form as BallForm, { units: written, scale: 2 }, aside)(0, ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    const sum = INPUTS.reduce((all, name) => all + (units[name]?.[row] as bigint), 0n);
    if (sum > 2n ** 53n) expect(aside[row]).toBe(1);
    else expect(BigInt(written[row] as number)).toBe(sum);
  }
  expect(aside.indexOf(1)).toBeGreaterThan(-1);
});
