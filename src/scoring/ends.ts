import { readNumber } from "../kernel/number.js";
import { compare, greater, lesser, type Rational, ZERO } from "../kernel/rational.js";
import { round } from "../kernel/rounding.js";
import { compileProgram, type Value } from "../program/interpreter.js";
import type { Step } from "../program/program.js";
import { aggregationSteps, limitSteps, meanColumn } from "./aggregation.js";
import {
  aggregated,
  type Branch,
  type CompositeNode,
  indicatorsOf,
  type Leaf,
  mayBeFilled,
  type Node,
  nodeMayBeMissing,
  scoreColumn,
} from "./branch.js";
import type { ScoreRounding } from "./measures/index.js";
import type { MissingRule } from "./missing.js";

/** One end of what an entry can score; `fullMarks` is the best of all entries together. */
type End = "lowest" | "highest" | "fullMarks";

/** The ends of a list's entries by the columns of their scores. */
type Ends = ReadonlyMap<string, Value>;

/** One end of a list's score, exactly but where limits look at who may be missing; undefined where there is no end. */
export function branchEnd(branch: Branch, end: End, settings: ScoreRounding): Rational | undefined {
  return endOfList(branch, end, settings, new Map());
}

/** The ends of the entries, and of those in groups, go into `ends`, where limits look for them. */
function endOfList(
  branch: Branch,
  end: End,
  settings: ScoreRounding,
  ends: Map<string, Value>,
): Rational | undefined {
  const { aggregation: kind } = branch;
  for (const node of branch.nodes) {
    const own = nodeEnd(node, end, settings, ends);
    if (own === undefined && (node.weight.n !== 0n || kind.kind === "limited")) return undefined;
    ends.set(scoreColumn(node.id), own ?? null);
  }
  const columns = { ...aggregated(branch, "end", settings), mayBeMissing: true };
  const looksAt = kind.kind === "limited" ? columns.indicators : [];
  if (looksAt.some((column) => !ends.has(column))) return undefined;
  if (kind.kind !== "limited" || end !== "highest")
    return furthest(branch, end, aggregationSteps(kind, columns), ends);
  const mean = furthest(branch, end, aggregationSteps({ kind: "arithmetic" }, columns), ends) ?? null;
  const surelyThere = new Map(ends).set(meanColumn("end"), mean);
  for (const node of [...branch.nodes, ...indicatorsOf(branch)].filter(nodeMayBeMissing))
    surelyThere.set(scoreColumn(node.id), null);
  return compileProgram({ inputs: [], steps: limitSteps(kind, columns) })(surelyThere).number("end");
}

/** The furthest that a list comes: entries that may be missing are added in the order in which they reach further, those that reach as far at once. */
function furthest({ nodes }: Branch, end: End, steps: readonly Step[], ends: Ends): Rational | undefined {
  const run = compileProgram({ inputs: [], steps });
  const endOf = ({ id }: Node) => ends.get(scoreColumn(id)) as Rational | null;
  const compareEnds = (a: Node, b: Node) => compare(endOf(a) ?? ZERO, endOf(b) ?? ZERO);
  const [reach, order] = end === "lowest" ? [lesser, 1] : [greater, -1];
  const optional = nodes
    .filter((node) => end !== "fullMarks" && endOf(node) !== null && nodeMayBeMissing(node))
    .sort((a, b) => order * compareEnds(a, b));
  const counts = [...optional.keys(), optional.length].filter((count) => {
    const [before, next] = [optional[count - 1], optional[count]];
    return before === undefined || next === undefined || compareEnds(before, next) !== 0;
  });
  const reached = counts.flatMap((count) => {
    const without = optional.slice(count).map(({ id }) => [scoreColumn(id), null] as const);
    const result = run(new Map([...ends, ...without]));
    return result.has("end") ? [result.number("end")] : [];
  });
  return reached.length === 0 ? undefined : reached.reduce(reach);
}

/** One end of an entry's score. */
function nodeEnd(
  node: Node,
  end: End,
  settings: ScoreRounding,
  ends: Map<string, Value>,
): Rational | undefined {
  return node.kind === "group" ? endOfList(node.branch, end, settings, ends) : scoreEnd(node, end, settings);
}

/** One end of an indicator's score, as it is measured or as a rule for missing evidence states it. */
export function scoreEnd(
  node: Leaf | CompositeNode,
  end: End,
  settings: ScoreRounding,
): Rational | undefined {
  const measured = measuredEnd(node, end, settings);
  if (measured === undefined || end === "fullMarks" || !mayBeFilled(node)) return measured;
  return [measured, ...filledScores(node.missing, settings)].reduce(end === "lowest" ? lesser : greater);
}

/** One end of an indicator's score that is measured. */
export function measuredEnd(
  node: Leaf | CompositeNode,
  end: End,
  settings: ScoreRounding,
): Rational | undefined {
  const exact = node.kind === "indicator" ? node.source[end] : branchEnd(node.branch, end, settings);
  return exact === undefined ? undefined : round(exact, settings.decimals, settings.rounding);
}

/** The scores that a rule states itself; an earlier score and a median lie within what the indicator can have. */
function filledScores(rule: MissingRule, { decimals, rounding }: ScoreRounding): readonly Rational[] {
  if (rule.kind === "fixed") return [round(readNumber(rule.score), decimals, rounding)];
  return rule.kind === "zero" || ("otherwise" in rule && rule.otherwise === "zero") ? [ZERO] : [];
}
