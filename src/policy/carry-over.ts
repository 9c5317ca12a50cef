import type { HeldTier, PastReview } from "../adjustment/standing.js";
import { checkContradictions } from "../adjustment/standing-check.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import { monthsAfter, periodUnit } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import type { Label } from "../kernel/label.js";
import type { Report } from "../kernel/report.js";
import { lazySchema } from "../kernel/schema.js";
import { show, showChoices } from "../kernel/show.js";
import { heldBesideTier } from "./carry-beside.js";
import { checkPolicyParts } from "./check.js";
import { type CheckedPolicy, type Policy, policySchema } from "./policy.js";
import {
  checkSamePolicy,
  type PolicyStanding,
  type PolicyStandingInput,
  type PolicyVersion,
  policyStandingSchema,
  versionOf,
} from "./standing.js";
import { type StandingName, unknownNames, withoutUnknown } from "./standing-names.js";

const standingInput = /* @__PURE__ */ lazySchema(policyStandingSchema);

/** One thing that a change of policy did to a standing. */
export type CarryOverChange =
  | {
      readonly code: "tier-mapped";
      readonly from: string;
      readonly to: string;
      readonly toLabel?: Label;
    }
  /** Reviews that conditions count no more: counters begin anew, the cycle is another, or an axis was not scored in them. */
  | {
      readonly code: "reviews-dropped";
      readonly because: "reset" | "cycle" | "axes";
      readonly periods: readonly string[];
    }
  /** What names an axis, a band, a severity or a reason of protection that is no more. */
  | {
      readonly code: "names-dropped";
      readonly of: StandingName;
      readonly names: readonly string[];
    }
  /** A tier that cannot be held beside any more: a standing has one tier of each track. */
  | { readonly code: "held-tier-dropped"; readonly tier: string; readonly tierLabel?: Label }
  | { readonly code: "points-reset" }
  | { readonly code: "grandfathered"; readonly until: string };

/** A standing that came over to another version of its policy, and what that changed. */
export interface CarryOver {
  readonly kind: "carry-over";
  readonly policy: PolicyVersion & { readonly label?: Label };
  /** The version that the standing came from, where it said so. */
  readonly from?: PolicyVersion;
  readonly changes: readonly CarryOverChange[];
  readonly standing: PolicyStanding;
}

/**
 * Carries a standing over to a version of its policy (M8), as the policy's `transition` says: `tiers` maps tiers, `counters` keeps the reviews that conditions
 * count or drops them, `grandfather` lets who has a tier keep it for so many months after the version begins, or until the next promotion. Without a transition all is kept.
 *
 * The time in the tier (`since`) goes on, and so does an improvement plan. Reviews that the new rules could not count (of another cycle, or without the score
 * of an axis that there is now) are dropped too, a tier held beside where another of its track is held (the higher stays), and what names an axis, a band, a severity or a reason of protection that is no more. All that is changed is in `changes`; `explain(result)` says it. A standing of
 * this very version comes out as it is. Versions are carried over one by one, in the order of their beginnings.
 *
 * Errors of the config: those of `compilePolicy`. Errors of the input: a standing of another policy, or of a later version (`standing-of-other-policy`); a tier
 * that is not there, be it held beside, and that the transition does not map (`unknown-tier`); a standing of which not all can be true (`standing-contradiction`).
 *
 * @example
 * ```ts
 * import { carryOver, explain, type Policy } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const next: Policy = {
 *   ...keyAccountManagers,
 *   effectiveFrom: "2027-01-01",
 *   transition: { counters: "reset", grandfather: { months: 6 } },
 * };
 * const policy = { id: keyAccountManagers.id, effectiveFrom: keyAccountManagers.effectiveFrom };
 * const carried = carryOver(next)({ tier: "senior", since: "2025-01-01", policy });
 * carried.standing.heldUntil; // => { date: "2027-07-01", because: "transition" }
 * explain(carried).at(-1); // => "The tier is kept at least until 2027-07-01."
 * ```
 */
export const carryOver: CalculatorFactory<Policy, PolicyStandingInput, CarryOver> =
  /* @__PURE__ */ defineFactory({
    title: "carryOver",
    config: policySchema,
    check: checkPolicyParts,
    compile: compileCarryOver,
  });

