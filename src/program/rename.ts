import type { Program, Step } from "./program.js";

/** The same program with other names of columns. */
export function renameColumns(program: Program, name: (column: string) => string): Program {
  return {
    inputs: program.inputs.map(({ column, type }) => ({ column: name(column), type })),
    steps: program.steps.map((step) => renameStep(step, name)),
  };
}

function renameStep(step: Step, name: (column: string) => string): Step {
  const to = name(step.to);
  switch (step.step) {
    case "ratio":
      return { ...step, to, of: name(step.of), by: name(step.by) };
    case "product":
    case "minimum":
    case "first-present":
      return { ...step, to, of: step.of.map(name) };
    case "weighted-sum":
    case "weighted-mean":
    case "geometric-mean":
      return { ...step, to, of: step.of.map(({ column, weight }) => ({ column: name(column), weight })) };
    case "at-most":
      return { ...step, to, of: name(step.of), limits: step.limits.map(name) };
    case "signed-root":
    case "piecewise":
    case "round":
      return { ...step, to, of: name(step.of) };
    case "piecewise-by":
      return { ...step, to, of: name(step.of), by: name(step.by) };
    case "band":
      return {
        ...step,
        to,
        of: name(step.of),
        bands: step.bands.map((band) =>
          band.fromColumn === undefined ? band : { ...band, fromColumn: name(band.fromColumn) },
        ),
      };
    case "look-up":
      return { ...step, to, by: step.by.map(name) };
  }
}

/** The columns that a step reads. */
export function columnsRead(step: Step): readonly string[] {
  const read: string[] = [];
  renameStep({ ...step, to: "" }, (column) => {
    if (column !== "") read.push(column);
    return column;
  });
  return read;
}
