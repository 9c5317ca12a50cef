import type { PolicyParts } from "../../policy/parts.js";
import type { CheckedAxis, CheckedPolicy, CheckedVariant } from "../../policy/policy.js";
import type { WeightSchema } from "../../scoring/schema.js";
import type { InputColumn } from "../columns/columns.js";
import { attributeColumn } from "../columns/names.js";
import { rowsByCode } from "../columns/rows-by-code.js";
import { BLOCK } from "../forms/forms.js";
import { combinationsOf } from "../sources/combinations.js";

/** Rows whose people have the same weight schema on each axis, and the same value of an attribute within which they are compared. */
export interface RowsOfSchemas {
  /** The same for the same schemas. */
  readonly key: string;
  readonly axes: PolicyParts["axes"];
  /** The variants by axis; an axis whose own schema is theirs has none. */
  readonly variants: Readonly<Record<string, string | undefined>>;
  readonly within?: string | undefined;
  readonly rows: Int32Array;
}

/** An attribute within which people are compared, and its values. */
export interface Within {
  readonly attribute: string;
  readonly values: readonly string[];
}

/** Parts all rows by the weight schemas that are for their people, and by groups where there are any; undefined where they are all alike. */
export function compileParting(
  { axes }: CheckedPolicy,
  parts: PolicyParts,
): (
  columns: Readonly<Record<string, InputColumn>>,
  rows: number,
  within?: Within,
) => readonly RowsOfSchemas[] | undefined {
  const ofVariants = askedFor(axes);
  return (columns, rows, within) => {
    const asked = within === undefined ? ofVariants : withValues(ofVariants, within);
    if (asked.size === 0) return undefined;
    const values = new Set(within?.values);
    const found = new Map<string, { readonly place: number; readonly of: Omit<RowsOfSchemas, "rows"> }>();
    const placeFor = (attributes: Attributes): number => {
      const chosen = axes.map((axis) => [axis.id, variantFor(axis, attributes)?.id] as const);
      const value = within && attributes.get(within.attribute);
      const group = value !== undefined && values.has(value) ? value : undefined;
      const key = JSON.stringify(chosen);
      const place = JSON.stringify([key, group]);
      const of = { key, variants: Object.fromEntries(chosen), within: group };
      const own = found.get(place) ?? {
        place: found.size,
        of: { ...of, axes: schemasOf(chosen, parts) },
      };
      found.set(place, own);
      return own.place;
    };
    const known = new Map<number, number>();
    const places = new Int32Array(rows);
    const combinations = combinationsOf(asked, (attribute) => columns[attributeColumn(attribute)]);
    for (let from = 0; from < rows; from += BLOCK) {
      const count = Math.min(BLOCK, rows - from);
      const own = combinations.read(from, count);
      for (let at = 0; at < count; at += 1) {
        const combination = own[at] as number;
        let place = known.get(combination);
        if (place === undefined) {
          place = placeFor(combinations.labelsOf(combination));
          known.set(combination, place);
        }
        places[from + at] = place;
      }
    }
    const lists = rowsByCode(places, found.size);
    return [...found.values()].map(({ of, place }) => ({ ...of, rows: lists[place] as Int32Array }));
  };
}

function withValues(
  asked: ReadonlyMap<string, readonly string[]>,
  { attribute, values }: Within,
): ReadonlyMap<string, readonly string[]> {
  const all = new Set([...(asked.get(attribute) ?? []), ...values]);
  return new Map([...asked, [attribute, [...all]]]);
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
