import { isDate, type StandingInput } from "tierwise";
import { cellOf, type Row, type Table } from "./csv-read.js";
import { type NumberFormat, readNumber } from "./numbers.js";
import type { Policies } from "./policy.js";
import { Problem } from "./problem.js";
import { notANumber, type Reason, type Rejected, repeatedRows } from "./reasons.js";

/** A person, and where he or she stands before the first review. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly experienceYears?: string;
  readonly certificates: readonly string[];
  /** What weight schemas, comparisons and places may depend on: every other column of the file. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly standing: StandingInput;
}

/** The name with the id, where that is another. */
export function fullName({ id, name }: Pick<Person, "id" | "name">): string {
  return name === id ? id : `${name} (${id})`;
}

export interface Standings {
  readonly people: ReadonlyMap<string, Person>;
  readonly rejected: readonly Rejected[];
  readonly rowsIn: number;
}

const OWN_COLUMNS = ["person", "name", "tier", "since", "experienceYears", "certificates"];

/** Reads the people; a row that is not sound is rejected, and with it the person. */
export function readStandings(
  table: Table,
  { versions: [{ document }] }: Policies,
  format: NumberFormat,
): Standings {
  const missing = ["person", "tier", "since"].filter((column) => !table.columns.includes(column));
  if (missing.length > 0) throw new Problem(`--standings: ${table.path} has no column ${missing.join(", ")}`);
  const tiers = document.tiers.map(({ id }) => id);
  const repeated = repeatedRows(table.rows, (row) => cellOf(table, row, "person"));
  const people = new Map<string, Person>();
  const rejected: Rejected[] = [];
  for (const row of table.rows) {
    const again = repeated.get(row);
    const reasons = [...problemsOf(table, row, tiers, format), ...(again === undefined ? [] : [again])];
    const id = cellOf(table, row, "person");
    if (reasons.length > 0) rejected.push({ file: "standings", row, person: id, period: "", reasons });
    else people.set(id, personOf(table, row, format));
  }
  return { people, rejected, rowsIn: table.rows.length };
}

function problemsOf(
  table: Table,
  row: Row,
  tiers: readonly string[],
  format: NumberFormat,
): readonly Reason[] {
  const [person, tier, since, experience] = ["person", "tier", "since", "experienceYears"].map((column) =>
    cellOf(table, row, column),
  ) as [string, string, string, string];
  const reasons: Reason[] = [];
  const add = (code: string, column: string, cell: string, params?: Reason["params"]) =>
    reasons.push({ code, column, cell, ...(params === undefined ? {} : { params }) });
  if (row.cells.length > table.columns.length) reasons.push(tooManyCells(table, row));
  if (person === "") add("empty", "person", person);
  if (!tiers.includes(tier)) add("unknown-tier", "tier", tier, { tiers });
  if (!isDate(since)) add("date-invalid", "since", since);
  const years = readNumber(experience, format);
  if (experience !== "" && years === undefined)
    reasons.push(notANumber("experienceYears", experience, format));
  if (years?.startsWith("-")) add("negative", "experienceYears", experience);
  return reasons;
}

/** The reason that both files have for a row with more cells than the header. */
export function tooManyCells(table: Table, row: Row): Reason {
  return { code: "too-many-cells", params: { cells: row.cells.length, columns: table.columns.length } };
}

/** Why a row is of nobody who is known. */
export function personProblems(person: string, { people, rejected }: Standings): readonly Reason[] {
  if (people.has(person)) return [];
  if (person === "") return [{ code: "empty", column: "person", cell: person }];
  const lines = rejected.filter((one) => one.person === person).map(({ row }) => row.line);
  const code = lines.length > 0 ? "standing-rejected" : "unknown-person";
  return [{ code, column: "person", cell: person, params: { lines } }];
}

function personOf(table: Table, row: Row, format: NumberFormat): Person {
  const id = cellOf(table, row, "person");
  const others = table.columns.filter((column) => column !== "" && !OWN_COLUMNS.includes(column));
  const experienceYears = readNumber(cellOf(table, row, "experienceYears"), format);
  return {
    id,
    name: cellOf(table, row, "name") || id,
    ...(experienceYears === undefined ? {} : { experienceYears }),
    certificates: cellOf(table, row, "certificates")
      .split("|")
      .map((one) => one.trim())
      .filter((one) => one !== ""),
    attributes: Object.fromEntries(
      others.flatMap((column) => {
        const cell = cellOf(table, row, column);
        return cell === "" ? [] : [[column, cell]];
      }),
    ),
    standing: { tier: cellOf(table, row, "tier"), since: cellOf(table, row, "since") },
  };
}
