import { explain, type Policy, type Review } from "tierwise";
import type { Career } from "./careers.js";
import type { Table } from "./csv-read.js";
import { writeTable } from "./csv-write.js";
import type { Rejected } from "./reasons.js";
import type { Show } from "./show.js";
import { sayReason, type Words } from "./words/index.js";

/** decisions.csv: one row for each review. */
export function decisionsCsv(careers: readonly Career[], policy: Policy, show: Show, words: Words): string {
  const axes = policy.axes.map(({ id }) => id);
  const columns = [
    ...["person", "name", "period", "policy"],
    ...axes.flatMap((axis) => [`${axis}.score`, `${axis}.band`]),
    ...["cell", "outcome", "from", "to", "effectiveFrom", "pay", "currency", "why"],
  ];
  const rows = allReviews(careers).map(([{ person, carriedOver }, review]) => {
    const { placement, decision, statement } = review;
    const cameOver = carriedOver.get(review.period);
    return [
      ...[person.id, person.name, review.period, review.policy.effectiveFrom],
      ...placement.axes.flatMap(({ axis, score, band }) => [show.score(axis, score), band]),
      ...[show.cell(placement), decision.outcome, decision.from, decision.to, decision.effectiveFrom],
      ...[statement?.total.toString() ?? "", statement?.currency ?? ""],
      [...(cameOver === undefined ? [] : [cameOver]), decision]
        .flatMap((one) => explain(one, { locale: words.locale }))
        .join(" "),
    ];
  });
  return writeTable(columns, rows);
}

/** statements.csv: one row for each line of pay. */
export function statementsCsv(careers: readonly Career[], show: Show): string {
  const columns = [
    "person",
    "name",
    "period",
    "tier",
    "line",
    "label",
    "basis",
    "rate",
    "amount",
    "currency",
  ];
  const rows = allReviews(careers).flatMap(([{ person }, { period, decision, statement }]) =>
    (statement?.lines ?? []).map(({ id, label, basis, rate, amount, currency }) => [
      ...[person.id, person.name, period, decision.from, id, show.label(label, id)],
      ...[basis, rate, amount].map(String),
      currency,
    ]),
  );
  return writeTable(columns, rows);
}

interface Tables {
  readonly evidence: Table;
  readonly standings: Table;
  readonly events?: Table;
}

function columnsOf(tables: Tables, file: Rejected["file"]): readonly string[] {
  return tables[file]?.columns ?? [];
}

/** issues.csv: every rejected row with its reasons in words, and the cells as they were. */
export function issuesCsv(rejected: readonly Rejected[], tables: Tables, words: Words): string {
  const columns = [...new Set(Object.values(tables).flatMap((table) => table.columns))].filter(Boolean);
  const beyond = Math.max(
    0,
    ...rejected.map(({ file, row }) => row.cells.length - columnsOf(tables, file).length),
  );
  const surplus = Array.from({ length: beyond }, (_, index) => `beyond the header ${index + 1}`);
  const rows = rejected.map(({ file, row, reasons }) => {
    const own = columnsOf(tables, file);
    const cell = (column: string) => row.cells[own.indexOf(column)] ?? "";
    return [
      ...[words.files[file], String(row.line), sayReasons(reasons, words)],
      ...columns.map(cell),
      ...surplus.map((_, index) => row.cells[own.length + index] ?? ""),
    ];
  });
  return writeTable(["issue.file", "issue.line", "issue.reasons", ...columns, ...surplus], rows);
}

export function sayReasons(reasons: Rejected["reasons"], words: Words): string {
  const sentences = reasons.map((reason) => sayReason(reason, words));
  return [...new Set(sentences)].join(words.separator);
}

function allReviews(careers: readonly Career[]): readonly (readonly [Career, Review])[] {
  return careers.flatMap((career) => career.reviews.map((review) => [career, review] as const));
}
