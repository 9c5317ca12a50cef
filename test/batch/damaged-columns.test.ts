// Columns that are none, or that no row can be right in: one clear issue of the input, and never a crash, a row that is lost or a value that is taken for another.
import { describe, expect, test } from "vitest";
import { batch, batchTeamPools } from "../../src/batch/index.js";
import { type Policy, TierwiseError } from "../../src/index.js";

const policy: Policy = {
  format: 1,
  id: "small",
  effectiveFrom: "2026-01-01",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }],
      raters: {
        kinds: [
          { id: "superior", weight: "60%" },
          { id: "peer", weight: "40%" },
        ],
      },
      indicators: [
        { id: "sales", weight: "40%", measure: { kind: "attainment", target: 300 } },
        {
          id: "visits",
          weight: "30%",
          measure: { kind: "attainment", target: 300, over: { kind: "sum" } },
          missing: { kind: "zero" },
        },
        {
          id: "teamwork",
          weight: "30%",
          measure: { kind: "rating", from: 1, to: 5 },
          raters: {},
          missing: { kind: "zero" },
        },
      ],
    },
  ],
  tiers: [{ id: "junior" }],
  matrix: {},
  adjustment: { cycle: "quarter" },
};
const review = batch(policy);

function wrong(columns: unknown, work: (input: { columns: never }) => unknown = review): readonly string[] {
  try {
    work({ columns: columns as never });
  } catch (error) {
    if (error instanceof TierwiseError)
      return error.issues.map(({ path, code }) => `${path.slice(1).join(" ")} ${code}`);
    throw error;
  }
  return [];
}

function transferred(): Float64Array {
  const column = Float64Array.of(1, 2, 3);
  structuredClone(column, { transfer: [column.buffer] });
  return column;
}

function transferredOffsets(): Int32Array {
  const offsets = Int32Array.of(0, 1, 2, 3);
  structuredClone(offsets, { transfer: [offsets.buffer] });
  return offsets;
}

const three = Float64Array.of(1, 2, 3);

describe("a column that is none", () => {
  test.each<[string, unknown]>([
    ["values that are not there", { values: null }],
    ["values in a list", { values: [1, 2, 3] }],
    ["values in a text", { values: "abc" }],
    ["values of big integers", { values: BigInt64Array.of(1n, 2n, 3n) }],
    ["units that are not there", { units: undefined, scale: 2 }],
    ["units in a list", { units: [1, 2, 3], scale: 2 }],
    ["codes that are not there", { codes: null, dictionary: [] }],
    ["codes in a text", { codes: "012", dictionary: ["1", "2", "3"] }],
    ["a dictionary that is none", { codes: Int8Array.of(0, 0, 0), dictionary: new Set(["1"]) }],
    ["a set", new Set([1, 2, 3])],
    ["memory that has been transferred", transferred()],
    ["values whose memory has been transferred", { values: transferred() }],
    ["offsets whose memory has been transferred", { offsets: transferredOffsets(), values: [] }],
  ])("%s", (_, column) => {
    expect(wrong({ "evidence.sales": column })).toEqual(["evidence.sales wrong-type"]);
  });

  test.each<[string, object, string]>([
    ["truth values", { valid: [true, false, true] }, "valid wrong-type"],
    ["a text", { valid: "101" }, "valid wrong-type"],
    ["null", { valid: null }, "valid wrong-type"],
    ["numbers of 64 bits", { valid: Float64Array.of(7) }, "valid wrong-type"],
    ["no bits", { valid: new Uint8Array() }, "valid column-length"],
    ["another name", { nullBitmap: Uint8Array.of(7) }, "nullBitmap unknown-property"],
    ["a scale beside it", { scale: 2 }, "scale one-of"],
  ])("validity: %s", (_, beside, expected) => {
    expect(wrong({ "evidence.sales": { values: three, ...beside } })).toEqual([`evidence.sales ${expected}`]);
  });

  test("in functions of groups", () => {
    const share = batchTeamPools({
      currency: "USD",
      fund: [{ kind: "fixed", amount: 100 }],
      sharedBy: [{ by: "fact", fact: "hours" }],
    });
    const columns = { id: ["a", "b", "c"], "facts.hours": { values: three, valid: [true, true, true] } };
    const work = (input: { columns: never }) => share({ period: "2026", ...input });
    expect(wrong(columns, work)).toEqual(["facts.hours valid wrong-type"]);
    expect(wrong(new Map(Object.entries(columns)), work)).toEqual([" wrong-type"]);
  });
});

describe("a column in which no row can be right", () => {
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ["numbers where lists are summarised", { "evidence.visits": three }, ["evidence.visits wrong-type"]],
    [
      "units where a part is a list",
      { "evidence.visits.actual": { units: three, scale: 0 } },
      ["evidence.visits.actual wrong-type"],
    ],
    ["numbers where all ratings are", { "evidence.teamwork": three }, ["evidence.teamwork wrong-type"]],
    [
      "a misspelt kind of rater",
      { "evidence.teamwork.per": [null, null, 4] },
      ["evidence.teamwork.per unknown-column"],
    ],
    [
      "a part that no evidence has",
      { "evidence.sales.taget": [null, 4, 4] },
      ["evidence.sales.taget unknown-column"],
    ],
    [
      "a fact that JavaScript keeps for itself",
      { "facts.__proto__": three },
      ["facts.__proto__ unknown-column"],
    ],
  ])("%s", (_, columns, expected) => {
    expect(wrong({ ...columns, "evidence.sales.actual": three })).toEqual(expected);
  });

  test.each<[string, Record<string, unknown>]>([
    ["one number for each where one rating is a list", { "evidence.teamwork.superior": three }],
    ["numbers of which no row has one", { "evidence.visits": { values: three, valid: Uint8Array.of(0) } }],
    ["no rows", { "evidence.visits": new Float64Array(), "evidence.sales": [] }],
    [
      "a target for all values",
      { "evidence.visits.actual": [[1], [2], [3]], "evidence.visits.target": three },
    ],
  ])("but not %s", (_, columns) => {
    expect(wrong({ "evidence.sales": three, ...columns })).toEqual([]);
  });
});

test("columns in a map are no columns", () => {
  expect(wrong(new Map([["evidence.sales", three]]))).toEqual([" wrong-type"]);
});

test.each<[string, Record<string, unknown>, string]>([
  ["a fact", { "facts.visits": { units: Float64Array.of(1, 0.5, 3), scale: 0 } }, "facts.visits"],
  [
    "an amount of pay",
    { salary: { units: Float64Array.of(1, 2 ** 53, 3), scale: 2, valid: Uint8Array.of(0b011) } },
    "salary",
  ],
  [
    "a number of steps",
    { step: { units: Int32Array.of(0, 3, 0), scale: 1, valid: Uint8Array.of(0b010) } },
    "step",
  ],
])("units that are no number, in a column that nothing asks for: %s", (_, column, path) => {
  const paying = {
    ...policy,
    currency: "USD",
    incentives: [{ use: "basePay", table: [{ tier: "junior", amount: 100 }] }],
  } as never;
  const { issues } = batch(paying)({
    period: "2026-Q3",
    pay: true,
    columns: { tier: ["junior", "junior", "junior"], "evidence.sales": three, ...column } as never,
  });
  expect(issues.map(({ row, issues: [first] }) => [row, first?.path.join(".")])).toEqual([[1, path]]);
});
