import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { auditRecord, replay } from "../../src/audit/index.js";
import type { Policy, PolicyStandingInput } from "../../src/index.js";
import { anyPolicy } from "./any-policy.js";
import { again, careerCommands, modelOf, type Real, realOf } from "./career-model.js";
import { asJson } from "./exact.js";

vi.setConfig({ testTimeout: 600_000 });

/** How often each property is tried, and from where. */
const RUNS = { numRuns: 150 };

const transitions: fc.Arbitrary<Policy["transition"]> = fc
  .record({
    counters: fc.constantFrom("keep" as const, "reset" as const),
    tiers: fc.constantFrom(undefined, [{ from: "d", to: "c" }]),
    grandfather: fc.constantFrom(undefined, { months: 9 }),
  })
  .map(asJson);

const versions = (tracks: boolean) =>
  transitions.chain((transition) =>
    fc.tuple(
      anyPolicy({ odd: true, tracks }),
      anyPolicy({ odd: true, tracks, effectiveFrom: "2026-04-01", transition }),
    ),
  );

const start: fc.Arbitrary<PolicyStandingInput> = fc.constantFrom(
  { tier: "b", since: "2024-01-01" },
  { tier: "c", since: "2025-10-15" },
  { tier: "b", since: "2025-11-15", trial: { until: "2026-05-14" } },
);

test.each([
  ["one ladder", false],
  ["two tracks", true],
])("any career by any rules, whatever happens, stays within the rules: %s", (_, tracks) => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(
      versions(tracks),
      start,
      fc.commands(careerCommands(tracks), { maxCommands: 30, size: "max" }),
      fc.nat(),
      (policies, standing, commands, nat) => {
        const real = realOf(policies, standing, seen);
        fc.modelRun(() => ({ model: modelOf(standing), real }), commands);
        expectSplit(real, standing, nat);
        expectReplayed(real, standing, nat);
      },
    ),
    RUNS,
  );
  const kinds = [
    ...[
      "promoted",
      "demoted",
      "retained",
      "refused",
      "carry-over",
      "not in force",
      "skipped",
      "by condition",
      "by plan",
    ],
    ...["by sanction", "by appeal", "by appointment", "protection", "violation", "reversal", "plan-extended"],
    ...(tracks ? ["crossing", "crossed", "by crossing"] : []),
  ];
  expect(kinds.filter((kind) => (seen[kind] ?? 0) === 0)).toEqual([]);
});

/** The career is the same when it is taken up again from any standing, stored as JSON at every step. */
function expectSplit(real: Real, start: PolicyStandingInput, nat: number): void {
  const { steps } = real;
  const split = nat % (steps.length + 1);
  const before = split === 0 ? start : standingAfter(real, split - 1);
  const end = asJson(steps)
    .slice(split)
    .reduce<PolicyStandingInput>((standing, step) => asJson(again(step, standing, real)), asJson(before));
  expect(end).toEqual(asJson(steps.length === 0 ? start : real.standing));
}

function standingAfter({ steps }: Real, index: number): PolicyStandingInput {
  const step = steps[index];
  if (step === undefined) throw new Error("no such step");
  return step.kind === "review" ? step.review.standing : step.standing;
}

/** The audit record of any review of it replays. */
function expectReplayed(real: Real, start: PolicyStandingInput, nat: number): void {
  const reviews = real.steps.flatMap((step, index) => (step.kind === "review" ? [{ step, index }] : []));
  const one = reviews[nat % Math.max(1, reviews.length)];
  if (one === undefined) return;
  const { step, index } = one;
  const standing = index === 0 ? start : standingAfter(real, index - 1);
  const made = auditRecord(real.policies[step.version])({
    salt: "5b1f0c7a9e2d4483",
    input: { ...step.input, standing },
  });
  expect(made.result).toEqual(asJson(step.review));
  expect(replay(asJson(made)).same).toBe(true);
}
