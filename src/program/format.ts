import * as z from "zod/mini";
import { saidWhole } from "../kernel/in-words.js";
import { lazySchema, list } from "../kernel/schema.js";
import type { BandThreshold, PiecewiseData, Program, Step, WeightedColumn } from "./program.js";

/**
 * A program as text, one line a step, for people to read.
 *
 * @example
 * ```ts
 * import { formatProgram } from "tierwise";
 *
 * formatProgram({
 *   inputs: [{ column: "actual", type: "number" }, { column: "target", type: "number" }],
 *   steps: [
 *     { step: "ratio", to: "attainment", of: "actual", by: "target" },
 *     { step: "round", to: "shown", of: "attainment", decimals: 4, mode: "half-up" },
 *   ],
 * }).split("\n"); // => ["input actual: number", "input target: number", "attainment = actual / target", "shown = round(attainment, 4, half-up)"]
 * ```
 */
export function formatProgram(program: Program): string {
  return saidWhole("formatProgram", programParts(), program, format);
}

const programParts = /* @__PURE__ */ lazySchema(() => {
  const named = z.looseObject({ column: z.string(), type: z.string() });
  return z.looseObject({
    inputs: list(named),
    steps: list(z.looseObject({ step: z.enum(STEPS), to: z.string() })),
  });
});

/** The kinds of steps. */
const STEPS = [
  "ratio",
  "product",
  "weighted-sum",
  "weighted-mean",
  "geometric-mean",
  "minimum",
  "at-most",
  "signed-root",
  "first-present",
  "piecewise",
  "piecewise-by",
  "round",
  "band",
  "look-up",
] as const satisfies readonly Step["step"][];

function format(program: Program): string {
  const inputs = program.inputs.map(({ column, type }) => `input ${column}: ${type}`);
  return [...inputs, ...program.steps.map((step) => `${step.to} = ${formatStep(step)}`)].join("\n");
}

function formatStep(step: Step): string {
  switch (step.step) {
    case "ratio":
      return `${step.of} / ${step.by}${step.whenZero === undefined ? "" : ` (${step.whenZero} where that is 0)`}`;
    case "product":
      return step.of.join(" * ");
    case "weighted-sum":
      return formatWeighted(step.of);
    case "weighted-mean":
      return `mean of those present(${formatWeighted(step.of)})`;
    case "geometric-mean": {
      const powers = step.of.map(({ column, weight }) => `${column} ^ ${weight}`).join(" * ");
      const least = step.least === undefined ? "" : `, each at least ${step.least}`;
      return `round(geometric mean of those present(${powers}${least}), ${step.decimals}, ${step.mode})`;
    }
    case "minimum":
      return `least present of(${step.of.join(", ")})`;
    case "at-most":
      return `${step.of}, at most those present of(${step.limits.join(", ")})`;
    case "signed-root":
      return `round(${step.plus} + signed root(${step.of}), ${step.decimals}, ${step.mode})`;
    case "first-present":
      return `first present of(${[...step.of, ...(step.otherwise === undefined ? [] : [step.otherwise])].join(", ")})`;
    case "piecewise":
      return formatPiecewise(step.of, step.function);
    case "piecewise-by":
      return step.functions
        .map((one) => `${step.by} is ${one.label}: ${formatPiecewise(step.of, one.function)}`)
        .join(" | ");
    case "round":
      return `round(${step.of}, ${step.decimals}, ${step.mode})`;
    case "band":
      return `band(${step.of}: ${step.bands.map(formatBand).join(", ")})`;
    case "look-up":
      return `look-up(${step.by.join(", ")}: ${step.rows.map(({ labels, value }) => `${labels.join(" + ")} -> ${value}`).join(", ")})`;
  }
}

function formatBand({ label, from, fromColumn = from }: BandThreshold): string {
  return fromColumn === undefined ? label : `${label} from ${fromColumn}`;
}

function formatWeighted(columns: readonly WeightedColumn[]): string {
  return columns.map(({ column, weight }) => `${weight} * ${column}`).join(" + ");
}

function formatPiecewise(column: string, { pieces, to }: PiecewiseData): string {
  const shown = pieces.map(({ from, includesFrom = true, coefficients }) => {
    const formula = formatPolynomial(column, coefficients);
    return from === undefined ? formula : `${includesFrom ? "from" : "above"} ${from}: ${formula}`;
  });
  return `{ ${shown.join("; ")}${to === undefined ? "" : `; to ${to}`} }`;
}

function formatPolynomial(column: string, coefficients: readonly string[]): string {
  const factors = ["", ` * ${column}`, ` * ${column} * ${column}`];
  const terms = coefficients
    .map((coefficient, power) => ({ coefficient, text: `${coefficient}${factors[power] ?? ""}` }))
    .filter(({ coefficient }) => coefficient !== "0");
  return terms.length === 0 ? "0" : terms.map(({ text }) => text).join(" + ");
}
