import type { Condition } from "../../adjustment/conditions/schema.js";
import { defineFactory } from "../../kernel/calculator.js";
import { readNumber } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import { show } from "../../kernel/show.js";
import { checkPolicyParts } from "../check.js";
import { type CheckedPolicy, type Policy, policySchema } from "../policy.js";
import { warnOfFlicker } from "./careers/flicker.js";
import { searchOf } from "./careers/search.js";
import { warnOfWorse } from "./careers/worse.js";
import { type Possible, warnOfConditions } from "./conditions.js";
import { warnOfGates } from "./gates.js";
import { warnOfNames } from "./names.js";
import { canReach, endOf, rangesOf } from "./ranges.js";
import { warnOfTiers } from "./tiers.js";
import type { Warn, Warning } from "./warning.js";

const readPolicy = /* @__PURE__ */ defineFactory({
  title: "checkPolicy",
  config: policySchema,
  check: checkPolicyParts,
  compile: (policy) => policy,
});

/**
 * Looks for what a valid policy may not mean to say, and shows each with a witness: bands, conditions, requirements, plans, trials and
 * gates that nobody reaches or everybody passes; names of facts and keys that are perhaps misspelt; tiers that no rule leads to or out of; people whose tier goes to and fro though their evidence
 * stays (`flicker`); better scores that come to a worse decision at one review (`better-is-worse`), of which a proposed exit is the worst. A policy that is not
 * valid throws, as `compilePolicy` does.
 *
 * For the last two, people are tried out: at all scores where a band, a level, a gate or a promotion score begins, with every fact and certificate that rules ask for
 * and without. Whose evidence stays goes through up to 40 reviews, from each tier. Two people of whom one is better by one step on one axis, or has just enough for a gate, are compared
 * from standings that rules tell apart: with no review before or as many as conditions look back at (12 at most), of scores that stay, rise or fall by as much as is asked for, or
 * change once; after every time that makes people wait; with points that are nearly enough; with a plan or a trial that is due. Standings that the rules themselves lead to come first.
 *
 * The witness of a warning goes through `compilePolicy(policy).review` to what the message says, from its `standing` on, where the policy holds that long:
 * its last day ends no career here. That there is none is no proof: other pasts are not
 * tried, nor violations, protections, places, calibration and crossings; any score within an axis's range counts as possible, whatever evidence it takes; bands that depend on a group
 * are tried at equal distances; and where a policy tells very many people apart (about 4,000 careers, 200,000 pairs), those tried are a sample.
 * A policy of the preset's size takes a second or two.
 *
 * @example
 * ```ts
 * import { checkPolicy } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * checkPolicy(keyAccountManagers); // => []
 * const { adjustment, ...rest } = keyAccountManagers;
 * const when = [{ kind: "at-least" as const, axis: "capability", score: 130 }];
 * checkPolicy({ ...rest, adjustment: { ...adjustment, promote: { when } } })[0]?.message; // => "nobody can meet the condition \"capability-at-least\""
 * ```
 */
export function checkPolicy(policy: Policy): readonly Warning[] {
  const checked = readPolicy(policy);
  const warnings: Warning[] = [];
  const warn: Warn = (warning) => warnings.push(warning);
  const possible: Possible = { policy: checked, ranges: rangesOf(checked) };
  warnOfBands(possible, warn);
  warnOfGates(possible, warn);
  warnOfRules(possible, warn);
  warnOfConsequences(checked, warn);
  warnOfNames(checked, warn);
  warnOfTiers(possible, warn);
  const search = searchOf(checked, possible.ranges);
  warnOfFlicker(search, warn);
  warnOfWorse(search, warn);
  return warnings;
}

function warnOfBands({ policy, ranges }: Possible, warn: Warn): void {
  for (const [axisIndex, { id: axis, bands }] of policy.axes.entries()) {
    for (const [index, { id, from }] of bands.entries()) {
      if (from === undefined || canReach(ranges.get(axis) ?? {}, readNumber(from))) continue;
      warn({
        path: ["axes", axisIndex, "bands", index],
        code: "band-unreachable",
        message: `no score of ${show(axis)} can be in the band ${show(id)}, which begins at ${from}`,
        witness: { scores: endOf(ranges, axis, "highest") },
      });
    }
  }
}

/** Warns of all conditions of the rules. */
function warnOfRules(possible: Possible, warn: Warn): void {
  const { promote, demote, trial } = possible.policy.adjustment;
  const list = (conditions: unknown) => (conditions ?? []) as readonly Condition[];
  const at = (...keys: readonly string[]) => ["adjustment", ...keys];
  warnOfConditions(list(promote?.when), "up", "condition-never-met", at("promote", "when"), possible, warn);
  warnOfConditions(
    list(promote?.requires),
    "up",
    "requirement-never-met",
    at("promote", "requires"),
    possible,
    warn,
  );
  warnOfConditions(list(demote?.when), "down", "condition-never-met", at("demote", "when"), possible, warn);
  warnOfConditions(
    list(demote?.plan?.targets),
    "up",
    "plan-never-passed",
    at("demote", "plan", "targets"),
    possible,
    warn,
  );
  warnOfConditions(list(trial?.pass), "up", "trial-never-passed", at("trial", "pass"), possible, warn);
}

/** Warns of consequences of points that no violation gives. */
function warnOfConsequences({ adjustment }: CheckedPolicy, warn: Warn): void {
  const { severities = [], consequences = [] } = adjustment.violations ?? {};
  const gives = severities.some(({ points }) => compare(readNumber(points), readNumber(0)) > 0);
  for (const [index, { atPoints, kind }] of consequences.entries()) {
    if (atPoints === undefined || gives) continue;
    warn({
      path: ["adjustment", "violations", "consequences", index],
      code: "consequence-unreachable",
      message: `no violation gives points, so that nothing leads to ${show(kind)}`,
      witness: {},
    });
  }
}
