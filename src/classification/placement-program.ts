import { readNumber } from "../kernel/number.js";
import { negate, rationalText } from "../kernel/rational.js";
import type { BandThreshold, Program, Step } from "../program/program.js";
import { type CheckedGate, subjectOf } from "./gates.js";
import { type CheckedMatrix, cellKey, combinations } from "./matrix.js";

type Axis = CheckedMatrix["axes"][number];

/** The column with the score of an axis. */
export const scoreColumn = (axis: string) => `${axis}.score`;
/** The column with the band on an axis. */
export const bandColumn = (axis: string) => `${axis}.band`;
/** The column with the band that the person had at the last review. */
export const previousColumn = (axis: string) => `${axis}.previous`;
/** The column with the least score of a band, where it depends on the group or on the last review. */
export const fromColumn = (axis: string, band: string) => `${axis}.${band}.from`;
/** The same without the margin for who had the band, for a person whom a tie does not leave out. */
export const cutColumn = (axis: string, band: string) => `${axis}.${band}.cut`;
/** The column with what a gate looks at. */
export function subjectColumn(gate: CheckedGate): string {
  const { kind, id } = subjectOf(gate);
  return kind === "axis" ? scoreColumn(id) : `${kind} ${id}`;
}
/** The column that says whether a gate is passed. */
export const gateColumn = (gate: string) => `gate ${gate}`;

/** The arithmetic of a matrix: where each score falls, the cell, and the gates. */
export function placementProgram(config: CheckedMatrix): Program {
  const { axes, gates = [] } = config;
  const others = gates.filter((gate) => subjectOf(gate).kind !== "axis");
  const subjects = new Map(
    others.map((gate) => [
      subjectColumn(gate),
      subjectOf(gate).kind === "certificate" ? ("label" as const) : ("number" as const),
    ]),
  );
  return {
    inputs: [...axes.flatMap(axisInputs), ...[...subjects].map(([column, type]) => ({ column, type }))],
    steps: [...axes.flatMap(axisSteps), cellStep(config), ...gates.flatMap(gateSteps)],
  };
}

function axisInputs({ id: axis, bands, relative, margin }: Axis): Program["inputs"] {
  const number = (column: string) => ({ column, type: "number" as const });
  const names = relative === undefined ? [] : bands.slice(1).map(({ id }) => id);
  return [
    number(scoreColumn(axis)),
    ...names.map((band) => number(fromColumn(axis, band))),
    ...(margin === undefined
      ? []
      : [
          ...names.map((band) => number(cutColumn(axis, band))),
          { column: previousColumn(axis), type: "label" as const },
        ]),
  ];
}

function axisSteps(axis: Axis): readonly Step[] {
  const { id, bands, relative, margin } = axis;
  const ofColumns = relative !== undefined || margin !== undefined;
  const threshold = ({ id: band, from }: Axis["bands"][number], index: number): BandThreshold => {
    if (ofColumns && index > 0)
      return { label: band, fromColumn: margin === undefined ? fromColumn(id, band) : keptColumn(id, band) };
    return from === undefined || relative !== undefined
      ? { label: band }
      : { label: band, from: exactText(from) };
  };
  return [
    ...(margin === undefined ? [] : marginSteps(axis, margin)),
    { step: "band", to: bandColumn(id), of: scoreColumn(id), bands: bands.map(threshold) },
  ];
}

/** The column with the least score that is enough for a band, be it by reaching or by keeping it. */
const keptColumn = (axis: string, band: string) => `${axis}.${band}.least`;

/** For who had this band or a better one at the last review, it begins lower by the margin. */
function marginSteps({ id: axis, bands, relative }: Axis, margin: number | string): readonly Step[] {
  const lowered = { pieces: [{ coefficients: [rationalText(negate(readNumber(margin))), "1"] }] };
  return bands.slice(1).flatMap(({ id: band, from }, index): Step[] => {
    const [begins, margined, least] = [
      fromColumn(axis, band),
      `${axis}.${band}.margin`,
      keptColumn(axis, band),
    ];
    return [
      ...(relative === undefined
        ? [{ step: "first-present", to: begins, of: [], otherwise: exactText(from) } as const]
        : []),
      {
        step: "piecewise-by",
        to: margined,
        of: relative === undefined ? begins : cutColumn(axis, band),
        by: previousColumn(axis),
        functions: bands.slice(index + 1).map(({ id }) => ({ label: id, function: lowered })),
      },
      { step: "first-present", to: least, of: [margined, begins] },
    ];
  });
}

function cellStep({ axes, cells }: CheckedMatrix): Step {
  return {
    step: "look-up",
    to: "cell",
    by: axes.map(({ id }) => bandColumn(id)),
    type: "label",
    rows: (cells?.map(({ at }) => at) ?? combinations(axes)).map((at) => ({
      labels: axes.map(({ id }) => at[id] ?? ""),
      value: cellKey(axes, at),
    })),
  };
}

function gateSteps(gate: CheckedGate): readonly Step[] {
  const { id, atLeast, atMost } = gate;
  const [of, to] = [subjectColumn(gate), gateColumn(id)];
  if (subjectOf(gate).kind === "certificate") {
    const rows = [
      { labels: ["held"], value: "passed" },
      { labels: ["not-held"], value: "failed" },
    ];
    return [{ step: "look-up", to, by: [of], type: "label", rows }];
  }
  if (atMost === undefined) return [passedFrom(to, of, exactText(atLeast))];
  const within = `${to} within`;
  return [
    {
      step: "piecewise",
      to: within,
      of,
      function: {
        pieces: [
          ...(atLeast === undefined ? [] : [{ coefficients: [] }]),
          { ...(atLeast === undefined ? {} : { from: exactText(atLeast) }), coefficients: ["1"] },
          { from: exactText(atMost), includesFrom: false, coefficients: [] },
        ],
      },
    },
    passedFrom(to, within, "1"),
  ];
}

function passedFrom(to: string, of: string, from: string): Step {
  return { step: "band", to, of, bands: [{ label: "failed" }, { label: "passed", from }] };
}

function exactText(value: number | string | undefined): string {
  return rationalText(readNumber(value));
}
