import * as z from "zod/mini";
import { type Standing, type StandingInput, standingSchema } from "../adjustment/standing.js";
import { periodEnd } from "../kernel/calendar.js";
import type { Path } from "../kernel/errors.js";
import { date, id } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { show } from "../kernel/show.js";
import type { CheckedPolicy } from "./policy.js";
import { checkStandingNames, unknownNames } from "./standing-names.js";

/** Which version of which policy something is of. */
export interface PolicyVersion {
  readonly id: string;
  readonly effectiveFrom: string;
  /** The last day of the version, where it has one. */
  readonly effectiveTo?: string | undefined;
}

/** A standing as a review leaves it: it says by which policy. */
export interface PolicyStanding extends Standing {
  /** The bands at the last review, on the axes where a margin may keep them. */
  readonly bands?: { readonly [axis: string]: string };
  readonly policy: PolicyVersion;
}

/** A standing as it comes in; one that was written down by hand need not say by which policy. */
export type PolicyStandingInput = StandingInput & {
  readonly policy?: PolicyVersion;
  readonly bands?: { readonly [axis: string]: string };
};

/** The schema of a standing that may say by which policy it is. */
export function policyStandingSchema() {
  return z.extend(standingSchema(), {
    bands: z.optional(z.record(z.string(), id())),
    policy: z.optional(z.strictObject({ id: id(), effectiveFrom: date(), effectiveTo: z.optional(date()) })),
  });
}

export function versionOf({ id: policy, effectiveFrom, effectiveTo }: CheckedPolicy): PolicyVersion {
  return { id: policy, effectiveFrom, ...(effectiveTo === undefined ? {} : { effectiveTo }) };
}

/** Notes a standing of another policy. */
export function checkSamePolicy(
  standing: PolicyStandingInput,
  policy: CheckedPolicy,
  path: Path,
  report: Report,
): boolean {
  const { policy: source } = standing;
  if (source === undefined || source.id === policy.id) return true;
  const message = `expected a standing of the policy ${show(policy.id)}, got one of ${show(source.id)}: each policy has standings of its own`;
  report.add([...path, "policy", "id"], "standing-of-other-policy", message, { policy: source.id });
  return false;
}

/**
 * Whether a review of a period can start from a standing; notes one of another policy, one of a later version, one that has to be carried over before, and axes and
 * bands that this version does not have.
 */
export function checkStanding(
  standing: PolicyStandingInput,
  policy: CheckedPolicy,
  period: string,
  path: Path,
  report: Report,
): boolean {
  if (!checkSamePolicy(standing, policy, path, report)) return false;
  const source = standing.policy?.effectiveFrom ?? policy.effectiveFrom;
  if (source === policy.effectiveFrom || comesBack(standing, policy, period)) {
    checkStandingNames(standing, policy, path, report);
    return true;
  }
  const there = policy.tiers.some((tier) => tier.id === standing.tier);
  const note = (code: "standing-of-other-policy" | "standing-not-carried-over", why: string) => {
    const message = `the standing is of the version of ${source}, and this is that of ${policy.effectiveFrom}, ${why}`;
    const params = { from: source, to: policy.effectiveFrom };
    report.add([...path, "policy", "effectiveFrom"], code, message, params);
    return false;
  };
  if (source > policy.effectiveFrom) {
    const found = `policyAt({ policies })({ on: ${show(periodEnd(period))} })`;
    return note(
      "standing-of-other-policy",
      `an earlier one: review by the version that holds then, which ${found} finds`,
    );
  }
  const [unknown] = unknownNames(standing, policy);
  if (there && policy.transition === undefined && unknown === undefined) return true;
  const gone = there ? unknown : { of: "tier", name: standing.tier };
  const why = gone === undefined ? "which states a transition" : `which has no ${gone.of} ${show(gone.name)}`;
  return note("standing-not-carried-over", `${why}: carry it over first with carryOver(policy)(standing)`);
}

/** Whether a standing comes back to a version from a later one that is over, as a pilot is, by the end of a period. */
export function comesBack(
  { policy: source }: PolicyStandingInput,
  policy: CheckedPolicy,
  period: string,
): boolean {
  if (source?.effectiveTo === undefined) return false;
  return source.effectiveFrom > policy.effectiveFrom && source.effectiveTo < periodEnd(period);
}
