import * as z from "zod/mini";
import { allocatePlaces, type TierPlaces } from "../../adjustment/places/allocate.js";
import { openPlaces, placeInLine, placesGiven, placesOf } from "../../adjustment/places/counts.js";
import { emptyGroupsOf, type WithEmptyGroups } from "../../adjustment/places/empty-groups.js";
import {
  type CheckedPlaces,
  checkPlaces,
  type PlacesConfig,
  placesConfig,
  quotaFor,
} from "../../adjustment/places/rules.js";
import { type CalculatorFactory, defineFactory, withSafe } from "../../kernel/calculator.js";
import { lazySchema } from "../../kernel/schema.js";
import type { InputColumn } from "../columns/columns.js";
import { rowsWhere } from "../columns/rows-where.js";
import type { RowIssues } from "../outcome/result.js";
import { openInput } from "./input.js";
import { emptyPlaces, type PlaceColumns, writeGiven, writeWaiting } from "./place-columns.js";
import { type PlaceRows, readPlaceRows } from "./place-rows.js";
import { type RowProblems, rowIssues } from "./problems.js";
import type { GroupRows } from "./rows-by-group.js";

/** The people of all groups as columns. */
export interface BatchPlacesInput {
  /** By name: `id`, `group`, `tier`, `candidateFor`, `keepsPlace` (true or false, 1 or 0), and the numbers that rank candidates, `keys.performance`. */
  readonly columns: { readonly [name: string]: InputColumn };
}

/** The places of one tier in one group: those of `allocatePlaces`, with rows in place of people. */
export interface BatchTierPlaces extends Omit<TierPlaces, "given" | "waiting"> {
  /** The rows that got a place, the best first. */
  readonly given: Int32Array;
  /** The rows that got none, the first in line first. */
  readonly waiting: Int32Array;
}

/** Who got the limited places. */
export interface BatchPlaces extends WithEmptyGroups {
  readonly kind: "batch-places";
  readonly rows: number;
  /** By row: the place in the tier that it is a candidate for, where that has limited ones. */
  readonly candidates: PlaceColumns;
  /** By row: the place in its own tier; only where incumbents compete. */
  readonly incumbents?: PlaceColumns;
  /** By group, and in it from the highest tier down: the tiers whose places are limited. */
  readonly tiers: readonly BatchTierPlaces[];
  readonly paths: { readonly columns: number; readonly failed: number };
  /** By row, in their order: what is wrong with those that do not count. */
  readonly issues: readonly RowIssues[];
}

/**
 * Gives the limited places of tiers among many people at once, as `allocatePlaces` does (M9, M17): the same ranks, places and waiting lists, ties by id, whatever the order of the rows.
 *
 * A row that something is wrong with has an issue and counts in no group: the places are given as if it were not there. Who has no group is of the group without a name. A candidate for a tier without a
 * quota does not compete, and has no place here. Numbers are compared as they are written: floats, short decimals, and exactly where there are longer ones or fractions.
 *
 * Errors of the config are those of `allocatePlaces`. Errors of the input: a column that is none of these (`unknown-column`), columns of different lengths (`column-length`).
 *
 * @example
 * ```ts
 * import { batchPlaces } from "tierwise/batch";
 *
 * const allocate = batchPlaces({
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   quotas: [{ tier: "senior", most: { share: "50%" } }],
 *   keys: [{ key: "performance", order: "descending" }],
 * });
 * const { candidates, tiers } = allocate({
 *   columns: {
 *     id: ["ann", "ben", "cho", "dan"],
 *     tier: ["senior", "junior", "junior", "junior"],
 *     candidateFor: [null, "senior", "senior", null],
 *     "keys.performance": [null, 88, "91.5", null],
 *   },
 * });
 * const { place, rank } = candidates;
 * Array.from(place.codes, (code) => place.dictionary[code]); // => [undefined, "waiting", "granted", undefined]
 * Array.from(rank); // => [0, 2, 1, 0]
 * Array.from(tiers[0]?.given ?? []); // => [2]
 * ```
 */
export const batchPlaces: CalculatorFactory<PlacesConfig, BatchPlacesInput, BatchPlaces> =
  /* @__PURE__ */ defineFactory({
    title: "batchPlaces",
    config: placesConfig,
    check: (config, report) => checkPlaces(config, [], report),
    compile(config, written) {
      const alone = allocatePlaces(written);
      return withSafe((input) => allocateAll(config, alone, input));
    },
  });

