import * as z from "zod/mini";
import {
  type BonusPoolConfig,
  type BonusPoolTotals,
  bonusPoolTotals,
  checkPool,
  fitToPool,
} from "../../incentives/bonus/bonus-pool.js";
import type { CheckedPoolPlan } from "../../incentives/bonus/pool-claims.js";
import { bonusPoolConfig } from "../../incentives/bonus/pool-fields.js";
import { checkEligibility } from "../../incentives/eligibility-conditions.js";
import { type CalculatorFactory, defineFactory, withSafe } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import type { Issue } from "../../kernel/errors.js";
import { inputNumber, key, period } from "../../kernel/fields.js";
import { type NumberInput, readNumber } from "../../kernel/number.js";
import { multiply, type Rational, rational } from "../../kernel/rational.js";
import { lazySchema, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { InputColumn } from "../columns/columns.js";
import type { DecimalColumn, LabelColumn } from "../columns/result-columns.js";
import { rowsWhere } from "../columns/rows-where.js";
import { unitsOf } from "../forms/forms.js";
import { checkHonours, LISTS_OF_MEMBERS } from "../input/without-columns.js";
import type { RowIssues } from "../outcome/result.js";
import { type BonusClaims, readBonusClaims } from "./bonus-claims.js";
import { checkNamed, openInput } from "./input.js";
import { MOST_WEIGHT } from "./level.js";
import { readMembers } from "./members.js";
import {
  type GroupIssues,
  type GroupPaths,
  issuesOf,
  pathsOf,
  type RowProblems,
  rowIssues,
} from "./problems.js";
import { roundFractions } from "./round-fractions.js";
import type { GroupRows } from "./rows-by-group.js";
import { emptyParts, type Output } from "./share-group.js";
import { roundWholes } from "./share-wholes.js";
import { countTogether } from "./wholes.js";

const restSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    groups: list(z.strictObject({ group: z.optional(key()), pool: inputNumber({ least: 0 }) }), 1),
  }),
);

/** The period, the pools, and the people of all groups as columns. */
export interface BatchBonusPoolInput {
  readonly period: string;
  /** The pool of each group; one without a name where there is no column `group`. */
  readonly groups: readonly { readonly group?: string; readonly pool: NumberInput }[];
  /** By name: `id`, `group`, `target`, `multiplier`, and what conditions and proration look at: `tier`, `attributes.role`, `facts.hours`, `certificates.license`, `at.performance`, `employment.from` and `employment.to`. */
  readonly columns: { readonly [name: string]: InputColumn };
}

/** One pool after it has been paid: that of `bonusPool`, without its lines. */
export interface BonusPoolGroup extends BonusPoolTotals {
  readonly group?: string;
  /** How many rows have a bonus of it, be it 0. */
  readonly rows: number;
}

/** The bonus of every row. */
export interface BatchBonusPool {
  readonly kind: "batch-bonus-pool";
  readonly rows: number;
  /** In units of the currency. */
  readonly parts: DecimalColumn;
  /** Why a row is not eligible, so that its bonus is 0: the first reason that `bonusPool` gives. */
  readonly excluded: LabelColumn;
  /** Those that have been paid, by name. */
  readonly groups: readonly BonusPoolGroup[];
  readonly paths: GroupPaths;
  /** By row, in their order: what is wrong with those that have no bonus. */
  readonly issues: readonly RowIssues[];
  /** What is wrong with groups whose pool has not been paid. */
  readonly groupIssues: readonly GroupIssues[];
}

/**
 * Bonuses that pools fund, of many people at once, group by group, each as `bonusPool` pays them (M10): the same amounts to the cent, ties by id, whatever the order of the rows.
 *
 * A row that something is wrong with has an issue and no bonus, and claims nothing: the others are paid as if it were not there. A group of which nothing says the pool, or whose pool is finer than the currency, is
 * among `groupIssues`. Absences and honours are lists, and have no columns.
 *
 * Errors of the config: those of `bonusPool`, and a condition on honours (`not-over-columns`). Errors of the input: those of `batchTeamPools`.
 *
 * @example
 * ```ts
 * import { batchBonusPool } from "tierwise/batch";
 *
 * const pay = batchBonusPool({ currency: "USD" });
 * const { parts, groups } = pay({
 *   period: "2026",
 *   groups: [{ group: "north", pool: 10_000 }, { group: "south", pool: 5000 }],
 *   columns: {
 *     id: ["ann", "ben", "cho", "dan"],
 *     group: ["north", "north", "north", "south"],
 *     target: Int32Array.of(5000, 4000, 3000, 4000),
 *     multiplier: ["1.2", null, "0.5", 1],
 *   },
 * });
 * Array.from(parts.units); // => [521739, 347826, 130435, 400000]
 * groups.map(({ group, claimed, left }) => [group, claimed, left]); // => [["north", "11500", "0"], ["south", "4000", "1000"]]
 * ```
 */
export const batchBonusPool: CalculatorFactory<BonusPoolConfig, BatchBonusPoolInput, BatchBonusPool> =
  /* @__PURE__ */ defineFactory({
    title: "batchBonusPool",
    config: bonusPoolConfig,
    check({ eligibility }, report) {
      checkEligibility(eligibility, ["eligibility"], report);
      checkHonours(eligibility, report);
    },
    compile: (config) => withSafe((input) => payAll(config, input)),
  });

