import type { allocatePlaces } from "../../adjustment/places/allocate.js";
import { type CheckedPlaces, quotaFor } from "../../adjustment/places/rules.js";
import { compareIds } from "../../kernel/apportion.js";
import type { Issue } from "../../kernel/errors.js";
import { isKey } from "../../kernel/fields.js";
import { valuesOf } from "../columns/rows.js";
import { rowsWhere } from "../columns/rows-where.js";
import type { RowOrder } from "./first-rows.js";
import type { Columns } from "./input.js";
import { type Labels, readLabels } from "./labels.js";
import { soleRows } from "./members.js";
import { compareBy, readOrderNumbers } from "./order-numbers.js";
import { addProblems, type RowProblems } from "./problems.js";
import { type RowRecord, recordReader } from "./row-records.js";
import { type GroupRows, rowsByGroup } from "./rows-by-group.js";

/** The rows of all groups, and who of them is a candidate for which tier. */
export interface PlaceRows {
  /** By row the place of its tier in the config, or -1. */
  readonly tiers: Int16Array;
  /** By row the place of the tier that it is a candidate for, or -1. */
  readonly candidates: Int16Array;
  readonly keeps: Uint8Array;
  /** In the order of their names; rows that something is wrong with are in none. */
  readonly groups: readonly GroupRows[];
  /** Compares rows by the keys: zero where they do not tell. */
  readonly compare: (a: number, b: number) => number;
  /** By id, by code point. */
  readonly order: RowOrder;
}

const [NONE, UNKNOWN] = [-1, -2];
const UNSAID = 2;

/** Reads who competes for places; a row that something is wrong with is a problem. */
export function readPlaceRows(
  config: CheckedPlaces,
  allocate: ReturnType<typeof allocatePlaces>,
  columns: Columns,
  rows: number,
  problems: RowProblems,
): PlaceRows {
  const valueAt = columns.id === undefined ? () => undefined : valuesOf(columns.id);
  const idAt = valueAt as (row: number) => string;
  const group = readLabels(columns.group, rows);
  const who = {
    tiers: tiersIn(config, readLabels(columns.tier, rows)),
    candidates: tiersIn(config, readLabels(columns.candidateFor, rows)),
    keeps: keepsIn(readLabels(columns.keepsPlace, rows)),
  };
  const keys = readKeys(config, columns, rows);
  const isWithoutKeys = rowsWithoutKeys(config, group, who, keys);
  const isGroup = [true, ...group.labels.map((label) => isKey(label))];
  const recordAt = recordReader(columns);
  const sound = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const [tier, candidate] = [who.tiers[row] as number, who.candidates[row] as number];
    const isTold = tier !== UNKNOWN && candidate !== UNKNOWN && who.keeps[row] !== UNSAID;
    const isPlain =
      isTold && (candidate === NONE || candidate !== tier) && isGroup[(group.codes[row] as number) + 1];
    const issues =
      isPlain && isKey(valueAt(row)) && isWithoutKeys[row] === 0 ? [] : issuesAlone(allocate, recordAt(row));
    if (issues.length > 0) {
      addProblems(problems, row, issues);
      continue;
    }
    sound[count] = row;
    count += 1;
  }
  const sole = soleRows(sound.subarray(0, count), idAt, problems);
  return {
    ...who,
    groups: groupsOf(group, sole),
    compare: compareBy(config.keys, keys.needed),
    order: (a, b) => compareIds(idAt(a), idAt(b)),
  };
}

/** The place of each row's tier in the config. */
function tiersIn({ tiers }: CheckedPlaces, { codes, labels }: Labels): Int16Array {
  const places = labels.map((label) => {
    const place = tiers.findIndex(({ id }) => id === label);
    return place < 0 ? UNKNOWN : place;
  });
  const found = new Int16Array(codes.length).fill(NONE);
  for (let row = 0; row < codes.length; row += 1) found[row] = places[codes[row] as number] ?? NONE;
  return found;
}

/** Whether each row keeps its place: true or false, 1 or 0, and false where nothing is said. */
function keepsIn({ codes, labels }: Labels): Uint8Array {
  const keeps = labels.map((label) => {
    if (label === true || label === 1) return 1;
    return label === false || label === 0 ? 0 : UNSAID;
  });
  const found = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) found[row] = keeps[codes[row] as number] ?? 0;
  return found;
}

interface Keys {
  /** In the order in which they count. */
  readonly needed: readonly ReturnType<typeof readOrderNumbers>[];
  readonly all: readonly ReturnType<typeof readOrderNumbers>[];
}

function readKeys({ keys }: CheckedPlaces, columns: Columns, rows: number): Keys {
  const names = Object.keys(columns).filter((name) => name.startsWith("keys."));
  const numbers = new Map(names.map((name) => [name, readOrderNumbers(columns[name], rows)] as const));
  const needed = keys.map(({ key }) => numbers.get(`keys.${key}`) ?? readOrderNumbers(undefined, rows));
  return { needed, all: [...numbers.values()] };
}

/** The rows with a number that is none, or without one that they are ranked by, where they may compete. */
function rowsWithoutKeys(
  config: CheckedPlaces,
  { codes, labels }: Labels,
  { tiers, candidates, keeps }: Pick<PlaceRows, "tiers" | "candidates" | "keeps">,
  { needed, all }: Keys,
): Uint8Array {
  const wrong = new Uint8Array(codes.length);
  for (const { unsound } of all)
    for (let row = 0; row < wrong.length; row += 1) if (unsound[row] === 1) wrong[row] = 1;
  const isLimited = [undefined, ...labels].map((name) =>
    config.tiers.map(({ id }) => quotaFor(config, id, name as string | undefined) !== undefined),
  );
  const incumbentsCompete = config.incumbents === "compete";
  for (const { near } of needed)
    for (let row = 0; row < wrong.length; row += 1) {
      if (!Number.isNaN(near[row])) continue;
      const limited = isLimited[(codes[row] as number) + 1] ?? [];
      const isIncumbent = incumbentsCompete && keeps[row] === 0 && limited[tiers[row] as number];
      if (isIncumbent || limited[candidates[row] as number]) wrong[row] = 1;
    }
  return wrong;
}

/** What is wrong with a person whoever the others are. */
function issuesAlone(
  allocate: ReturnType<typeof allocatePlaces>,
  { keepsPlace, ...record }: RowRecord,
): readonly Issue[] {
  const keeps = keepsPlace === 1 || (keepsPlace === 0 ? false : keepsPlace);
  const person = keepsPlace === undefined ? record : { ...record, keepsPlace: keeps };
  const outcome = allocate.safe({ people: [person] });
  return outcome.ok ? [] : outcome.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(2) }));
}

/** Rows by group, those of no group first. */
function groupsOf({ codes, labels }: Labels, rows: Int32Array): readonly GroupRows[] {
  const kept = new Int32Array(codes.length).fill(NONE);
  const alone = rowsWhere(rows, (row) => codes[row] === NONE);
  for (const row of rows) kept[row] = codes[row] as number;
  return [...(alone.length === 0 ? [] : [{ rows: alone }]), ...rowsByGroup(kept, labels, [])];
}
