import type { Issue } from "../../kernel/errors.js";
import type { PayInput } from "../../policy/pay-input.js";
import type { Evidence, ScoreInput } from "../../scoring/input.js";
import type { InputColumn } from "../columns/columns.js";
import type { KnownNames } from "../columns/names.js";
import type { ROW_BY_ROW } from "../columns/pay-names.js";
import type { PayRow, PersonInput } from "../columns/rows.js";
import { columnsIn, putField, type RowCells, rowCells } from "./row-cells.js";
import { isOfPay, isParts, type Row } from "./row-fields.js";
import { problemsOf } from "./row-problems.js";

/** What a person's row says beside the evidence: what pay depends on. */
type PaidFields = Pick<
  PayInput,
  | "experienceYears"
  | "grade"
  | "step"
  | "location"
  | "share"
  | "salary"
  | "multipliers"
  | "amounts"
  | "credits"
  | "earlier"
  | "toDate"
  | "paid"
  | "quotas"
  | "yearEnd"
  | (typeof ROW_BY_ROW)[number]
>;

/** One person as the one-person functions take it; what is null counts as not there. */
export interface BatchRow extends Partial<PaidFields> {
  readonly id?: string;
  readonly tier?: string;
  readonly evidence: Evidence;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly facts?: Readonly<Record<string, number | string>>;
  /** The certificates that the person holds. */
  readonly certificates?: readonly string[];
  /** Earlier scores by indicator, where a rule for missing evidence falls back on them. */
  readonly previous?: ScoreInput["previous"];
  /** How much of the period the person was there. */
  readonly presence?: ScoreInput["presence"];
  /** The band on each axis at the last review, where a margin keeps it. */
  readonly bands?: Readonly<Record<string, string>>;
}

/** People as columns, with the rows that columns cannot say. */
export interface PeopleColumns {
  readonly columns: Readonly<Record<string, InputColumn>>;
  /** What is wrong with a row whatever the policy is. */
  readonly refused: ReadonlyMap<number, readonly Issue[]>;
  /** Rows with names that no column has: the one-person functions say what is wrong with them. */
  readonly aside: ReadonlySet<number>;
}

/** Turns people into columns, each as long as there are people. */
export function columnsOf(people: readonly unknown[], known: KnownNames, pays: boolean): PeopleColumns {
  const refused = new Map<number, readonly Issue[]>();
  const cells = rowCells(people, known);
  for (let row = 0; row < people.length; row += 1) {
    const person = people[row];
    const issues = problemsOf(person);
    if (issues.length > 0) refused.set(row, issues);
    else putRow(cells, person as Row, pays, row);
  }
  return { columns: columnsIn(cells), refused, aside: cells.aside };
}

function putRow(cells: RowCells, person: Row, pays: boolean, row: number): void {
  for (const field in person) {
    const value = person[field];
    if (value !== null && value !== undefined && (pays || !isOfPay(field)))
      putField(cells, field, value, row);
  }
}

/** A row as the one-person functions take it. */
export function personOf(row: unknown): PersonInput {
  const { id, tier, evidence, attributes, facts, certificates, bands, previous, presence, ...pay } =
    withoutNothing(row as BatchRow);
  return {
    ...(id === undefined ? {} : { id }),
    evidence: withoutNothing(evidence ?? {}),
    attributes: { ...withoutNothing(attributes ?? {}), ...(tier === undefined ? {} : { tier }) },
    facts: withoutNothing(facts ?? {}),
    ...(certificates === undefined ? {} : { certificates }),
    bands: withoutNothing(bands ?? {}),
    ...(previous === undefined ? {} : { previous: withoutNothing(previous) }),
    ...(presence === undefined ? {} : { presence: { ...presence } }),
    pay: pay as PayRow,
  };
}

/** An object and those in it without what is null. */
function withoutNothing<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([name, inner]) => [name, isParts(inner) ? withoutNothing(inner) : inner]),
  ) as T;
}
