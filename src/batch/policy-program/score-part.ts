import { amountsOf } from "../../policy/amounts.js";
import type { Program } from "../../program/program.js";
import { renameColumns } from "../../program/rename.js";
import {
  type CompositeNode,
  compositesOf,
  exactColumn,
  indicatorsOf,
  type Leaf,
  leavesOf,
  mayBeFilled,
  scoreColumn,
} from "../../scoring/branch.js";
import { type CheckedWeightSchema, settingsOf, type WeightSchema } from "../../scoring/schema.js";
import { compileWhole } from "../../scoring/scorer.js";
import { scoreProgram } from "../../scoring/whole.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { evidenceInputs, type Given } from "./evidence-inputs.js";
import { filledBefore } from "./filled.js";
import { presenceBefore } from "./presence.js";

/** The program of one axis, under names of its own, and how its columns are filled. */
export interface ScorePart {
  readonly program: Program;
  readonly inputs: readonly ProgramInput[];
  /** The columns of the scores of indicators, and of the points of extras. */
  readonly indicators: ReadonlyMap<string, string>;
  /** The columns of the scores of groups. */
  readonly groups: ReadonlyMap<string, string>;
  /** The columns of the raw numbers of indicators that have one. */
  readonly raw: ReadonlyMap<string, string>;
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
  /** Columns that nothing may depend on, but of which each row has to be worked out, as something may be wrong with it. */
  readonly looked: readonly string[];
}

/** The name that a column of an axis has beside those of the others; the score has the name that the matrix gives it. */
function axisColumn(axis: string, column: string): string {
  return column === "score" ? `${axis}.score` : `${axis} ${column}`;
}

/** Makes the part of one axis, or says which of its indicators has no columns. */
export function scorePart(axis: string, written: WeightSchema, given: Given): ScorePart | NoColumns {
  const schema = written as CheckedWeightSchema;
  const settings = { ...settingsOf(schema), scoreDecimals: schema.scoreDecimals };
  const whole = compileWhole(schema);
  const sources = [...whole.leaves.map(({ leaf }) => leaf), ...whole.extras];
  const unread = sources.find(({ source: { plain, rated } }) => plain === undefined && rated === undefined);
  if (unread !== undefined) return { because: "no-columns", what: unread.id };
  const column = (name: string) => axisColumn(axis, name);
  const nodes = [whole.branch, ...compositesOf(whole.branch).map(({ branch }) => branch)].flatMap(
    indicatorsOf,
  );
  const before = [
    presenceBefore({ sources, minimum: schema.minimumPresence }, column, given),
    ...nodes.filter(mayBeFilled).map((node) => filledBefore(node, settings, column, given)),
  ];
  const program = renameColumns(scoreProgram(whole, settings), column);
  const after = before.flatMap((one) => one.after ?? []);
  const programs = [...before.map((one) => one.program), program, { inputs: [], steps: after }];
  const unweighted = whole.leaves.filter(({ share }) => share.n === 0n);
  return {
    program: {
      inputs: programs.flatMap(({ inputs }) => inputs),
      steps: programs.flatMap(({ steps }) => steps),
    },
    inputs: [
      ...leavesOf(whole.branch).flatMap(({ leaf }) =>
        evidenceInputs(leaf.id, leaf.source, missingOf(leaf), column, given),
      ),
      ...whole.extras.flatMap(({ id, source, missing }) =>
        evidenceInputs(id, source, missing.kind === "error" ? "set-aside" : "stays", column, given),
      ),
      ...before.flatMap(({ inputs }) => inputs),
    ],
    indicators: new Map(
      [...indicatorsOf(whole.branch), ...whole.extras].map(({ id }) => [id, column(`${id}.score`)]),
    ),
    required: [
      ...compositesOf(whole.branch)
        .filter((node) => missingOf(node) === "set-aside")
        .map(({ id }) => column(`${id}.score`)),
      ...leavesOf(whole.branch)
        .filter(({ leaf }) => leaf.source.rated !== undefined && missingOf(leaf) === "set-aside")
        .map(({ leaf }) => column(exactColumn(leaf.id))),
      ...before.flatMap(({ required }) => required),
    ],
    looked: [...unweighted.map(({ leaf }) => column(scoreColumn(leaf.id))), ...after.map(({ to }) => to)],
    raw: rawColumns(leavesOf(whole.branch), schema, column),
    groups: new Map(groupsIn(whole.branch).map((id) => [id, column(`${id}.score`)])),
  };
}

/** The columns of what was reached, in the indicators whose evidence is a number. */
function rawColumns(
  leaves: ReturnType<typeof leavesOf>,
  { indicators }: CheckedWeightSchema,
  column: (name: string) => string,
): ReadonlyMap<string, string> {
  const read = new Map(amountsOf(indicators));
  return new Map(
    leaves.flatMap(({ leaf: { id, source } }) => {
      const number = source.plain?.find(({ part }) => part === undefined || part === "actual");
      return read.get(id) === undefined || number === undefined
        ? []
        : [[id, column(`${id}.${number.column}`)] as const];
    }),
  );
}

function groupsIn({ nodes }: Parameters<typeof indicatorsOf>[0]): readonly string[] {
  return nodes.flatMap((node) => (node.kind === "group" ? [node.id, ...groupsIn(node.branch)] : []));
}

/** Missing evidence that a rule makes something of needs nobody to look at it. */
function missingOf({ missing }: Leaf | CompositeNode): "stays" | "set-aside" {
  return missing.kind === "error" ? "set-aside" : "stays";
}