const NAMES = { names: ["id", "group", "tier", "candidateFor", "keepsPlace"], records: ["keys"] };

const restSchema = /* @__PURE__ */ lazySchema(() => z.strictObject({}));

function allocateAll(
  config: CheckedPlaces,
  alone: ReturnType<typeof allocatePlaces>,
  input: BatchPlacesInput,
): BatchPlaces {
  const { columns, rows } = openInput<object>("batchPlaces", input, restSchema(), NAMES, () => {});
  const problems: RowProblems = new Map();
  const people = readPlaceRows(config, alone, columns, rows, problems);
  const candidates = emptyPlaces(rows);
  const incumbents = config.incumbents === "compete" ? { incumbents: emptyPlaces(rows) } : {};
  const out = { candidates, ...incumbents, gone: new Uint8Array(rows) };
  const tiers = people.groups.flatMap((group) => allocateGroup(config, group, people, out));
  const found = emptyGroupsOf(
    config.quotas,
    people.groups.map(({ name }) => name),
  );
  return {
    kind: "batch-places",
    rows,
    candidates,
    ...incumbents,
    tiers,
    ...found,
    paths: { columns: rows - problems.size, failed: problems.size },
    issues: rowIssues(problems),
  };
}

interface Places {
  readonly candidates: PlaceColumns;
  readonly incumbents?: PlaceColumns;
  /** Rows that left their own tier for a place in a higher one. */
  readonly gone: Uint8Array;
}

/** The places of one group, from the highest tier down: who gets one leaves the own tier. */
function allocateGroup(
  config: CheckedPlaces,
  { name, rows }: GroupRows,
  people: PlaceRows,
  out: Places,
): readonly BatchTierPlaces[] {
  return [...config.tiers.entries()].reverse().flatMap(([place, { id: tier, label }]) => {
    const candidates = rowsWhere(rows, (row) => people.candidates[row] === place);
    const quota = quotaFor(config, tier, name);
    if (quota === undefined) {
      for (const row of candidates) out.gone[row] = 1;
      return [];
    }
    const there = rowsWhere(rows, (row) => people.tiers[row] === place && out.gone[row] === 0);
    const competing =
      out.incumbents === undefined ? new Int32Array() : rowsWhere(there, (row) => people.keeps[row] === 0);
    const bounds = placesOf(quota, rows.length);
    const incumbents = there.length - competing.length;
    const filled = fill(config, bounds.most - incumbents, [candidates, competing], people, place, out);
    return [
      {
        tier,
        ...(label === undefined ? {} : { label }),
        ...(name === undefined ? {} : { group: name }),
        people: rows.length,
        ...bounds,
        incumbents,
        ...filled,
        ...openPlaces(bounds, incumbents + filled.given.length),
      },
    ];
  });
}

/** Ranks those who compete, and gives the best of them so many places. */
function fill(
  { ties }: CheckedPlaces,
  places: number,
  [candidates, competing]: readonly [Int32Array, Int32Array],
  people: PlaceRows,
  place: number,
  out: Places,
): Pick<BatchTierPlaces, "given" | "waiting"> {
  const rows = new Int32Array(candidates.length + competing.length);
  rows.set(candidates);
  rows.set(competing, candidates.length);
  rows.sort((a, b) => people.compare(a, b) || people.order(a, b));
  const ranks = ranksOf(rows, people);
  const inside = placesGiven(ties, places, ranks);
  for (const [at, row] of rows.entries()) {
    const isCandidate = people.candidates[row] === place;
    const columns = (isCandidate ? out.candidates : out.incumbents) as PlaceColumns;
    const rank = ranks[at] as number;
    if (at < inside) {
      writeGiven(columns, row, rank);
      out.gone[row] = 1;
    } else writeWaiting(columns, row, rank, placeInLine(rank, inside));
  }
  return { given: rows.slice(0, inside), waiting: rows.slice(inside) };
}

/** The rank of rows in order: one more than the number of those that are strictly better. */
function ranksOf(rows: Int32Array, { compare }: PlaceRows): readonly number[] {
  const ranks = new Array<number>(rows.length);
  let rank = 1;
  for (let at = 0; at < rows.length; at += 1) {
    if (at > 0 && compare(rows[at - 1] as number, rows[at] as number) !== 0) rank = at + 1;
    ranks[at] = rank;
  }
  return ranks;
}
