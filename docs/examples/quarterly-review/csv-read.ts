import { CsvError, type Info, parse } from "csv-parse/sync";
import { Problem } from "./problem.js";

/** One row of a file, its cells as they were. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: Info;
}

/** Reads CSV with a header. The delimiter is the comma, semicolon or tab that the header has most of. */
export function readTable(text: string, path: string): Table {
  const [header, ...rows] = parseRows(text, path);
  if (header === undefined)
    throw new Problem(`${path}: the file is empty; a header with the names of columns is wanted`);
  const columns = header.cells.map((cell) => cell.trim());
  const twice = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  if (twice !== undefined) throw new Problem(`${path}: the column ${twice} is there twice`);
  return { path, columns, rows };
}

/** A cell without the blanks around it; empty where the row is too short. */
export function cellOf({ columns }: Table, row: Row, column: string): string {
  return row.cells[columns.indexOf(column)]?.trim() ?? "";
}

function parseRows(text: string, path: string): readonly Row[] {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return (parsed as readonly Parsed[]).map(({ record, info }) => ({
      line: info.lines - lineBreaks(record),
      cells: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Problem(`${path}: this is not sound CSV: ${error.message}`);
  }
}

function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => header.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
