import { exactDecimal, shownDecimal } from "../kernel/decimal.js";
import { readNumber } from "../kernel/number.js";
import { compare, type Rational } from "../kernel/rational.js";
import type { Run } from "../program/interpreter.js";
import { limitColumn, meanColumn } from "./aggregation.js";
import { type Branch, type Node, scoreColumn } from "./branch.js";
import type { AppliedLimit } from "./score.js";

/** The limit that held the mean of a list down in the column `to`: the lowest, and of equal ones the first; undefined where none did. */
export function appliedLimit(branch: Branch, to: string, run: Run): AppliedLimit | undefined {
  const { aggregation } = branch;
  if (aggregation.kind !== "limited" || !run.has(to)) return undefined;
  const whole = run.number(to);
  if (compare(whole, run.number(meanColumn(to))) === 0) return undefined;
  const holds = (_: unknown, index: number) =>
    run.has(limitColumn(to, index)) && compare(run.number(limitColumn(to, index)), whole) === 0;
  const limit = aggregation.limits.find(holds);
  const node = limit && lowestOf(looksAt(branch, limit.indicator), run);
  if (limit === undefined || node === undefined) return undefined;
  const score = run.number(scoreColumn(node.id));
  return {
    id: node.id,
    ...(node.label === undefined ? {} : { label: node.label }),
    score: node.kind === "group" ? shownDecimal(score) : exactDecimal(score),
    below: exactDecimal(readNumber(limit.below)),
    most: exactDecimal(readNumber(limit.most)),
  };
}

/** The entries that a limit looks at: the one that it names, or else every indicator. */
function looksAt({ nodes }: Branch, name: string | undefined): readonly Node[] {
  return nodes.flatMap((node) => [
    ...((name === undefined ? node.kind !== "group" : node.id === name) ? [node] : []),
    ...(node.kind === "group" ? looksAt(node.branch, name) : []),
  ]);
}

/** The entry with the lowest score, of equal ones the first. */
function lowestOf(nodes: readonly Node[], run: Run): Node | undefined {
  const score = ({ id }: Node): Rational => run.number(scoreColumn(id));
  return nodes
    .filter(({ id }) => run.has(scoreColumn(id)))
    .reduce<Node | undefined>(
      (lowest, node) => (lowest !== undefined && compare(score(lowest), score(node)) <= 0 ? lowest : node),
      undefined,
    );
}
