import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  adjuster,
  basePay,
  benefits,
  type CommissionConfig,
  classifier,
  commission,
  compilePolicy,
  deductions,
  type Evidence,
  equityGrant,
  honours,
  type PayInput,
  type Policy,
  performanceBonus,
  reviewer,
  scorer,
  statement,
  teamPool,
  trainingPlan,
  yearEndBonus,
} from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { evidence, input, poor } from "./people.js";

const policy = compilePolicy(keyAccountManagers);
const { parts } = policy;
const json = (value: unknown) => JSON.parse(JSON.stringify(value));
const own = (axis: string): Evidence =>
  Object.fromEntries((parts.axes[axis]?.indicators ?? []).map(({ id }) => [id, evidence[id] as never]));

describe("each part, used alone, gives what the policy gives", () => {
  const review = policy.review(input());

  test("review is the same as reviewer, and as its steps in turn", () => {
    expect(json(reviewer(keyAccountManagers)(input()))).toEqual(json(review));
    expect(json(policy.score({ evidence }))).toEqual(json(review.scores));
  });

  test.each(["capability", "performance"])("the scorer of %s", (axis) => {
    expect(json(scorer(parts.axes[axis] as never)({ evidence: own(axis) }))).toEqual(
      json(review.scores[axis]),
    );
  });

  const scores = { capability: "80.63", performance: "98.15" };

  test("the classifier", () => {
    const given = { scores, indicators: { satisfaction: 88 } };
    expect(json(classifier(parts.matrix)(given))).toEqual(json(review.placement));
    expect(json(policy.classify(given))).toEqual(json(review.placement));
  });

  test("the adjuster", () => {
    const given = {
      period: "2026-Q3",
      standing: { tier: "intermediate", since: "2025-01-01" },
      placement: review.placement,
      promotionScore: review.promotionScore?.value ?? 0,
    };
    expect(json(adjuster(parts.adjustment)(given))).toEqual(json(review.decision));
    expect(json(policy.adjust(given))).toEqual(json(review.decision));
  });

  test("the incentives and the statement", () => {
    const period = "2026-Q3";
    const lines = [
      basePay(parts.incentives.basePay as never)({ tier: "intermediate", experienceYears: 4, period }),
      performanceBonus(parts.incentives.performanceBonus as never)({
        period,
        tier: "intermediate",
        score: "98.15",
      }),
      ...commission(parts.incentives.commission as never)({
        period,
        credits: [{ id: "sales", amount: 1_080_000 }],
      }).lines,
      ...benefits(parts.incentives.benefits as never)({ period, tier: "intermediate" }).lines,
    ];
    const pay = lines.map(({ category, amount }) => ({ category, amount }));
    const deducted = deductions(parts.incentives.deductions as never)({ period, pay });
    expect(parts.statement).toEqual({ currency: "CNY" });
    expect(deducted.lines).toEqual([]);
    expect(
      json({ ...statement(parts.statement as never)({ period, lines }), balance: deducted.balance }),
    ).toEqual(json(review.statement));
    const given: PayInput = {
      period,
      tier: "intermediate",
      experienceYears: 4,
      scores,
      amounts: { sales: 1_080_000 },
    };
    expect(json(policy.pay?.(given))).toEqual(json(review.statement));
  });

  test("the parts are configs that go through JSON", () => {
    const copied = json(parts) as typeof parts;
    expect(classifier.check(copied.matrix)).toEqual([]);
    expect(adjuster.check(copied.adjustment)).toEqual([]);
    expect(Object.values(copied.axes).flatMap((axis) => scorer.check(axis))).toEqual([]);
    const calculators = {
      ...{ basePay, performanceBonus, commission, yearEndBonus, benefits, teamPool, honours, deductions },
    };
    expect(Object.keys(copied.incentives)).toEqual(Object.keys(calculators));
    expect(Object.values(copied.equity ?? {}).flatMap((rule) => equityGrant.check(rule))).toEqual([]);
    expect(trainingPlan.check(copied.training)).toEqual([]);
    for (const [id, make] of Object.entries(calculators))
      expect(make.check(copied.incentives[id])).toEqual([]);
  });
});

/** The preset, whose commission has one table and counts to date. */
function running() {
  const config = json(keyAccountManagers);
  const { tables, ...terms } = config.incentives[2];
  config.incentives[2] = { ...terms, brackets: tables.at(-1).brackets, per: "to-date" };
  return config;
}

