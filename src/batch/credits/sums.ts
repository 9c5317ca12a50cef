import type { CommissionPlan } from "../../incentives/commission/plan.js";
import type { SumColumn } from "../../incentives/commission/sum-columns.js";
import { isTurned } from "../../incentives/commission/total.js";
import type { Quantity } from "../../incentives/rate-table/terms.js";
import type { RecordsColumn } from "../columns/columns.js";
import { BLOCK } from "../forms/forms.js";
import { sum, weightedSum } from "../lists/item-sums.js";
import type { Items } from "../lists/items.js";
import type { CreditSum } from "../sources/credits-input.js";
import type { Reading } from "../sources/sources.js";
import { type CreditBlock, openBlocks, type ReadQuantity } from "./blocks.js";
import { tableFinder } from "./tables.js";

/** The credits of a plan, ready to be summed up. */
export interface OpenCredits {
  /** Reads a block, if it is not the one that was read last. */
  read(from: number, rows: number): CreditBlock;
  /** What a sum is made of. */
  sumOf(of: CreditSum): WholeSum;
}

/** A sum over credits: its denominator, its bounds, and what it comes to in the rows of the block that was read. */
export interface WholeSum {
  readonly den: bigint;
  readonly least: bigint;
  readonly most: bigint;
  /** Writes the sums of all rows; those of rows that are set aside mean nothing. */
  write(out: Float64Array, block: CreditBlock): void;
}

/** Opens the credits of all rows; undefined where whole numbers do not hold them. */
export function openCredits(
  plan: CommissionPlan,
  records: RecordsColumn,
  reading: Pick<Reading, "rows" | "sizes">,
): OpenCredits | undefined {
  const blocks = openBlocks(plan, records, reading);
  const find = blocks && tableFinder(plan, records, blocks);
  if (blocks === undefined || find === undefined) return undefined;
  let last: CreditBlock | undefined;
  let tables: Int32Array = new Int32Array();
  const isOneTable = plan.tables.length === 1;
  const over = (quantity: Quantity, table: SumColumn["over"]): Write =>
    typeof table !== "number" || isOneTable ? sumOfAll(quantity) : sumOfTable(quantity, table, () => tables);
  return {
    read(from, rows) {
      if (last?.from === from && last.rows === rows) return last;
      last = blocks.read(from, rows);
      if (!isOneTable) tables = find(last);
      return last;
    },
    sumOf(of) {
      if (of === "number") return { den: 1n, least: 0n, most: blocks.longest, write: countCredits };
      const { den, bounds } = blocks.quantities.get(of.quantity) as ReadQuantity;
      const [least, most] = bounds;
      const write = over(of.quantity, of.over);
      if (!of.turned) return { den, least, most, write };
      const ends = [least, most, -least, -most];
      return {
        den,
        least: ends.reduce((a, b) => (a < b ? a : b)),
        most: ends.reduce((a, b) => (a > b ? a : b)),
        write: turnedSum(plan, write, over(plan.counted, of.over), over(plan.paidOn, of.over)),
      };
    },
  };
}

type Write = WholeSum["write"];

function countCredits(out: Float64Array, { starts, rows }: CreditBlock): void {
  for (let row = 0; row < rows; row += 1) out[row] = (starts[row + 1] as number) - (starts[row] as number);
}

function sumOfAll(quantity: Quantity): Write {
  return (out, { items, starts, rows }) => {
    const own = items.get(quantity) as Items;
    for (let row = 0; row < rows; row += 1)
      out[row] = sum(own, starts[row] as number, starts[row + 1] as number);
  };
}

/** The credits of other tables have no weight. */
function sumOfTable(quantity: Quantity, table: number, tables: () => Int32Array): Write {
  let weights = new Float64Array();
  return (out, { items, starts, rows }) => {
    const { n } = items.get(quantity) as Items;
    const [total, found] = [starts[rows] as number, tables()];
    if (weights.length < total) weights = new Float64Array(2 * total);
    for (let at = 0; at < total; at += 1) weights[at] = found[at] === table ? 1 : 0;
    for (let row = 0; row < rows; row += 1)
      out[row] = weightedSum({ n, weights, starts }, starts[row] as number, starts[row + 1] as number);
  };
}

/** A sum that is turned round where more comes back than is sold. */
function turnedSum(plan: CommissionPlan, write: Write, counted: Write, paidOn: Write): Write {
  const [counts, pays] = [new Float64Array(BLOCK), new Float64Array(BLOCK)];
  return (out, block) => {
    write(out, block);
    counted(counts, block);
    paidOn(pays, block);
    for (let row = 0; row < block.rows; row += 1)
      if (isTurned(plan, (counts[row] as number) < 0, (pays[row] as number) > 0))
        out[row] = 0 - (out[row] as number);
  };
}
