import type { CommissionPlan, Condition, Quantities } from "../../incentives/commission/plan.js";
import { QUANTITIES, type Quantity } from "../../incentives/rate-table/terms.js";
import { readRatio } from "../../kernel/number.js";
import { rational, ZERO } from "../../kernel/rational.js";
import type { RecordsColumn } from "../columns/columns.js";
import { valuesOf } from "../columns/rows.js";
import { ceilingDivide, EXACT, floorDivide } from "../forms/forms.js";
import type { Items } from "../lists/items.js";
import type { CreditBlock, CreditBlocks } from "./blocks.js";
import { fieldOf } from "./records.js";

type SizeCondition = Extract<Condition, { readonly deal: string }>;

/** Which deals are alike for the conditions of a plan: those of one class fit the same. */
export interface DealSizes {
  /** How many classes there are; undefined where each deal is one of its own. */
  readonly classes: number | undefined;
  /** The class of a deal, of whole numbers of each quantity. */
  classOf(sums: DealSums, deal: number): number;
  /** The quantities of a deal. */
  quantitiesOf(sums: DealSums, deal: number): Quantities;
}

/** Whole numbers of each quantity by deal, as far as the plan asks for them. */
export type DealSums = ReadonlyMap<Quantity, readonly number[]>;

/** The classes of a plan's deals; undefined where it does not ask how large deals are. */
export function dealSizes(
  { tables }: CommissionPlan,
  quantities: CreditBlocks["quantities"],
): DealSizes | undefined {
  const conditions = tables.flatMap(({ when }) => when.flatMap((one) => ("deal" in one ? [one] : [])));
  if (conditions.length === 0) return undefined;
  const limits = QUANTITIES.map((quantity) => {
    const own = conditions.filter(({ deal }) => deal === quantity);
    return { quantity, edges: edgesOf(own, quantities.get(quantity)?.den ?? 1n) };
  }).filter(({ edges }) => edges.length > 0);
  const isRatio = conditions.some(({ deal }) => deal === "margin-percent");
  return {
    classes: isRatio ? undefined : limits.reduce((all, { edges }) => all * (edges.length + 1), 1),
    classOf: (sums, deal) =>
      limits.reduce((all, { quantity, edges }) => {
        const size = Math.abs(sums.get(quantity)?.[deal] ?? 0);
        return all * (edges.length + 1) + countUpTo(edges, size);
      }, 0),
    quantitiesOf: (sums, deal) => {
      const of = (quantity: Quantity) => {
        const whole = sums.get(quantity)?.[deal];
        return whole === undefined ? ZERO : rational(BigInt(whole), quantities.get(quantity)?.den);
      };
      return { amount: of("amount"), units: of("units"), margin: of("margin") };
    },
  };
}

/** The whole sizes at which some limit begins or ends to hold. */
function edgesOf(conditions: readonly SizeCondition[], den: bigint): readonly number[] {
  const limits = conditions.flatMap(({ atLeast, atMost }) => [atLeast, atMost]);
  const edges = limits.flatMap((limit) => {
    if (limit === undefined) return [];
    const { n, d } = readRatio(limit);
    return [ceilingDivide(n * den, d), floorDivide(n * den, d) + 1n];
  });
  return [...new Set(edges)].filter((edge) => edge <= EXACT).map(Number);
}

function countUpTo(edges: readonly number[], size: number): number {
  let count = 0;
  for (const edge of edges) if (edge <= size) count += 1;
  return count;
}

/** The deals of a row: the number of that of each credit, and their sums. */
export interface Deals {
  readonly dealAt: readonly number[];
  readonly sums: DealSums;
}

/** Reads the deals of one row after another: all credits of an order, or a credit without one. What was read before is overwritten. */
export function dealReader(
  records: RecordsColumn,
  quantities: readonly Quantity[],
): (block: CreditBlock, row: number) => Deals {
  const orderAt = valuesOf(fieldOf(records, "order").values);
  const places = new Map<unknown, number>();
  const dealAt: number[] = [];
  const sums = new Map(quantities.map((quantity) => [quantity, [] as number[]] as const));
  return ({ first, starts, items }, row) => {
    const [from, to] = [starts[row] as number, starts[row + 1] as number];
    let deals = 0;
    places.clear();
    for (let at = from; at < to; at += 1) {
      const order = orderAt(first + at) ?? undefined;
      const known = order === undefined ? undefined : places.get(order);
      const deal = known ?? deals;
      if (known === undefined) deals += 1;
      if (order !== undefined) places.set(order, deal);
      dealAt[at - from] = deal;
    }
    for (const [quantity, own] of sums) {
      const { n } = items.get(quantity) as Items;
      own.fill(0, 0, deals);
      for (let deal = own.length; deal < deals; deal += 1) own.push(0);
      for (let at = from; at < to; at += 1) {
        const deal = dealAt[at - from] as number;
        own[deal] = (own[deal] as number) + (n[at] as number);
      }
    }
    return { dealAt, sums };
  };
}
