import type { BandContext, GroupBand } from "../../classification/band-context.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { cutColumn, fromColumn } from "../../classification/placement-program.js";
import { readNumber } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import { floor, type Rational, rational, rationalText } from "../../kernel/rational.js";
import type { ProgramInput } from "../sources/inputs.js";
import type { Before } from "./presence.js";

type Axis = CheckedMatrix["axes"][number];

/** Where the bands of an axis begin for the group: the same for everybody, but at a cut that some of those with just that score reach. */
export function cutsBefore(axis: Axis, scoreDecimals: number, context: BandContext | undefined): Before {
  const { id, margin } = axis;
  const group = own(context?.axes, id);
  if (group === undefined) return nowhere(axis);
  const cuts = group.bands.map((band) => cutBefore(id, band, scoreDecimals));
  const kept = margin === undefined ? [] : group.bands.map((band) => sameCut(cutColumn(id, band.band), band));
  return {
    program: {
      inputs: cuts.flatMap(({ program }) => program.inputs),
      steps: cuts.flatMap(({ program }) => program.steps),
    },
    inputs: [...cuts.flatMap(({ inputs }) => inputs), ...kept],
    required: [],
  };
}

/** Without a context no row is placed: the one-person functions say that it is missing. */
function nowhere({ id, bands, margin }: Axis): Before {
  const names = bands.slice(1).map((band) => fromColumn(id, band.id));
  const kept = margin === undefined ? [] : bands.slice(1).map((band) => cutColumn(id, band.id));
  return {
    program: { inputs: [], steps: [] },
    inputs: [...names, ...kept].map((column) => ({ column, type: "number", missing: "stays" })),
    required: names,
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
