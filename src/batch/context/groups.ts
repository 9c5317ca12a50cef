import type { Issue } from "../../kernel/errors.js";
import { isKey } from "../../kernel/fields.js";
import { createReport } from "../../kernel/report.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { comparesPeople } from "../../scoring/cohort.js";
import type { CohortContext } from "../../scoring/cohort-context.js";
import type { WeightSchema } from "../../scoring/schema.js";
import { attributeColumn } from "../columns/names.js";
import { joinedRows, rowsWhere } from "../columns/rows-where.js";
import { readLabels } from "../groups/labels.js";
import type { BatchInput } from "../input/input.js";
import { comparingAxes } from "../input/own-groups.js";
import { compileParting, type RowsOfSchemas, type Within } from "../input/variants.js";
import { type Cohort, compileCohort, type MakeCohorts, type PeopleColumns } from "./cohorts.js";
import type { Columns } from "./scoring.js";

/** Rows that are compared with each other, and what is known of them. */
export interface Group {
  readonly within?: string;
  /** By axis whose indicators compare people: the variant; none where the axis's own schema is theirs. */
  readonly variants: Readonly<Record<string, string>>;
  readonly rows: Int32Array;
  readonly cohort?: CohortContext;
  readonly bands?: NonNullable<BatchInput["bands"]>;
}

/** Notes what is wrong with a row; what was wrong with it before is all that is said of it. */
export type NoteRow = (row: number, issues: readonly Issue[]) => void;

/** Puts rows together that are compared with each other, and makes what their cohort's context says. */
export function compileGroups(policy: CheckedPolicy, parts: CompiledPolicy["parts"]) {
  const part = compileParting(policy, parts);
  const comparing = comparingAxes(policy, parts);
  const makers = new Map(comparing.map((axis) => [axis, makersOf(policy, parts, axis)] as const));
  return (people: PeopleColumns, known: Int32Array, note: NoteRow): readonly Group[] => {
    const { columns, rows } = people;
    const all = { variants: {}, within: undefined, rows: known };
    const parted = part(columns, rows, withinIn(policy, columns, rows));
    const groups = merged(parted === undefined ? [all] : among(parted, known, rows), comparing);
    if (comparing.length === 0) return groups;
    const found = new Map<Group, CohortContext["indicators"]>();
    for (const [axis, ofAxis] of makers)
      for (const [variant, make] of ofAxis) {
        const own = groups.filter(({ variants }) => (variants[axis] ?? "") === variant);
        const compared = together(own, ({ within }) => [within]).map(([, same]) => same);
        const cohorts = compared.map(cohortOf);
        const made = make(people, cohorts);
        for (const [place, { rows: members, report }] of cohorts.entries()) {
          if (report.count() > 0) for (const row of members) note(row, report.issues());
          for (const group of compared[place] ?? [])
            found.set(group, { ...found.get(group), ...made[place] });
        }
      }
    return groups.map((group) => {
      const indicators = found.get(group);
      return indicators === undefined ? group : { ...group, cohort: { kind: "cohort", indicators } };
    });
  };
}

function cohortOf(same: readonly Group[]): Cohort {
  const within = same[0]?.within;
  return {
    ...(within === undefined ? {} : { within }),
    rows: joinedRows(same),
    report: createReport("invalid-input", "batchContext"),
  };
}

/** What makes the context of an axis, by variant; "" is the axis's own schema. */
function makersOf(
  policy: CheckedPolicy,
  { axes, variants }: CompiledPolicy["parts"],
  axis: string,
): ReadonlyMap<string, MakeCohorts> {
  const schemas = [["", axes[axis] as WeightSchema] as const, ...Object.entries(variants[axis] ?? {})];
  return new Map(
    schemas.flatMap(([id, schema]) =>
      comparesPeople(schema) ? [[id, compileCohort(policy, schema)] as const] : [],
    ),
  );
}

function withinIn({ comparedWithin }: CheckedPolicy, columns: Columns, rows: number): Within | undefined {
  if (comparedWithin === undefined) return undefined;
  const { labels } = readLabels(columns[attributeColumn(comparedWithin)], rows);
  return { attribute: comparedWithin, values: labels.filter((label) => isKey(label)) };
}

/** Those of the rows that are known, in the order of the first of each. */
function among(parted: readonly RowsOfSchemas[], known: Int32Array, rows: number): readonly RowsOfSchemas[] {
  if (known.length === rows) return parted;
  const isKnown = new Uint8Array(rows);
  for (const row of known) isKnown[row] = 1;
  return parted
    .map((one) => ({ ...one, rows: rowsWhere(one.rows, (row) => isKnown[row] === 1) }))
    .filter((one) => one.rows.length > 0)
    .sort((a, b) => (a.rows[0] as number) - (b.rows[0] as number));
}

/** Rows that differ only in weight schemas that compare nobody are of one group. */
function merged(
  parted: readonly Omit<RowsOfSchemas, "key" | "axes">[],
  comparing: readonly string[],
): readonly Group[] {
  const keysOf = ({ within, variants }: Pick<RowsOfSchemas, "within" | "variants">) => [
    within,
    ...comparing.map((axis) => variants[axis]),
  ];
  return together(parted, keysOf).map(([, same]) => {
    const [{ within, variants }] = same as [RowsOfSchemas];
    const known = comparing.flatMap((axis) =>
      variants[axis] === undefined ? [] : [[axis, variants[axis]] as const],
    );
    return {
      ...(within === undefined ? {} : { within }),
      variants: Object.fromEntries(known) as Group["variants"],
      rows: joinedRows(same),
    };
  });
}

/** Items by what is the same of them, as a text. */
export function together<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly (string | undefined)[],
): readonly (readonly [string, readonly T[]])[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(keysOf(item).map((one) => one ?? null));
    const same = found.get(key);
    if (same === undefined) found.set(key, [item]);
    else same.push(item);
  }
  return [...found];
}

/** What goes into a batch: the contexts of all, or those of groups. */
export function contextOf(
  groups: readonly Group[],
  isOne: boolean,
): Pick<BatchInput, "cohort" | "bands" | "groups"> {
  const comparedOf = ({ cohort, bands }: Partial<Group>) => ({
    ...(cohort === undefined ? {} : { cohort }),
    ...(bands === undefined ? {} : { bands }),
  });
  if (isOne) return comparedOf(groups[0] ?? {});
  return {
    groups: groups.map((group) => ({
      ...(group.within === undefined ? {} : { within: group.within }),
      ...(Object.keys(group.variants).length === 0 ? {} : { variants: group.variants }),
      ...comparedOf(group),
    })),
  };
}

/** Whether all people of a policy are compared with each other. */
export function comparesAll(policy: CheckedPolicy, parts: CompiledPolicy["parts"]): boolean {
  const comparing = comparingAxes(policy, parts);
  return policy.comparedWithin === undefined && comparing.every((axis) => parts.variants[axis] === undefined);
}
