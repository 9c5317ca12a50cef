import type { Member } from "../../incentives/team-pool/members.js";
import type { CheckedTeamPool } from "../../incentives/team-pool/rules.js";
import { boundedShare, type Sharer } from "../../incentives/team-pool/share.js";
import { compileSharer } from "../../incentives/team-pool/sharer.js";
import { rational } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import type { LabelColumn } from "../columns/result-columns.js";
import type { Columns } from "./input.js";
import { type JudgedRow, judgeAside, wholeOf } from "./judge-aside.js";
import { ASIDE, type JudgedRows, judgedRows, SHARES } from "./judged-rows.js";
import { readMember } from "./member-rows.js";
import { countByFactor } from "./pool-counts.js";
import { excludeByEmployment, excludeIneligible } from "./pool-reasons.js";
import type { RowProblems } from "./problems.js";
import { openColumns, type ReadColumns, setUnsoundAside } from "./read-columns.js";
import { type RowRecord, recordReader } from "./row-records.js";
import type { Wholes } from "./wholes.js";

/** What the rows of all teams share by. */
export interface PoolMembers {
  /** Whether a row shares. */
  readonly shares: (row: number) => boolean;
  /** What rows count as whole numbers of 1 / den; rows in `odd` count something else. */
  readonly counts: Float64Array;
  readonly den: bigint;
  readonly odd: ReadonlyMap<number, Sharer>;
  /** Why a row does not share. */
  readonly excluded: LabelColumn;
  /** The numbers that bound what members get, by the fact. */
  readonly facts: ReadonlyMap<string, Wholes>;
  /** A row that shares, exactly. */
  readonly sharerAt: (row: number) => Sharer;
}

/** Reads who shares and what each counts: of each label once, of numbers in whole ones, and of rows that these do not say by the function of one member. A row that something is wrong with is a problem. */
export function readPoolMembers(
  config: CheckedTeamPool,
  period: string,
  columns: Columns,
  rows: number,
  problems: RowProblems,
): PoolMembers {
  const judged = judgedRows(rows);
  const reasons: string[] = [];
  const { den, facts } = judgeAll(config, period, columns, openColumns(columns, rows), judged, reasons);
  const { team: _, ...ofMembers } = columns;
  const memberAt = recordReader(ofMembers);
  const judgeOne = compileJudge(config, period);
  const odd = judgeAside(judged, reasons, problems, {
    judge: (row) => judgeOne(memberAt(row)),
    countOf: ({ counts }, row) =>
      [...facts.values()].every(({ aside }) => aside[row] !== 1) ? wholeOf(counts, den) : Number.NaN,
  });
  const exactly = (row: number): Sharer => ({
    member: readMember(memberAt(row), createReport("invalid-input", "batch")) as Member,
    path: [],
    counts: rational(BigInt(judged.counts[row] as number), den),
  });
  return {
    shares: (row) => judged.states[row] === SHARES && !problems.has(row),
    counts: judged.counts,
    den,
    odd,
    excluded: { codes: judged.reasons, dictionary: reasons },
    facts,
    sharerAt: (row) => odd.get(row) ?? exactly(row),
  };
}

/** Judges and counts all rows that columns say; what has been read for it is not kept but for the facts that bound what members get. */
function judgeAll(
  config: CheckedTeamPool,
  period: string,
  columns: Columns,
  read: ReadColumns,
  judged: JudgedRows,
  reasons: string[],
): Pick<PoolMembers, "den" | "facts"> {
  setUnsoundAside(columns, ["id", "team"], read, judged);
  excludeByEmployment(config, period, read, judged, reasons);
  excludeIneligible(config.eligibility, period, read, judged, reasons);
  const den = config.sharedBy.reduce((all, factor) => all * countByFactor(factor, period, read, judged), 1n);
  return { den, facts: boundFacts(config, read, judged) };
}

/** The facts that bound what members get; rows without one, or with one below zero, are set aside. */
function boundFacts(
  { memberLeast, memberMost }: CheckedTeamPool,
  { fact }: ReadColumns,
  { states }: JudgedRows,
): ReadonlyMap<string, Wholes> {
  const names = [memberLeast, memberMost].flatMap((bound) => bound?.fact ?? []);
  const facts = new Map(names.map((name) => [name, fact(name)] as const));
  for (const { n } of facts.values())
    for (let row = 0; row < n.length; row += 1)
      if (states[row] === SHARES && !((n[row] as number) >= 0)) states[row] = ASIDE;
  return facts;
}

/** What one row counts, or why it does not share, by the function of one member. */
function compileJudge(config: CheckedTeamPool, period: string) {
  const sharerOf = compileSharer(config)(period);
  return (written: RowRecord): JudgedRow<Sharer> => {
    const report = createReport("invalid-input", "batch");
    const member = readMember(written, report);
    const found = member && sharerOf(member, [], report);
    if (found !== undefined && "counts" in found) boundedShare(config, 0n, found, report);
    if (report.count() > 0 || found === undefined) return { issues: report.issues() };
    if ("counts" in found) return { issues: [], shares: found };
    return { issues: [], ...(found.reasons[0] === undefined ? {} : { reason: found.reasons[0].kind }) };
  };
}
