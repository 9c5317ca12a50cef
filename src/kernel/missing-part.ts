import { type Path, TierwiseError } from "./errors.js";

/** What a sentence says in place of a part that is not there. */
const NOTHING = /\bundefined\b|\bNaN\b|\[object /g;

/** How many times something says nothing in place of a part; what is a text of the result itself is not counted. */
function gapsIn(said: unknown, result: unknown): number {
  const found = JSON.stringify(said)?.match(NOTHING) ?? [];
  if (found.length === 0) return 0;
  const own = JSON.stringify(result);
  return found.filter((nothing) => !own.includes(nothing)).length;
}

/** What came of saying a result: words, with gaps or without, or an error. */
interface Tried<Said> {
  readonly said?: Said;
  readonly error?: Error;
  /** How far the words are from being whole. */
  readonly gaps: number;
}

/** Says a result, and finds out whether a part was missing. */
export function trySaying<Result, Said>(result: Result, say: (result: Result) => Said): Tried<Said> {
  try {
    const said = say(result);
    return { said, gaps: gapsIn(said, result) };
  } catch (error) {
    if (error instanceof TierwiseError || !(error instanceof Error)) throw error;
    return { error, gaps: Number.POSITIVE_INFINITY };
  }
}

/** The first text in which a part is missing. */
export function textWithGap(said: unknown): string {
  return /[^"]*(?:\bundefined\b|\bNaN\b|\[object )[^"]*/.exec(JSON.stringify(said))?.[0] ?? "";
}

/** What stands in for a missing part, to see whether it is the one. */
const FILLERS: readonly unknown[] = ["1", [], {}];

/** The missing part without which a result cannot be said: with something in its place, fewer gaps are left. Nothing where there is none such. */
export function whatIsMissing<Result>(result: Result, say: (result: Result) => unknown): Path | undefined {
  const absent: Path[] = [];
  const { gaps } = trySaying(watched(result, { absent }), say);
  const left = (path: Path) =>
    Math.min(...FILLERS.map((filler) => trySaying(watched(result, { path, filler }), say).gaps));
  return absent.reverse().find((path) => left(path) < gaps);
}

interface Watch {
  /** Gets the paths of properties that are asked for and not there. */
  readonly absent?: Path[];
  /** A property that is there instead of missing. */
  readonly path?: Path;
  readonly filler?: unknown;
}

/** The same data, whose missing properties are noted, or one of them filled in. */
function watched<Data>(data: Data, { absent, path: filled, filler }: Watch): Data {
  const name = (path: Path) => JSON.stringify(path);
  const place = filled && name(filled);
  const viewOf = (value: unknown, path: Path): unknown => {
    if (!isPlain(value)) return value;
    return new Proxy(value, {
      get(target, key) {
        const found = Reflect.get(target, key);
        if (typeof key === "symbol" || key === "toJSON") return found;
        const here = [...path, Array.isArray(target) ? Number(key) : key];
        if (found !== undefined && found !== null)
          return typeof found === "function" ? found : viewOf(found, here);
        if (name(here) === place) return filler;
        absent?.push(here);
        return found;
      },
    });
  };
  return viewOf(data, []) as Data;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
