import type { BandContext } from "../../classification/band-context.js";
import { type CheckedGate, subjectOf } from "../../classification/gates.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { placementProgram, previousColumn, subjectColumn } from "../../classification/placement-program.js";
import { SHOWN_DECIMALS } from "../../kernel/decimal.js";
import type { Program, Step } from "../../program/program.js";
import { certificateInput } from "../sources/certificates.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { cutsBefore } from "./cuts.js";
import type { ScorePart } from "./score-part.js";

/** The program of the matrix after those of the axes, and how its own columns are filled. */
export interface PlacementPart {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
}

/** Makes the part of the matrix, or says which gate or axis has no columns. */
export function placementPart(
  config: CheckedMatrix,
  scores: readonly ScorePart[],
  bands: readonly (BandContext | undefined)[],
  decimalsOf: (axis: string) => number,
): PlacementPart | NoColumns {
  const { axes, gates = [] } = config;
  const program = placementProgram(config);
  const links = gates.map((gate) => linkOf(gate, scores));
  const unlinked = links.indexOf(undefined);
  if (unlinked >= 0) return { because: "no-columns", what: (gates[unlinked] as CheckedGate).id };
  const before = axes
    .filter((axis) => axis.relative !== undefined)
    .map((axis) => cutsBefore(axis, decimalsOf(axis.id), bands));
  const found = [...new Map(links.flatMap((link) => link ?? []).map((link) => [link.to, link])).values()];
  return {
    program: {
      inputs: [...program.inputs, ...before.flatMap((part) => part.program.inputs)],
      steps: [
        ...found.flatMap(({ steps }) => steps),
        ...before.flatMap((part) => part.program.steps),
        ...program.steps,
      ],
    },
    required: before.flatMap(({ required }) => required),
    inputs: [
      ...found.flatMap(({ inputs }) => inputs),
      ...axes.flatMap((axis): readonly ProgramInput[] =>
        axis.margin === undefined
          ? []
          : [
              {
                column: previousColumn(axis.id),
                type: "label",
                path: `bands.${axis.id}`,
                missing: "stays",
                labels: new Map(axis.bands.map(({ id }) => [id, id] as const)),
              },
            ],
      ),
      ...before.flatMap(({ inputs }) => inputs),
    ],
  };
}

/** The column that a gate looks at, and what fills it. */
interface Link {
  readonly to: string;
  readonly steps: readonly Step[];
  readonly inputs: readonly ProgramInput[];
}

/** What fills the column that a gate looks at: a score of the program, or a column of the caller's. */
function linkOf(gate: CheckedGate, scores: readonly ScorePart[]): Link | undefined {
  const { kind, id } = subjectOf(gate);
  const to = subjectColumn(gate);
  switch (kind) {
    case "axis":
      return { to, steps: [], inputs: [] };
    case "fact":
      return {
        to,
        steps: [],
        inputs: [{ column: to, type: "number", path: `facts.${id}`, missing: "set-aside" }],
      };
    case "indicator": {
      const from = scores.map(({ indicators }) => indicators.get(id)).find((column) => column !== undefined);
      return from === undefined
        ? undefined
        : { to, steps: [{ step: "first-present", to, of: [from] }], inputs: [] };
    }
    case "group": {
      const from = scores.map(({ groups }) => groups.get(id)).find((column) => column !== undefined);
      const shown = { decimals: SHOWN_DECIMALS, mode: "half-up" as const };
      return from === undefined
        ? undefined
        : { to, steps: [{ step: "round", to, of: from, ...shown }], inputs: [] };
    }
    case "certificate":
      return { to, steps: [], inputs: [certificateInput(to, id)] };
  }
}
