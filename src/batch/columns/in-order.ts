/** Looks names up that come in the same order again and again: whoever comes next is compared first, which costs less than a map. What is found for a name stays; what is not found is looked for again. */
export function inOrder<Found>(
  find: (name: string) => Found | undefined,
): (name: string) => Found | undefined {
  const names: string[] = [];
  const found: Found[] = [];
  const places = new Map<string, number>();
  let next = 0;
  const take = (place: number): Found | undefined => {
    next = place + 1 === names.length ? 0 : place + 1;
    return found[place];
  };
  return (name) => {
    if (names[next] === name) return take(next);
    const place = places.get(name);
    if (place !== undefined) return take(place);
    const one = find(name);
    if (one === undefined) return undefined;
    places.set(name, names.length);
    names.push(name);
    found.push(one);
    return take(names.length - 1);
  };
}
