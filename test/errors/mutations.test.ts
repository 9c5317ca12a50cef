import { describe, expect, test } from "vitest";
import {
  type Calculator,
  type CommissionConfig,
  commission,
  compilePolicy,
  type Factory,
  type Issue,
  type Path,
  type Policy,
  pathText,
  scorer,
  TierwiseError,
} from "../../src/index.js";
import { startsWith } from "../../src/kernel/report.js";
import { keyAccountManagers } from "../../src/presets/index.js";
import { input } from "../policy/people.js";
import { everything, full, other } from "../scoring/everything.js";
import { damaged, type Mutation, mutations } from "./mutations.js";

const shapeCodes = /^(missing|wrong-type|.+-invalid|number-missing)$/;

/** Pairs of issues of which the second lies where the first says that the shape is wrong. */
function doubled(issues: readonly Issue[]): readonly string[] {
  const broken = issues.filter(({ code }) => shapeCodes.test(code));
  return broken.flatMap((one) =>
    issues
      .filter((issue) => issue !== one && startsWith(issue.path, one.path))
      .map((issue) => `${one.code} and ${issue.code} at ${pathText(issue.path)}`),
  );
}

/** What else than a `TierwiseError` came of some work. */
function fault(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (!(error instanceof TierwiseError)) return error;
  }
  return undefined;
}

/** Runs all, and names the mutations of which something came that should not. */
function judge(list: Iterable<Mutation>, wrong: (document: unknown) => unknown): void {
  const found: unknown[] = [];
  let count = 0;
  for (const { path, damage, document } of list) {
    count += 1;
    const what = wrong(document);
    if (what !== undefined) found.push([pathText(path), damage, what]);
  }
  console.log(`${count} mutations`);
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(100);
}

function judgeConfigs<Config, Product>(
  factory: Factory<Config, Product>,
  config: Config,
  use: (product: Product) => unknown,
  stride = 1,
): void {
  expect(factory.check(config)).toEqual([]);
  judge(mutations(config, stride), (document) => {
    let issues: readonly Issue[] = [];
    const thrown = fault(() => {
      issues = factory.check(document);
      use(factory(document as Config));
    });
    if (thrown !== undefined) return thrown;
    const twice = doubled(issues);
    return twice.length === 0 ? undefined : twice;
  });
}

function judgeInputs<Input>(calculator: Calculator<Input, unknown>, good: Input): void {
  expect(calculator.safe(good).ok).toBe(true);
  judge(mutations(good), (document) => {
    const thrown = fault(() => calculator.safe(document));
    if (thrown !== undefined) return thrown;
    const outcome = calculator.safe(document);
    const places = outcome.ok ? [] : outcome.error.issues.map(({ path }) => pathText(path));
    return new Set(places).size === places.length ? undefined : places;
  });
}

test("a weight schema of which a part is damaged gives issues, one for each place", () => {
  judgeConfigs(scorer, everything, (score) => score.safe(full));
});

test("evidence of which a part is damaged gives issues, one for each place", () => {
  const score = scorer(everything);
  judgeInputs(score, full);
  judgeInputs(score, other);
});

/** A commission with nearly everything, and its input. */
const plan: CommissionConfig = {
  currency: "USD",
  per: "to-date",
  counts: "attainment",
  quotaIn: "units",
  paidOn: "amount",
  totals: "shared",
  rising: true,
  highestRate: "120%",
  tables: [
    {
      id: "large",
      when: [
        { deal: "amount", atLeast: 500 },
        { attribute: "product", is: ["cloud"] },
      ],
      brackets: [{ rate: "3%" }, { from: "100%", to: "300%", rate: "5%" }],
    },
    { id: "other", brackets: [{ rate: "1%" }, { from: "50%", rate: "2%" }] },
  ],
  threshold: { counts: "amount", from: 10, pays: "all" },
  perDeal: { credited: { quantity: "units", above: 1000, share: "25%" } },
  cap: { above: 900, share: "50%" },
  floor: 10,
};
const credit = { order: "A", amount: 600, units: 3, attributes: { product: "cloud" } };
const sold = { credits: [{ id: "b", ...credit }], earlier: [{ id: "a", ...credit }], quota: 5, paid: 12 };

