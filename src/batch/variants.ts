import type { PolicyParts } from "../policy/parts.js";
import type { CheckedAxis, CheckedPolicy, CheckedVariant } from "../policy/policy.js";
import type { WeightSchema } from "../scoring/schema.js";
import type { InputColumn } from "./columns.js";
import { BLOCK } from "./forms.js";
import { labelSource } from "./label-sources.js";

/** Rows whose people have the same weight schema on each axis. */
export interface RowsOfSchemas {
  /** The same for the same schemas. */
  readonly key: string;
  readonly axes: PolicyParts["axes"];
  readonly rows: readonly number[];
}

/** Parts all rows by the weight schemas that are for their people; undefined where an axis has no variants. */
export function compileParting(
  { axes }: CheckedPolicy,
  parts: PolicyParts,
): ((columns: Readonly<Record<string, InputColumn>>, rows: number) => readonly RowsOfSchemas[]) | undefined {
  const asked = askedFor(axes);
  if (asked.size === 0) return undefined;
  return (columns, rows) => {
    const found = new Map<string, { axes: PolicyParts["axes"]; rows: number[] }>();
    const listOf = (attributes: Attributes): number[] => {
      const chosen = axes.map((axis) => [axis.id, variantFor(axis, attributes)?.id] as const);
      const key = JSON.stringify(chosen);
      const own = found.get(key) ?? { axes: schemasOf(chosen, parts), rows: [] };
      found.set(key, own);
      return own.rows;
    };
    const lists = new Map<number, number[]>();
    eachCombination(asked, columns, rows, (combination, row, attributes) => {
      const list = lists.get(combination) ?? listOf(attributes());
      lists.set(combination, list);
      list.push(row);
    });
    return [...found].map(([key, own]) => ({ key, ...own }));
  };
}

/** The values that variants ask for, by attribute. */
function askedFor(axes: readonly CheckedAxis[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, readonly string[]>();
  for (const { variants = [] } of axes)
    for (const { attribute, is } of variants.flatMap(({ when }) => when))
      asked.set(attribute, [...new Set([...(asked.get(attribute) ?? []), ...is])]);
  return asked;
}

/** What is asked for and a person has, by attribute. */
type Attributes = ReadonlyMap<string, string | undefined>;

function variantFor({ variants = [] }: CheckedAxis, attributes: Attributes): CheckedVariant | undefined {
  return variants.find(({ when }) =>
    when.every(({ attribute, is }) => is.includes(attributes.get(attribute) ?? "")),
  );
}

function schemasOf(
  chosen: readonly (readonly [string, string | undefined])[],
  { axes, variants }: PolicyParts,
): PolicyParts["axes"] {
  return Object.fromEntries(
    chosen.map(([axis, variant]) => [
      axis,
      (variant === undefined ? axes[axis] : variants[axis]?.[variant]) as WeightSchema,
    ]),
  );
}

/** Goes through all rows with the number of their combination of values; a value that no variant asks for is the same as none. */
function eachCombination(
  asked: ReadonlyMap<string, readonly string[]>,
  columns: Readonly<Record<string, InputColumn>>,
  rows: number,
  visit: (combination: number, row: number, attributes: () => Attributes) => void,
): void {
  let combinations = 1;
  const sources = [...asked].map(([attribute, values]) => {
    const meant = new Map(values.map((value, index) => [value, index] as const));
    const path = attribute === "tier" ? "tier" : `attributes.${attribute}`;
    const source = labelSource(columns[path] ?? [], meant, { missing: "stays", unknown: "missing" });
    const stride = combinations;
    combinations *= values.length + 1;
    return { attribute, values, source, stride, codes: new Int32Array(BLOCK) };
  });
  const aside = new Uint8Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (const { source, codes } of sources) {
      source.from = from;
      source.read(codes, aside, count);
    }
    for (let at = 0; at < count; at += 1) {
      let combination = 0;
      for (const { codes, stride } of sources) combination += ((codes[at] as number) + 1) * stride;
      visit(
        combination,
        from + at,
        () =>
          new Map(sources.map(({ attribute, values, codes }) => [attribute, values[codes[at] as number]])),
      );
    }
  }
}
