import type { Plan } from "../plan/plan.js";
import { type WriteBlock, writeNumbers } from "../plan/write.js";
import type { PayColumns } from "./columns.js";
import type { PaidLine } from "./part.js";
import { TOTAL } from "./pay-part.js";

/** Writes one block of a plan's lines of pay and of their sum into the columns of the result. */
export function payWriter(plan: Plan, lines: readonly PaidLine[], pay: PayColumns): WriteBlock {
  const columns = [
    ...lines.map(({ id, column }) => ({ from: column, column: pay.lines[id] ?? pay.total })),
    { from: TOTAL, column: pay.total },
  ];
  const writers = columns.map(({ from, column }) => writeNumbers(plan, from, column));
  const made = new Set(lines.map(({ id }) => id));
  const others = Object.keys(pay.lines).filter((id) => !made.has(id));
  return (from, count) => {
    for (const id of others) pay.lines[id]?.units.fill(Number.NaN, from, from + count);
    for (const write of writers) write(from, count);
  };
}
