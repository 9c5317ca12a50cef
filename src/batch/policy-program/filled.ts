import { shiftPeriod } from "../../kernel/calendar.js";
import { readNumber } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import { compare, type Rational, rationalText, ZERO } from "../../kernel/rational.js";
import { round } from "../../kernel/rounding.js";
import type { PieceData, Step } from "../../program/program.js";
import { type CompositeNode, filledColumn, type Leaf, scoreColumn } from "../../scoring/branch.js";
import { measuredEnd, scoreEnd } from "../../scoring/ends.js";
import type { ScoreRounding } from "../../scoring/measures/index.js";
import { numberOfGroup } from "../sources/group-numbers.js";
import type { ProgramInput } from "../sources/inputs.js";
import type { Given } from "./evidence-inputs.js";
import type { Before } from "./presence.js";

type Filled = Leaf | CompositeNode;
type Ruled<Kind extends Filled["missing"]["kind"]> = Extract<Filled["missing"], { readonly kind: Kind }>;

/** What counts for an indicator without evidence, in the column that the program has for it. */
export function filledBefore(
  node: Filled,
  settings: ScoreRounding,
  column: (name: string) => string,
  given: Given,
): Before {
  const { id, missing } = node;
  const constant = (scores: readonly Rational[], required: readonly string[] = []): Before => ({
    program: { inputs: [], steps: [] },
    inputs: [
      {
        column: column(filledColumn(id)),
        type: "number",
        missing: "stays",
        ...(scores.length === 0
          ? {}
          : {
              otherwise: numberOfGroup(
                scores.map((score) => round(score, settings.decimals, settings.rounding)),
              ),
            }),
      },
    ],
    required,
  });
  switch (missing.kind) {
    case "zero":
      return constant([ZERO]);
    case "fixed":
      return constant([readNumber(missing.score)]);
    case "cohort-median": {
      const medians = given.groups.map(({ cohort }) => {
        const stated = own(cohort?.indicators, id)?.medianScore;
        const median = stated === undefined ? otherwiseOf(missing) : readNumber(stated);
        const isSound = stated === undefined || isWithin(median as Rational, node, settings);
        const isSure = isSound && (stated !== undefined || missing.otherwise !== "error");
        return { median: isSound ? median : undefined, isSure };
      });
      const known = medians.flatMap(({ median }) => median ?? []);
      const isSure = medians.every((one) => one.isSure) && [0, medians.length].includes(known.length);
      return constant(known.length < medians.length ? [] : known, isSure ? [] : [column(scoreColumn(id))]);
    }
    case "previous":
      return earlierBefore(node, missing, settings, column, given);
    default:
      return constant([]);
  }
}

function otherwiseOf({ otherwise }: { readonly otherwise: string }): Rational | undefined {
  return otherwise === "zero" ? ZERO : undefined;
}

/** Whether a median is one that scores of the indicator can have. */
function isWithin(median: Rational, node: Filled, settings: ScoreRounding): boolean {
  const score = round(median, settings.decimals, settings.rounding);
  const [low, high] = [measuredEnd(node, "lowest", settings), measuredEnd(node, "highest", settings)];
  return (low === undefined || compare(score, low) >= 0) && (high === undefined || compare(score, high) <= 0);
}

const RECENT = "recent";

/** The score of an earlier period, where that is recent enough; rows in which one counts that the indicator cannot have are set aside. */
function earlierBefore(
  node: Filled,
  rule: Ruled<"previous">,
  settings: ScoreRounding,
  column: (name: string) => string,
  { period }: Given,
): Before {
  const { id } = node;
  const [given, of, rounded, recent, filled] = [
    "previous.score",
    "previous.period",
    "previous",
    "previous.recent",
    "filled",
  ].map((name) => column(`${id}.${name}`)) as [string, string, string, string, string];
  const periods = period === undefined ? [] : periodsBefore(period, rule.periods);
  const inputs: readonly ProgramInput[] = [
    { column: given, type: "number", path: `previous.${id}.score`, missing: "stays" },
    {
      column: of,
      type: "label",
      path: `previous.${id}.period`,
      missing: "stays",
      ...(period === undefined ? {} : { unknown: "stays" }),
      labels: new Map(periods.map((one) => [one, RECENT])),
    },
  ];
  const steps: readonly Step[] = [
    { step: "round", to: rounded, of: given, decimals: settings.decimals, mode: settings.rounding },
    {
      step: "piecewise-by",
      to: recent,
      of: rounded,
      by: of,
      functions: [{ label: RECENT, function: { pieces: [{ coefficients: ["0", "1"] }] } }],
    },
    {
      step: "first-present",
      to: filled,
      of: [recent],
      ...(rule.otherwise === "zero" ? { otherwise: "0" } : {}),
    },
  ];
  return {
    program: { inputs: inputs.map(({ column: name, type }) => ({ column: name, type })), steps },
    inputs,
    required: rule.otherwise === "error" ? [column(scoreColumn(id))] : [],
    after: [
      {
        step: "piecewise",
        to: column(`${id}.within`),
        of: column(scoreColumn(id)),
        function: withinEnds(node, settings),
      },
    ],
  };
}

/** So many periods before one, as far back as there are periods. */
function periodsBefore(period: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let last = period; found.length < count && Number(last.slice(0, 4)) > FIRST_YEAR; ) {
    last = shiftPeriod(last, -1);
    found.push(last);
  }
  return found;
}

const FIRST_YEAR = 1000;

/** A score that the indicator can have, as it is; there is no other. */
function withinEnds(node: Filled, settings: ScoreRounding) {
  const [from, to] = [scoreEnd(node, "lowest", settings), scoreEnd(node, "highest", settings)];
  const piece: PieceData = { coefficients: ["0", "1"] };
  return {
    pieces: [from === undefined ? piece : { from: rationalText(from), ...piece }],
    ...(to === undefined ? {} : { to: rationalText(to) }),
  };
}
