import { evaluate, pieceAt } from "../../kernel/piecewise.js";
import {
  add,
  divide,
  greater,
  lesser,
  multiply,
  negate,
  ONE,
  type Rational,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import { slicesBetween } from "../rate-table/slices.js";
import type { Credit } from "./deals.js";
import { type CommissionPlan, countOf } from "./plan.js";
import { ownSum, type TableTotal } from "./total.js";

/** A part of a commission before rounding. */
export interface ExactPart {
  readonly of?: string;
  /** The positions of its table and bracket, by which parts of earlier credits are matched with those of all. */
  readonly place: readonly [table: number, bracket: number];
  readonly basis: Rational;
  readonly exact: Rational;
}

/** What one table earns, slice by slice, or as one where all is paid at one rate. */
export function tableParts(plan: CommissionPlan, one: TableTotal, quota: Rational): readonly ExactPart[] {
  if (plan.kind === "spread") return spreadParts(plan, one, quota);
  if (plan.config.method === "marginal") return sliceParts(plan, one, quota);
  return [wholePart(plan, one, quota)];
}

/** The slices of what is counted and paid on. */
function sliceParts(
  plan: CommissionPlan,
  { table, position, total }: TableTotal,
  quota: Rational,
): readonly ExactPart[] {
  const scale = plan.counts === "attainment" ? quota : ONE;
  const slices = slicesBetween(table.rates, ZERO, total.count);
  return slices.map(({ bracket, width, byRates, byAmounts }) => ({
    ...named(table.id),
    place: [position, bracket],
    basis: multiply(total.sign, multiply(scale, width)),
    exact: multiply(total.sign, add(multiply(scale, byRates), byAmounts)),
  }));
}

/** All at the rate that is reached. Under a threshold of which only the excess is paid on, the basis is that. */
function wholePart(plan: CommissionPlan, one: TableTotal, quota: Rational): ExactPart {
  const { table, position, total } = one;
  const part = (basis: Rational, exact: Rational): ExactPart => ({
    ...named(table.id),
    place: [position, 0],
    basis,
    exact,
  });
  if (plan.kind === "reached") {
    const rate = evaluate(table.rates.rate, total.count) ?? ZERO;
    const paidOn = ownSum(one, plan.paidOn);
    return part(paidOn, multiply(rate, paidOn));
  }
  const scale = plan.counts === "attainment" ? quota : ONE;
  const { earns, pays, above } = table.rates;
  const at = (made: typeof earns) => (total.count.n === 0n ? ZERO : (evaluate(made, total.count) ?? ZERO));
  const exact = add(multiply(scale, at(earns)), pays === undefined ? ZERO : at(pays));
  const excess = multiply(scale, greater(ZERO, subtract(total.count, above)));
  return part(multiply(total.sign, excess), multiply(total.sign, exact));
}

/** Each credit's slices of the running count in turn; what is paid on is spread evenly over them. */
function spreadParts(
  plan: CommissionPlan,
  { table, position, total }: TableTotal,
  quota: Rational,
): readonly ExactPart[] {
  const found = new Map<number, ExactPart>();
  const note = (bracket: number, basis: Rational, exact: Rational) => {
    const before = found.get(bracket);
    found.set(bracket, {
      ...named(table.id),
      place: [position, bracket],
      basis: add(before?.basis ?? ZERO, multiply(total.sign, basis)),
      exact: add(before?.exact ?? ZERO, multiply(total.sign, exact)),
    });
  };
  for (const { credit, low, high } of runsOf(plan, total.credits, quota)) {
    if (credit.table !== position) continue;
    const paidOn = credit.quantities[plan.paidOn];
    const width = subtract(high, low);
    if (width.n === 0n || plan.config.method === "each") {
      const bracket = pieceAt(table.rates.rate, high) - 1;
      if (bracket >= 0) note(bracket, paidOn, multiply(paidOn, evaluate(table.rates.rate, high) ?? ZERO));
      continue;
    }
    const each = divide(paidOn, width);
    for (const slice of slicesBetween(table.rates, low, high))
      note(slice.bracket, multiply(each, slice.width), multiply(each, slice.byRates));
  }
  return [...found.values()].filter(isSomething);
}

interface Run {
  readonly credit: Credit;
  readonly low: Rational;
  readonly high: Rational;
}

/** From where to where each credit takes the running count. */
export function runsOf(plan: CommissionPlan, credits: readonly Credit[], quota: Rational): readonly Run[] {
  let count = ZERO;
  return credits.map((credit) => {
    const start = count;
    count = add(count, countOf(plan.counts, plan.counted, credit.quantities, quota));
    return { credit, low: lesser(start, count), high: greater(start, count) };
  });
}

/** The later parts less the earlier ones, bracket by bracket. */
export function differenceOf(
  later: readonly ExactPart[],
  earlier: readonly ExactPart[],
): readonly ExactPart[] {
  const left = [...earlier];
  const changed = later.map((part) => {
    const index = left.findIndex(({ place }) => comparePlaces(place, part.place) === 0);
    const [less] = index < 0 ? [] : left.splice(index, 1);
    if (less === undefined) return part;
    return { ...part, basis: subtract(part.basis, less.basis), exact: subtract(part.exact, less.exact) };
  });
  return [...changed, ...left.map(negated)]
    .filter(isSomething)
    .sort((a, b) => comparePlaces(a.place, b.place));
}

/** What takes a part away again. */
export function negated(part: ExactPart): ExactPart {
  return { ...part, basis: negate(part.basis), exact: negate(part.exact) };
}

function comparePlaces(
  [table, bracket]: ExactPart["place"],
  [otherTable, otherBracket]: ExactPart["place"],
): number {
  return table - otherTable || bracket - otherBracket;
}

function isSomething({ basis, exact }: ExactPart): boolean {
  return basis.n !== 0n || exact.n !== 0n;
}

function named(of: string | undefined): { readonly of?: string } {
  return of === undefined ? {} : { of };
}
