import type { Path } from "../../kernel/errors.js";
import { readNumber } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import type { PersonRow } from "./input.js";

/** Who is who on a day. */
export interface Organisation {
  /** Those above a person, the nearest first; a cycle or an unknown name ends it. */
  above(person: string, on: string): readonly string[];
  /** The rate of a person on a day: 0 of who has no row then. */
  rate(person: string, on: string): Rational;
  /** The rows that hold on a day. */
  rows(on: string): readonly PersonRow[];
  /** Whether there is such a person on any day. */
  knows(person: string): boolean;
}

/** Compiles the rows of people. */
export function compileOrganisation(people: readonly PersonRow[]): Organisation {
  const byPerson = new Map<string, PersonRow[]>();
  for (const row of people) byPerson.set(row.id, [...(byPerson.get(row.id) ?? []), row]);
  const rowOf = (person: string, on: string) => byPerson.get(person)?.find((row) => holds(row, on));
  const managerOf = (person: string, on: string) => rowOf(person, on)?.manager;
  return {
    above(person, on) {
      const chain: string[] = [];
      let next = managerOf(person, on);
      while (next !== undefined && next !== person && !chain.includes(next)) {
        chain.push(next);
        next = managerOf(next, on);
      }
      return chain;
    },
    rate: (person, on) => readNumber(rowOf(person, on)?.rate ?? 0),
    rows: (on) => people.filter((row) => holds(row, on)),
    knows: (person) => byPerson.has(person),
  };
}

/** Notes rows of one person that hold at the same time, unknown managers, and chains that come back to where they began. */
export function checkOrganisation(
  people: readonly PersonRow[],
  days: readonly string[],
  report: Report,
): void {
  const known = new Set(people.map(({ id }) => id));
  const rowsOf = new Map<string, PersonRow[]>();
  for (const [index, row] of people.entries()) {
    const here = ["people", index];
    const { id, manager, from, to } = row;
    if (from !== undefined && to !== undefined && from > to)
      report.add([...here, "to"], "range-empty", `expected a day that is not before ${from}, got ${to}`);
    const others = rowsOf.get(id) ?? [];
    if (others.some((other) => overlap(row, other)))
      report.add([...here, "id"], "duplicate-id", `${show(id)} has two rows for the same time`, { id });
    rowsOf.set(id, [...others, row]);
    if (manager !== undefined && !known.has(manager))
      report.add([...here, "manager"], "unknown-person", `${show(manager)} is not among the people`);
  }
  for (const day of days) if (noteCycle(people, day, report)) return;
}

/** Notes the first chain of a day that comes back to where it began. */
function noteCycle(people: readonly PersonRow[], day: string, report: Report): boolean {
  const rows = people.map((row, index) => ({ row, index })).filter(({ row }) => holds(row, day));
  const rowOf = new Map(rows.map((one) => [one.row.id, one]));
  const safe = new Set<string>();
  for (const { row } of rows) {
    const chain: string[] = [];
    let person: string | undefined = row.id;
    while (person !== undefined && !safe.has(person)) {
      const begins = chain.indexOf(person);
      if (begins >= 0) {
        const cycle = [...chain.slice(begins), person].map(show).join(" -> ");
        const path: Path = ["people", rowOf.get(person)?.index ?? 0, "manager"];
        report.add(path, "reporting-cycle", `on ${day} they report in a circle: ${cycle}`);
        return true;
      }
      chain.push(person);
      person = rowOf.get(person)?.row.manager;
    }
    for (const one of chain) safe.add(one);
  }
  return false;
}

function holds({ from, to }: PersonRow, on: string): boolean {
  return (from === undefined || from <= on) && (to === undefined || on <= to);
}

function overlap(a: PersonRow, b: PersonRow): boolean {
  const before = (end: string | undefined, start: string | undefined) =>
    end !== undefined && start !== undefined && end < start;
  return !before(a.to, b.from) && !before(b.to, a.from);
}
