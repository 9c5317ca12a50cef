import type { Path } from "../kernel/errors.js";

/** Two values at one place; one that is not there is left out. */
export interface ValueDifference {
  readonly path: Path;
  readonly recorded?: unknown;
  readonly other?: unknown;
}

/** Where two plain values differ, each as deep down as can be said. */
export function valueDifferences(
  recorded: unknown,
  other: unknown,
  path: Path = [],
): readonly ValueDifference[] {
  if (recorded === other) return [];
  if (!isContainer(recorded) || !isContainer(other) || Array.isArray(recorded) !== Array.isArray(other)) {
    return [
      {
        path,
        ...(recorded === undefined ? {} : { recorded }),
        ...(other === undefined ? {} : { other }),
      },
    ];
  }
  return Object.keys({ ...recorded, ...other }).flatMap((key) =>
    valueDifferences(own(recorded, key), own(other, key), [
      ...path,
      Array.isArray(recorded) ? Number(key) : key,
    ]),
  );
}

type Container = Readonly<Record<string, unknown>>;

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function own(value: Container, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
