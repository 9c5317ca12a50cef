import * as z from "zod/mini";
import {
  type AllocationConfig,
  allocationConfig,
  amountInUnits,
  checkAllocation,
  unitDecimalsOf,
} from "../../kernel/allocation.js";
import type { BoundedShare } from "../../kernel/bounded-apportion.js";
import { type CalculatorFactory, defineFactory, withSafe } from "../../kernel/calculator.js";
import { type Decimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Issue } from "../../kernel/errors.js";
import { inputNumber, key } from "../../kernel/fields.js";
import type { NumberInput } from "../../kernel/number.js";
import type { Rational } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import { lazySchema, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { InputColumn } from "../columns/columns.js";
import type { DecimalColumn, LabelColumn } from "../columns/result-columns.js";
import { rowsWhere } from "../columns/rows-where.js";
import type { RowIssues } from "../outcome/result.js";
import { type AllocationShares, readAllocationShares } from "./allocation-shares.js";
import { checkNamed, openInput } from "./input.js";
import { readMembers } from "./members.js";
import { type GroupIssues, type GroupPaths, pathsOf, type RowProblems, rowIssues } from "./problems.js";
import type { GroupRows } from "./rows-by-group.js";
import { emptyParts, type GroupShares, type Output, type SharedGroup, shareGroup } from "./share-group.js";

const restSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({ groups: list(z.strictObject({ group: z.optional(key()), amount: inputNumber() }), 1) }),
);

/** The amounts to be shared, and the people of all groups as columns. */
export interface BatchAllocationInput {
  /** What each group shares; one without a name where there is no column `group`. */
  readonly groups: readonly { readonly group?: string; readonly amount: NumberInput }[];
  /** By name: `id`, `group`, `share`, and where parts have bounds `least.amount` or `least.share`, `most.amount` or `most.share`. */
  readonly columns: { readonly [name: string]: InputColumn };
}

/** One amount after it has been shared. */
export interface AllocatedGroup {
  readonly group?: string;
  readonly amount: Decimal;
  /** How many rows have a part of it. */
  readonly rows: number;
  /** What goes to nobody, as all have the most that they may. */
  readonly undistributed: Decimal;
}

/** The part of every row. */
export interface BatchAllocation {
  readonly kind: "batch-allocation";
  readonly rows: number;
  readonly parts: DecimalColumn;
  /** The bound that decided on a part, where one did. */
  readonly held: LabelColumn;
  /** Those that have been shared, by name. */
  readonly groups: readonly AllocatedGroup[];
  readonly paths: GroupPaths;
  /** By row, in their order: what is wrong with those that share nothing. */
  readonly issues: readonly RowIssues[];
  /** What is wrong with groups that have not been shared. */
  readonly groupIssues: readonly GroupIssues[];
}

/**
 * Shares amounts among many people at once, group by group, each as `allocation` does: the same parts to the last unit, ties by id, whatever the order of the rows.
 *
 * Rows of a group are those with its label in the column `group`; without that column all rows share one amount. An id may be in several groups, but once in each. Numbers are whole ones below 2^53 where those
 * of all rows of a group are (`paths.columns`); other groups are shared by the function of one group (`paths.exact`).
 *
 * A row that something is wrong with has no part and an issue, and the others share as if it were not there. Where an amount is too fine, all shares are zero, the least parts are more than the amount, nobody
 * is in a group or nothing says its amount, `groupIssues` says so, with the codes of `allocation`, and its rows have no parts.
 *
 * Errors of the input: a column that is none of these (`unknown-column`), columns of different lengths (`column-length`), a group twice (`duplicate-id`), a group without a name beside a column of
 * groups, or with one where there is none (`one-of`).
 *
 * @example
 * ```ts
 * import { batchAllocation } from "tierwise/batch";
 *
 * const share = batchAllocation({ currency: "USD" });
 * const { parts, groups, issues } = share({
 *   groups: [{ group: "north", amount: "8.00" }, { group: "south", amount: 100 }],
 *   columns: {
 *     id: ["ann", "ben", "cho", "dan", "eve"],
 *     group: { codes: Uint8Array.of(0, 0, 0, 1, 1), dictionary: ["north", "south"] },
 *     share: [1, 1, 1, "2.5", -1],
 *   },
 * });
 * Array.from(parts.units); // => [267, 267, 266, 10000, NaN]
 * groups[0]; // => { group: "north", amount: "8", rows: 3, undistributed: "0" }
 * issues.map(({ row, issues }) => [row, issues[0]?.code]); // => [[4, "out-of-range"]]
 * ```
 */
