import type { Honours } from "../../incentives/honours/result.js";
import type { StatementLine } from "../../incentives/line.js";
import type { TeamPool } from "../../incentives/team-pool/team-pool.js";
import type { Calculator } from "../../kernel/calculator.js";
import type { Issue } from "../../kernel/errors.js";
import { notAmong } from "../../kernel/show.js";
import { type CheckedIncentive, incentiveId } from "../incentives.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { Review } from "../review.js";
import type { ReviewInput } from "../review-input.js";
import type { AxisChoices } from "../scores.js";
import { compileBonusPool, type PaidBonusPool } from "./bonus-pools.js";
import { compileHonours } from "./honours.js";
import type { GivenGroupPay } from "./pay-input.js";
import { compileGroupPerson, type RowLine } from "./pay-people.js";
import type { ReviewedRow } from "./places.js";
import { compilePool } from "./pools.js";
import { type Problems, reject } from "./rows.js";
import { compileSpiff, type PaidSpiff } from "./spiffs.js";

/** What the pay of a group came to; each person's lines are in the own statement. */
export interface GroupPay {
  readonly pools: readonly TeamPool[];
  readonly bonusPools: readonly PaidBonusPool[];
  readonly spiffs: readonly PaidSpiff[];
  /** By time, in the order of their ends: the honours that were given; what they add to each person's history is in them. */
  readonly honours: readonly Honours[];
}

/** The people with the lines that they have of the group, and what is wrong with the group's own input. */
export interface PaidGroup {
  readonly people: readonly ReviewedRow[];
  readonly pay?: GroupPay;
  readonly issues: readonly Issue[];
}

/** Compiles what a policy pays people together: pools, bonuses of a pool, sales incentives and honours. Who has a line of them is reviewed again with it. */
export function compileGroupPay(
  policy: CheckedPolicy,
  parts: PolicyParts,
  axes: readonly AxisChoices[],
  review: Calculator<ReviewInput, Review>,
): (period: string, rows: readonly ReviewedRow[], given: GivenGroupPay, problems: Problems) => PaidGroup {
  const { incentives = [] } = policy;
  const personOf = compileGroupPerson(policy, axes);
  const pools = incentives.flatMap((one) =>
    one.use === "teamPool" ? [{ id: incentiveId(one), share: compilePool(one, parts, personOf) }] : [],
  );
  const bonusPools = incentives.flatMap((one) =>
    one.use === "bonusPool" ? [{ id: incentiveId(one), pay: compileBonusPool(one, parts, personOf) }] : [],
  );
  const spiffs = incentives.flatMap((one) =>
    one.use === "spiff" ? [{ id: incentiveId(one), pay: compileSpiff(one, parts, personOf) }] : [],
  );
  const given = incentives.flatMap((one) =>
    one.use === "honours" ? [compileHonours(one, policy, parts, personOf)] : [],
  );
  const none = pools.length + bonusPools.length + spiffs.length + given.length === 0;
  return (period, rows, input, problems) => {
    const unknown = unknownIn(incentives, input);
    if (none || unknown.length > 0) return { people: rows, issues: unknown };
    const shared = pools.map(({ id, share }) => share(period, rows, input.pools[id] ?? [], problems));
    const funded = bonusPools.map(({ id, pay }) => pay(period, rows, input.bonusPools[id], problems));
    const paid = spiffs.map(({ id, pay }) => pay(period, rows, input.deals[id], problems));
    const won = given.map((give) => give(period, rows, input.honours, problems));
    const all = [...shared, ...funded, ...paid, ...won];
    const issues = all.flatMap((one) => one.issues);
    if (problems.size > 0 || issues.length > 0) return { people: rows, issues };
    return {
      people: withLines(
        rows,
        all.flatMap(({ lines }) => lines),
        review,
        problems,
      ),
      pay: {
        pools: shared.flatMap(({ results }) => results),
        bonusPools: funded.flatMap(({ results }) => results),
        spiffs: paid.flatMap(({ results }) => results),
        honours: won.flatMap(({ results }) => results),
      },
      issues: [],
    };
  };
}

/** The rows, those with lines of the group reviewed again. */
function withLines(
  rows: readonly ReviewedRow[],
  lines: readonly RowLine[],
  review: Calculator<ReviewInput, Review>,
  problems: Problems,
): readonly ReviewedRow[] {
  const byRow = new Map<number, StatementLine[]>();
  for (const { row, line } of lines) byRow.set(row.index, [...(byRow.get(row.index) ?? []), line]);
  return rows.map((row) => {
    const own = byRow.get(row.index);
    if (own === undefined) return row;
    const pay = { ...row.input.pay, lines: [...(row.input.pay?.lines ?? []), ...own] };
    const input: ReviewInput = { ...row.input, pay };
    const outcome = review.safe(input);
    if (outcome.ok) return { ...row, input, review: outcome.value };
    reject(problems, row.index, outcome.error.issues);
    return row;
  });
}

/** What is given for pools, incentives or honours that the policy does not have. */
function unknownIn(
  incentives: readonly CheckedIncentive[],
  { honours, ...given }: GivenGroupPay,
): readonly Issue[] {
  const named = (use: CheckedIncentive["use"]) =>
    incentives.filter((one) => one.use === use).map(incentiveId);
  const check = (
    door: "pools" | "bonusPools" | "deals",
    use: CheckedIncentive["use"],
    what: string,
  ): readonly Issue[] =>
    Object.keys(given[door])
      .filter((id) => !named(use).includes(id))
      .map((id) => {
        const message = notAmong(named(use), `${what} of this policy`, id);
        return { path: [door, id], code: "unknown-property", message, params: {} };
      });
  const noHonours: Issue = {
    path: ["honours"],
    code: "unknown-property",
    message: "this policy gives no honours: take this away",
    params: {},
  };
  return [
    ...check("pools", "teamPool", "a team pool"),
    ...check("bonusPools", "bonusPool", "a pool of bonuses"),
    ...check("deals", "spiff", "a sales incentive"),
    ...(honours.length > 0 && named("honours").length === 0 ? [noHonours] : []),
  ];
}
