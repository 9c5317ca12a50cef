import { isDecimal } from "../../kernel/decimal.js";
import type { Issue } from "../../kernel/errors.js";
import { isId, isKey } from "../../kernel/fields.js";
import { createReport, type Report } from "../../kernel/report.js";
import { notAmong, show } from "../../kernel/show.js";
import type { PayInput } from "../../policy/pay-input.js";
import type { Evidence, ScoreInput } from "../../scoring/input.js";
import { type Cells, type CellsByName, cellsBy, putCell } from "../columns/cells.js";
import type { InputColumn } from "../columns/columns.js";
import { inOrder } from "../columns/in-order.js";
import type { KnownNames } from "../columns/names.js";
import { ROW_BY_ROW } from "../columns/pay-names.js";
import type { PayRow, PersonInput } from "../columns/rows.js";
import { PRESENCE } from "../policy-program/presence.js";
import { EARLIER } from "./earlier.js";

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

const PLAIN = new Set<string>([
  ...["id", "tier", "experienceYears", "grade", "step", "location", "share", "salary"],
  ...ROW_BY_ROW,
]);
const OF_PAY = new Set([
  "multipliers",
  "amounts",
  "credits",
  "earlier",
  "toDate",
  "paid",
  "quotas",
  "yearEnd",
]);
const CERTIFICATES = "certificates";
const PREVIOUS = "previous";
const RECORDS = new Set(["evidence", "attributes", "facts", "bands", PREVIOUS, "presence", ...OF_PAY]);
const FIELDS = [...PLAIN, ...RECORDS, CERTIFICATES];
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    "standing",
    '"standing" is of decisions over time, which policy.review makes: the tier of a row is "tier"',
  ],
]);

type Row = Readonly<Record<string, unknown>>;

/** Turns people into columns, each as long as there are people. */
export function columnsOf(people: readonly unknown[], known: KnownNames, pays: boolean): PeopleColumns {
  const refused = new Map<number, readonly Issue[]>();
  const { put, columns, aside } = columnStore(people, known);
  for (let row = 0; row < people.length; row += 1) {
    const person = people[row];
    const issues = problemsOf(person);
    if (issues.length > 0) refused.set(row, issues);
    else
      for (const field in person as Row) {
        const value = (person as Row)[field];
        if (value !== null && value !== undefined && (pays || !isOfPay(field))) put(field, value, row);
      }
  }
  return { columns: columns(), refused, aside };
}

/** Columns that come about cell by cell, by field, name and part. */
function columnStore(people: readonly unknown[], known: KnownNames) {
  const aside = new Set<number>();
  const cells = () => cellsBy(people.length);
  const plain = cells();
  const records = new Map([...RECORDS].map((field) => [field, cells()] as const));
  const certificates = cells();
  const evidence = cells();
  const evidenceParts = new Map([...known.evidence].map((id) => [id, cells()] as const));

  const placeOf = inOrder((id) => {
    const parts = evidenceParts.get(id);
    return parts && { parts, isRated: known.lists.rated.has(id), whole: undefined as Cells | undefined };
  });
  const putEvidence = (id: string, value: unknown, row: number) => {
    const place = placeOf(id);
    if (place === undefined) aside.add(row);
    else if (!isParts(value)) {
      place.whole ??= evidence.cellsOf(id);
      putCell(place.whole, row, value);
    } else if (place.isRated || !putParts(place.parts, value, row)) aside.add(row);
  };
  const putEarlier = (id: string, value: unknown, row: number) => {
    const isWhole =
      known.scored.has(id) && isParts(value) && Object.keys(value).every((part) => isEarlierPart(part));
    if (!isWhole) aside.add(row);
    else
      for (const part of EARLIER)
        if (value[part] !== undefined && value[part] !== null)
          records.get(PREVIOUS)?.put(`${id}.${part}`, row, value[part]);
  };
  const isKnown = (field: string, name: string) => {
    if (field === "bands") return known.axes.has(name);
    if (field === "attributes" || field === "facts") return isKey(name);
    if (field === "presence") return Object.values(PRESENCE).includes(`presence.${name}`);
    return !OF_PAY.has(field) || known.paid.has(`${field}.${name}`);
  };
  const putTier = (value: unknown, row: number) => {
    const { tier } = people[row] as Row;
    if (tier === null || tier === undefined) plain.put("tier", row, value);
  };
  const putRecord = (field: string, name: string, value: unknown, row: number) => {
    if (field === PREVIOUS) putEarlier(name, value, row);
    else if (field === "attributes" && name === "tier") putTier(value, row);
    else if (isKnown(field, name)) records.get(field)?.put(name, row, value);
    else aside.add(row);
  };
  const put = (field: string, value: unknown, row: number) => {
    if (field === "evidence")
      for (const id in value as Row) {
        const own = (value as Row)[id];
        if (own !== null && own !== undefined) putEvidence(id, own, row);
      }
    else if (RECORDS.has(field))
      putEach(value as Row, (name, inner) => putRecord(field, name, inner, row), row);
    else if (field !== CERTIFICATES) plain.put(field, row, value);
    else if (!Array.isArray(value) || !value.every(isId)) aside.add(row);
    else for (const id of value) certificates.put(id, row, 1);
  };
  const columns = () => {
    for (const [id, parts] of evidenceParts)
      if (joined(evidence, id, parts, (row) => evidenceIn(people[row], id))) evidenceParts.delete(id);
    const named = [
      ["evidence", evidence] as const,
      [CERTIFICATES, certificates] as const,
      ...records,
    ].flatMap(([field, made]) =>
      made.entries().map(([name, column]) => [`${field}.${name}`, column] as const),
    );
    const inParts = [...evidenceParts].flatMap(([id, made]) =>
      made.entries().map(([part, column]) => [`evidence.${id}.${part}`, column] as const),
    );
    return Object.fromEntries([...plain.entries(), ...named, ...inParts]) as PeopleColumns["columns"];
  };
  return { put, columns, aside };
}

