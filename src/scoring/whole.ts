import { readNumber } from "../kernel/number.js";
import { evaluate } from "../kernel/piecewise.js";
import { add, type Rational } from "../kernel/rational.js";
import { writePiecewise } from "../program/interpreter.js";
import type { Program, Step } from "../program/program.js";
import {
  type Branch,
  branchSteps,
  compositesOf,
  filledColumn,
  indicatorsOf,
  type LeafShare,
  mayBeFilled,
} from "./branch.js";
import { coverageSteps, mayBeUncovered } from "./coverage.js";
import { branchEnd } from "./ends.js";
import { type Extra, extraSteps, extrasEnd, isLimited, type Limits, within } from "./extras.js";
import type { ScoreRounding } from "./measures/index.js";

/** A weight schema, compiled: the tree of what is weighted, the extra points, and their limits. */
export interface Whole {
  readonly branch: Branch;
  /** The leaves of the tree, each with its part of the whole. */
  readonly leaves: readonly LeafShare[];
  /** What the parts of all leaves sum to. */
  readonly allShares: Rational;
  readonly extras: readonly Extra[];
  readonly extraLimits: Limits;
  readonly scoreRange: Limits;
  /** The least part of the weight that has evidence of its own; 0 where none need have. */
  readonly minimumCoverage: Rational;
}

/** Whether the weighted tree is all there is, so that its aggregation is the unrounded score. */
function isAlone({ extras, scoreRange }: Whole): boolean {
  return extras.length === 0 && !isLimited(scoreRange);
}

/** The column of what the tree is aggregated to. */
export function aggregatedColumn(whole: Whole): string {
  return isAlone(whole) ? "unrounded" : "aggregated";
}

/** The program from evidence to the column `score`; `aggregated` and `extras` are its parts where there is more than one. */
export function scoreProgram(
  whole: Whole,
  settings: ScoreRounding & { readonly scoreDecimals: number },
): Program {
  const { branch, leaves, extras, minimumCoverage } = whole;
  const alone = isAlone(whole);
  const isCounted = mayBeUncovered(leaves, minimumCoverage);
  return {
    inputs: [
      ...leaves.flatMap(({ leaf }) => inputsOf(leaf)),
      ...[...indicatorsOf(branch), ...compositesOf(branch).flatMap((node) => indicatorsOf(node.branch))]
        .filter(mayBeFilled)
        .map(({ id }) => ({ column: filledColumn(id), type: "number" as const })),
      ...extras.flatMap(inputsOf),
    ],
    steps: [
      ...branchSteps(branch, aggregatedColumn(whole), settings),
      ...(alone ? [] : limitSteps(whole, settings)),
      {
        step: "round",
        to: isCounted ? "rounded" : "score",
        of: "unrounded",
        decimals: settings.scoreDecimals,
        mode: settings.rounding,
      },
      ...(isCounted ? coverageSteps(leaves, minimumCoverage, { of: "rounded", to: "score" }) : []),
    ],
  };
}

function inputsOf({ id, source }: Pick<Extra, "id" | "source">): Program["inputs"] {
  return source.inputs.map(({ column, type }) => ({ column: `${id}.${column}`, type }));
}

function limitSteps({ extras, extraLimits, scoreRange }: Whole, settings: ScoreRounding): readonly Step[] {
  const hasExtras = extras.length > 0;
  return [
    ...(hasExtras ? extraSteps(extras, extraLimits, settings) : []),
    {
      step: "weighted-sum",
      to: "whole",
      of: ["aggregated", ...(hasExtras ? ["extras"] : [])].map((column) => ({ column, weight: "1" })),
    },
    { step: "piecewise", to: "unrounded", of: "whole", function: writePiecewise(within(scoreRange)) },
  ];
}

/** One end of what anybody can score; undefined where there is none. */
export function wholeEnd(
  { branch, extras, extraLimits, scoreRange }: Whole,
  side: "lowest" | "highest",
  settings: ScoreRounding,
): Rational | undefined {
  const aggregated = branchEnd(branch, side, settings);
  const extra = extrasEnd(extras, extraLimits, side, settings);
  const sum = aggregated === undefined || extra === undefined ? undefined : add(aggregated, extra);
  const range = within(scoreRange);
  if (sum !== undefined) return evaluate(range, sum);
  const limit = side === "lowest" ? scoreRange.from : scoreRange.to;
  return limit === undefined ? undefined : readNumber(limit);
}