/** `carryOver` of a policy that has been checked. */
export function compileCarryOver(policy: CheckedPolicy) {
  return defineCalculator({
    title: "carryOver",
    input: standingInput,
    run(given, report): CarryOver {
      const standing = given as PolicyStanding & PolicyStandingInput;
      checkSamePolicy(standing, policy, [], report);
      checkContradictions(given, [], report);
      const source = (given as PolicyStandingInput).policy;
      if (source !== undefined && source.effectiveFrom > policy.effectiveFrom) {
        const message = `expected a standing of a version before that of ${policy.effectiveFrom}, got one of ${source.effectiveFrom}`;
        report.add(["policy", "effectiveFrom"], "standing-of-other-policy", message);
      }
      const here = source?.effectiveFrom === policy.effectiveFrom;
      const tier = here ? standing.tier : mapped(standing.tier, policy);
      checkThere(tier, policy, ["tier"], report);
      const beside = (standing.also ?? []).map((one) =>
        here ? one : { ...one, tier: mapped(one.tier, policy) },
      );
      for (const [index, one] of beside.entries())
        checkThere(one.tier, policy, ["also", index, "tier"], report);
      report.stop();
      const { kept: held, dropped: left } = here
        ? { kept: beside, dropped: [] }
        : heldBesideTier(beside, tier, policy);
      const { history: reviews, changes: dropped } = here
        ? { history: standing.history, changes: [] }
        : carriedReviews(standing.history, policy);
      const lasting = { ...standing, history: reviews };
      const until = here ? undefined : heldUntil(policy);
      const { points, also: _also, ...kept } = here ? standing : withoutUnknown(lasting, policy);
      const pointsEnd = !here && points !== undefined && policy.transition?.counters === "reset";
      return {
        kind: "carry-over",
        policy: { ...versionOf(policy), ...(policy.label === undefined ? {} : { label: policy.label }) },
        ...(source === undefined ? {} : { from: source }),
        changes: [
          ...(tier === standing.tier ? [] : [tierMapped(standing.tier, tier, policy)]),
          ...besideMapped(standing.also ?? [], beside, policy),
          ...left.map((one) => heldDropped(one.tier, policy)),
          ...dropped,
          ...(here ? [] : namesDropped(lasting, policy)),
          ...(pointsEnd ? [{ code: "points-reset" } as const] : []),
          ...(until === undefined ? [] : [{ code: "grandfathered", until } as const]),
        ],
        standing: {
          ...kept,
          tier,
          ...(points === undefined || pointsEnd ? {} : { points }),
          ...(held.length === 0 ? {} : { also: held }),
          ...(until === undefined || (standing.heldUntil?.date ?? "") >= until
            ? {}
            : { heldUntil: { date: until, because: "transition" } }),
          policy: versionOf(policy),
        },
      };
    },
  });
}

function mapped(tier: string, { transition }: CheckedPolicy): string {
  return transition?.tiers?.find(({ from }) => from === tier)?.to ?? tier;
}

function checkThere(tier: string, { tiers }: CheckedPolicy, path: Path, report: Report): void {
  if (tiers.some(({ id }) => id === tier)) return;
  const known = showChoices(tiers.map(({ id }) => id));
  const message = `${show(tier)} is not a tier of this version: say in transition.tiers where it goes, to ${known}`;
  report.add(path, "unknown-tier", message, { tier });
}

function besideMapped(
  before: readonly HeldTier[],
  after: readonly HeldTier[],
  policy: CheckedPolicy,
): readonly CarryOverChange[] {
  return after.flatMap(({ tier }, index) => {
    const from = before[index]?.tier ?? tier;
    return from === tier ? [] : [tierMapped(from, tier, policy)];
  });
}

function heldDropped(tier: string, { tiers }: CheckedPolicy): CarryOverChange {
  const label = tiers.find(({ id }) => id === tier)?.label;
  return { code: "held-tier-dropped", tier, ...(label === undefined ? {} : { tierLabel: label }) };
}

function tierMapped(from: string, to: string, { tiers }: CheckedPolicy): CarryOverChange {
  const label = tiers.find(({ id }) => id === to)?.label;
  return { code: "tier-mapped", from, to, ...(label === undefined ? {} : { toLabel: label }) };
}

/** The names that are no more, by what they name. */
function namesDropped(standing: PolicyStandingInput, policy: CheckedPolicy): readonly CarryOverChange[] {
  const unknown = unknownNames(standing, policy);
  return (["axis", "band", "severity", "protection"] as const).flatMap((of): CarryOverChange[] => {
    const names = [...new Set(unknown.flatMap((one) => (one.of === of ? [one.name] : [])))];
    return names.length === 0 ? [] : [{ code: "names-dropped", of, names }];
  });
}

/** The first day on which somebody who comes over may be demoted. */
function heldUntil({ transition, effectiveFrom }: CheckedPolicy): string | undefined {
  const months = transition?.grandfather?.months;
  return months === undefined ? undefined : monthsAfter(effectiveFrom, months);
}

/** The reviews that go on counting, and why others do not. */
function carriedReviews(reviews: readonly PastReview[], { transition, adjustment, axes }: CheckedPolicy) {
  const why = ({ period, scores, skipped }: PastReview) => {
    if (transition?.counters === "reset") return "reset";
    if (periodUnit(period) !== adjustment.cycle) return "cycle";
    return skipped || axes.every(({ id }) => Object.hasOwn(scores, id)) ? undefined : "axes";
  };
  const changes = (["reset", "cycle", "axes"] as const).flatMap((because): CarryOverChange[] => {
    const periods = reviews.filter((review) => why(review) === because).map(({ period }) => period);
    return periods.length === 0 ? [] : [{ code: "reviews-dropped", because, periods }];
  });
  return { history: reviews.filter((review) => why(review) === undefined), changes };
}
