import { stringify } from "csv-stringify/sync";

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/;

/** A cell that no spreadsheet runs as a formula; a plain number stays one, negative or not. */
export function harmless(cell: string): string {
  return FORMULA.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell;
}

/** CSV as spreadsheets expect it: UTF-8 with a byte order mark, CRLF. */
export function writeTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(harmless));
  return stringify(cells, { bom: true, record_delimiter: "windows" });
}
