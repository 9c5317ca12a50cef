/** The same, worked out once for a key. */
export function memo<Given extends readonly unknown[], Found>(find: (...given: Given) => Found) {
  const found = new Map<string, Found>();
  return (key: string, ...given: Given): Found => {
    const known = found.get(key);
    if (known !== undefined || found.has(key)) return known as Found;
    const made = find(...given);
    found.set(key, made);
    return made;
  };
}

/** A number for each object. */
export function identities(): (one: object) => number {
  const known = new Map<object, number>();
  return (one) => {
    const id = known.get(one) ?? known.size;
    known.set(one, id);
    return id;
  };
}
