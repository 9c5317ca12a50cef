import * as z from "zod/mini";
import { saidWhole } from "../kernel/in-words.js";
import { lazySchema, list } from "../kernel/schema.js";
import type { BandThreshold, PiecewiseData, Program, Step, WeightedColumn } from "./program.js";

/**
 * A program as text, one line a step, for people to read; docs/programs.md says how. Names with other characters than letters, digits, points and underscores are quoted, so that no hyphen reads as a minus.
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
  const inputs = program.inputs.map(({ column, type }) => `input ${named(column)}: ${type}`);
  return [...inputs, ...program.steps.map((step) => `${named(step.to)} = ${formatStep(step)}`)].join("\n");
}

function named(column: string): string {
  return /^[\p{L}\d_.]+$/u.test(column) ? column : JSON.stringify(column);
}

function formatStep(step: Step): string {
  switch (step.step) {
    case "ratio":
      return `${named(step.of)} / ${named(step.by)}${step.whenZero === undefined ? "" : ` (${step.whenZero} where that is 0)`}`;
    case "product":
      return step.of.map(named).join(" * ");
    case "weighted-sum":
      return formatWeighted(step.of);
    case "weighted-mean":
      return `mean of those present(${formatWeighted(step.of)})`;
    case "geometric-mean": {
      const powers = step.of.map(({ column, weight }) => `${named(column)} ^ ${weight}`).join(" * ");
      const least = step.least === undefined ? "" : `, each at least ${step.least}`;
      return `round(geometric mean of those present(${powers}${least}), ${step.decimals}, ${step.mode})`;
    }
    case "minimum":
      return `least present of(${step.of.map(named).join(", ")})`;
    case "at-most":
      return `${named(step.of)}, at most those present of(${step.limits.map(named).join(", ")})`;
    case "signed-root":
      return `round(${step.plus} + signed root(${named(step.of)}), ${step.decimals}, ${step.mode})`;
    case "first-present":
      return `first present of(${[...step.of.map(named), ...(step.otherwise === undefined ? [] : [step.otherwise])].join(", ")})`;
    case "piecewise":
      return formatPiecewise(named(step.of), step.function);
    case "piecewise-by":
      return step.functions
        .map((one) => `${named(step.by)} is ${one.label}: ${formatPiecewise(named(step.of), one.function)}`)
        .join(" | ");
    case "round":
      return `round(${named(step.of)}, ${step.decimals}, ${step.mode})`;
    case "band":
      return `band(${named(step.of)}: ${step.bands.map(formatBand).join(", ")})`;
    case "look-up":
      return `look-up(${step.by.map(named).join(", ")}: ${step.rows.map(({ labels, value }) => `${labels.join(" + ")} -> ${value}`).join(", ")})`;
  }
}

function formatBand({ label, from, fromColumn }: BandThreshold): string {
  const begins = fromColumn === undefined ? from : named(fromColumn);
  return begins === undefined ? label : `${label} from ${begins}`;
}

function formatWeighted(columns: readonly WeightedColumn[]): string {
  return columns.map(({ column, weight }) => `${weight} * ${named(column)}`).join(" + ");
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
