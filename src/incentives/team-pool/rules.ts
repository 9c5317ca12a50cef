import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id } from "../../kernel/fields.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { checkEligibility, eligibilityFields } from "../eligibility-conditions.js";
import { payFields } from "../fields.js";
import { checkStatedMoney, type WithCurrency } from "../money.js";
import { checkFactors, factorsSchema } from "./factors.js";
import { checkFigures, figuresSchema } from "./figures.js";
import { checkFund, fundSchema } from "./fund.js";

/** The fields of a team pool. */
export function teamPoolFields() {
  return {
    ...payFields(),
    fund: fundSchema(),
    score: z.optional(scoreSchema()),
    least: z.optional(figuresSchema("The least that the pool is, where the gate is passed.")),
    most: z.optional(figuresSchema("The most that the pool is.")),
    reserve: z.optional(
      described(configRatio({ least: 0, most: 1 }), "What part of the pool is set aside and not shared."),
    ),
    sharedBy: factorsSchema(),
    memberLeast: z.optional(
      memberBound("The least that a member gets, of a pool that is more than nothing."),
    ),
    memberMost: z.optional(
      memberBound("The most that a member gets; what this cuts off goes to the others."),
    ),
    whenShort: described(
      z._default(z.enum(["error", "reduce"]), "error"),
      "A pool that is less than the least of all members together: an error, or each least is reduced in the same proportion.",
    ),
    joiners: described(
      z._default(z.enum(["share", "excluded"]), "share"),
      "Whether those share who joined after the first day of the period.",
    ),
    leavers: described(
      z._default(z.enum(["share", "excluded"]), "share"),
      "Whether those share who left before the last day of the period.",
    ),
    ...eligibilityFields(),
  };
}

function scoreSchema() {
  return described(
    z.strictObject({
      least: z.optional(described(configNumber(), "A gate: below this score the pool is nothing.")),
      curve: described(
        z._default(z.enum(["steps", "lines"]), "lines"),
        "steps: the factor of the last point that the score reaches. lines: straight lines from point to point.",
      ),
      factors: z.optional(
        described(
          list(z.strictObject({ score: configNumber(), factor: configRatio({ least: 0 }) }), 1),
          "What the pool is multiplied by. Below the first point it is nothing, above the last its factor.",
        ),
      ),
    }),
    "What the team's own score does to the pool.",
  );
}

function memberBound(description: string) {
  return described(
    z.strictObject({
      amount: z.optional(configNumber({ least: 0 })),
      share: z.optional(described(configRatio({ least: 0, most: 1 }), "A part of the pool.")),
      fact: z.optional(described(id(), "A number of the member, such as the salary.")),
      times: z.optional(
        described(configRatio({ least: 0 }), "What part of that number; all of it, if not said."),
      ),
    }),
    description,
  );
}

/** The schema of a team pool. */
export const teamPoolConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(teamPoolFields()));

/**
 * What funds a pool, and by what its members share: the config of `teamPool`.
 *
 * @useDeclaredType
 */
export type TeamPoolConfig = Written<typeof teamPoolConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedTeamPool = Checked<typeof teamPoolConfig>;

/** A bound of what a member gets. */
export type MemberBound = NonNullable<CheckedTeamPool["memberLeast"]>;

const MONEY = [
  "fund.*.amount",
  "fund.*.brackets.*.pays",
  "least.*.amount",
  "most.*.amount",
  "memberLeast.amount",
  "memberMost.amount",
];

/** Notes what the schema cannot see in a team pool. */
export function checkTeamPool(
  config: Omit<CheckedTeamPool, "currency"> & WithCurrency,
  path: Path,
  report: Report,
): void {
  checkStatedMoney(config, MONEY, path, report);
  checkFund(config.fund, [...path, "fund"], report);
  checkScore(config.score, [...path, "score"], report);
  checkFigures(config.least, [...path, "least"], report);
  checkFigures(config.most, [...path, "most"], report);
  checkFactors(config.sharedBy, [...path, "sharedBy"], report);
  checkBound(config.memberLeast, [...path, "memberLeast"], report);
  checkBound(config.memberMost, [...path, "memberMost"], report);
  checkSameBounds(config, path, report);
  checkEligibility(config.eligibility, [...path, "eligibility"], report);
}

function checkScore(score: CheckedTeamPool["score"], path: Path, report: Report): void {
  if (score === undefined || !report.sound(path)) return;
  if (score.least === undefined && score.factors === undefined)
    report.add(path, "one-of", "expected least, factors or both");
  for (const [index, { score: at }] of (score.factors ?? []).entries()) {
    const before = score.factors?.[index - 1]?.score;
    if (before === undefined || compare(readNumber(before), readNumber(at)) < 0) continue;
    const message = `expected scores in rising order: ${at} is not above ${before}`;
    report.add([...path, "factors", index, "score"], "points-unsorted", message);
  }
}

function checkBound(bound: MemberBound | undefined, path: Path, report: Report): void {
  if (bound === undefined || !report.sound(path)) return;
  const { amount, share, fact, times } = bound;
  if ([amount, share, fact].filter((one) => one !== undefined).length !== 1)
    report.add(path, "one-of", "expected one of amount, share and fact");
  else if (times !== undefined && fact === undefined)
    report.add([...path, "times"], "one-of", "only a fact is multiplied: take this away");
}

/** A least above the most, where both are amounts or both are shares; others are known when the members are. */
function checkSameBounds(
  { memberLeast, memberMost }: Pick<CheckedTeamPool, "memberLeast" | "memberMost">,
  path: Path,
  report: Report,
): void {
  const at = [...path, "memberLeast"];
  if (memberLeast === undefined || memberMost === undefined) return;
  if (!report.clean(at) || !report.clean([...path, "memberMost"])) return;
  for (const name of ["amount", "share"] as const) {
    const [least, most] = [memberLeast[name], memberMost[name]];
    if (least === undefined || most === undefined || compare(readRatio(least), readRatio(most)) <= 0)
      continue;
    report.add([...at, name], "range-empty", `expected at most ${most}, got ${least}`);
  }
}
