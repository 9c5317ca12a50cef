import type { Plan } from "../plan/plan.js";
import { type WriteBlock, writeNumbers } from "../plan/write.js";
import type { PayColumns } from "./columns.js";
import type { PaidLine } from "./part.js";
import { TOTAL } from "./pay-part.js";

/** Writes one block of a plan's lines of pay and of their sum into the columns of the result. */
export function payWriters(plan: Plan, lines: readonly PaidLine[], pay: PayColumns): readonly WriteBlock[] {
  const columns = [
    ...lines.map(({ id, column }) => ({ from: column, column: pay.lines[id] ?? pay.total })),
    { from: TOTAL, column: pay.total },
  ];
  const made = new Set(lines.map(({ id }) => id));
  const others = Object.entries(pay.lines).filter(([id]) => !made.has(id));
  return [
    ...others.map(([, { units }]) => writeNothing.bind(undefined, units)),
    ...columns.flatMap(({ from, column }) => writeNumbers(plan, from, column)),
  ];
}

function writeNothing(units: Float64Array, from: number, count: number): void {
  units.fill(Number.NaN, from, from + count);
}
