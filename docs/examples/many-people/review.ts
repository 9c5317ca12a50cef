import { createReadStream, createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parse } from "csv-parse";
import { stringify } from "csv-stringify";
import type { Policy } from "tierwise";
import {
  type Batch,
  batch,
  type DecimalColumn,
  inChunks,
  type LabelColumn,
  reviewChunks,
  unitsText,
} from "tierwise/batch";

type Row = readonly string[];

/** Files of a review, and how many rows are in memory at once. */
export interface Files {
  readonly people: string;
  readonly decisions: string;
  readonly issues: string;
  readonly period: string;
  readonly chunk: number;
}

/** How many people were reviewed, and how many rows have no result. */
export interface Counts {
  readonly people: number;
  readonly failed: number;
}

/** Reviews the people of a CSV file, chunk after chunk, into a file of decisions and one of what is wrong. */
export async function reviewFile(policy: Policy, files: Files): Promise<Counts> {
  const review = batch(policy);
  const records: AsyncIterable<Row> = createReadStream(files.people).pipe(parse());
  const { header, rows } = await withHeader(records);
  const counts = { people: 0, failed: 0 };
  const wrong: Row[] = [["row", "id", "place", "message"]];

  async function* decisions(): AsyncGenerator<Row> {
    yield ["id", ...policy.axes.map(({ id }) => id), "cell", "move", "actions", "blocked", "pay"];
    const ids: Row[] = [];
    const reviewed = reviewChunks(
      (chunk: readonly Row[]) => {
        ids.push(chunk.map(([id = ""]) => id));
        return review({ period: files.period, pay: true, columns: columnsOf(header, chunk) });
      },
      inChunks(rows, files.chunk),
    );
    for await (const { from, batch: found, issues } of reviewed) {
      const names = ids.pop() ?? [];
      for (const { row, issues: own } of issues)
        for (const { path, message } of own)
          wrong.push([String(row + 1), names[row - from] ?? "", path.join("."), message]);
      counts.people += found.rows;
      counts.failed += found.paths.failed;
      yield* decisionsOf(names, found);
    }
  }
  await pipeline(Readable.from(decisions()), stringify(), createWriteStream(files.decisions));
  await pipeline(Readable.from(wrong), stringify(), createWriteStream(files.issues));
  return counts;
}

/** The first record, and those after it. */
async function withHeader(records: AsyncIterable<Row>) {
  const iterator = records[Symbol.asyncIterator]();
  const { value: header = [] } = await iterator.next();
  return { header, rows: { [Symbol.asyncIterator]: () => iterator } };
}

/** Cells are texts and stay texts, which are exact; an empty one is nothing. */
function columnsOf(header: Row, rows: readonly Row[]) {
  const columns = header.map((name, place) => [name, rows.map((row) => row[place] || null)] as const);
  return Object.fromEntries(columns);
}

/** What one review finds and its cell proposes; whether a failed gate forbids a move up. A row without a result has its id alone. */
function decisionsOf(ids: Row, { scores, cell, cells, promotionBlocked, pay }: Batch): readonly Row[] {
  const proposed = cells.map(({ move = "", actions }) => [
    move,
    actions.map(({ label }) => (typeof label === "string" ? label : (label.en ?? ""))).join("; "),
  ]);
  return ids.map((id, row) => {
    const found = proposed[cell.codes[row] as number];
    const [move = "", actions = ""] = found ?? [];
    const blocked = found === undefined ? "" : String(promotionBlocked[row]);
    const numbers = Object.values(scores).map((column) => textAt(column, row));
    const total = pay === undefined ? "" : textAt(pay.total, row);
    return [id, ...numbers, labelAt(cell, row), move, actions, blocked, total];
  });
}

function textAt({ units, scale }: DecimalColumn, row: number): string {
  return unitsText(units[row] as number, scale) ?? "";
}

function labelAt({ codes, dictionary }: LabelColumn, row: number): string {
  return dictionary[codes[row] as number] ?? "";
}