describe("pay", () => {
  const payBy = (made: typeof policy) => (more: object) =>
    made.pay?.safe({
      period: "2026-Q3",
      tier: "junior",
      scores: { performance: 80 },
      amounts: { sales: 1 },
      ...more,
    });
  const pay = payBy(policy);
  const runningPay = payBy(compilePolicy(running()));
  const problems = (outcome: ReturnType<typeof pay>) =>
    outcome === undefined || outcome.ok
      ? []
      : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);

  test("needs the amount that commission is paid on, and the score of the bonus", () => {
    expect(problems(pay({ amounts: {}, scores: {} })).sort()).toEqual([
      "amounts.sales amount-missing",
      "scores.performance score-missing",
    ]);
  });

  test("counts a running total from what was credited before", () => {
    // 490,000 at 0.5 % were paid; 10,000 more at 0.5 % and 5,000 at 0.8 % are 50 + 40.
    const outcome = runningPay({ amounts: { sales: 15_000 }, toDate: { sales: 490_000 } });
    expect(outcome?.ok && outcome.value.lines[2]?.amount.toFixed()).toBe("90");
  });

  test("is not there where a policy pays nothing", () => {
    const { incentives, equity, training, currency, ...unpaid } = keyAccountManagers;
    const made = compilePolicy(unpaid as Policy);
    expect(made.pay).toBeUndefined();
    expect(made.review(input()).statement).toBeUndefined();
  });

  test("is on the amount that the review names, else on the raw amount", () => {
    const line = (more: object) => policy.review(input(more)).statement?.lines[2]?.basis.toFixed();
    expect(line({})).toBe("1080000");
    expect(line({ amounts: { sales: "500000.5" } })).toBe("500000.5");
  });
});

describe("problems of a review stand at the place in its input", () => {
  const problems = (given: unknown, made = policy) => {
    const outcome = made.review.safe(given);
    return outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => `${path.join(".")} ${code}`);
  };

  test("a tier that is not there is one problem", () => {
    expect(problems(input({ standing: { tier: "boss", since: "2025-01-01" } }))).toEqual([
      "standing.tier unknown-tier",
    ]);
  });

  test("a total above the end of the table", () => {
    const config = running();
    config.incentives[2].brackets[2].to = 2_000_000;
    const made = compilePolicy(config);
    expect(problems(input({ amounts: { sales: 3_000_000 } }), made)).toEqual([
      "amounts.sales above-brackets",
    ]);
    expect(problems(input({ amounts: { sales: -1_500_000 }, toDate: { sales: 3_000_000 } }), made)).toEqual([
      "toDate.sales above-brackets",
    ]);
  });

  test("evidence of both axes at once", () => {
    const { teamwork: _, ...rest } = evidence;
    expect(problems(input({ evidence: { ...rest, delivery: 101, delivrey: 5 } })).sort()).toEqual([
      "evidence.delivery out-of-range",
      "evidence.delivrey unknown-indicator",
      "evidence.teamwork evidence-missing",
    ]);
  });
});

describe("the preset", () => {
  const caseFile = (path: string) =>
    JSON.parse(readFileSync(new URL(`../cases/${path}.json`, import.meta.url), "utf8")).config;
  /** With English texts only, as the case files have them. */
  const english = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(english);
    if (typeof value !== "object" || value === null) return value;
    return "en" in value
      ? value.en
      : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, english(inner)]));
  };

  test("is what the case files say that it is", () => {
    const policyOfCase = caseFile("policy/preset-career");
    expect(policyOfCase).toEqual(json(keyAccountManagers));
    const made = compilePolicy(english(keyAccountManagers) as Policy).parts;
    expect(compilePolicy({ ...policyOfCase }).id).toBe("key-account-managers");
    expect(classifier(caseFile("classification/preset-matrix")).program).toEqual(
      classifier(made.matrix).program,
    );
    const { promote, demote, cycle, precedence } = keyAccountManagers.adjustment;
    expect(caseFile("adjustment/preset-career")).toMatchObject(
      english({ promote, demote, cycle, precedence }) as object,
    );
    for (const [folder, use] of [
      ["base-pay", "basePay"],
      ["performance-bonus", "performanceBonus"],
    ] as const) {
      expect(made.incentives[use]).toMatchObject(caseFile(`incentives/${folder}/preset`));
    }
    const { brackets, ...terms } = caseFile("incentives/commission/preset");
    const { tables, ...commissionTerms } = made.incentives.commission as CommissionConfig;
    expect(commissionTerms).toMatchObject(terms);
    expect(tables?.at(-1)?.brackets).toEqual(brackets);
  });

  test("has the study's weights, and sums to 1", () => {
    const weights = Object.fromEntries(
      keyAccountManagers.axes.flatMap((axis) => axis.indicators.map(({ id, weight }) => [id, weight])),
    );
    expect(weights).toEqual({
      communication: "25%",
      relationships: "20%",
      "market-development": "20%",
      "business-knowledge": "15%",
      adaptability: "10%",
      teamwork: "10%",
      sales: "30%",
      customers: "20%",
      satisfaction: "20%",
      growth: "15%",
      delivery: "15%",
    });
    expect(compilePolicy.check(keyAccountManagers)).toEqual([]);
  });

  test("has all texts in three languages", () => {
    const texts: object[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if ("en" in value) texts.push(value);
      else for (const inner of Object.values(value)) collect(inner);
    };
    collect(keyAccountManagers);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.every((text) => Object.keys(text).sort().join() === "en,zh-CN,zh-TW")).toBe(true);
  });

  test("vetoes poor service whatever the sales are", () => {
    const review = policy.review(input({ evidence: { ...evidence, satisfaction: 39.99 } }));
    expect([review.placement.vetoed, review.placement.cell.move]).toEqual([true, "down"]);
    expect(policy.review(input({ evidence: poor })).placement.vetoed).toBe(true);
  });
});
