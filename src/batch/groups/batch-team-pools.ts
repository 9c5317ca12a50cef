import * as z from "zod/mini";
import { compilePool, type PoolAmount } from "../../incentives/team-pool/pool.js";
import {
  type CheckedTeamPool,
  checkTeamPool,
  type TeamPoolConfig,
  teamPoolConfig,
} from "../../incentives/team-pool/rules.js";
import { shareWithin } from "../../incentives/team-pool/share.js";
import { poolTotals, type TeamPool } from "../../incentives/team-pool/team-pool.js";
import { type CalculatorFactory, defineFactory, withSafe } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, lossless } from "../../kernel/decimal.js";
import type { Issue } from "../../kernel/errors.js";
import { inputNumber, key, period } from "../../kernel/fields.js";
import type { NumberInput } from "../../kernel/number.js";
import { createReport, type Report } from "../../kernel/report.js";
import { lazySchema, list } from "../../kernel/schema.js";
import type { InputColumn } from "../columns/columns.js";
import type { DecimalColumn, LabelColumn } from "../columns/result-columns.js";
import { rowsWhere } from "../columns/rows-where.js";
import { checkHonours, LISTS_OF_MEMBERS } from "../input/without-columns.js";
import type { RowIssues } from "../outcome/result.js";
import { checkNamed, openInput } from "./input.js";
import { readMembers } from "./members.js";
import { type PoolMembers, readPoolMembers } from "./pool-members.js";
import { compilePoolShares, type PoolShares } from "./pool-shares.js";
import { type GroupPaths, pathsOf, type RowProblems, rowIssues } from "./problems.js";
import type { GroupRows } from "./rows-by-group.js";
import { emptyParts, type Output, type SharedGroup, shareGroup, writeExact } from "./share-group.js";
import { countTogether } from "./wholes.js";

const restSchema = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    period: period(),
    teams: z._default(
      list(
        z.strictObject({
          team: z.optional(key()),
          figures: z._default(z.record(z.string(), inputNumber()), {}),
          score: z.optional(inputNumber()),
        }),
      ),
      [],
    ),
  }),
);

/** The period, what funds the pool of each team, and the members of all teams as columns. */
export interface BatchTeamPoolsInput {
  readonly period: string;
  /** The figures and the score of each team, where the pool depends on them; one without a name where there is no column `team`. */
  readonly teams?: readonly {
    readonly team?: string;
    readonly figures?: { readonly [name: string]: NumberInput };
    readonly score?: NumberInput;
  }[];
  /** By name: `id`, `team`, and what `teamPool` takes of members: `tier`, `attributes.role`, `facts.hours`, `certificates.license`, `at.performance`, `employment.from` and `employment.to`. */
  readonly columns: { readonly [name: string]: InputColumn };
}

/** The pool of one team after it has been shared: that of `teamPool`, without its members. */
export interface BatchTeam extends Omit<TeamPool, "kind" | "members" | "excluded"> {
  /** How many share. */
  readonly members: number;
  /** What all of them count together: exact, a fraction text where the decimal does not end. */
  readonly counts: Decimal | string;
}

/** What is wrong with a team, so that its pool has not been shared. */
export interface TeamIssues {
  readonly team?: string;
  readonly issues: readonly Issue[];
}

/** How many rows took which path. */
export interface TeamPoolPaths extends GroupPaths {
  /** They do not share, by the rules of the pool. */
  readonly excluded: number;
}

/** What every row gets of the pool of its team. */
export interface BatchTeamPools {
  readonly kind: "batch-team-pools";
  readonly rows: number;
  /** In units of the currency; NaN where a row does not share. */
  readonly parts: DecimalColumn;
  /** The bound that decided on a part, where one did. */
  readonly held: LabelColumn;
  /** Why a row does not share: the first reason that `teamPool` gives. */
  readonly excluded: LabelColumn;
  /** Those whose pool has been shared, by name. */
  readonly teams: readonly BatchTeam[];
  readonly paths: TeamPoolPaths;
  /** By row, in their order: what is wrong with those that have neither a part nor a reason. */
  readonly issues: readonly RowIssues[];
  /** What is wrong with teams whose pool has not been shared. */
  readonly teamIssues: readonly TeamIssues[];
}

