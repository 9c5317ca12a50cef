import { isPeriod, type ReviewInput } from "tierwise";
import type { EvidenceColumns, IndicatorColumns } from "./columns.js";
import { cellOf, type Row, type Table } from "./csv-read.js";
import { type NumberFormat, readNumber } from "./numbers.js";
import type { LoadedPolicy, Policies } from "./policy.js";
import { notANumber, type Reason, reasonsOf, repeatedRows } from "./reasons.js";
import { personProblems, type Standings, tooManyCells } from "./standings.js";

/** A row of evidence as a review takes it, and what is wrong with it before any review. */
export interface EvidenceRow {
  readonly row: Row;
  readonly person: string;
  readonly period: string;
  /** The version of the policy that the row is reviewed by. */
  readonly policy: LoadedPolicy;
  readonly input: Pick<ReviewInput, "evidence" | "amounts" | "toDate">;
  readonly reasons: readonly Reason[];
}

type Cells = (column: string) => string | undefined;

/** Reads all rows of evidence. */
export function readEvidence(
  table: Table,
  policies: Policies,
  columns: ReadonlyMap<LoadedPolicy, EvidenceColumns>,
  standings: Standings,
  format: NumberFormat,
): readonly EvidenceRow[] {
  const keyOf = (row: Row) => JSON.stringify([cellOf(table, row, "person"), cellOf(table, row, "period")]);
  const repeated = repeatedRows(table.rows, keyOf);
  const periodIssues = onceEach((period) => {
    const outcome = policies.at(period).compiled.reviewGroup.safe({ period, people: [] });
    return outcome.ok ? [] : outcome.error.issues;
  });
  return table.rows.map((row) => {
    const person = cellOf(table, row, "person");
    const period = cellOf(table, row, "period");
    const reasons: Reason[] = [];
    if (row.cells.length > table.columns.length) reasons.push(tooManyCells(table, row));
    reasons.push(...personProblems(person, standings));
    if (period === "") reasons.push({ code: "empty", column: "period", cell: period });
    else if (!isPeriod(period)) reasons.push({ code: "period-invalid", column: "period", cell: period });
    else reasons.push(...reasonsOf(periodIssues(period), table, row));
    const again = repeated.get(row);
    if (again !== undefined) reasons.push(again);
    const numberIn: Cells = (column) => {
      const cell = cellOf(table, row, column);
      if (cell === "") return undefined;
      const number = readNumber(cell, format);
      if (number === undefined) reasons.push(notANumber(column, cell, format));
      return number ?? cell;
    };
    const textIn: Cells = (column) => cellOf(table, row, column) || undefined;
    const policy = isPeriod(period) ? policies.at(period) : policies.latest;
    const input = inputOf(columns.get(policy) as EvidenceColumns, numberIn, textIn);
    return { row, person, period, policy, input, reasons };
  });
}

/** What is found for each text, looked for once. */
function onceEach<Found>(find: (text: string) => Found): (text: string) => Found {
  const found = new Map<string, Found>();
  return (text) => {
    if (!found.has(text)) found.set(text, find(text));
    return found.get(text) as Found;
  };
}

function inputOf(
  { indicators, amounts, toDate }: EvidenceColumns,
  numberIn: Cells,
  textIn: Cells,
): EvidenceRow["input"] {
  const numbers = (names: readonly string[], ending: string) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const number = numberIn(`${name}.${ending}`);
        return number === undefined ? [] : [[name, number]];
      }),
    );
  return {
    evidence: Object.fromEntries(
      indicators.flatMap((columns) => {
        const evidence = evidenceOf(columns, numberIn, textIn);
        return evidence === undefined ? [] : [[columns.indicator, evidence]];
      }),
    ) as ReviewInput["evidence"],
    amounts: numbers(amounts, "amount"),
    toDate: numbers(toDate, "toDate"),
  };
}

const YES_NO: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

/** What the cells say of an indicator; undefined where all of them are empty. */
function evidenceOf({ value, text, parts = [] }: IndicatorColumns, numberIn: Cells, textIn: Cells): unknown {
  if (value !== undefined) {
    if (text === undefined) return numberIn(value);
    const cell = textIn(value);
    return text === "option" || cell === undefined ? cell : (YES_NO[cell.toLowerCase()] ?? cell);
  }
  const numbers = parts.flatMap(({ name, column }) => {
    const number = numberIn(column);
    return number === undefined ? [] : [[name, number] as const];
  });
  return numbers.length === 0 ? undefined : Object.fromEntries(numbers);
}
