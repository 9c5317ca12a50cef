/** A course with what it requires. */
interface Requiring {
  readonly id: string;
  readonly requires?: readonly string[] | undefined;
}

/** Courses in an order in which each comes after all that it requires, and the ways on which courses require themselves. */
export interface SortedCourses {
  readonly order: readonly string[];
  /** Each from a course over what it requires, up to the one before it comes round. */
  readonly cycles: readonly (readonly string[])[];
}

/** Sorts courses by what they require; otherwise they stay in the order of the catalogue (Kahn's method). */
export function sortCourses(catalogue: readonly Requiring[]): SortedCourses {
  const open = new Map(catalogue.map((course) => [course.id, course.requires ?? []]));
  const order: string[] = [];
  const cycles: (readonly string[])[] = [];
  while (open.size > 0) {
    const ready = [...open].filter(([, requires]) => !requires.some((one) => open.has(one)));
    if (ready.length === 0) {
      const cycle = cycleIn(open);
      cycles.push(cycle);
      for (const id of cycle) open.delete(id);
      continue;
    }
    for (const [id] of ready) {
      order.push(id);
      open.delete(id);
    }
  }
  return { order, cycles };
}

/** A cycle among courses each of which requires another of them. */
function cycleIn(open: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const way: string[] = [];
  let [at] = open.keys();
  while (at !== undefined && !way.includes(at)) {
    way.push(at);
    at = open.get(at)?.find((one) => open.has(one));
  }
  return way.slice(way.indexOf(at ?? ""));
}

/** A course and all that it requires, directly or by way of others, without those that `has` says are there. */
export function withRequired(
  id: string,
  requires: (id: string) => readonly string[],
  has: (id: string) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next) || has(next)) continue;
    found.add(next);
    waiting.push(...requires(next));
  }
  return found;
}
