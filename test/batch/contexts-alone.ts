import type { RowIssues } from "../../src/batch/index.js";
import {
  type BandContext,
  bandContext,
  type CohortContext,
  cohortContext,
  compilePolicy,
  type Policy,
  type ScoreInput,
} from "../../src/index.js";
import { comparesPeople } from "../../src/scoring/cohort.js";
import { nested } from "./one-person.js";

/** One of the people: what the one-person functions take. */
export interface Alone {
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly details: Readonly<Record<string, unknown>>;
  readonly tier: string;
}

/** What a person is compared with. */
export interface Compared {
  readonly cohort?: CohortContext;
  readonly bands?: BandContext;
}

type Attributes = Readonly<Record<string, string>>;

/** The contexts of people, made by the functions of one group: what each is compared with, and the rows that count nowhere. */
export function contextsAlone(policy: Policy, people: readonly Alone[], period: string) {
  const { parts, score } = compilePolicy(policy);
  const within = policy.comparedWithin;
  const known = people.map(({ evidence, details, tier }, row) => {
    const { attributes, facts, id, previous, presence } = nested(details);
    const own = { ...attributes, tier } as Attributes;
    const input = {
      evidence,
      attributes: own,
      period,
      ...(previous && { previous }),
      ...(presence && { presence }),
    };
    return {
      row,
      id: id as unknown as string | undefined,
      facts: facts ?? {},
      attributes: own,
      input: input as unknown as ScoreInput,
    };
  });
  const out = new Set<number>();
  const ids = known.map(({ id }) => id);
  for (const { row, id, attributes } of known) {
    if (id !== undefined && ids.filter((one) => one === id).length > 1) out.add(row);
    if (within !== undefined && attributes[within] === undefined) out.add(row);
  }
  const schemaOf = (axis: Policy["axes"][number], attributes: Attributes) => {
    const variant = axis.variants?.find(({ when }) =>
      when.every(({ attribute, is }) => is.includes(attributes[attribute] ?? "")),
    );
    return variant === undefined ? parts.axes[axis.id] : parts.variants[axis.id]?.[variant.id];
  };
  for (;;) {
    const before = out.size;
    const there = known.filter(({ row }) => !out.has(row));
    const groups = [...new Set(there.map(({ attributes }) => within && attributes[within]))];
    const found = new Map<number, Compared>();
    for (const group of groups) {
      const members = there.filter(({ attributes }) => (within && attributes[within]) === group);
      for (const axis of policy.axes)
        for (const schema of new Set(members.map(({ attributes }) => schemaOf(axis, attributes)))) {
          if (schema === undefined || !comparesPeople(schema)) continue;
          const own = members.filter(({ attributes }) => schemaOf(axis, attributes) === schema);
          const names = new Set(
            JSON.stringify(schema)
              .match(/"id":"[^"]+"/g)
              ?.map((one) => one.slice(6, -1)),
          );
          const only = (given: object | undefined) =>
            Object.fromEntries(Object.entries(given ?? {}).filter(([name]) => names.has(name)));
          const made = cohortContext(schema).safe({
            people: own.map(({ row, input }) => ({
              ...input,
              id: `row-${row}`,
              evidence: only(input.evidence),
              previous: only(input.previous),
            })) as never,
          });
          if (!made.ok) {
            for (const { path } of made.error.issues) {
              const member = own[path[1] as number];
              if (member === undefined) throw made.error;
              out.add(member.row);
            }
            continue;
          }
          for (const { row } of own) {
            const indicators = { ...found.get(row)?.cohort?.indicators, ...made.value.indicators };
            found.set(row, { cohort: { kind: "cohort", indicators } });
          }
        }
    }
    if (out.size > before) continue;
    const scores = new Map<number, Record<string, unknown>>();
    for (const { row, input } of there) {
      const cohort = found.get(row)?.cohort;
      const made = score.safe({ ...input, ...(cohort && { cohort }) });
      if (!made.ok || Object.values(made.value).some(({ kind }) => kind !== "score")) out.add(row);
      else
        scores.set(
          row,
          Object.fromEntries(Object.entries(made.value).map(([axis, { value }]) => [axis, value])),
        );
    }
    if (out.size > before) continue;
    const relative = policy.axes.flatMap((axis) => axis.relative ?? []);
    const keys = relative.flatMap((one) =>
      "ties" in one && typeof one.ties === "object" ? one.ties.keys : [],
    );
    for (const { row, id, facts } of there)
      if (
        keys.length > 0 &&
        (id === undefined || (keys.some(({ key }) => key === "merit") && facts.merit === undefined))
      )
        out.add(row);
    if (out.size > before) continue;
    if (relative.length > 0)
      for (const group of groups) {
        const members = there.filter(({ attributes }) => (within && attributes[within]) === group);
        const made = bandContext(parts.matrix).safe({
          people: members.map(({ row, id, facts }) => ({
            id: id ?? `row-${row}`,
            scores: scores.get(row),
            keys: { ...scores.get(row), ...facts },
          })) as never,
        });
        for (const { row } of members)
          if (made.ok) found.set(row, { ...found.get(row), bands: made.value });
          else out.add(row);
      }
    return { found, out };
  }
}

/** The rows of issues, in their order. */
export function rowsIn(issues: readonly RowIssues[]): readonly number[] {
  return issues.map(({ row }) => row);
}
