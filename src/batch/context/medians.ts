import { type Decimal, toDecimal } from "../../kernel/decimal.js";
import { isNumberProblem, parseNumber } from "../../kernel/number.js";
import { rational } from "../../kernel/rational.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { type CompositeNode, compositesOf, indicatorsOf, type Leaf, leavesOf } from "../../scoring/branch.js";
import type { CheckedItem } from "../../scoring/items.js";
import type { CheckedWeightSchema } from "../../scoring/schema.js";
import type { Whole } from "../../scoring/whole.js";
import { gather } from "../columns/gather.js";
import { presenceIn } from "../columns/kinds.js";
import { valuesOf } from "../columns/rows.js";
import { joinedRows, rowsWhere } from "../columns/rows-where.js";
import { PRESENCE } from "../policy-program/presence.js";
import { comparedIn, inPieces, type KnownCohort } from "./pieces.js";
import { type Columns, scoringColumns, scoringOf } from "./scoring.js";

/** The median of the scores that an indicator has for those of each cohort who have evidence of their own for it; nothing where nobody has. */
export interface Median {
  readonly id: string;
  of(
    columns: Columns,
    period: string | undefined,
    cohorts: readonly KnownCohort[],
  ): readonly (Decimal | undefined)[];
}

/** Compiles the medians that a weight schema's rules for missing evidence ask for, those inside composites first. */
export function compileMedians(
  policy: CheckedPolicy,
  schema: CheckedWeightSchema,
  { branch }: Whole,
): readonly Median[] {
  const inner = compositesOf(branch).flatMap((composite) => indicatorsOf(composite.branch));
  return [...inner, ...indicatorsOf(branch)]
    .filter(({ missing }) => missing.kind === "cohort-median")
    .map((node) => compileMedian(policy, schema, node));
}

/** The axis of one indicator alone. */
const ALONE = "alone";

function compileMedian(
  policy: CheckedPolicy,
  schema: CheckedWeightSchema,
  node: Leaf | CompositeNode,
): Median {
  const { decimals, rounding, missing, raters } = schema;
  const item = itemOf(schema.indicators as readonly CheckedItem[], node.id);
  const alone = {
    ...{ decimals, rounding, scoreDecimals: decimals },
    ...(missing === undefined ? {} : { missing }),
    ...(raters === undefined ? {} : { raters }),
    indicators: [{ ...item, weight: 1, missing: { kind: "reweight" } }],
  };
  const review = scoringOf(policy, [{ id: ALONE, schema: alone }]);
  const leaves = new Set(
    node.kind === "indicator" ? [node.id] : leavesOf(node.branch).map(({ leaf }) => leaf.id),
  );
  const composites = node.kind === "indicator" ? [] : compositesOf(node.branch).map(({ id }) => id);
  const scored = new Set([...leaves, ...composites, node.id]);
  return {
    id: node.id,
    of(columns, period, cohorts) {
      const own = scoringColumns(columns, scored);
      const has = hasEvidence(own, leaves);
      const members = cohorts.map(({ rows }) => rowsWhere(rows, has));
      const units = members.map(({ length }) => new Float64Array(length));
      const ends = new Int32Array(members.length);
      for (const pieces of inPieces(members)) {
        const { scores } = review({
          ...(period === undefined ? {} : { period }),
          columns: gather(own, joinedRows(pieces)),
          ...comparedIn(pieces, cohorts, scored),
        });
        let from = 0;
        for (const { place, rows } of pieces) {
          units[place]?.set(scores[ALONE]?.units.subarray(from, from + rows.length) ?? [], ends[place]);
          ends[place] = (ends[place] as number) + rows.length;
          from += rows.length;
        }
      }
      return units.map((all) => {
        const rising = all.sort();
        const missing = rising.findIndex(Number.isNaN);
        const count = missing < 0 ? rising.length : missing;
        if (count === 0) return undefined;
        const [low, high] = [rising[(count - 1) >> 1] as number, rising[count >> 1] as number];
        const twice = BigInt(low) + BigInt(high);
        return toDecimal(rational(twice, 2n * 10n ** BigInt(decimals)), decimals, rounding);
      });
    },
  };
}

function itemOf(items: readonly CheckedItem[], id: string): CheckedItem | undefined {
  for (const item of items) {
    if (item.id === id) return item;
    const inside = item.indicators ?? (item.measure?.kind === "composite" ? item.measure.indicators : []);
    const found = itemOf(inside, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a row has evidence of its own for some indicators; nobody who was never there has. */
function hasEvidence(columns: Columns, ids: ReadonlySet<string>): (row: number) => boolean {
  const present = Object.entries(columns).flatMap(([name, column]) =>
    name.startsWith("evidence.") && ids.has(name.split(".")[1] ?? "") ? [presenceIn(column)] : [],
  );
  const isSure = present.some((has) => has === undefined);
  const presence = valuesOf(columns[PRESENCE.present] ?? []);
  const wasNever = (row: number) => {
    const days = parseNumber(presence(row) ?? 1);
    return !isNumberProblem(days) && days.n === 0n;
  };
  const hasPresence = columns[PRESENCE.present] !== undefined;
  return (row) => (isSure || present.some((has) => has?.(row))) && !(hasPresence && wasNever(row));
}