const NAMES = {
  names: ["id", "group", "target", "multiplier", "tier", "employment.from", "employment.to"],
  records: ["attributes", "facts", "certificates", "at"],
  without: LISTS_OF_MEMBERS,
};

function payAll(config: CheckedPoolPlan, input: BatchBonusPoolInput): BatchBonusPool {
  const { columns, rest, rows } = openInput<Omit<BatchBonusPoolInput, "columns">>(
    "batchBonusPool",
    input,
    restSchema(),
    NAMES,
    ({ groups }, given, report) => checkNamed(groups, "group", given, "groups", report),
  );
  const problems: RowProblems = new Map();
  const pools = new Map(rest.groups.map((one, index) => [one.group, { ...one, index }] as const));
  const { groups, order } = readMembers(columns, rows, "group", [...pools.keys()], problems);
  const claims = readBonusClaims(config, rest.period, columns, rows, problems);
  const parts = emptyParts(rows, currencyDecimals(config.currency));
  const paying = { claims, order, parts, problems };
  const made = groups.map((group) => ({
    name: group.name === undefined ? {} : { group: group.name },
    outcome: payGroup(config, group, pools.get(group.name), paying),
  }));
  const paid = made.flatMap(({ name, outcome }) => ("issues" in outcome ? [] : [{ ...name, ...outcome }]));
  return {
    kind: "batch-bonus-pool",
    rows,
    parts: parts.parts,
    excluded: claims.excluded,
    groups: paid.map(({ path: _, ...group }) => group),
    paths: pathsOf(paid, rows),
    issues: rowIssues(problems),
    groupIssues: made.flatMap(({ name, outcome }) =>
      "issues" in outcome ? [{ ...name, issues: outcome.issues }] : [],
    ),
  };
}

interface Paying extends Output {
  readonly claims: BonusClaims;
}

type Paid = BonusPoolGroup & { readonly path: "columns" | "exact" };

function payGroup(
  config: CheckedPoolPlan,
  { name, rows: all }: GroupRows,
  given: { readonly pool: NumberInput; readonly index: number } | undefined,
  paying: Paying,
): Paid | { readonly issues: readonly Issue[] } {
  const { claims, parts, problems } = paying;
  if (given === undefined) {
    const message = `nothing says the pool of ${show(name)}`;
    return { issues: [{ path: ["groups"], code: "amount-missing", message, params: {} }] };
  }
  const issues = issuesOf((report) => checkPool(given.pool, currencyDecimals(config.currency), report));
  if (issues.length > 0)
    return { issues: issues.map((issue) => ({ ...issue, path: ["groups", given.index, ...issue.path] })) };
  const known = problems.size === 0 ? all : rowsWhere(all, (row) => !problems.has(row));
  const rows = rowsWhere(known, claims.claims);
  for (const row of known) parts.parts.units[row] = 0;
  const pool = readNumber(given.pool);
  const claimed = countTogether(rows, claims, (row) => claims.odd.get(row));
  const isWhole = payInWholes(config, pool, claimed, rows, paying);
  const written = isWhole ? rows.length : payExactly(config, pool, claimed, rows, paying);
  return {
    ...bonusPoolTotals(config, pool, claimed),
    rows: known.length - rows.length + written,
    path: isWhole ? "columns" : "exact",
  };
}

/** Pays claims x factor, which is a fraction of whole numbers; false where these are more than 53 bits hold. */
function payInWholes(
  config: CheckedPoolPlan,
  pool: Rational,
  claimed: Rational,
  rows: Int32Array,
  { claims, order, parts }: Paying,
): boolean {
  if (claims.odd.size > 0 && rows.some((row) => claims.odd.has(row))) return false;
  const { factor, units } = fitToPool(config, pool, claimed);
  const scale = 10n ** BigInt(currencyDecimals(config.currency));
  const each = multiply(factor, rational(scale, claims.den));
  const level = { amount: unitsOf(each.n), total: unitsOf(each.d) };
  const sum = unitsOf(units);
  if (!(sum >= 0 && level.amount >= 0 && level.total <= MOST_WEIGHT)) return false;
  roundWholes(sum, rows, claims.counts, level, parts.parts.units, order);
  return true;
}

/** The same in exact fractions; gives how many rows have a bonus that a column holds. */
function payExactly(
  config: CheckedPoolPlan,
  pool: Rational,
  claimed: Rational,
  rows: Int32Array,
  { claims, order, parts, problems }: Paying,
): number {
  const { factor, units } = fitToPool(config, pool, claimed);
  const each = multiply(factor, rational(10n ** BigInt(parts.parts.scale)));
  const ofCounts = multiply(each, rational(1n, claims.den));
  const bonusOf = (row: number): Rational => {
    const other = claims.odd.get(row);
    if (other !== undefined) return multiply(other, each);
    return { n: BigInt(claims.counts[row] as number) * ofCounts.n, d: ofCounts.d };
  };
  return roundFractions(units, rows, bonusOf, { units: parts.parts.units, order, problems });
}