export const batchAllocation: CalculatorFactory<AllocationConfig, BatchAllocationInput, BatchAllocation> =
  /* @__PURE__ */ defineFactory({
    title: "batchAllocation",
    config: allocationConfig,
    check: checkAllocation,
    compile(config) {
      const decimals = unitDecimalsOf(config);
      return withSafe((input) => allocateAll(input, decimals));
    },
  });

const NAMES = {
  names: ["id", "group", "share", "least.amount", "least.share", "most.amount", "most.share"],
  records: [],
};

function allocateAll(input: BatchAllocationInput, decimals: number): BatchAllocation {
  const { columns, rest, rows } = openInput<Pick<BatchAllocationInput, "groups">>(
    "batchAllocation",
    input,
    restSchema(),
    NAMES,
    ({ groups }, given, report) => checkNamed(groups, "group", given, "groups", report),
  );
  const problems: RowProblems = new Map();
  const amounts = new Map(rest.groups.map((one, index) => [one.group, { ...one, index }] as const));
  const members = readMembers(columns, rows, "group", [...amounts.keys()], problems);
  const shares = readAllocationShares(columns, rows, members.idAt, decimals, problems);
  const parts = emptyParts(rows, decimals);
  const sharing = { shares, decimals, order: members.order, parts, problems };
  const made = members.groups.map((group) => ({
    name: group.name === undefined ? {} : { group: group.name },
    outcome: allocateGroup(group, amounts.get(group.name), sharing),
  }));
  const groups = made.flatMap(({ name, outcome }) => ("issues" in outcome ? [] : [{ ...name, ...outcome }]));
  return {
    kind: "batch-allocation",
    rows,
    ...parts,
    groups: groups.map(({ path: _, ...group }) => group),
    paths: pathsOf(groups, rows),
    issues: rowIssues(problems),
    groupIssues: made.flatMap(({ name, outcome }) =>
      "issues" in outcome ? [{ ...name, issues: outcome.issues }] : [],
    ),
  };
}

interface Sharing extends Output {
  readonly shares: AllocationShares;
  readonly decimals: number;
}

type Amount = BatchAllocationInput["groups"][number] & { readonly index: number };

type Allocated = Omit<AllocatedGroup, "group"> & Pick<SharedGroup, "path">;

/** Shares the amount of one group. */
function allocateGroup(
  { name, rows: all }: GroupRows,
  given: Amount | undefined,
  sharing: Sharing,
): Allocated | { readonly issues: readonly Issue[] } {
  const { shares, decimals, problems } = sharing;
  if (given === undefined) {
    const message = `nothing says the amount of ${show(name)}`;
    return { issues: [{ path: ["groups"], code: "amount-missing", message, params: {} }] };
  }
  const report = createReport("invalid-input", "batchAllocation");
  const path = ["groups", given.index];
  const amount = amountInUnits(given.amount, decimals, [...path, "amount"], report);
  if (report.count() > 0) return { issues: report.issues() };
  const known = problems.size === 0 ? all : rowsWhere(all, (row) => !problems.has(row));
  const rows = shares.soundRows(amount, known, problems);
  if (rows.length === 0)
    report.add(path, "too-small", name === undefined ? "there is nobody" : `nobody is in ${show(name)}`);
  else if (!shares.isAnyAboveZero(rows))
    report.add(path, "shares-zero", "expected at least one share above zero");
  if (report.count() > 0) return { issues: report.issues() };
  const shared = shareGroup(amount.n, rows, sharesOf(amount, rows, sharing), sharing);
  if (shared === undefined) {
    report.add(path, "minimums-over", "the least parts sum to more than the amount");
    return { issues: report.issues() };
  }
  return {
    amount: unitsToDecimal(amount.n, decimals),
    rows: shared.rows,
    undistributed: unitsToDecimal(shared.left, decimals),
    path: shared.path,
  };
}

function sharesOf(amount: Rational, rows: Int32Array, { shares, problems }: Sharing): GroupShares {
  return {
    wholes: () => shares.wholes(amount, rows),
    exact: (row) => shares.exact(row, amount, problems) as BoundedShare,
  };
}
