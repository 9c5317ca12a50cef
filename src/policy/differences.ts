import type { Path } from "../kernel/errors.js";
import { isNumberJson } from "../kernel/fields.js";
import { isNumberProblem, type NumberInput, parseRatio, readRatio } from "../kernel/number.js";
import { compare, rationalText } from "../kernel/rational.js";
import { type AnySchema, schemaPart } from "../kernel/schema.js";

/** One step into a document: a property, or an item of the list that the step before named. */
export interface Step {
  readonly key: string | number;
  /** The kind of the object that has the property, where it says one. */
  readonly kind?: string;
  /** The item, where it is one, by which words can call it. */
  readonly item?: unknown;
}

/** One difference between two documents of one schema. */
export interface Difference {
  readonly steps: readonly Step[];
  readonly kind: "added" | "removed" | "changed" | "reordered";
  readonly before?: unknown;
  readonly after?: unknown;
  /** The schema of both. */
  readonly schema: AnySchema;
  /** Where named items are in another order: the items by their names, which `before` and `after` list. */
  readonly items?: ReadonlyMap<unknown, unknown>;
}

/** The path of a difference: property names, and the ids of items, or their positions where they have no name. */
export function pathOf(steps: readonly Step[]): Path {
  return steps.map(({ key }) => key);
}

/**
 * Where two documents differ that have passed the same schema: items of lists are matched by their ids or what else names them, and numbers compared by their
 * values, however they are written.
 */
export function differences(
  schema: AnySchema,
  before: unknown,
  after: unknown,
  steps: readonly Step[] = [],
): readonly Difference[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ steps, kind: "added", after, schema }];
  if (after === undefined) return [{ steps, kind: "removed", before, schema }];
  const [left, right] = [schemaPart(schema, before), schemaPart(schema, after)];
  const changed: Difference = { steps, kind: "changed", before, after, schema };
  if (left.kind !== right.kind) return [changed];
  switch (left.kind) {
    case "object": {
      const others = right.kind === "object" ? right.fields : {};
      const names = Object.keys({ ...left.fields, ...others });
      const [one, two] = [before as Fields, after as Fields];
      if (left.fields !== others && one.kind !== two.kind) return [changed];
      return names.flatMap((name) =>
        differences((left.fields[name] ?? others[name]) as AnySchema, one[name], two[name], [
          ...steps,
          { key: name, ...(typeof one.kind === "string" ? { kind: one.kind } : {}) },
        ]),
      );
    }
    case "record": {
      const [one, two] = [before as Fields, after as Fields];
      return Object.keys({ ...one, ...two }).flatMap((name) =>
        differences(left.item, one[name], two[name], [...steps, { key: name }]),
      );
    }
    case "list":
      return listDifferences(schema, left.item, before as Items, after as Items, steps);
    case "value":
      return sameValue(isNumberJson(left.json), before, after) ? [] : [changed];
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Items = readonly unknown[];

function listDifferences(
  list: AnySchema,
  schema: AnySchema,
  before: Items,
  after: Items,
  steps: readonly Step[],
): readonly Difference[] {
  const name = namesOf(before, after);
  if (name === undefined) return unnamedDifferences(list, schema, before, after, steps);
  const [one, two] = [before, after].map((items) => new Map(items.map((item) => [name(item), item]))) as [
    Map<string, unknown>,
    Map<string, unknown>,
  ];
  const inBoth = (items: Map<string, unknown>, others: Map<string, unknown>) =>
    [...items.keys()].filter((key) => others.has(key));
  const items = new Map([...two, ...one]);
  const inside = [...items].flatMap(([key, item]) =>
    differences(schema, one.get(key), two.get(key), [...steps, { key, item }]),
  );
  const [order, newOrder] = [inBoth(one, two), inBoth(two, one)];
  return order.join("\n") === newOrder.join("\n")
    ? inside
    : [...inside, { steps, kind: "reordered", before: order, after: newOrder, schema: list, items }];
}

/** Differences of lists whose items have no names: those that are equal belong together. */
function unnamedDifferences(
  list: AnySchema,
  schema: AnySchema,
  before: Items,
  after: Items,
  steps: readonly Step[],
): readonly Difference[] {
  const left = [...after.entries()];
  const removed = [...before.entries()].filter(([, item]) => {
    const match = left.findIndex(([, other]) => differences(schema, item, other).length === 0);
    if (match >= 0) left.splice(match, 1);
    return match < 0;
  });
  if (removed.length > 0 || left.length > 0) {
    return [
      ...removed.map(
        ([key, item]): Difference => ({
          steps: [...steps, { key, item }],
          kind: "removed",
          before: item,
          schema,
        }),
      ),
      ...left.map(
        ([key, item]): Difference => ({
          steps: [...steps, { key, item }],
          kind: "added",
          after: item,
          schema,
        }),
      ),
    ];
  }
  const inOrder = before.every((item, index) => differences(schema, item, after[index]).length === 0);
  return inOrder ? [] : [{ steps, kind: "reordered", before, after, schema: list }];
}

/** What can name an item, where it has no id: the first of these that all items have, and no two alike. */
const NAMES: readonly (readonly string[])[] = [
  ["tier", "fromYears"],
  ["tier"],
  ["attribute"],
  ["period"],
  ["from"],
  ["score"],
  ["kind", "axis"],
  ["source"],
];

function namesOf(before: Items, after: Items): ((item: unknown) => string) | undefined {
  const all = [...before, ...after];
  if (!all.every((item) => typeof item === "object" && item !== null)) return undefined;
  const candidates: readonly ((item: unknown) => string | undefined)[] = [
    (item) => textOf((item as Fields).id ?? (item as Fields).use),
    (item) => positionText((item as Fields).at),
    ...NAMES.map(
      (keys) => (item: unknown) => joinedText(keys.map((key) => nameText(key, (item as Fields)[key]))),
    ),
  ];
  const distinct = (items: Items, name: (item: unknown) => string | undefined) =>
    new Set(items.map(name)).size === items.length;
  return candidates.find(
    (name) =>
      all.every((item) => name(item) !== undefined) && distinct(before, name) && distinct(after, name),
  ) as ((item: unknown) => string) | undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The text of a name; a number is the same however it is written. */
function nameText(key: string, value: unknown): string | undefined {
  if (!["fromYears", "from", "score"].includes(key)) return textOf(value);
  const number = parseRatio(value);
  return isNumberProblem(number) ? undefined : rationalText(number);
}

function joinedText(texts: readonly (string | undefined)[]): string | undefined {
  return texts.some((text) => text === undefined) ? undefined : texts.join(" ");
}

/** The bands that a cell is at. */
function positionText(at: unknown): string | undefined {
  if (typeof at !== "object" || at === null) return undefined;
  return Object.entries(at)
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([axis, band]) => `${axis} ${band}`)
    .join(" / ");
}

function sameValue(number: boolean, before: unknown, after: unknown): boolean {
  if (number) return compare(readRatio(before as NumberInput), readRatio(after as NumberInput)) === 0;
  return JSON.stringify(inOrder(before)) === JSON.stringify(inOrder(after));
}

/** With the properties of objects in the order of their names, which says nothing. */
function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).sort(([one], [two]) => (one < two ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}
