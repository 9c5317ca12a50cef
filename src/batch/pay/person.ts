import type { Placement } from "../../classification/classifier.js";
import type { Statement } from "../../incentives/statement/statement.js";
import type { Report } from "../../kernel/report.js";
import type { CompiledPolicy } from "../../policy/compile.js";
import type { PayInput } from "../../policy/pay-input.js";
import type { CheckedPolicy } from "../../policy/policy.js";
import { amountsIn, compileChoices } from "../../policy/scores.js";
import type { Score } from "../../scoring/score.js";
import type { PersonInput } from "../columns/rows.js";

/** Pays one person who has been scored and placed; what is wrong is noted. */
export type PayPerson = (
  person: PersonInput,
  scores: Readonly<Record<string, Score>>,
  placement: Placement,
  report: Report,
) => Statement | undefined;

/** Compiles how one person is paid for a period: as a review does it, without what happened in between. */
export function compilePayPerson(
  policy: CheckedPolicy,
  { pay, parts }: CompiledPolicy,
  period: string,
): PayPerson {
  const axes = compileChoices(policy, parts);
  const commissioned = new Set(
    policy.incentives?.flatMap((incentive) => (incentive.use === "commission" ? [incentive.on] : [])),
  );
  return ({ evidence, attributes, facts, certificates, pay: row }, scores, placement, report) => {
    const outcome = pay?.safe({
      ...row,
      period,
      ...(attributes.tier === undefined ? {} : { tier: attributes.tier }),
      attributes,
      facts,
      ...(certificates === undefined ? {} : { certificates }),
      scores: Object.fromEntries(Object.entries(scores).map(([axis, { value }]) => [axis, value])),
      at: Object.fromEntries(placement.axes.map(({ axis, band }) => [axis, band])),
      amounts: { ...amountsIn(evidence, commissioned, axes, attributes), ...row.amounts },
    } as PayInput);
    if (outcome === undefined || outcome.ok) return outcome?.value;
    for (const { path, code, message, params } of outcome.error.issues) {
      const [door, ...rest] = path;
      const isEvidence = door === "amounts" && !Object.hasOwn(row.amounts ?? {}, String(rest[0]));
      report.add(isEvidence ? ["evidence", ...rest] : path, code, message, params);
    }
    return undefined;
  };
}
