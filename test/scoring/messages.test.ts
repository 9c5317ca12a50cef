import { expect, test } from "vitest";
import { compilePolicy, type Policy, type Safe, scorer } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const messages = (outcome: Safe<unknown>) =>
  outcome.ok ? [] : outcome.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

const made = scorer({
  raters: { kinds: [{ id: "peer", weight: 1 }] },
  indicators: [
    { id: "sales", weight: "40%", measure: { kind: "points" } },
    { id: "care", weight: "40%", measure: { kind: "rating", from: 1, to: 5 }, raters: {} },
    {
      id: "praise",
      weight: "20%",
      measure: { kind: "events", start: 50, events: [{ id: "letter", points: 5 }] },
    },
  ],
});

test("names that are nearly right are answered with what was perhaps meant", () => {
  const evidence = { sale: 5, sales: 105, care: [{ kind: "peers", value: 3 }], praise: { leter: 2 } };
  const previous = { carer: { period: "2026-Q1", score: 5 } };
  const cohort = { kind: "cohort", indicators: { turnover: { count: 3 } } };
  expect(messages(made.safe({ evidence, previous, cohort, period: "2026-Q2" }))).toEqual([
    "evidence.sales: expected 0 to 100, got 105 (the measure's outOfRange can say what counts there)",
    'evidence.care.0.kind: "peers" is not a kind of rater of this indicator: expected "peer" (did you mean "peer"?)',
    'evidence.praise.leter: "leter" is not an event here: expected "letter" (did you mean "letter"?)',
    'evidence.sale: "sale" is not an indicator of this schema: expected "sales", "care" or "praise" (did you mean "sales"?)',
    'previous.carer: "carer" is not an indicator of this schema: expected "sales", "care" or "praise" (did you mean "care"?)',
    'cohort.indicators.turnover: "turnover" is not an indicator of this schema: expected "sales", "care" or "praise"',
  ]);
});

test("what is undefined is missing, wherever it stands", () => {
  const form = scorer({
    missing: { kind: "zero" },
    indicators: [
      { id: "sales", weight: "50%", measure: { kind: "attainment", target: 10 } },
      { id: "praise", weight: "50%", measure: { kind: "points" } },
    ],
  });
  const some: number | undefined = undefined;
  const evidence = { sales: { actual: 5, target: some }, praise: some };
  const score = form({ evidence, previous: undefined, cohort: undefined, presence: undefined });
  expect([score.value?.toFixed(), score.coverage.toFixed()]).toEqual(["25", "0.5"]);
});

test("so is the kind of a measure", () => {
  const wrong = { indicators: [{ id: "a", weight: 1, measure: { kind: "ratings", from: 1, to: 5 } }] };
  expect(scorer.check(wrong)[0]?.message).toMatch(
    /^expected "points", .*, got "ratings" \(did you mean "rating"\?\)$/,
  );
});

test("a policy takes earlier scores and figures of all its axes, and of no other indicators", () => {
  const [first, second] = keyAccountManagers.axes as unknown as [
    Policy["axes"][number],
    Policy["axes"][number],
  ];
  const missing = { kind: "previous", periods: 1 } as const;
  const policy = compilePolicy({
    ...keyAccountManagers,
    axes: [
      { ...first, missing },
      { ...second, missing },
    ],
  });
  const [capability, performance] = [first, second].map((axis) => axis.indicators.map(({ id }) => id));
  const earlier = [...(capability ?? []), ...(performance ?? [])].map(
    (id) => [id, { period: "2026-Q1", score: 50 }] as const,
  );
  const input = { evidence: {}, period: "2026-Q2", previous: Object.fromEntries(earlier) };
  expect(Object.values(policy.score(input)).map(({ value }) => value?.toFixed())).toEqual(["50", "50"]);
  const cohort = { kind: "cohort", indicators: { sales: { count: 1 }, turnover: { count: 1 } } };
  const wrong = {
    ...input,
    cohort,
    previous: { ...input.previous, teamwerk: { period: "2026-Q1", score: 50 } },
  };
  expect(messages(policy.score.safe(wrong)).map((line) => line.split(": expected")[0])).toEqual([
    'previous.teamwerk: "teamwerk" is not an indicator that this policy has',
    'cohort.indicators.turnover: "turnover" is not an indicator that this policy has',
  ]);
});
