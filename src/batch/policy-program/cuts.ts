import type { BandContext, GroupBand } from "../../classification/band-context.js";
import type { CheckedMatrix } from "../../classification/matrix.js";
import { cutColumn, fromColumn } from "../../classification/placement-program.js";
import { readNumber } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import { floor, type Rational, rational } from "../../kernel/rational.js";
import { numberOfGroup, tiedPath } from "../sources/group-numbers.js";
import type { NumberInput } from "../sources/inputs.js";
import type { Before } from "./presence.js";

type Axis = CheckedMatrix["axes"][number];

/** Where the bands of an axis begin for each group: the same for all its people, but at a cut that some of those with just that score reach. */
export function cutsBefore(
  axis: Axis,
  scoreDecimals: number,
  contexts: readonly (BandContext | undefined)[],
): Before {
  const { id, margin } = axis;
  const groups = contexts.map((context) => own(context?.axes, id));
  const [first] = groups;
  if (first === undefined || groups.includes(undefined)) return nowhere(axis);
  const bands = first.bands.map(({ band }, place) => ({
    band,
    ofGroups: groups.flatMap((group) => group?.bands[place] ?? []),
  }));
  const cuts = bands.map(({ band, ofGroups }) => cutBefore(id, band, ofGroups, scoreDecimals));
  const kept = margin === undefined ? [] : bands.map((one) => sameCut(cutColumn(id, one.band), one.ofGroups));
  return {
    program: {
      inputs: cuts.flatMap(({ program }) => program.inputs),
      steps: cuts.flatMap(({ program }) => program.steps),
    },
    inputs: [...cuts.flatMap(({ inputs }) => inputs), ...kept],
    required: cuts.flatMap(({ required }) => required),
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

function sameCut(column: string, ofGroups: readonly GroupBand[]): NumberInput {
  return { column, type: "number", missing: "stays", ...numbersFrom(ofGroups, readNumber) };
}

/** A number that each group's cut decides; nothing where a group has none. */
function numbersFrom(
  ofGroups: readonly GroupBand[],
  of: (from: NonNullable<GroupBand["from"]>, band: GroupBand) => Rational,
): Pick<NumberInput, "otherwise"> {
  const numbers = ofGroups.flatMap((band) => (band.from === undefined ? [] : [of(band.from, band)]));
  return numbers.length < ofGroups.length ? {} : { otherwise: numberOfGroup(numbers) };
}

/** The label of those with the score of a cut whom a tie leaves in. */
export const TIED = "tied";

/** For people whom a tie leaves out, a band begins at the next score that there can be. */
function cutBefore(
  axis: string,
  band: string,
  ofGroups: readonly GroupBand[],
  scoreDecimals: number,
): Before {
  const to = fromColumn(axis, band);
  const reached = ofGroups.filter(({ from }) => from !== undefined);
  const isTied = reached.some(({ tied }) => tied !== undefined);
  if (!isTied || reached.length < ofGroups.length)
    return {
      program: { inputs: [], steps: [] },
      inputs: [sameCut(to, ofGroups)],
      required: reached.length === 0 || reached.length === ofGroups.length ? [] : [to],
    };
  const [person, cut, next, inside] = ["person", "cut", "next", "inside"].map((name) => `${to} ${name}`) as [
    string,
    string,
    string,
    string,
  ];
  const only = ofGroups.length === 1 ? ofGroups[0]?.tied : undefined;
  return {
    program: {
      inputs: [
        { column: person, type: "label" },
        { column: cut, type: "number" },
        { column: next, type: "number" },
      ],
      steps: [
        {
          step: "piecewise-by",
          to: inside,
          of: cut,
          by: person,
          functions: [{ label: TIED, function: { pieces: [{ coefficients: ["0", "1"] }] } }],
        },
        { step: "first-present", to, of: [inside, next] },
      ],
    },
    inputs: [
      {
        column: person,
        type: "label",
        path: only === undefined ? tiedPath(axis, band) : "id",
        missing: "set-aside",
        unknown: "stays",
        labels: new Map((only ?? [TIED]).map((id) => [id, TIED])),
      },
      sameCut(cut, ofGroups),
      {
        ...sameCut(next, ofGroups),
        ...numbersFrom(ofGroups, (from, { tied }) => {
          const number = readNumber(from);
          return tied === undefined ? number : nextScore(number, scoreDecimals);
        }),
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
