import type { CheckedTeamPool, MemberBound } from "../../incentives/team-pool/rules.js";
import { boundedShare } from "../../incentives/team-pool/share.js";
import type { BoundedShare } from "../../kernel/bounded-apportion.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { multiply, type Rational, rational } from "../../kernel/rational.js";
import { rowsWhere } from "../columns/rows-where.js";
import { ceilingDivide, floorDivide, unitsOf } from "../forms/forms.js";
import type { WholeShares } from "./level.js";
import type { PoolMembers } from "./pool-members.js";
import { addProblems, issuesOf, type RowProblems } from "./problems.js";
import { scaled } from "./wholes.js";

/** What the rows of a team share its pool by. */
export interface PoolShares {
  /** In whole numbers; undefined where a row has other numbers. */
  wholes(pool: bigint, rows: Int32Array): WholeShares | undefined;
  /** Those rows whose bounds leave room; the others are a problem. */
  soundRows(pool: bigint, rows: Int32Array, problems: RowProblems): Int32Array;
  exact(pool: bigint, row: number): BoundedShare;
}

export function compilePoolShares(config: CheckedTeamPool, members: PoolMembers, rows: number): PoolShares {
  const least = compileBound(config.memberLeast, "least", config.currency, members, rows);
  const most = compileBound(config.memberMost, "most", config.currency, members, rows);
  const wholes = (pool: bigint, of: Int32Array): WholeShares | undefined => {
    if (members.odd.size > 0 && of.some((row) => members.odd.has(row))) return undefined;
    return { weights: members.counts, least: least?.(pool, of), most: most?.(pool, of) };
  };
  return {
    wholes,
    soundRows(pool, of, problems) {
      if (least === undefined || most === undefined || pool === 0n) return of;
      const bounds = wholes(pool, of);
      return rowsWhere(of, (row) => {
        if ((bounds?.least?.[row] as number) <= (bounds?.most?.[row] as number)) return true;
        const issues = issuesOf((report) => boundedShare(config, pool, members.sharerAt(row), report));
        addProblems(problems, row, issues);
        return issues.length === 0;
      });
    },
    exact: (pool, row) => {
      let share: BoundedShare | undefined;
      issuesOf((report) => {
        share = boundedShare(config, pool, members.sharerAt(row), report);
      });
      return share as BoundedShare;
    },
  };
}

type WriteBound = (pool: bigint, rows: Int32Array) => Float64Array;

/** Writes a bound of what members get, in units rounded inwards, into a column that all teams share. */
function compileBound(
  bound: MemberBound | undefined,
  side: "least" | "most",
  currency: string,
  { facts }: PoolMembers,
  rows: number,
): WriteBound | undefined {
  if (bound === undefined) return undefined;
  const column = new Float64Array(rows);
  const scale = rational(10n ** BigInt(currencyDecimals(currency)));
  const inwards = ({ n, d }: Rational) => unitsOf(side === "least" ? ceilingDivide(n, d) : floorDivide(n, d));
  const { share, amount = 0, fact, times = 1 } = bound;
  if (fact === undefined) {
    const stated = multiply(readNumber(amount), scale);
    return (pool, of) => {
      const units = inwards(share === undefined ? stated : multiply(readRatio(share), rational(pool)));
      for (const row of of) column[row] = units;
      return column;
    };
  }
  const { n, den } = facts.get(fact) ?? { n: column, den: 1n };
  const factor = multiply(multiply(readRatio(times), scale), rational(1n, den));
  const [down, up] = scaled(factor.n, factor.d);
  return (_, of) => {
    for (const row of of) column[row] = (side === "least" ? up : down)(n[row] as number);
    return column;
  };
}