/**
 * The pools of many teams at once, each shared among its members as `teamPool` does (M11): the same parts to the cent, ties by id, whatever the order of the rows.
 *
 * Teams are the labels of the column `team`; without that column all rows are one team. Each has the pool of the config, funded by its entry in `teams`; a team without an entry has
 * no figures and no score, and one in which nobody is has its whole pool undistributed. What a label says (points of a tier, an attribute, days of employment, conditions) is worked out once for each
 * label by the functions of `teamPool`, facts are read as whole numbers below 2^53, and rows that these do not hold, by the function of one member.
 *
 * A row that something is wrong with has an issue, and its team shares as if it were not there: it is not among those that `per-member` counts. Where something is wrong with a team (a figure is missing, the pool is less
 * than the least of all members), `teamIssues` says so, and its rows have no parts. One person may be in several teams, but once in each.
 *
 * Absences and honours are lists, and have no columns: count days by a fact, or use `teamPool`.
 *
 * Errors of the config: those of `teamPool`, and a condition on honours (`not-over-columns`). Errors of the input: those of `batchAllocation` for columns and names of teams; columns of absences or honours
 * (`not-over-columns`).
 *
 * @example
 * ```ts
 * import { batchTeamPools } from "tierwise/batch";
 *
 * const share = batchTeamPools({
 *   currency: "CNY",
 *   fund: [{ kind: "share", of: [{ figure: "profit" }], share: "10%" }],
 *   sharedBy: [{ by: "tier", points: [{ of: ["junior"], counts: 1 }, { of: ["senior"], counts: 2 }] }, { by: "days" }],
 * });
 * const { parts, excluded, teams } = share({
 *   period: "2026-07",
 *   teams: [{ team: "north", figures: { profit: 1000 } }, { team: "south", figures: { profit: "100.05" } }],
 *   columns: {
 *     id: ["ann", "ben", "cho", "dan"],
 *     team: ["north", "north", "south", "south"],
 *     tier: { codes: Uint8Array.of(1, 0, 0, 0), dictionary: ["junior", "senior"] },
 *     "employment.from": ["2020-01-01", "2020-01-01", "2026-07-17", "2026-08-01"],
 *   },
 * });
 * Array.from(parts.units); // => [6667, 3333, 1001, NaN]
 * Array.from(excluded.codes, (code) => excluded.dictionary[code]); // => [undefined, undefined, undefined, "pool-not-employed"]
 * teams.map(({ team, pool, members, counts }) => [team, pool, members, counts]); // => [["north", "100", 2, "3"], ["south", "10.01", 1, "15/31"]]
 * ```
 */
export const batchTeamPools: CalculatorFactory<TeamPoolConfig, BatchTeamPoolsInput, BatchTeamPools> =
  /* @__PURE__ */ defineFactory({
    title: "batchTeamPools",
    config: teamPoolConfig,
    check(config, report) {
      checkTeamPool(config, [], report);
      checkHonours(config.eligibility, report);
    },
    compile(config) {
      const poolOf = compilePool(config);
      return withSafe((input) => shareAll(config, poolOf, input));
    },
  });

const NAMES = {
  names: ["id", "team", "tier", "employment.from", "employment.to"],
  records: ["attributes", "facts", "certificates", "at"],
  without: LISTS_OF_MEMBERS,
};

type Entry = NonNullable<BatchTeamPoolsInput["teams"]>[number] & { readonly index: number };

interface Sharing extends Output {
  readonly config: CheckedTeamPool;
  readonly period: string;
  readonly poolOf: ReturnType<typeof compilePool>;
  readonly members: PoolMembers;
  readonly shares: PoolShares;
}

type Shared = BatchTeam & Pick<SharedGroup, "path">;

