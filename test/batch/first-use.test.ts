// What the first use of functions of many people meets: `.safe`, messages, what a cell says, units as texts.
import { expect, test } from "vitest";
import {
  batch,
  batchAllocation,
  batchBonusPool,
  batchContext,
  batchPlaces,
  batchRows,
  batchTeamPools,
  unitsText,
} from "../../src/batch/index.js";
import { compilePolicy, type Policy, TierwiseError } from "../../src/index.js";
import { keyAccountManagers } from "../../src/presets/index.js";

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "any" }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "junior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};
const columns = { "evidence.sales": [80] };
const group = { id: ["ann"], share: [1] };

test.each([
  ["batch", batch(policy), { columns }],
  ["batchRows", batchRows(policy), { rows: [{ evidence: { sales: 80 } }] }],
  ["batchContext", batchContext(policy), { columns }],
  ["batchAllocation", batchAllocation({ currency: "USD" }), { groups: [{ amount: 8 }], columns: group }],
  [
    "batchBonusPool",
    batchBonusPool({ currency: "USD" }),
    { period: "2026", groups: [{ pool: 8 }], columns: { id: ["ann"], target: [9] } },
  ],
  [
    "batchPlaces",
    batchPlaces({
      tiers: [{ id: "junior" }],
      quotas: [{ tier: "junior", most: { count: 1 } }],
      keys: [{ key: "sales", order: "descending" }],
    }),
    { columns: { id: ["ann"], tier: ["junior"] } },
  ],
  [
    "batchTeamPools",
    batchTeamPools({ currency: "USD", fund: [{ kind: "fixed", amount: 8 }], sharedBy: [{ by: "equal" }] }),
    { period: "2026", columns: { id: ["ann"] } },
  ],
])("%s returns what it throws", (title, calculate, input) => {
  const all = calculate as ((given: unknown) => unknown) & typeof calculate;
  expect(calculate.safe(input)).toEqual({ ok: true, value: all(input) });
  for (const wrong of [null, [], {}, { ...input, columns: { nothing: [1] }, rows: 1 }]) {
    const outcome = calculate.safe(wrong);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) continue;
    expect(outcome.error.message).toContain(title);
    expect(() => all(wrong)).toThrow(outcome.error.message);
  }
});

const messageOf = (calculate: (input: never) => unknown, input: object) => {
  try {
    calculate(input as never);
  } catch (error) {
    return String(error);
  }
  return "no error";
};

test("what a column is wanted for, and how", () => {
  const paid = batch({
    ...policy,
    currency: "USD",
    incentives: [{ use: "basePay", table: [{ tier: "junior", amount: 1 }] }],
  });
  const years = { columns: { ...columns, experienceYears: [1] } };
  expect(messageOf(paid, years)).toContain("only where pay is asked for: add pay: true, or take it away");
  expect(messageOf(batch(policy), years)).toContain(
    "not a column that this policy uses (batchColumns lists them)",
  );
  const whole = { columns: { "evidence.sales": BigInt64Array.of(1n) } };
  expect(messageOf(batch(policy), whole)).toContain("expected { units, scale } with it as the units");
});

test("a standing in a row", () => {
  const { issues } = batchRows(policy)({ rows: [{ standing: {}, evidence: { sales: 1 } } as never] });
  expect(issues[0]?.issues[0]?.message).toContain('the tier of a row is "tier"');
});

test("what a cell says stands at its place in the dictionary", () => {
  const { cell, cells } = batch(keyAccountManagers)({ columns: {} });
  const { classify } = compilePolicy(keyAccountManagers);
  expect(cells.map(({ at }) => Object.values(at).join(" x "))).toEqual(cell.dictionary);
  const scores = { capability: 85, performance: 85 };
  const placed = classify({ scores, indicators: { satisfaction: 90 } }).cell;
  expect(cells[cell.dictionary.indexOf("high x high")]).toEqual(placed);
  expect(cells.map(({ move }) => move).filter((move) => move === "up").length).toBe(1);
});

test("units as a text", () => {
  expect([8160, -5, 0, -0, 123].map((units) => unitsText(units, 2))).toEqual([
    "81.60",
    "-0.05",
    "0.00",
    "0.00",
    "1.23",
  ]);
  expect([unitsText(-12, 0), unitsText(10n ** 20n, 1), unitsText(Number.NaN, 2)]).toEqual([
    "-12",
    "10000000000000000000.0",
    undefined,
  ]);
  for (const [units, scale] of [
    [0.5, 2],
    [2 ** 53, 2],
    [Number.POSITIVE_INFINITY, 2],
    [1, -1],
    [1, 1.5],
    ["1", 2],
  ])
    expect(() => unitsText(units as number, scale as number), `${units} ${scale}`).toThrow(TierwiseError);
});