test("a commission of which a part is damaged gives issues, one for each place", () => {
  judgeConfigs(commission, plan, (pay) => pay.safe(sold));
});

test("credits of which a part is damaged give issues, one for each place", () => {
  judgeInputs(commission(plan), sold);
});

/** Of a commission with tables, the one for all others, on a running total. */
function running({ tables = [], ...commission }: Extract<Incentive, { use: "commission" }>): Incentive {
  return { ...commission, brackets: tables.at(-1)?.brackets ?? [], per: "to-date" };
}

type Incentive = NonNullable<Policy["incentives"]>[number];

/** The preset with a weight schema for some people, and commission on a running total. */
const withVariant: Policy = {
  ...keyAccountManagers,
  incentives: keyAccountManagers.incentives?.map((incentive) =>
    incentive.use === "commission" ? running(incentive) : incentive,
  ),
  axes: keyAccountManagers.axes.map((axis, index) =>
    index > 0
      ? axis
      : {
          ...axis,
          variants: [
            {
              id: "cloud-north",
              when: [
                { attribute: "line", is: ["cloud"] },
                { attribute: "region", is: ["north"] },
              ],
              indicators: axis.indicators,
            },
          ],
        },
  ),
};
const review = compilePolicy(withVariant).review;
const given = input({
  attributes: { line: "cloud", region: "north" },
  amounts: { sales: 1_080_000 },
  toDate: { sales: 500_000 },
});

test("a policy of which a part is damaged gives issues, one for each place", () => {
  judgeConfigs(compilePolicy, withVariant, (policy) => policy.review.safe(given), 5);
});

test("a review of which a part is damaged gives issues, one for each place", () => {
  judgeInputs(review, given);
  const { standing } = review(given);
  judgeInputs(review, { ...given, period: "2026-Q4", standing });
});

describe("a part whose shape is wrong is one problem, and others are not blamed for it", () => {
  const places = (factory: { check(config: unknown): readonly Issue[] }, config: unknown) =>
    factory.check(config).map(({ path, code }) => `${pathText(path)} ${code}`);
  const without = (...paths: readonly Path[]) =>
    paths.reduce<unknown>((document, path) => damaged(document, path, "deleted"), withVariant);

  test("a text where a list of two is expected, which is not also too short", () => {
    const measure = { kind: "lines", points: "x" };
    expect(places(scorer, { indicators: [{ id: "rate", weight: 1, measure }] })).toEqual([
      "indicators[0].measure.points wrong-type",
    ]);
  });

  test.each<[string, readonly Path[]]>([
    ["a gate without its minimum", [["matrix", "gates", 0, "atLeast"]]],
    ["a bonus without its axis", [["incentives", 1, "axis"]]],
    ["a commission without its indicator", [["incentives", 2, "on"]]],
    ["commission on an indicator without a measure", [["axes", 1, "indicators", 0, "measure"]]],
    [
      "conditions without an attribute, which are not about the same one",
      [0, 1].map((index) => ["axes", 0, "variants", 0, "when", index, "attribute"]),
    ],
    [
      "indicators without an id, which are not the same one",
      [0, 1].map((index) => ["axes", index, "indicators", index, "id"]),
    ],
  ])("%s", (_, paths) => {
    expect(places(compilePolicy, without(...paths))).toEqual(
      paths.map((path) => `${pathText(path)} missing`),
    );
  });

  test("a gate that looks at nothing, which has no wrong minimum either", () => {
    expect(places(compilePolicy, without(["matrix", "gates", 0, "indicator"]))).toEqual([
      "matrix.gates[0] one-of",
    ]);
  });

  test("an incentive whose id is wrong, which has nobody's name", () => {
    const { incentives = [] } = withVariant;
    const policy = { ...withVariant, incentives: [...incentives, { ...incentives[2], id: null }] };
    expect(places(compilePolicy, policy)).toEqual([`incentives[${incentives.length}].id id-invalid`]);
  });
});

test("a rating without its kind says that the kind is missing", () => {
  const teamwork = [{ value: 4 }];
  const outcome = scorer(everything).safe({ ...full, evidence: { ...full.evidence, teamwork } });
  expect(outcome.ok ? [] : outcome.error.issues.map(({ path, code }) => [pathText(path), code])).toEqual([
    ["evidence.teamwork[0].kind", "missing"],
  ]);
});
