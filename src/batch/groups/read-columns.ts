import { type Aspect, EMPLOYMENT, readAspect, tableOf } from "./aspects.js";
import type { Columns } from "./input.js";
import { type JudgedRows, setOddAside, setUnknownAside } from "./judged-rows.js";
import { readWholes, type Wholes } from "./wholes.js";

/** The columns by what they say, each read once. */
export interface ReadColumns {
  readonly aspect: (name: string) => Aspect;
  readonly fact: (name: string) => Wholes;
}

/** Opens columns of members; one that is not there has nothing in any row. */
export function openColumns(columns: Columns, rows: number): ReadColumns {
  return {
    aspect: remembered((name) => readAspect(columns, name, rows)),
    fact: remembered((name) => readWholes(columns[`facts.${name}`], rows)),
  };
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Sets rows aside with a label or a number that is none, in any column of what conditions and points look at. */
export function setUnsoundAside(
  columns: Columns,
  others: readonly string[],
  { aspect, fact }: ReadColumns,
  judged: JudgedRows,
): void {
  const names = Object.keys(columns).filter((name) => !others.includes(name));
  const isFact = (name: string) => name.startsWith("facts.");
  for (const name of names.filter(isFact)) setOddAside(judged, fact(name.slice("facts.".length)));
  const labels = names.filter((name) => !isFact(name));
  for (const name of new Set(labels.map((one) => (one.startsWith(`${EMPLOYMENT}.`) ? EMPLOYMENT : one))))
    setUnknownAside(
      judged,
      aspect(name),
      tableOf(aspect(name), () => true),
    );
}
