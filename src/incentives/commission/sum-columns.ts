import type { Count, Quantity } from "../rate-table/terms.js";
import type { CommissionPlan } from "./plan.js";
import { column } from "./program.js";

/** A column of a commission's program that is a sum over credits. */
export interface SumColumn {
  readonly column: string;
  readonly quantity: Quantity;
  /** Whose credits: those of a table, by its position; all that are counted together; or all of the input, which a threshold looks at. */
  readonly over: number | "together" | "input";
  /** Whether the sum is turned round where more comes back than is sold; the program itself turns others. */
  readonly turned: boolean;
}

/** The columns of what the tables count and pay on, and of what a threshold looks at. What credits earn in turn is no sum of theirs. */
export function sumColumns(plan: CommissionPlan, name?: string): readonly SumColumn[] {
  const together = plan.shared && plan.kind === "reached" ? countColumns(plan, "together", column(name)) : [];
  const own = plan.tables.flatMap((table, position): readonly SumColumn[] => {
    const at = column(name, table.id);
    if (plan.kind === "spread") return [];
    if (plan.kind === "direct") return countColumns(plan, position, at);
    const paidOn = { column: column(at, "paid-on"), quantity: plan.paidOn, over: position, turned: false };
    return [...(plan.shared ? [] : countColumns(plan, position, at)), paidOn];
  });
  return [...together, ...own, ...thresholdColumns(plan, name)];
}

/** What is counted: with its sign where the program itself turns returns round. */
function countColumns(plan: CommissionPlan, over: SumColumn["over"], at: string): readonly SumColumn[] {
  const turned = plan.kind !== "direct";
  return quantitiesOf(plan.counts, plan.counted, "").map(([what, quantity]) => ({
    column: column(at, what),
    quantity,
    over,
    turned,
  }));
}

function thresholdColumns({ threshold }: CommissionPlan, name: string | undefined): readonly SumColumn[] {
  if (threshold?.all !== true) return [];
  return quantitiesOf(threshold.counts, threshold.counted, "threshold-").map(([what, quantity]) => ({
    column: column(name, what),
    quantity,
    over: "input",
    turned: false,
  }));
}

/** What a count is made of, by the name of its column. */
function quantitiesOf(
  counts: Count,
  counted: Quantity,
  before: string,
): readonly (readonly [string, Quantity])[] {
  if (counts !== "margin-percent") return [[`${before}counted`, counted]];
  return [
    [`${before}margin`, "margin"],
    [`${before}amount-of-margin`, "amount"],
  ];
}
