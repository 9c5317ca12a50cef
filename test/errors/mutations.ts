import type { Path } from "../../src/index.js";

type Key = string | number;

/** What a part of a document is set to; `deleted` takes it away. */
const DAMAGE = {
  deleted: undefined,
  null: null,
  "a number": 3,
  "a text": "x",
  "a list": [],
  "an object": {},
};
type Damage = keyof typeof DAMAGE;

/** A document of which one part was damaged. */
export interface Mutation {
  readonly path: Path;
  readonly damage: Damage;
  readonly document: unknown;
}

/** Every part of a document damaged in every way, or each `stride`th of them; a stride that shares no factor with 6 meets every way. */
export function* mutations(document: unknown, stride = 1): Generator<Mutation> {
  const plain = JSON.parse(JSON.stringify(document));
  let count = 0;
  for (const path of pathsIn(plain)) {
    for (const damage of Object.keys(DAMAGE) as Damage[]) {
      count += 1;
      if (count % stride === 0) yield { path, damage, document: damaged(plain, path, damage) };
    }
  }
}

/** The paths of all parts of a document. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys: readonly Key[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsIn((value as Record<Key, unknown>)[key], [...path, key]))];
}

/** A document of which one part is damaged: a copy along the path alone, the rest is shared. */
export function damaged(value: unknown, [key, ...rest]: Path, damage: Damage): unknown {
  if (key === undefined) return DAMAGE[damage];
  const entries = value as Record<Key, unknown>;
  const inner = damaged(entries[key], rest, damage);
  const taken = rest.length === 0 && damage === "deleted";
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index !== key ? [item] : taken ? [] : [inner]));
  const { [key]: _taken, ...others } = entries;
  return taken ? others : { ...entries, [key]: inner };
}
