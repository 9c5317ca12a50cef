/** A course with what it requires. */
interface Requiring {
  readonly id: string;
  readonly requires?: readonly string[] | undefined;
}

/** Courses in the order of the catalogue, each after all that it requires. The caller makes sure that none requires itself. */
export function sortCourses(catalogue: readonly Requiring[]): readonly string[] {
  const requires = new Map(catalogue.map((course) => [course.id, course.requires ?? []]));
  const sorted = new Set<string>();
  for (const { id } of catalogue) {
    const way = [id];
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const missing = requires.get(at)?.find((one) => !sorted.has(one));
      if (missing !== undefined) way.push(missing);
      else sorted.add(way.pop() as string);
    }
  }
  return [...sorted];
}

/** The ways on which courses require themselves: each from a course over what it requires, up to the one before it comes round. */
export function cyclesOf(catalogue: readonly Requiring[]): readonly (readonly string[])[] {
  const open = new Map(catalogue.map((course) => [course.id, new Set(course.requires)]));
  const cycles: (readonly string[])[] = [];
  const requiredBy = new Map<string, string[]>();
  for (const { id, requires = [] } of catalogue) {
    for (const one of requires) requiredBy.set(one, [...(requiredBy.get(one) ?? []), id]);
  }
  const close = (ids: readonly string[]) => {
    const waiting = [...ids];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      if (!open.delete(id)) continue;
      for (const other of requiredBy.get(id) ?? []) {
        const left = open.get(other);
        left?.delete(id);
        if (left?.size === 0) waiting.push(other);
      }
    }
  };
  close(catalogue.filter(({ requires = [] }) => requires.length === 0).map(({ id }) => id));
  while (open.size > 0) {
    const cycle = cycleIn(open);
    cycles.push(cycle);
    close(cycle);
  }
  return cycles;
}

/** A cycle among courses each of which requires another of them. */
function cycleIn(open: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const way = new Set<string>();
  let [at] = open.keys();
  while (at !== undefined && !way.has(at)) {
    way.add(at);
    [at] = open.get(at) ?? [];
  }
  const list = [...way];
  return list.slice(list.indexOf(at ?? ""));
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
