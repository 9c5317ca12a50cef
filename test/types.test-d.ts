import type { Decimal as SharedDecimal } from "decimal.js";
import { describe, expectTypeOf, test } from "vitest";
import {
  type AdjustmentRules,
  type Allocation,
  adjuster,
  allocation,
  basePay,
  type CommissionConfig,
  classifier,
  commission,
  compilePolicy,
  type Decimal,
  type Decision,
  explain,
  type InsufficientEvidence,
  type NumberInput,
  type Policy,
  type PolicyStatement,
  performanceBonus,
  type Review,
  type Safe,
  type Score,
  type Statement,
  scorer,
  statement,
  type TierwiseError,
  type WeightSchema,
} from "../src/index.js";
import { zhTW } from "../src/locales/index.js";
import { keyAccountManagers } from "../src/presets/index.js";
import { calculatorOf, configJsonSchema, registry } from "../src/registry.js";

describe("config literals are checked", () => {
  test("a measure", () => {
    // @ts-expect-error: no such kind of measure
    scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "stars" } }] });
    // @ts-expect-error: a rating has a scale
    scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "rating", from: 1 } }] });
    // @ts-expect-error: points have no cap
    scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "points", cap: 1 } }] });
  });

  test("a weight schema", () => {
    // @ts-expect-error: an indicator has a weight
    scorer({ indicators: [{ id: "a", measure: { kind: "points" } }] });
    // @ts-expect-error: a weight is a number or a text
    scorer({ indicators: [{ id: "a", weight: true, measure: { kind: "points" } }] });
    // @ts-expect-error: no such rounding mode
    scorer({ rounding: "half-odd", indicators: [{ id: "a", weight: 1, measure: { kind: "points" } }] });
    // @ts-expect-error: indicators are required
    scorer({});
    // @ts-expect-error: no such property
    scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "points" } }], decimal: 2 });
  });

  test("a matrix", () => {
    const axes = [{ id: "x", bands: [{ id: "low" }] }];
    // @ts-expect-error: no such move
    classifier({ axes, cells: [{ at: { x: "low" }, move: "sideways" }] });
    // @ts-expect-error: a cell says where it is
    classifier({ axes, cells: [{ move: "up" }] });
    const cells = [{ at: { x: "low" }, move: "up" }] as const;
    // @ts-expect-error: no such consequence
    classifier({ axes, cells, gates: [{ id: "g", indicator: "i", atLeast: 1, onFail: "shrug" }] });
  });

  test("rules", () => {
    // @ts-expect-error: no such cycle
    adjuster({ tiers: [{ id: "a" }], cycle: "week" });
    // @ts-expect-error: a rise is by something
    adjuster({ tiers: [{ id: "a" }], cycle: "year", promote: { when: [{ kind: "rise", axis: "x" }] } });
  });

  test("pay", () => {
    // @ts-expect-error: a currency is required
    commission({ brackets: [{ rate: "5%" }] });
    // @ts-expect-error: no such method
    commission({ currency: "USD", method: "average", brackets: [{ rate: "5%" }] });
    // @ts-expect-error: no such curve
    performanceBonus({ currency: "USD", curve: "spline", target: [], payout: [] });
    // @ts-expect-error: amounts are paid by the month or the year
    basePay({ currency: "USD", per: "week", table: [] });
  });

  test("a policy", () => {
    // @ts-expect-error: format 1 is the one there is
    ({ ...keyAccountManagers, format: 2 }) satisfies Policy;
    // @ts-expect-error: no such calculator
    ({ ...keyAccountManagers, incentives: [{ use: "lottery" }] }) satisfies Policy;
    const { tiers: _, ...rest } = keyAccountManagers;
    // @ts-expect-error: a policy has tiers
    rest satisfies Policy;
  });
});

test("constants all the way down are configs, and so are variables of the published types", () => {
  const schema = {
    indicators: [
      { id: "a", weight: "1/2", measure: { kind: "points" } },
      { id: "b", weight: 0.5, measure: { kind: "rating", from: 1, to: 5 } },
    ],
  } as const;
  expectTypeOf(scorer(schema)).toEqualTypeOf(scorer({} as WeightSchema));
  const plan = {
    currency: "USD",
    method: "whole",
    boundary: "lower",
    brackets: [{ rate: "5%" }, { from: 100, rate: 0.06 }],
  } as const;
  expectTypeOf(plan).toExtend<CommissionConfig>();
  commission(plan);
  const rules = { tiers: [{ id: "a" }], cycle: "year", promote: { when: [{ kind: "cell" }] } } as const;
  expectTypeOf(rules).toExtend<AdjustmentRules>();
  const policy = {
    format: 1,
    id: "small",
    label: { en: "Small", "zh-TW": "小" },
    effectiveFrom: "2026-01-01",
    axes: [
      {
        id: "x",
        indicators: [{ id: "a", weight: 1, measure: { kind: "attainment", floor: "60%" } }],
        bands: [{ id: "low" }],
      },
    ],
    tiers: [{ id: "t" }],
    matrix: { cells: [{ at: { x: "low" }, move: "stay" }] },
    adjustment: { cycle: "year" },
  } as const;
  expectTypeOf(policy).toExtend<Policy>();
  expectTypeOf(compilePolicy(policy).review).returns.toEqualTypeOf<Review>();
});