function shareAll(
  config: CheckedTeamPool,
  poolOf: ReturnType<typeof compilePool>,
  input: BatchTeamPoolsInput,
): BatchTeamPools {
  const { columns, rest, rows } = openInput<Required<Omit<BatchTeamPoolsInput, "columns">>>(
    "batchTeamPools",
    input,
    restSchema(),
    NAMES,
    ({ teams }, given, report) => checkNamed(teams, "team", given, "teams", report),
  );
  const problems: RowProblems = new Map();
  const entries = new Map(rest.teams.map((one, index) => [one.team, { ...one, index }] as const));
  const { groups, order } = readMembers(columns, rows, "team", [...entries.keys()], problems);
  const members = readPoolMembers(config, rest.period, columns, rows, problems);
  const parts = emptyParts(rows, currencyDecimals(config.currency));
  const shares = compilePoolShares(config, members, rows);
  const sharing = { config, period: rest.period, poolOf, members, shares, order, parts, problems };
  const made = groups.map((group) => ({
    team: group.name === undefined ? {} : { team: group.name },
    outcome: shareTeam(group, entries.get(group.name), sharing),
  }));
  const shared = made.flatMap(({ outcome }) => ("issues" in outcome ? [] : [outcome]));
  const { excluded } = members;
  const paths = pathsOf(
    shared.map(({ path, members: count }) => ({ path, rows: count })),
    rows,
  );
  const out = excluded.codes.reduce((count, code) => count + (code >= 0 ? 1 : 0), 0);
  return {
    kind: "batch-team-pools",
    rows,
    ...parts,
    excluded,
    teams: shared.map(({ path: _, ...team }) => team),
    paths: { ...paths, excluded: out, failed: paths.failed - out },
    issues: rowIssues(problems),
    teamIssues: made.flatMap(({ team, outcome }) =>
      "issues" in outcome ? [{ ...team, issues: outcome.issues }] : [],
    ),
  };
}

/** Funds the pool of one team and shares it; without a row whose bounds leave no room all is done again. */
function shareTeam(
  group: GroupRows,
  entry: Entry | undefined,
  sharing: Sharing,
): Shared | { readonly issues: readonly Issue[] } {
  const { config, period: of, poolOf, members, shares, problems } = sharing;
  const { figures = {}, score, index } = entry ?? {};
  const report = createReport("invalid-input", "batchTeamPools");
  const rows = rowsWhere(group.rows, members.shares);
  const pool = poolOf({ figures, score }, rows.length, report);
  if (report.count() === 0 && shares.soundRows(pool.pool, rows, problems).length < rows.length)
    return shareTeam(group, entry, sharing);
  const shared = report.count() > 0 ? undefined : sharePool(pool, rows, sharing, report);
  if (shared === undefined || report.count() > 0) {
    const path = index === undefined ? ["teams"] : ["teams", index];
    return { issues: report.issues().map((issue) => ({ ...issue, path: [...path, ...issue.path] })) };
  }
  const team = group.name === undefined ? {} : { team: group.name };
  return {
    ...poolTotals(config, { period: of, ...team }, pool, shared.left),
    members: shared.rows,
    counts: lossless(countTogether(rows, members, (row) => members.odd.get(row)?.counts)),
    path: shared.path,
  };
}

/** Shares a pool; a pool of nothing gives nobody anything, whatever the least. */
function sharePool(
  { pool }: PoolAmount,
  rows: Int32Array,
  sharing: Sharing,
  report: Report,
): SharedGroup | undefined {
  const { config, shares, parts, problems } = sharing;
  if (pool === 0n) {
    for (const row of rows) parts.parts.units[row] = 0;
    return { left: 0n, rows: rows.length, path: "columns" };
  }
  const exact = (row: number) => shares.exact(pool, row);
  const shared = shareGroup(pool, rows, { wholes: () => shares.wholes(pool, rows), exact }, sharing);
  if (shared !== undefined) return shared;
  return report.within([], () => {
    const alone = createReport("invalid-input", "batchTeamPools");
    const short = shareWithin(config, pool, Array.from(rows, exact), alone);
    const written = writeExact(rows, short.parts, parts, problems);
    return { left: short.undistributed, rows: written, path: "exact" as const };
  });
}
