import { type BonusPool, type BonusPoolInput, bonusPool } from "../../incentives/bonus/bonus-pool.js";
import { payoutFunction } from "../../incentives/bonus/curve.js";
import { lossless } from "../../kernel/decimal.js";
import type { Issue } from "../../kernel/errors.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import { evaluate } from "../../kernel/piecewise.js";
import { multiply, ZERO } from "../../kernel/rational.js";
import { incentiveId, type OfUse } from "../incentives.js";
import type { PolicyParts } from "../parts.js";
import { type GroupPerson, type Shared, sortIssues } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import { type Problems, reject } from "./rows.js";

/** What a pool of bonuses of a policy pays. */
export interface PaidBonusPool extends BonusPool {
  /** The incentive's id. */
  readonly id: string;
}

type Claimant = BonusPoolInput["people"][number];

/** Compiles a pool of bonuses of a policy: each person claims the tier's target times the payout of a score, and the pool of the input is never exceeded. */
export function compileBonusPool(
  incentive: OfUse<"bonusPool">,
  parts: PolicyParts,
  personOf: (row: ReviewedRow) => GroupPerson,
): (
  period: string,
  rows: readonly ReviewedRow[],
  pool: NumberInput | undefined,
  problems: Problems,
) => Shared<PaidBonusPool> {
  const id = incentiveId(incentive);
  const pay = bonusPool(parts.incentives[id] as Parameters<typeof bonusPool>[0]);
  const multiplierOf = compileMultiplier(incentive);
  const claimOf = (row: ReviewedRow): Claimant | undefined => {
    const target = targetOf(incentive, row);
    if (target === undefined) return undefined;
    const { absences } = row.input.pay ?? {};
    const claim = { ...personOf(row), target, multiplier: multiplierOf(row) };
    return { ...claim, ...(absences === undefined ? {} : { absences }) } as Claimant;
  };
  return (period, rows, pool, problems) => {
    const none = { results: [], lines: [], issues: [] };
    if (pool === undefined) return none;
    const claims = rows.map(claimOf);
    for (const [index, claim] of claims.entries())
      if (claim === undefined) reject(problems, (rows[index] as ReviewedRow).index, [salaryMissing(id)]);
    const people = claims.filter((claim) => claim !== undefined);
    if (people.length < rows.length) return none;
    const outcome = pay.safe({ period, pool, people });
    if (!outcome.ok) {
      const left = sortIssues(outcome.error.issues, rows, ["people"], problems);
      return { ...none, issues: left.map((issue) => ({ ...issue, path: ["bonusPools", id] })) };
    }
    const { lines } = outcome.value;
    return {
      results: [{ id, ...outcome.value }],
      lines: rows.flatMap((row, index) => {
        const line = lines[index];
        return line === undefined ? [] : [{ row, line }];
      }),
      issues: [],
    };
  };
}

/** What the person's tier is paid at a payout of 100%; nothing for a tier that has no target, undefined where the salary is missing. */
function targetOf({ target }: OfUse<"bonusPool">, { input }: ReviewedRow): NumberInput | undefined {
  const row = target.find(({ tier }) => tier === input.standing.tier);
  if (row?.share === undefined) return row?.amount ?? 0;
  const { salary } = input.pay ?? {};
  return salary === undefined ? undefined : lossless(multiply(readNumber(salary), readRatio(row.share)));
}

/** The payout of the score. */
function compileMultiplier({ multiplier }: OfUse<"bonusPool">): (row: ReviewedRow) => NumberInput {
  if (multiplier === undefined) return () => 1;
  const payout = payoutFunction(multiplier);
  return ({ review }) => {
    const score = review.scores[multiplier.axis];
    return lossless((score && evaluate(payout, readNumber(score.value))) ?? ZERO);
  };
}

function salaryMissing(pool: string): Issue {
  const message = `${pool} pays this tier a share of the salary: say what that is`;
  return { path: ["pay", "salary"], code: "missing", message, params: {} };
}
