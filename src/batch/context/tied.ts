import { tieKeys } from "../../classification/relative.js";
import type { RelativeAxis } from "../../classification/relative-bands.js";
import { compareIds } from "../../kernel/apportion.js";
import type { Issue } from "../../kernel/errors.js";
import { isNumberProblem, parseNumber } from "../../kernel/number.js";
import { compareByKeys } from "../../kernel/order-keys.js";
import { type Rational, rational, ZERO } from "../../kernel/rational.js";
import { show } from "../../kernel/show.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import { PROMOTION_SCORE } from "../../policy/group/ranking.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { evidenceNames } from "../../scoring/check-items.js";
import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import type { Batch } from "../outcome/result.js";
import type { NoteRow } from "./groups.js";
import { type Columns, scoringOf } from "./scoring.js";

type Scores = Batch["scores"];

/** The number of a row by which people of one score are told apart: a score or a fact; undefined where there is none. */
export type NumberAt = (key: string, row: number) => Rational | undefined;

export function numbersAt(columns: Columns, scores: Scores): NumberAt {
  const facts = new Map<string, (row: number) => unknown>();
  return (key, row) => {
    const score = scores[key];
    if (score !== undefined) return rational(BigInt(score.units[row] as number), 10n ** BigInt(score.scale));
    const valueAt = facts.get(key) ?? valuesOf(columns[`facts.${key}`] ?? []);
    facts.set(key, valueAt);
    const value = parseNumber(valueAt(row));
    return isNumberProblem(value) ? undefined : value;
  };
}

/** The ids of rows of one score, in the order that breaks ties: by the keys, and then by code point. */
export function orderTied(
  { relative }: RelativeAxis,
  numberAt: NumberAt,
  idAt: (row: number) => unknown,
): (rows: Int32Array) => readonly string[] {
  const order = tieKeys(relative);
  return (rows) =>
    Array.from(rows, (row) => ({
      id: idAt(row) as string,
      keys: order.map(({ key }) => numberAt(key, row) ?? ZERO),
    }))
      .sort((a, b) => compareByKeys(order, a.keys, b.keys) || compareIds(a.id, b.id))
      .map(({ id }) => id);
}

/** Compiles what ties are broken by: notes those of the known rows that lack it, and gives the scores, the promotion score among them where it counts. */
export function compileTies(
  policy: CheckedPolicy,
  { promotionScore }: CompiledPolicy["parts"],
  axes: readonly RelativeAxis[],
): (columns: Columns, scores: Scores, known: Int32Array, note: NoteRow) => Scores {
  const keys = [...new Set(axes.flatMap(({ relative }) => tieKeys(relative)).map(({ key }) => key))];
  if (keys.length === 0) return (_, scores) => scores;
  const isPromoted = promotionScore !== undefined && keys.includes(PROMOTION_SCORE);
  const names = isPromoted ? evidenceNames(promotionScore) : [];
  const promotion = isPromoted
    ? scoringOf(policy, [{ id: PROMOTION_SCORE, schema: promotionScore }])
    : undefined;
  return (columns, scores, known, note) => {
    const evidence = names.flatMap((name) => {
      const column = scores[name] ?? columns[`facts.${name}`];
      return column === undefined ? [] : [[`evidence.${name}`, column] as const];
    });
    const promoted = promotion?.({ columns: Object.fromEntries(evidence) });
    for (const { row, issues } of promoted?.issues ?? []) note(row, issues);
    const all = { ...scores, ...promoted?.scores };
    const facts = keys
      .filter((key) => key !== PROMOTION_SCORE && all[key] === undefined)
      .map((key) => ({ key, hasNumber: numbersIn(columns[`facts.${key}`] ?? []) }));
    const idAt = valuesOf(columns.id ?? []);
    for (const row of known) {
      const id = idAt(row);
      const without = facts.filter(({ hasNumber }) => !hasNumber(row)).map(({ key }) => key);
      if (id === undefined || id === null || without.length > 0) note(row, lacking(id, without));
    }
    return all;
  };
}

/** Whether a row has a number; most are floats, of which nothing has to be read. */
function numbersIn(column: InputColumn): (row: number) => boolean {
  const valueAt = valuesOf(column);
  return (row) => {
    const value = valueAt(row);
    return (typeof value === "number" && Number.isFinite(value)) || !isNumberProblem(parseNumber(value));
  };
}

function lacking(id: unknown, without: readonly string[]): readonly Issue[] {
  return [
    ...(id === undefined || id === null
      ? [missing(["id"], "this is required: people of the same score are told apart by their ids")]
      : []),
    ...without.map((key) =>
      missing(["facts", key], `people of the same score are told apart by ${show(key)}`),
    ),
  ];
}

function missing(path: Issue["path"], message: string): Issue {
  return { path, code: "missing", message, params: {} };
}
