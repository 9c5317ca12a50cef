import type { BandContext, GroupBand } from "../classification/band-context.js";
import type { CheckedMatrix } from "../classification/matrix.js";
import { isFixed } from "../classification/placement-input.js";
import { cutColumn, fromColumn, scoreColumn } from "../classification/placement-program.js";
import { readNumber } from "../kernel/number.js";
import { own } from "../kernel/plain.js";
import { floor, type Rational, rational, rationalText } from "../kernel/rational.js";
import type { Step } from "../program/program.js";
import type { NoColumns, ProgramInput } from "./inputs.js";
import type { Before } from "./presence.js";

type Axis = CheckedMatrix["axes"][number];

/** Where the bands of an axis begin for the group: the same for everybody, but at a cut that some of those with just that score reach. */
export function cutsBefore(
  axis: Axis,
  scoreDecimals: number,
  context: BandContext | undefined,
): Before | NoColumns {
  const { id, bands, margin } = axis;
  const group = own(context?.axes, id);
  if (group === undefined) return { because: "no-columns", what: id };
  const cuts = group.bands.map((band) => cutBefore(id, band, scoreDecimals));
  const kept = margin === undefined ? [] : group.bands.map((band) => sameCut(cutColumn(id, band.band), band));
  const lowest = isFixed(axis, group) ? bands[0]?.from : undefined;
  const reached = `${id}.lowest`;
  const isReached: readonly Step[] =
    lowest === undefined
      ? []
      : [
          {
            step: "piecewise",
            to: reached,
            of: scoreColumn(id),
            function: { pieces: [{ from: rationalText(readNumber(lowest)), coefficients: ["1"] }] },
          },
        ];
  return {
    program: {
      inputs: cuts.flatMap(({ program }) => program.inputs),
      steps: [...cuts.flatMap(({ program }) => program.steps), ...isReached],
    },
    inputs: [...cuts.flatMap(({ inputs }) => inputs), ...kept],
    required: isReached.map(({ to }) => to),
  };
}

function sameCut(column: string, { from }: GroupBand): ProgramInput {
  return {
    column,
    type: "number",
    missing: "stays",
    ...(from === undefined ? {} : { otherwise: readNumber(from) }),
  };
}

const TIED = "tied";

/** For people whom a tie leaves out, a band begins at the next score that there can be. */
function cutBefore(axis: string, band: GroupBand, scoreDecimals: number): Before {
  const to = fromColumn(axis, band.band);
  const { from, tied } = band;
  if (from === undefined || tied === undefined)
    return { program: { inputs: [], steps: [] }, inputs: [sameCut(to, band)], required: [] };
  const [person, inside] = [`${to} person`, `${to} inside`];
  const cut = readNumber(from);
  return {
    program: {
      inputs: [{ column: person, type: "label" }],
      steps: [
        {
          step: "look-up",
          to: inside,
          by: [person],
          type: "number",
          rows: [{ labels: [TIED], value: rationalText(cut) }],
        },
        { step: "first-present", to, of: [inside], otherwise: rationalText(nextScore(cut, scoreDecimals)) },
      ],
    },
    inputs: [
      {
        column: person,
        type: "label",
        path: "id",
        missing: "set-aside",
        unknown: "stays",
        labels: new Map(tied.map((id) => [id, TIED])),
      },
    ],
    required: [],
  };
}

/** The least score of so many decimals that is above a cut. */
function nextScore({ n, d }: Rational, decimals: number): Rational {
  const unit = 10n ** BigInt(decimals);
  return rational(floor(rational(n * unit, d)) + 1n, unit);
}
