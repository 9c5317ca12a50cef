import { type CheckedIncentive, incentiveId } from "../../policy/incentives.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { payNames } from "../columns/pay-names.js";
import { incentiveSteps } from "../pay/pay-part.js";
import type { ProgramInput } from "../sources/inputs.js";
import { type BatchColumn, optionalNumber } from "./policy-columns.js";

const LABELS = ["grade", "location"];

/** The columns that pay of a period depends on beside those of evidence; a name may be there several times. */
export function paidColumns(policy: CheckedPolicy, period: string): readonly BatchColumn[] {
  const { incentives = [], tiers } = policy;
  return [
    { name: "tier", holds: "label", required: true, labels: tiers.map(({ id }) => id) },
    ...incentives.flatMap((incentive) => {
      const inputs = inputsOf(incentive, period, policy);
      return inputs === undefined ? namedBy(incentive, policy) : inputs.flatMap(columnOf);
    }),
  ];
}

const IN_PLACE = /^(credits|earlier)\./;

/** What an incentive reads of each row, with credits and with amounts in their place; undefined where it has no columns. */
function inputsOf(
  incentive: CheckedIncentive,
  period: string,
  { axes, tiers, currency = "" }: CheckedPolicy,
): readonly ProgramInput[] | undefined {
  const given = { period, currency, axes, tiers: tiers.map(({ id }) => id) };
  const raw = () => incentiveId(incentive);
  const made = [(path: string) => !IN_PLACE.test(path), () => true].flatMap((has) => {
    const one = incentiveSteps(incentive, { ...given, has, raw });
    return "because" in one ? [] : [one.inputs];
  });
  return made.length === 0 ? undefined : made.flat();
}

/** What an incentive may read that the one-person functions pay. */
function namedBy(incentive: CheckedIncentive, policy: CheckedPolicy): readonly BatchColumn[] {
  return [...payNames({ ...policy, incentives: [incentive] })].map((name) =>
    LABELS.includes(name) ? { name, holds: "label", required: false } : optionalNumber(name),
  );
}

function columnOf(input: ProgramInput): readonly BatchColumn[] {
  const { path: name } = input;
  if (name === undefined) return [];
  if (input.type === "number") {
    const holds = input.credits === undefined ? "number" : "list";
    return [{ name, holds, required: false }];
  }
  if (name.startsWith("certificates.")) return [{ name, holds: "flag", required: false }];
  const labels = [...input.labels.keys()].filter((one) => typeof one === "string");
  if (labels.length === 0) return [optionalNumber(name)];
  return [{ name, holds: "label", required: false, ...(input.unknown === "stays" ? {} : { labels }) }];
}
