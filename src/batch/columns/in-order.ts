/** What belongs to names that come in the same order again and again. */
export interface InOrder<Found> {
  readonly find: (name: string) => Found | undefined;
  readonly names: string[];
  readonly found: Found[];
  readonly places: Map<string, number>;
  /** The place of the name that came after this one before. */
  at: number;
}

export function inOrder<Found>(find: (name: string) => Found | undefined): InOrder<Found> {
  return { find, names: [], found: [], places: new Map(), at: 0 };
}

/** What belongs to the next name: the one that came next before is compared first, which costs less than a map. What is found for a name stays; what is not found is looked for again. */
export function next<Found>(order: InOrder<Found>, name: string): Found | undefined {
  const { names, at } = order;
  return take(order, names[at] === name ? at : (order.places.get(name) ?? placeOf(order, name)));
}

function take<Found>(order: InOrder<Found>, place: number): Found | undefined {
  if (place < 0) return undefined;
  order.at = place + 1 === order.names.length ? 0 : place + 1;
  return order.found[place];
}

/** The place of a name that came for the first time, -1 where nothing is found for it. */
function placeOf<Found>({ find, names, found, places }: InOrder<Found>, name: string): number {
  const one = find(name);
  if (one === undefined) return -1;
  places.set(name, names.length);
  names.push(name);
  return found.push(one) - 1;
}
