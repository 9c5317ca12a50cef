import { readRatio } from "../../kernel/number.js";
import { divide, type Rational, ZERO } from "../../kernel/rational.js";
import type { Checked } from "../../kernel/schema.js";
import { compileRateTable, type RateTable } from "../rate-table/compile.js";
import { type Count, countedQuantity, paidQuantity, type Quantity } from "../rate-table/terms.js";
import type { commissionConfig } from "./fields.js";

export type CheckedCommission = Checked<typeof commissionConfig>;

/** A condition on a credit that chooses its table. */
export type Condition = NonNullable<NonNullable<CheckedCommission["tables"]>[number]["when"]>[number];

/** One rate table of a plan; the only one has no id. */
export interface PlanTable {
  readonly id?: string;
  readonly when: readonly Condition[];
  readonly rates: RateTable;
}

/**
 * How a table turns credits into pay.
 *
 * - `direct`: what is counted is itself paid on, so that the count says all
 * - `reached`: the rate that the count reaches, times what is paid on
 * - `spread`: each credit's slices of the count in turn, what is paid on spread evenly over them, or all of the credit at the rate that the count reaches with it
 */
export type Kind = "direct" | "reached" | "spread";

/** A commission plan that has been compiled. */
export interface CommissionPlan {
  readonly config: CheckedCommission;
  readonly tables: readonly PlanTable[];
  readonly kind: Kind;
  /** Whether the tables count all credits together. */
  readonly shared: boolean;
  readonly counts: Count;
  /** The quantity that is counted; of a ratio, what is divided by the quota, or what the margin is divided by. */
  readonly counted: Quantity;
  readonly paidOn: Quantity;
  /** What has to be reached before anything is paid. */
  readonly threshold?: {
    readonly counts: Count;
    readonly counted: Quantity;
    readonly from: Rational;
    readonly all: boolean;
  };
}

export function compilePlan(config: CheckedCommission): CommissionPlan {
  const { counts, quotaIn, method, tables, brackets = [], totals } = config;
  const threshold = readThreshold(config);
  const above = threshold === undefined || threshold.all ? ZERO : threshold.from;
  const written = tables ?? [{ brackets }];
  const counted = countedQuantity(counts, quotaIn);
  const paidOn = paidQuantity(config);
  const shared = written.length > 1 && totals === "shared";
  const amountsOnly = written.every((table) => table.brackets.every(({ pays }) => pays !== undefined));
  const isDirect =
    method !== "each" && !shared && counts !== "margin-percent" && (paidOn === counted || amountsOnly);
  return {
    config,
    kind: isDirect ? "direct" : method === "whole" ? "reached" : "spread",
    shared,
    counts,
    counted,
    paidOn,
    tables: written.map((table) => ({
      ...("id" in table ? { id: table.id } : {}),
      when: ("when" in table ? table.when : undefined) ?? [],
      rates: compileRateTable(table.brackets, config, above),
    })),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

function readThreshold({ threshold, counts, quotaIn }: CheckedCommission): CommissionPlan["threshold"] {
  if (threshold === undefined) return undefined;
  const { counts: named = counts, from, pays } = threshold;
  return {
    counts: named,
    counted: countedQuantity(named, quotaIn),
    from: readRatio(from),
    all: pays === "all",
  };
}

/** The sums of quantities over credits. */
export type Quantities = Readonly<Record<Quantity, Rational>>;

/** What a count comes to. A margin of no amount counts as zero percent. */
export function countOf(counts: Count, counted: Quantity, sums: Quantities, quota: Rational): Rational {
  if (counts === "attainment") return divide(sums[counted], quota);
  if (counts === "margin-percent") return sums.amount.n === 0n ? ZERO : divide(sums.margin, sums.amount);
  return sums[counted];
}

/** Whether the rates of lines are shares of money: neither what is paid on nor what amounts are paid for is a number of units. */
export function paysShares({ paidOn, counted, kind }: CommissionPlan): boolean {
  return paidOn !== "units" && (kind !== "direct" || counted !== "units");
}

/** Whether a plan divides anything by a quota. */
export function asksForQuota({ counts, threshold }: CommissionPlan): boolean {
  return counts === "attainment" || threshold?.counts === "attainment";
}

/** The quantities that a credit has to have. */
export function quantitiesOf({
  config,
  counts,
  counted,
  paidOn,
  threshold,
  tables,
}: CommissionPlan): ReadonlySet<Quantity> {
  const ofCount = (count: Count | undefined): readonly Quantity[] =>
    count === "margin-percent" ? ["amount", "margin"] : [];
  const limited = config.perDeal?.credited?.quantity;
  const asked = tables.flatMap(({ when }) => when.flatMap((one) => ("deal" in one ? [one.deal] : [])));
  return new Set([
    counted,
    paidOn,
    ...ofCount(counts),
    ...(threshold === undefined ? [] : [threshold.counted, ...ofCount(threshold.counts)]),
    ...(limited === undefined ? [] : [limited]),
    ...asked.flatMap((one) => (one === "margin-percent" ? ofCount(one) : [one])),
  ]);
}
