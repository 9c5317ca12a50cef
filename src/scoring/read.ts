import type { Path } from "../kernel/errors.js";
import type { Rational } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { round } from "../kernel/rounding.js";
import { notAmong } from "../kernel/show.js";
import type { Value } from "../program/interpreter.js";
import type { Branch, CompositeNode, Leaf, Node } from "./branch.js";
import { branchMayBeMissing, compositesOf, filledColumn, mayBeFilled } from "./branch.js";
import { measuredEnd, scoreEnd } from "./ends.js";
import { isAbsent } from "./evidence.js";
import type { ScoreInput } from "./input.js";
import type { ScoreRounding } from "./measures/index.js";
import type { MeasureContext } from "./measures/measure.js";
import { checkFilled, type Filled, fill } from "./missing.js";
import type { RatingsOfKind, Source } from "./source.js";
import type { Whole } from "./whole.js";

/** What was read of a person's evidence. */
export interface ReadScoreInput {
  /** The columns that go into the program, and become those of its run. */
  readonly columns: Map<string, Value>;
  /** The indicators with evidence of their own. */
  readonly present: ReadonlySet<string>;
  /** What counts for those without. */
  readonly filled: ReadonlyMap<string, Filled>;
  readonly ratings: ReadonlyMap<string, readonly RatingsOfKind[]>;
}

/** Reads the evidence of all indicators and extras, and applies the rules for what is missing; notes what is wrong. */
export function readScoreInput(
  { branch, extras }: Pick<Whole, "branch" | "extras">,
  input: ScoreInput,
  presence: Rational,
  settings: ScoreRounding,
  report: Report,
): ReadScoreInput {
  const columns = new Map<string, Value>();
  const present = new Set<string>();
  const ratings = new Map<string, readonly RatingsOfKind[]>();
  const filled = new Map<string, Filled>();

  const contextOf = (id: string): MeasureContext => ({
    attributes: input.attributes ?? {},
    period: input.period,
    presence,
    cohort:
      input.cohort !== undefined && Object.hasOwn(input.cohort.indicators, id)
        ? input.cohort.indicators[id]
        : undefined,
  });
  const read = (id: string, source: Source) => {
    const names = columnNames(id, source);
    for (const name of names.values()) columns.set(name, null);
    const given = Object.hasOwn(input.evidence, id) ? input.evidence[id] : undefined;
    if (isAbsent(given)) return;
    const before = report.count();
    const found = source.read(given, ["evidence", id], report, contextOf(id));
    if (found === undefined || report.count() > before) {
      present.add(id);
      return;
    }
    for (const column of Object.keys(found.columns))
      columns.set(names.get(column) ?? `${id}.${column}`, found.columns[column] as Value);
    if (found.ratings !== undefined) ratings.set(id, found.ratings);
    if (found.counts) present.add(id);
  };
  const fillIn = (node: Leaf | CompositeNode) => {
    const { id } = node;
    const earlier =
      input.previous !== undefined && Object.hasOwn(input.previous, id) ? input.previous[id] : undefined;
    const context = {
      period: input.period,
      previous: earlier,
      medianScore: contextOf(id).cohort?.medianScore,
    };
    const found = fill(node.missing, id, context, report);
    if (found === undefined) return;
    filled.set(id, found);
    if (found.score === undefined) return;
    const score = round(found.score, settings.decimals, settings.rounding);
    columns.set(filledColumn(id), score);
    if (found.rule === "previous" || found.rule === "cohort-median")
      checkFilled(found.rule, score, id, rangeOf(node, found.rule, settings), report);
  };
  /** Whether a list has a score, which entries without weight cannot give it. */
  const visitAll = ({ nodes }: Branch): boolean =>
    nodes.filter((node) => visit(node) && node.weight.n !== 0n).length > 0;
  /** Whether an entry has a score. */
  const visit = (node: Node): boolean => {
    if (node.kind === "indicator") read(node.id, node.source);
    const own = node.kind === "indicator" ? present.has(node.id) : visitAll(node.branch);
    if (node.kind === "group") return own;
    if (mayBeFilled(node)) columns.set(filledColumn(node.id), null);
    if (own) return true;
    const inner = node.kind === "composite" && !branchMayBeMissing(node.branch);
    if (!inner) fillIn(node);
    return filled.get(node.id)?.score !== undefined;
  };

  visitAll(branch);
  for (const { id, source, missing } of extras) {
    read(id, source);
    const nothing = { period: undefined, previous: undefined, medianScore: undefined };
    if (!present.has(id)) fill(missing, id, nothing, report);
  }
  return { columns, present, filled, ratings };
}

const namesOfSources = new WeakMap<Source, ReadonlyMap<string, string>>();

/** The names of the columns that a source fills, each made once; a source belongs to one indicator or extra. */
function columnNames(id: string, source: Source): ReadonlyMap<string, string> {
  const known = namesOfSources.get(source);
  if (known !== undefined) return known;
  const made = new Map(source.inputs.map(({ column }) => [column, `${id}.${column}`]));
  namesOfSources.set(source, made);
  return made;
}

/** What an earlier score can be, which a rule may have filled itself, or the median of scores that were measured. */
function rangeOf(node: Leaf | CompositeNode, rule: "previous" | "cohort-median", settings: ScoreRounding) {
  const endOf = rule === "previous" ? scoreEnd : measuredEnd;
  const ends = (side: "lowest" | "highest") => {
    const end = endOf(node, side, settings);
    return end === undefined ? {} : { [side]: end };
  };
  return { ...ends("lowest"), ...ends("highest") };
}

/** Makes what notes evidence, earlier scores and a cohort's figures of what is not in the schema. */
export function unknownNoter({
  branch,
  leaves,
  extras,
}: Pick<Whole, "branch" | "leaves" | "extras">): (input: ScoreInput, report: Report) => void {
  const withEvidence = new Set([...leaves.map(({ leaf }) => leaf.id), ...extras.map(({ id }) => id)]);
  const scored = new Set([...withEvidence, ...compositesOf(branch).map(({ id }) => id)]);
  return ({ evidence, previous = {}, cohort }, report) => {
    noteUnknownNames(evidence, withEvidence, ["evidence"], report);
    noteUnknownNames(previous, scored, ["previous"], report);
    noteUnknownNames(cohort?.indicators ?? {}, scored, ["cohort", "indicators"], report);
  };
}

function noteUnknownNames(given: object, known: ReadonlySet<string>, path: Path, report: Report): void {
  for (const indicator of Object.keys(given)) {
    if (known.has(indicator)) continue;
    const message = notAmong([...known], "an indicator of this schema", indicator);
    report.add([...path, indicator], "unknown-indicator", message, { indicator });
  }
}
