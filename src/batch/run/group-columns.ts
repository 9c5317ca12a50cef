import type { InputColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import type { Compared } from "../input/own-groups.js";
import { TIED } from "../policy-program/cuts.js";
import { groupColumn, tiedPath } from "../sources/group-numbers.js";

type Columns = Readonly<Record<string, InputColumn>>;

/** What rows of several groups have beside the caller's columns: the place of their group, and whom a tie at a cut of it leaves in. */
export function groupColumns(places: Int32Array, groups: readonly Compared[], { id }: Columns): Columns {
  const idAt = valuesOf(id ?? []);
  const tied = tiesOf(groups).map(([path, inside]) => {
    const labels = Array.from(places, (place, row) => {
      const own = idAt(row);
      if (own === undefined || own === null) return null;
      return inside.get(place)?.has(own) === true ? TIED : "";
    });
    return [path, labels] as const;
  });
  return { ...groupColumn(places, groups.length), ...Object.fromEntries(tied) };
}

type Ties = readonly (readonly [string, Map<number, ReadonlySet<unknown>>])[];

/** By the column of a cut and the place of a group: the ids of those whom a tie leaves in. */
function tiesOf(groups: readonly Compared[]): Ties {
  const found = new Map<string, Map<number, ReadonlySet<unknown>>>();
  for (const [place, { bands }] of groups.entries())
    for (const [axis, of] of Object.entries(bands?.axes ?? {}))
      for (const { band, tied } of of.bands) {
        if (tied === undefined) continue;
        const path = tiedPath(axis, band);
        const inside = found.get(path) ?? new Map<number, ReadonlySet<unknown>>();
        found.set(path, inside);
        inside.set(place, new Set(tied));
      }
  return [...found];
}
