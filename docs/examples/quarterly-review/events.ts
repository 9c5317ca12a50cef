import { isDate, periodEnd, type ReviewInput } from "tierwise";
import { cellOf, type Row, type Table } from "./csv-read.js";
import { Problem } from "./problem.js";
import { type Reason, type Rejected, repeatedRows } from "./reasons.js";
import { personProblems, type Standings, tooManyCells } from "./standings.js";

type Event = NonNullable<ReviewInput["events"]>[number];

/** What happened to people, by person, in the order of dates. */
export interface Events {
  readonly byPerson: ReadonlyMap<string, readonly Event[]>;
  readonly rejected: readonly Rejected[];
  readonly rowsIn: number;
}

export const NO_EVENTS: Events = { byPerson: new Map(), rejected: [], rowsIn: 0 };

const NEEDED = ["person", "id", "date", "kind"];

/** Reads the events; each column but that of the person is a field of the event, and an empty cell is none. What a kind needs, the review says. */
export function readEvents(table: Table, standings: Standings): Events {
  const missing = NEEDED.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) throw new Problem(`--events: ${table.path} has no column ${missing.join(", ")}`);
  const keyOf = (row: Row) => JSON.stringify([cellOf(table, row, "person"), cellOf(table, row, "id")]);
  const repeated = repeatedRows(table.rows, keyOf);
  const byPerson = new Map<string, readonly Event[]>();
  const rejected: Rejected[] = [];
  for (const row of table.rows) {
    const person = cellOf(table, row, "person");
    const again = repeated.get(row);
    const reasons = [...problemsOf(table, row, standings), ...(again === undefined ? [] : [again])];
    if (reasons.length > 0) rejected.push({ file: "events", row, person, period: "", reasons });
    else byPerson.set(person, [...(byPerson.get(person) ?? []), eventOf(table, row)].sort(byDate));
  }
  return { byPerson, rejected, rowsIn: table.rows.length };
}

/** The events up to the end of a period that no earlier review has had. */
export function eventsUntil(
  { byPerson }: Events,
  person: string,
  period: string,
  had: number,
): readonly Event[] {
  return (byPerson.get(person) ?? []).slice(had).filter(({ date }) => date <= periodEnd(period));
}

function problemsOf(table: Table, row: Row, standings: Standings): readonly Reason[] {
  const date = cellOf(table, row, "date");
  return [
    ...(row.cells.length > table.columns.length ? [tooManyCells(table, row)] : []),
    ...personProblems(cellOf(table, row, "person"), standings),
    ...(isDate(date) ? [] : [{ code: "date-invalid", column: "date", cell: date }]),
  ];
}

function eventOf(table: Table, row: Row): Event {
  const fields = table.columns.filter((column) => column !== "" && column !== "person");
  return Object.fromEntries(
    fields.flatMap((column) => {
      const cell = cellOf(table, row, column);
      return cell === "" ? [] : [[column, cell]];
    }),
  ) as unknown as Event;
}

function byDate(one: Event, other: Event): number {
  return one.date.localeCompare(other.date);
}
