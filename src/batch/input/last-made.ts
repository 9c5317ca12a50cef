/** What was made last of some values; where objects are among them, for as long as the first of these is there. */
export interface LastMade<Made> {
  /** What was made of these, if they are the same as last. */
  of(values: readonly unknown[]): Made | undefined;
  keep(values: readonly unknown[], made: Made): void;
}

export function lastMade<Made>(): LastMade<Made> {
  const always = {};
  const holderOf = (values: readonly unknown[]) => values.find(isObject) ?? always;
  let last = new WeakMap<object, { readonly values: readonly unknown[]; readonly made: Made }>();
  return {
    of(values) {
      const known = last.get(holderOf(values));
      return known?.values.every((value, place) => value === values[place]) ? known.made : undefined;
    },
    keep(values, made) {
      last = new WeakMap([[holderOf(values), { values, made }]]);
    },
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
