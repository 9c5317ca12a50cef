import { type Batch, type BatchRow, batchRows } from "tierwise/batch";
import { columnOf, type Data } from "../data.js";
import { ATTAINMENTS, PERIOD, POINTS, policy, RATINGS, TIERS } from "../policy.js";

const review = batchRows(policy);

/** The people as objects. */
export function objectsOf(data: Data): readonly BatchRow[] {
  const plain = [...RATINGS, ...POINTS].map((id) => [id, columnOf(data, `evidence.${id}`)] as const);
  const attained = ATTAINMENTS.map(
    (id) => [id, columnOf(data, `evidence.${id}.actual`), columnOf(data, `evidence.${id}.target`)] as const,
  );
  return Array.from({ length: data.rows }, (_, row) => {
    const evidence: Record<string, BatchRow["evidence"][string]> = {};
    for (const [id, column] of plain) evidence[id] = column[row] as number;
    for (const [id, actual, target] of attained)
      evidence[id] = { actual: actual[row] as number, target: target[row] as number };
    return { tier: TIERS[data.tiers[row] as number] as string, evidence };
  });
}

/** Objects in, columns out. */
export function tierwiseRows(rows: readonly BatchRow[]): Batch {
  return review({ period: PERIOD, pay: true, rows });
}

/** Every number of the objects put into columns by hand, and nothing else: what reading them costs. */
export function readObjects(rows: readonly BatchRow[]): readonly Float64Array[] {
  const column = () => new Float64Array(rows.length);
  const plain = [...RATINGS, ...POINTS].map((id) => ({ id, to: column() }));
  const attained = ATTAINMENTS.map((id) => ({ id, actual: column(), target: column() }));
  for (let row = 0; row < rows.length; row += 1) {
    const { evidence } = rows[row] as BatchRow;
    for (const { id, to } of plain) to[row] = evidence[id] as number;
    for (const { id, actual, target } of attained) {
      const own = evidence[id] as { readonly actual: number; readonly target: number };
      actual[row] = own.actual;
      target[row] = own.target;
    }
  }
  return [...plain.map(({ to }) => to), ...attained.flatMap(({ actual, target }) => [actual, target])];
}
