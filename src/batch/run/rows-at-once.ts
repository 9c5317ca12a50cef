import type { Compared } from "../input/own-groups.js";
import { peopleIn } from "../plan/positions.js";
import { CHUNK } from "./rest.js";
import type { Job } from "./run-columns.js";

/** Rows that one planner works out, and what they are compared with. */
export interface RowsOfGroup {
  readonly job: Job;
  /** The same for the same planner. */
  readonly key: string;
  readonly rows: Int32Array;
  readonly compared: Compared;
}

/** Groups whose rows are worked out at once: one, or several that have so few that they fit a chunk, with contexts that say the same of other people. */
export type AtOnce = readonly RowsOfGroup[];

export function* rowsAtOnce(groups: readonly RowsOfGroup[]): Iterable<AtOnce> {
  const open = new Map<string, { count: number; groups: RowsOfGroup[] }>();
  for (const group of groups) {
    if (2 * group.rows.length > CHUNK) {
      yield* inChunks(group);
      continue;
    }
    const key = `${group.key} ${shapeOf(group.compared)}`;
    let own = open.get(key);
    if (own !== undefined && own.count + group.rows.length > CHUNK) {
      yield own.groups;
      own = undefined;
    }
    own ??= { count: 0, groups: [] };
    own.count += group.rows.length;
    own.groups.push(group);
    open.set(key, own);
  }
  for (const { groups: own } of open.values()) yield own;
}

function* inChunks(group: RowsOfGroup): Iterable<AtOnce> {
  for (let from = 0; from < group.rows.length; from += CHUNK)
    yield [{ ...group, rows: group.rows.subarray(from, from + CHUNK) }];
}

/** What a context says, whatever the numbers. */
function shapeOf({ cohort, bands }: Compared): string {
  const indicators = Object.entries(cohort?.indicators ?? {}).map(([id, { values, count, ...others }]) => [
    id,
    Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name])),
    values !== undefined && count !== 0 && peopleIn(values) === count,
  ]);
  const cuts = Object.entries(bands?.axes ?? {}).map(([axis, of]) => [
    axis,
    of.bands.map(({ band, from }) => [band, from !== undefined]),
  ]);
  return JSON.stringify([indicators, cuts]);
}
