// Products and sums of groups that come to 2^53 + 1, which the nearest floating-point number says is 2^53: the results are those of the function of one group.
import { expect, test } from "vitest";
import { batchAllocation, batchBonusPool, batchTeamPools, type InputColumn } from "../../src/batch/index.js";
import { bonusPool, teamPool } from "../../src/index.js";

/** 2^53 + 1 = 321 x 28059810762433 = 107 x 84179432287299. */
const [FEW, MANY, THIRD] = [321, 28_059_810_762_433, 84_179_432_287_299];
const POOL = { currency: "JPY", fund: [{ kind: "fixed", amount: "9007199254740991" }] } as const;

test("what a member counts, by two facts", () => {
  const config = {
    ...POOL,
    sharedBy: [
      { by: "fact", fact: "a" },
      { by: "fact", fact: "b" },
    ],
  } as const;
  const members = ["x", "y"].map((id) => ({ id, facts: { a: FEW, b: MANY } }));
  const alone = teamPool(config)({ period: "2026", members });
  expect(alone.members.map(({ counts }) => `${counts}`)).toEqual(["9007199254740993", "9007199254740993"]);
  const { teams, parts } = batchTeamPools(config)({
    period: "2026",
    columns: { id: ["x", "y"], "facts.a": [FEW, FEW], "facts.b": [MANY, MANY] },
  });
  expect(`${teams[0]?.counts}`).toBe("18014398509481986");
  expect(Array.from(parts.units, String)).toEqual(alone.members.map(({ line }) => `${line.amount}`));
});

test("a bound of a multiple of a fact", () => {
  const config = {
    ...POOL,
    sharedBy: [{ by: "equal" }],
    memberMost: { fact: "a", times: "107/3" },
  } as const;
  const { members } = teamPool(config)({ period: "2026", members: [{ id: "x", facts: { a: THIRD } }] });
  const { parts } = batchTeamPools(config)({
    period: "2026",
    columns: { id: ["x"], "facts.a": Float64Array.of(THIRD) },
  });
  expect(`${members[0]?.line.amount}`).toBe("3002399751580331");
  expect([...parts.units]).toEqual([3_002_399_751_580_331]);
});

test("a claim of a target and a multiplier", () => {
  const pool = "9007199254740995";
  const alone = bonusPool({ currency: "JPY" })({
    period: "2026",
    pool,
    people: [{ id: "x", target: FEW, multiplier: MANY }],
  });
  const { groups, issues } = batchBonusPool({ currency: "JPY" })({
    period: "2026",
    groups: [{ pool }],
    columns: { id: ["x"], target: [FEW], multiplier: [MANY] },
  });
  expect(`${groups[0]?.claimed}`).toBe(`${alone.claimed}`);
  expect(issues.map(({ row, issues: [issue] }) => [row, issue?.code])).toEqual([[0, "too-large"]]);
});

test("least parts that sum to one unit more than the amount", () => {
  const { parts, groupIssues } = batchAllocation({ decimals: 0 })({
    groups: [{ amount: "9007199254740992" }],
    columns: {
      id: ["a", "b"],
      share: [1, 1],
      "least.amount": { units: BigInt64Array.of(9_007_199_254_740_991n, 2n), scale: 0 },
    },
  });
  expect([...parts.units]).toEqual([Number.NaN, Number.NaN]);
  expect(groupIssues[0]?.issues.map(({ code }) => code)).toEqual(["minimums-over"]);
});

test.each<[string, InputColumn]>([
  ["floats", Float64Array.of(-0, 1)],
  ["numbers of a list", [-0, 1]],
  ["texts", ["-0.0", "1"]],
  ["units", { units: Float64Array.of(-0, 1), scale: 0 }],
])("minus nothing among %s is nothing", (_, a) => {
  const config = { ...POOL, sharedBy: [{ by: "equal" }], memberMost: { fact: "a" } } as const;
  const { parts } = batchTeamPools(config)({ period: "2026", columns: { id: ["x", "y"], "facts.a": a } });
  expect([...parts.units]).toEqual([0, 1]);
});