/** Puts what is there in a record. */
function putEach(record: Row, put: (name: string, value: unknown, row: number) => void, row: number): void {
  for (const name in record) {
    const value = record[name];
    if (value !== null && value !== undefined) put(name, value, row);
  }
}

function isEarlierPart(name: string): boolean {
  return EARLIER.some((part) => part === name);
}

/** Puts the parts that are there; false where none is, which is not the same as no evidence. */
function putParts(parts: CellsByName, value: Row, row: number): boolean {
  let isSome = false;
  for (const part in value) {
    const one = value[part];
    if (one === null || one === undefined) continue;
    parts.put(part, row, one);
    isSome = true;
  }
  return isSome;
}

/** Where some rows have the evidence whole and others in parts, one column has all of it as it is written. */
function joined(
  evidence: CellsByName,
  id: string,
  parts: CellsByName,
  valueAt: (row: number) => unknown,
): boolean {
  const whole = parts.entries().length === 0 ? undefined : evidence.listed(id);
  if (whole === undefined) return false;
  for (const row of whole.keys()) if (parts.has(row)) whole[row] = valueAt(row);
  return true;
}

function evidenceIn(person: unknown, id: string): unknown {
  return ((person as Row).evidence as Row)[id];
}

/** Whether a value of evidence has parts, such as a target. */
function isParts(value: unknown): value is Row {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.getPrototypeOf(value) === Object.prototype || !isDecimal(value);
}

function isOfPay(field: string): boolean {
  return OF_PAY.has(field) || (PLAIN.has(field) && field !== "id" && field !== "tier");
}

/** What is wrong with a row whatever the policy is. */
function problemsOf(person: unknown): readonly Issue[] {
  if (isParts(person)) {
    let isSound = "evidence" in person;
    for (const field in person) {
      const value = person[field];
      const isFit = RECORDS.has(field)
        ? value === null || value === undefined || isParts(value)
        : PLAIN.has(field) || field === CERTIFICATES;
      if (!isFit) isSound = false;
    }
    if (isSound) return [];
  }
  const report = createReport("invalid-input", "batchRows");
  noteProblems(person, report);
  return report.issues();
}

function noteProblems(person: unknown, report: Report): void {
  if (!isParts(person)) {
    report.add([], "wrong-type", `expected a person as an object, got ${show(person)}`);
    return;
  }
  if (!("evidence" in person)) report.add(["evidence"], "missing", "this is required: expected an object");
  for (const [field, value] of Object.entries(person)) {
    if (!FIELDS.includes(field))
      report.add(
        [field],
        "unknown-property",
        INSTEAD.get(field) ?? notAmong(FIELDS, "a property of a row", field),
      );
    else if (RECORDS.has(field) && value !== null && value !== undefined && !isParts(value))
      report.add([field], "wrong-type", `expected an object, got ${show(value)}`);
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
