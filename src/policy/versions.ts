import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../kernel/calculator.js";
import type { Path } from "../kernel/errors.js";
import { date, id } from "../kernel/fields.js";
import type { Report } from "../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../kernel/schema.js";
import { show } from "../kernel/show.js";
import type { Policy } from "./policy.js";

const versions = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    policies: described(
      list(
        z.looseObject({
          id: id(),
          effectiveFrom: date(),
          effectiveTo: z.optional(date()),
          recordedOn: z.optional(date()),
        }),
        1,
      ),
      "The versions of one policy, each a whole policy document, in any order.",
    ),
  }),
);

/** The versions of one policy, in any order: the config of `policyAt`. */
export interface PolicyVersions {
  readonly policies: readonly Policy[];
}

const moment = /* @__PURE__ */ lazySchema(() => z.strictObject({ on: date(), knownOn: z.optional(date()) }));

/**
 * The day on which a policy is asked for, and, if what was known on a day matters, that day.
 *
 * @useDeclaredType
 */
export type PolicyMoment = Written<typeof moment>;

type Version = Checked<typeof versions>["policies"][number];

/**
 * The version of a policy that is in force on a day (M8): of those that have begun and have not ended, the one that began last. What was recorded later
 * about the same beginning takes the place of what was recorded before.
 *
 * `effectiveFrom` and `effectiveTo` are the first and the last day of a version; without a last day it holds until a later version does. Where a version ends,
 * an earlier one that has not ended holds again. `recordedOn` is the day from which a version is known, `effectiveFrom` where it is not said. `knownOn`
 * asks for the rules as they were known on that day: a version that was recorded later is left out. The result is the document as it was written, so
 * that its hash is the same; `compilePolicy` checks all that is in it.
 *
 * Errors of the config: documents of different policies (`policies-mixed`), two versions with the same beginning, recorded on the same day
 * (`versions-overlap`), an end before the beginning (`range-empty`). Errors of the input: no version is in force (`no-policy-in-force`).
 *
 * @example
 * ```ts
 * import { policyAt } from "tierwise";
 * import { keyAccountManagers } from "tierwise/presets";
 *
 * const stricter = { ...keyAccountManagers, effectiveFrom: "2027-01-01", recordedOn: "2026-11-20" };
 * const at = policyAt({ policies: [keyAccountManagers, stricter] });
 * at({ on: "2026-12-31" }).effectiveFrom; // => "2026-07-01"
 * at({ on: "2027-03-31" }).effectiveFrom; // => "2027-01-01"
 * at({ on: "2027-03-31", knownOn: "2026-10-01" }).effectiveFrom; // => "2026-07-01"
 * ```
 */
export const policyAt: CalculatorFactory<PolicyVersions, PolicyMoment, Policy> =
  /* @__PURE__ */ defineFactory({
    title: "policyAt",
    config: versions,
    check: checkVersions,
    compile: ({ policies }) =>
      defineCalculator({
        title: "policyAt",
        input: moment,
        run({ on, knownOn }, report): Policy {
          const found = inForce(
            policies.filter((version) => knownOn === undefined || recordedOn(version) <= knownOn),
            on,
          );
          if (found === undefined) {
            const known = knownOn === undefined ? "" : `, as known on ${knownOn}`;
            const [first = ""] = policies.map(({ effectiveFrom }) => effectiveFrom).sort();
            const message = `no version is in force on ${on}${known}: the first begins on ${first}`;
            report.add(["on"], "no-policy-in-force", message, { first });
          }
          report.stop();
          return found as unknown as Policy;
        },
      }),
  }) as unknown as CalculatorFactory<PolicyVersions, PolicyMoment, Policy>;

function recordedOn({ recordedOn: recorded, effectiveFrom }: Version): string {
  return recorded ?? effectiveFrom;
}

/** Of the versions that count for a day, the one that began last; of each beginning, what was recorded last. */
function inForce(policies: readonly Version[], on: string): Version | undefined {
  const latest = new Map<string, Version>();
  for (const version of policies) {
    const other = latest.get(version.effectiveFrom);
    if (other === undefined || recordedOn(other) < recordedOn(version))
      latest.set(version.effectiveFrom, version);
  }
  return [...latest.values()]
    .filter(({ effectiveFrom, effectiveTo = on }) => effectiveFrom <= on && on <= effectiveTo)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

function checkVersions({ policies }: Checked<typeof versions>, report: Report): void {
  const seen = new Set<string>();
  const readable = report.items(policies, ["policies"]);
  const [, first] = readable[0] ?? [];
  for (const [index, version] of readable) {
    const here = ["policies", index];
    checkDates(version, here, report);
    if (first !== undefined && report.sound([...here, "id"]) && version.id !== first.id) {
      const message = `expected versions of one policy, ${show(first.id)}, got ${show(version.id)}`;
      report.add([...here, "id"], "policies-mixed", message);
    }
    if (!report.sound([...here, "effectiveFrom"]) || !report.sound([...here, "recordedOn"])) continue;
    const when = `${version.effectiveFrom} ${recordedOn(version)}`;
    if (seen.has(when)) {
      const message = `another version begins on ${version.effectiveFrom} and was recorded on the same day: say in "recordedOn" which came later`;
      report.add(here, "versions-overlap", message);
    }
    seen.add(when);
  }
}

/** Notes a version that ends before it begins. */
export function checkDates(
  { effectiveFrom, effectiveTo }: Pick<Version, "effectiveFrom" | "effectiveTo">,
  path: Path,
  report: Report,
): void {
  const [begin, end] = [
    [...path, "effectiveFrom"],
    [...path, "effectiveTo"],
  ];
  if (effectiveTo === undefined || !report.sound(begin) || !report.sound(end)) return;
  if (effectiveTo >= effectiveFrom) return;
  report.add(
    end,
    "range-empty",
    `expected a day from ${effectiveFrom} on, when it begins, got ${effectiveTo}`,
  );
}