test("entries of a weight schema are indicators or groups", () => {
  const points = { kind: "points" } as const;
  const score = scorer({
    missing: { kind: "previous", periods: 2 },
    raters: { kinds: [{ id: "peer", weight: 1 }] },
    indicators: [
      { id: "group", weight: "1/2", indicators: [{ id: "a", weight: 1, measure: points, raters: {} }] },
      {
        id: "b",
        weight: "1/2",
        measure: { kind: "composite", indicators: [{ id: "c", weight: 1, measure: points }] },
      },
    ],
  });
  score({
    evidence: {
      a: [
        { kind: "peer", value: 4 },
        { kind: "peer", value: undefined },
      ],
      c: null,
      d: undefined,
    },
    period: "2026-Q1",
    attributes: { tier: "senior" },
    previous: { c: { period: "2025-Q4", score: "80" } },
  });
  // @ts-expect-error: neither a measure nor indicators
  scorer({ indicators: [{ id: "a", weight: 1 }] });
  // @ts-expect-error: both a measure and indicators
  scorer({ indicators: [{ id: "a", weight: 1, measure: points, indicators: [] }] });
  // @ts-expect-error: growth says what a base of zero does
  scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "growth", points: [] } }] });
  // @ts-expect-error: a rule that is not there
  scorer({ missing: { kind: "ignore" }, indicators: [] });
  // @ts-expect-error: an attribute is a text
  score({ evidence: {}, attributes: { tier: 3 } });
});

describe("results infer without a cast", () => {
  test("a score", () => {
    const result = scorer({ indicators: [{ id: "a", weight: 1, measure: { kind: "points" } }] })({
      evidence: { a: 1 },
    });
    expectTypeOf(result).toEqualTypeOf<Score | InsufficientEvidence>();
    expectTypeOf(result.value).toEqualTypeOf<Decimal | undefined>();
    if (result.kind !== "score") return;
    expectTypeOf(result.value).toEqualTypeOf<SharedDecimal>();
    expectTypeOf(result.indicators[0]?.points).toEqualTypeOf<Decimal | undefined>();
  });

  test("a review", () => {
    const policy = compilePolicy(keyAccountManagers);
    const review = policy.review({
      person: { id: "a" },
      period: "2026-Q3",
      evidence: {},
      standing: { tier: "junior", since: "2026-01-01" },
    });
    expectTypeOf(review.decision.to).toEqualTypeOf<string>();
    expectTypeOf(review.decision.outcome).toEqualTypeOf<"promoted" | "retained" | "demoted" | "crossed">();
    expectTypeOf(review.decision).toEqualTypeOf<Decision>();
    expectTypeOf(review.scores.capability?.value).toEqualTypeOf<Decimal | undefined>();
    expectTypeOf(review.statement).toEqualTypeOf<PolicyStatement | undefined>();
    expectTypeOf(review.statement).toExtend<Statement | undefined>();
    expectTypeOf(explain(review, { locale: zhTW })).toEqualTypeOf<readonly string[]>();
    policy.review({ person: { id: "a" }, period: "2026-Q4", evidence: {}, standing: review.standing });
    policy.adjust({ period: "2026-Q4", standing: review.standing, placement: review.placement });
    // @ts-expect-error: results are readonly
    review.decision.to = "senior";
    // @ts-expect-error: lists in results too
    review.placement.axes.push();
  });

  test("an allocation, and what safe returns", () => {
    const share = allocation({ currency: "USD" });
    expectTypeOf(share).returns.toEqualTypeOf<Allocation>();
    const outcome = share.safe("anything");
    expectTypeOf(outcome).toEqualTypeOf<Safe<Allocation>>();
    if (outcome.ok) expectTypeOf(outcome.value.parts[0]?.amount).toEqualTypeOf<Decimal | undefined>();
    else expectTypeOf(outcome.error).toEqualTypeOf<TierwiseError>();
    // @ts-expect-error: the value is there only where it is ok
    outcome.value;
  });

  test("lines go into a statement as they are", () => {
    const { lines } = commission({ currency: "USD", brackets: [{ rate: 1 }] })({ credits: [] });
    const line = basePay({ currency: "USD", table: [{ tier: "a", amount: 1 }] })({
      tier: "a",
      period: "2026",
    });
    expectTypeOf(
      statement({ currency: "USD" })({ period: "2026", lines: [line, ...lines] }).total,
    ).toEqualTypeOf<Decimal>();
  });
});

test("inputs take a number, a text or a Decimal", () => {
  const decimal = {} as SharedDecimal;
  expectTypeOf<number | string | SharedDecimal>().toEqualTypeOf<NumberInput>();
  const share = allocation({ decimals: 0 });
  share({
    amount: 1,
    shares: [
      { id: "a", share: "1/3" },
      { id: "b", share: decimal },
    ],
  });
  const score = scorer({ indicators: [] });
  score({ evidence: { a: 1, b: "2", c: decimal, d: { actual: decimal, target: "1/2" }, e: { actual: 1 } } });
  // @ts-expect-error: true is no number
  share({ amount: true, shares: [] });
  // @ts-expect-error: evidence stands under its own name
  score({ a: 1 });
  // @ts-expect-error: a bigint is no number here
  score({ evidence: { a: 1n } });
});

test("the registry is typed by name", () => {
  expectTypeOf(registry.commission).toEqualTypeOf(commission);
  expectTypeOf(configJsonSchema).parameter(0).toExtend<string>();
  // @ts-expect-error: no such factory
  configJsonSchema("lottery");
  expectTypeOf(calculatorOf("scorer", {}).safe({})).toEqualTypeOf<Safe<unknown>>();
});
