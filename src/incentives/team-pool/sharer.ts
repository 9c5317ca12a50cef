import { periodEnd, periodStart } from "../../kernel/calendar.js";
import type { Path } from "../../kernel/errors.js";
import { clip, periodSpan } from "../../kernel/proration.js";
import { multiply, ONE, type Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { ineligibleNotes, judgeEligibility } from "../eligibility.js";
import type { LineNote } from "../line.js";
import { compileFactor } from "./factors.js";
import type { Member } from "./members.js";
import type { CheckedTeamPool } from "./rules.js";
import type { Sharer } from "./share.js";

/** A member who shares, with what it counts by each factor. */
export interface Counted extends Sharer {
  readonly factors: readonly Rational[];
}

/** A member who does not share, and why. */
export interface Excluded {
  readonly reasons: readonly LineNote[];
}

/** Compiles what one member counts in a period, or why it does not share; what is not given is noted at the member's `path`. */
export function compileSharer(
  config: CheckedTeamPool,
): (period: string) => (member: Member, path: Path, report: Report) => Counted | Excluded {
  const factors = config.sharedBy.map(compileFactor);
  return (of) => {
    const inPeriod = factors.map((factor) => factor(of));
    return (member, path, report) => {
      const reasons = reasonsNotToShare(config, member, of, path, report);
      if (reasons.length > 0) return { reasons };
      const values = inPeriod.map((factor) => factor(member, path, report));
      return { member, path, factors: values, counts: values.reduce(multiply, ONE) };
    };
  };
}

/** Why a member does not share; nothing for one who does. */
function reasonsNotToShare(
  config: CheckedTeamPool,
  member: Member,
  of: string,
  path: Path,
  report: Report,
): readonly LineNote[] {
  const judged = judgeEligibility(config.eligibility, { ...member, period: of }, path, report);
  const absent = reasonsOfEmployment(config, member, of);
  const isThere = absent.every(({ kind }) => kind !== NOT_EMPLOYED);
  return isThere ? [...absent, ...ineligibleNotes(judged)] : absent;
}

const NOT_EMPLOYED = "pool-not-employed";

/** Why the days of a member's employment keep it from sharing. */
export function reasonsOfEmployment(
  { joiners, leavers }: Pick<CheckedTeamPool, "joiners" | "leavers">,
  { employment }: Pick<Member, "employment">,
  of: string,
): readonly LineNote[] {
  if (employment === undefined) return [];
  if (clip(employment, periodSpan(of)) === undefined) return [{ kind: NOT_EMPLOYED, values: { period: of } }];
  const { from, to } = employment;
  const joined = joiners === "excluded" && from > periodStart(of);
  const left = leavers === "excluded" && to !== undefined && to < periodEnd(of);
  return [
    ...(joined ? [{ kind: "pool-joined", values: { from } }] : []),
    ...(left ? [{ kind: "pool-left", values: { to } }] : []),
  ];
}
