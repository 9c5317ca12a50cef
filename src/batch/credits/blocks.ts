import { type CommissionPlan, quantitiesOf } from "../../incentives/commission/plan.js";
import type { Quantity } from "../../incentives/rate-table/terms.js";
import type { RecordsColumn } from "../columns/columns.js";
import { isValid } from "../columns/kinds.js";
import { BLOCK, fits } from "../forms/forms.js";
import { itemSource } from "../lists/item-sources.js";
import { type Items, itemReader, type ReadItems } from "../lists/items.js";
import { listedOf } from "../lists/listed.js";
import { longestOf } from "../lists/reduced.js";
import { type ItemBounds, wholeReducer } from "../lists/whole-reducers.js";
import type { Reading } from "../sources/sources.js";
import { fieldOf } from "./records.js";

/** The credits of a block of rows. */
export interface CreditBlock {
  readonly from: number;
  readonly rows: number;
  /** Where the first credit stands in the columns, and where the credits of each row begin after it. */
  readonly first: number;
  readonly starts: Int32Array;
  /** The whole numbers of the quantities that the plan asks for. */
  readonly items: ReadonlyMap<Quantity, Items>;
  /** Rows with a credit that lacks a number, or has one that whole numbers do not hold. */
  readonly aside: Uint8Array;
  /** Whether a row has credits, or an empty list of them, and is not set aside. */
  isRead(row: number): boolean;
}

/** Credits as whole numbers. */
export interface CreditBlocks {
  /** Reads a block of rows; what was read before is overwritten. */
  read(from: number, rows: number): CreditBlock;
  readonly quantities: ReadonlyMap<Quantity, ReadQuantity>;
  /** How many credits a row has at most. */
  readonly longest: bigint;
}

/** A quantity of credits: its denominator, and the bounds of its sums over some of the credits of a row. */
export interface ReadQuantity {
  readonly den: bigint;
  readonly bounds: readonly [bigint, bigint];
  readonly read: ReadItems;
}

const SUM = /* @__PURE__ */ wholeReducer({ kind: "sum" });

/** Opens the credits of all rows; undefined where no whole numbers fit most of them, or their sums. */
export function openBlocks(
  plan: CommissionPlan,
  records: RecordsColumn,
  reading: Pick<Reading, "rows" | "sizes">,
): CreditBlocks | undefined {
  const quantities = new Map<Quantity, ReadQuantity>();
  for (const quantity of quantitiesOf(plan)) {
    const made = openQuantity(quantity, records, reading);
    if (made === undefined) return undefined;
    quantities.set(quantity, made);
  }
  const { offsets, valid } = records;
  const aside = new Uint8Array(BLOCK);
  return {
    quantities,
    longest: longestOf({ offsets }, reading.rows),
    read(from, rows) {
      aside.fill(0);
      const items = new Map(
        [...quantities].map(([quantity, { read }]) => [quantity, read(from, aside, rows)]),
      );
      const { starts } = items.get(plan.counted) as Items;
      const isRead = (row: number) => aside[row] === 0 && isValid(valid, from + row);
      return { from, rows, first: offsets[from] as number, starts, items, aside, isRead };
    },
  };
}

function openQuantity(
  quantity: Quantity,
  records: RecordsColumn,
  { rows, sizes }: Pick<Reading, "rows" | "sizes">,
): ReadQuantity | undefined {
  const listed = listedOf(fieldOf(records, quantity), rows, {});
  const made = listed && itemSource(listed.values, { sizes, count: listed.count, missing: "set-aside" });
  if (listed === undefined || made === undefined) return undefined;
  const { den, source } = made;
  const bounds: ItemBounds = {
    least: source.least < 0n ? source.least : 0n,
    most: source.most > 0n ? source.most : 0n,
    weight: 1n,
    count: longestOf(listed, rows),
  };
  if (!fits(SUM.size(bounds))) return undefined;
  const weights = { one: 1, mayLack: true };
  return {
    den,
    bounds: SUM.bounds(bounds),
    read: itemReader(listed, { values: source, weights, leavesOut: false }),
  };
}
