// Credits at their boundaries, in columns of every kind, and columns of credits that are none.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { batch, batchRows, type InputColumn } from "../../src/batch/index.js";
import { TierwiseError } from "../../src/index.js";
import { randomOf } from "../reference/generate/random.js";
import { detailColumns, evidenceColumns } from "./columns.js";
import { credit, expectSame, lists, PERIOD, paid, policyOf } from "./deals.js";
import { planCreditPolicy } from "./generate/credit-policy.js";
import { rowOf } from "./one-person.js";

const byTables = policyOf({
  method: "whole",
  tables: [
    { id: "large", when: [{ deal: "amount", atLeast: 40_000 }], brackets: [{ rate: "3%" }] },
    {
      id: "key",
      when: [
        { attribute: "customer", is: ["key", "state"] },
        { attribute: "region", is: ["north"] },
      ],
      brackets: [{ rate: "2%" }, { from: 10_000, rate: "2.5%" }],
    },
    { id: "rest", brackets: [{ rate: "1%" }] },
  ],
});

describe("sums over credits", () => {
  test("each table pays its own, a deal being all credits of its order", () => {
    const found = expectSame(
      byTables,
      lists(
        [
          credit("a", 39_999.99, { order: "o", attributes: { customer: "key", region: "north" } }),
          credit("b", 0.01, { order: "o" }),
          credit("c", 39_999.99, { attributes: { customer: "state", region: "north" } }),
          credit("d", 100, { attributes: { customer: "key" } }),
        ],
        [credit("a", -40_000), credit("b", -39_999.995)],
        [],
      ),
    );
    for (const { paths, pay } of found) {
      expect(paths).toEqual({ columns: 3, exact: 0, person: 0, failed: 0 });
      expect(Array.from(pay?.lines.commission?.units ?? [])).toEqual([220_100, -160_000, 0]);
    }
  });

  test("limits of size include their ends, whichever deal comes first", () => {
    const limited = policyOf({
      tables: [
        {
          id: "small",
          when: [{ deal: "amount", atLeast: "0.015", atMost: 100 }],
          brackets: [{ rate: "100%" }],
        },
        { id: "rest", brackets: [{ rate: "0%" }] },
      ],
    });
    const deals = [100, 100.01, 100, 0.01, 0.02, 0, -100, -100.01].map((amount, at) =>
      credit(`d${at}`, amount),
    );
    for (const list of [deals, [...deals].reverse()])
      for (const { pay, paths } of expectSame(limited, lists(list))) {
        expect(paths.columns).toBe(1);
        expect(Array.from(pay?.total.units ?? [])).toEqual([10_002]);
      }
  });

  test("a number that is no whole units sets its row aside, though another may hide it in the sum", () => {
    const policy = policyOf({ brackets: [{ rate: "100%" }] });
    const plain = Array.from({ length: 60 }, (_, at) => [credit("a", at / 100)]);
    const hidden = [credit("a", 180_143_985_094_819.03), credit("b", -180_143_985_094_819)];
    for (const { pay, paths } of expectSame(policy, lists(...plain, hidden))) {
      expect(paths).toEqual({ columns: 60, exact: 1, person: 0, failed: 0 });
      expect(pay?.total.units[60]).toBe(3);
    }
  });

  test("where all tables count together, only those that have credits are held to their ends", () => {
    const ending = policyOf({
      method: "whole",
      totals: "shared",
      tables: [
        { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "1%", to: 100 }] },
        { id: "rest", brackets: [{ rate: "2%" }] },
      ],
    });
    const key = { attributes: { customer: "key" } };
    for (const { paths } of expectSame(
      ending,
      lists([credit("a", 500)], [credit("a", 500), credit("b", 1, key)], [credit("b", 1, key)]),
    ))
      expect(paths).toEqual({ columns: 0, exact: 0, person: 2, failed: 1 });
  });

  test("all tables count together; the rate that the whole count reaches is paid on what is another quantity", () => {
    const shared = policyOf({
      method: "whole",
      paidOn: "margin",
      totals: "shared",
      tables: [
        {
          id: "key",
          when: [{ attribute: "customer", is: ["key"] }],
          brackets: [{ rate: "10%" }, { from: 10_000, rate: "20%" }],
        },
        { id: "rest", brackets: [{ rate: "5%" }, { from: 10_000, rate: "6%" }] },
      ],
      threshold: { from: 5000 },
    });
    const key = { margin: 100, attributes: { customer: "key" } };
    const found = expectSame(
      shared,
      lists(
        [credit("a", 6000, key), credit("b", 4000, { margin: "33.33" })],
        [credit("a", -6000, { ...key, margin: -100 }), credit("b", -4000, { margin: -33.34 })],
        [credit("a", -6000, key), credit("b", -4000, { margin: 1 })],
        [credit("a", 4999.99, key)],
      ),
    );
    for (const { paths, pay } of found) {
      expect(paths).toEqual({ columns: 4, exact: 0, person: 0, failed: 0 });
      expect(Array.from(pay?.total.units ?? [])).toEqual([2200, -2200, 0, 0]);
    }
  });

  test("an attainment of the quota, and a margin in percent, of none 0 %", () => {
    const quota = policyOf({
      counts: "attainment",
      brackets: [{ rate: "1%" }, { from: "100%", rate: "1/30" }],
    });
    const rows = lists([credit("a", 60_000), credit("b", "60000.01")], [credit("a", 1)], [credit("a", 0)]);
    for (const { paths } of expectSame(
      quota,
      rows.map((row, at) => ({ ...row, "quotas.sales": [100_000, 0.3, null][at] })),
    ))
      expect(paths).toEqual({ columns: 2, exact: 0, person: 0, failed: 1 });
    const margin = policyOf({
      counts: "margin-percent",
      method: "whole",
      brackets: [{ rate: "1%" }, { from: "25%", rate: "2%" }],
    });
    for (const { paths } of expectSame(
      margin,
      lists([credit("a", 100, { margin: 25 })], [], [credit("a", 3, { margin: -5 })]),
    ))
      expect(paths).toEqual({ columns: 2, exact: 1, person: 0, failed: 0 });
  });

  test("where there are no credits an amount counts, stated or of the evidence", () => {
    const policy = policyOf({
      tables: [
        { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "9%" }] },
        { id: "rest", brackets: [{ rate: "1%" }] },
      ],
    });
    for (const { paths, pay } of expectSame(policy, [
      { "credits.sales": null, "amounts.sales": 700 },
      { "credits.sales": null },
      { "credits.sales": [credit("a", 100)], "amounts.sales": 700 },
      { "credits.sales": [credit("a", 100)], "amounts.sales": "many" },
    ])) {
      expect(paths).toEqual({ columns: 3, exact: 0, person: 0, failed: 1 });
      expect(Array.from(pay?.total.units ?? [])).toEqual([700, 50_000, 100, Number.NaN]);
    }
  });

  test("numbers of any size", () => {
    const policy = policyOf({ brackets: [{ rate: "1%" }, { from: "1/3", rate: "2%" }] });
    for (const { paths } of expectSame(
      policy,
      lists(
        [credit("a", "1/3"), credit("b", "0.00000000000000000001")],
        [credit("a", 0.1), credit("b", 0.2)],
        [credit("a", "90071992547409.91"), credit("b", 1), credit("c", "90071992547409.92")],
        [credit("a", "99999999999999999999"), credit("b", "-99999999999999999999")],
        [credit("a", 1e300)],
      ),
    ))
      expect(paths).toMatchObject({ person: 0, failed: 1 });
  });

  test("rates of nothing hide nothing that is wrong", () => {
    const nothing = policyOf({ brackets: [{ rate: "0%" }] });
    for (const { issues } of expectSame(nothing, lists([credit("a", 1)], [credit("a", "x")], [{ id: "a" }])))
      expect(issues.map(({ row }) => row)).toEqual([1, 2]);
  });
});

describe("what counts to date", () => {
  const toDate = policyOf({
    per: "to-date",
    brackets: [{ rate: "1%" }, { from: 100, rate: "2%", to: 1000 }],
    floor: 5,
  });

  test("earlier credits, their total, what was paid, or nothing before", () => {
    const now = [credit("a", 150)];
    for (const { paths, pay } of expectSame(toDate, [
      { "credits.sales": now, "earlier.sales": [credit("b", 400), credit("c", 50)] },
      { "credits.sales": now, "toDate.sales": 450 },
      { "credits.sales": now, "earlier.sales": [credit("b", 0)] },
      { "credits.sales": now, "earlier.sales": [] },
      { "credits.sales": now, "earlier.sales": null, "toDate.sales": 0 },
      { "credits.sales": now, "earlier.sales": [credit("b", 450)], "paid.sales": 7 },
    ])) {
      expect(paths).toEqual({ columns: 6, exact: 0, person: 0, failed: 0 });
      expect(Array.from(pay?.total.units ?? [])).toEqual([300, 300, 0, 500, 500, 400]);
    }
  });

  test("what does not go together, and what ends before", () => {
    for (const { paths } of expectSame(toDate, [
      { "credits.sales": [credit("a", 1)], "earlier.sales": [credit("a", 1)] },
      { "credits.sales": null, "amounts.sales": 3, "earlier.sales": [credit("sales", 1)] },
      { "credits.sales": null, "amounts.sales": 3, "earlier.sales": [credit("a", 200)] },
      { "credits.sales": [credit("a", 1)], "earlier.sales": [credit("b", 1)], "toDate.sales": 1 },
      { "credits.sales": [credit("a", -500)], "earlier.sales": [credit("b", 1001)], "paid.sales": 1 },
      { "credits.sales": [credit("a", 1)], "earlier.sales": [], "paid.sales": "0.001" },
      {
        "credits.sales": [credit("a", "-500")],
        "earlier.sales": [credit("b", "1000.00000000000000000001")],
        "paid.sales": 1,
      },
    ]))
      expect(paths).toEqual({ columns: 0, exact: 1, person: 0, failed: 6 });
  });
});

test("a total to date that does not say all is wrong in each row that has one", () => {
  const policy = policyOf({
    per: "to-date",
    tables: [
      { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "1%" }] },
      { id: "rest", brackets: [{ rate: "2%" }] },
    ],
  });
  const rows = lists([credit("a", 500)], [credit("a", 500)]);
  for (const { issues } of expectSame(
    policy,
    rows.map((row, at) => ({ ...row, "toDate.sales": at === 0 ? null : 0 })),
  ))
    expect(issues.map(({ row, issues: [first] }) => [row, first?.path.join(".")])).toEqual([
      [1, "toDate.sales"],
    ]);
  for (const { paths } of expectSame(policy, rows)) expect(paths.columns).toBe(2);
});

describe("lines of single deals", () => {
  const each = policyOf(
    { per: "credit", brackets: [{ rate: "1%" }], cap: { above: 2 } },
    { id: "orders", per: "order", brackets: [{ rate: "1/3" }] },
  );

  test("come to one column of their incentive, the limits on their sum to another; nothing is lost", () => {
    const rows = lists(
      [
        credit("a", 100.5, { order: "x" }),
        credit("b", 299.5, { order: "y" }),
        credit("c", 1, { order: "x" }),
      ],
      [],
      null,
    );
    for (const { notOverColumns, pay, issues, paths } of expectSame(each, rows)) {
      expect(notOverColumns).toEqual({ because: "no-columns", what: "commission" });
      expect(paths).toEqual({ columns: 0, exact: 0, person: 2, failed: 1 });
      expect(Object.keys(pay?.lines ?? {})).toEqual(["commission", "commission.limits", "orders"]);
      const units = Object.values(pay?.lines ?? {}).map((line) => Array.from(line.units));
      expect(units).toEqual([
        [402, Number.NaN, Number.NaN],
        [-202, Number.NaN, Number.NaN],
        [3383 + 9983, Number.NaN, Number.NaN],
      ]);
      expect(Array.from(pay?.total.units ?? [])).toEqual([200 + 3383 + 9983, 0, Number.NaN]);
      expect(issues[0]?.issues[0]?.path).toEqual(["evidence", "sales"]);
    }
  });

  test("a deal may be called as the line of limits is, where there is none", () => {
    const policy = policyOf({ per: "credit", brackets: [{ rate: "1%" }] });
    const found = batchRows(policy)({
      period: PERIOD,
      pay: true,
      rows: [
        { tier: "t", evidence: { sales: 1 }, credits: { sales: [credit("limits", 100), credit("b", 1)] } },
      ] as never,
    });
    expect(Array.from(found.pay?.lines.commission?.units ?? [])).toEqual([101]);
  });
});

test.each<[string, object]>([
  ["each credit at the rate that it reaches", { method: "each", brackets: [{ rate: "1%" }] }],
  ["something else paid on slice by slice", { paidOn: "margin", brackets: [{ rate: "1%" }] }],
  ["a part of large deals", { brackets: [{ rate: "1%" }], perDeal: { credited: { above: 5 } } }],
])("what sums do not say is named, and worked out with the credits of each row: %s", (_, terms) => {
  const rows = lists([credit("a", 100, { margin: 1 }), credit("b", 7, { margin: 3 })], [credit("a", "x")]);
  for (const { notOverColumns, paths } of expectSame(policyOf(terms), rows)) {
    expect(notOverColumns).toEqual({ because: "no-columns", what: "commission" });
    expect(paths).toEqual({ columns: 0, exact: 0, person: 1, failed: 1 });
  }
});

test("what is wrong with a credit has the path of the one-person functions", () => {
  const wrong: readonly [unknown, string, string][] = [
    [5, "credits.sales", "wrong-type"],
    [[null], "credits.sales.0", "wrong-type"],
    [[credit("", 1)], "credits.sales.0.id", "key-invalid"],
    [[{ amount: 1 }], "credits.sales.0.id", "missing"],
    [[credit("a", 1), credit("a", 2)], "credits.sales.1.id", "duplicate-id"],
    [[credit("a", 1), { id: "b" }], "credits.sales.1.amount", "missing"],
    [[credit("a", "x")], "credits.sales.0.amount", "number-invalid"],
    [[credit("a", 1, { order: 3 })], "credits.sales.0.order", "key-invalid"],
    [[credit("a", 1, { units: Number.NaN })], "credits.sales.0.units", "number-not-finite"],
    [[credit("a", 1, { price: 3 })], "credits.sales.0.price", "unknown-property"],
    [[credit("a", 1, { attributes: { customer: 3 } })], "credits.sales.0.attributes.customer", "key-invalid"],
    [[credit("a", 1, { attributes: ["key"] })], "credits.sales.0.attributes", "wrong-type"],
  ];
  const column = wrong.map(([list]) => list);
  const { issues, paths } = paid(byTables, { "credits.sales": column }, column.length);
  expect(paths).toEqual({ columns: 0, exact: 0, person: 0, failed: wrong.length });
  expect(issues.map(({ issues: [first] }) => [first?.path.join("."), first?.code])).toEqual(
    wrong.map(([, path, code]) => [path, code]),
  );
});

function transferred(): Float64Array {
  const numbers = Float64Array.of(1, 2, 3, 4);
  structuredClone(numbers, { transfer: [numbers.buffer] });
  return numbers;
}

describe("columns of records", () => {
  const records = {
    offsets: Int32Array.of(1, 3, 3, 4),
    columns: {
      id: ["z", "a", "b", "a", "z"],
      amount: Float64Array.of(Number.NaN, 100, 50.25, 7, Number.NaN),
      "attributes.customer": { codes: Int8Array.of(9, 0, 1, 0, 9), dictionary: ["key", "other"] },
    },
  };
  const policy = policyOf({
    tables: [
      { id: "key", when: [{ attribute: "customer", is: ["key"] }], brackets: [{ rate: "10%" }] },
      { id: "rest", brackets: [{ rate: "2%" }] },
    ],
  });

  test("what comes before the first offset and after the last is nobody's", () => {
    const { pay, paths } = paid(policy, { "credits.sales": records }, 3);
    expect(paths).toEqual({ columns: 3, exact: 0, person: 0, failed: 0 });
    expect(Array.from(pay?.total.units ?? [])).toEqual([1101, 0, 70]);
  });

  test("of every kind of numbers and labels, with a validity or without", () => {
    const columns = {
      ...records.columns,
      amount: { units: BigInt64Array.of(0n, 10_000n, 5025n, 700n), scale: 2, valid: Uint8Array.of(0b1110) },
      units: { values: Float32Array.of(0.1, 0.2, 0.3, 0.4), valid: Uint8Array.of(0b0010) },
    };
    const { pay } = paid(
      policy,
      { "credits.sales": { ...records, columns, valid: Uint8Array.of(0b101) } },
      3,
    );
    expect(Array.from(pay?.total.units ?? [])).toEqual([1101, 100_000, 70]);
  });

  test.each<[string, Float64Array]>([
    ["that are not whole", Float64Array.of(0, 0.5, 2, 3)],
    ["of more than 53 bits", Float64Array.of(0, 2 ** 53, 2, 3)],
  ])("units %s are no number, in a field that nothing asks for too", (_, units) => {
    for (const field of ["margin", "amount"]) {
      const columns = { ...records.columns, [field]: { units, scale: 2 } };
      const { issues } = paid(policy, { "credits.sales": { ...records, columns } }, 3);
      expect(issues.map(({ row, issues: [first] }) => [row, first?.path.join("."), first?.code])).toEqual([
        [0, `credits.sales.0.${field}`, "number-not-finite"],
      ]);
    }
  });

  test.each<[string, readonly (string | null)[]]>([
    ["a dictionary as long as it may be", ["key", "other"]],
    [
      "with labels that nobody has, twice, or nothing in it",
      ["key", "x", "x", null, "y", "z", null] as const,
    ],
  ])("attributes by codes that have no label are not there: %s", (_, dictionary) => {
    const codes = Int8Array.of(9, 0, -1, dictionary.length > 2 ? 3 : 2, 9);
    const columns = { ...records.columns, "attributes.customer": { codes, dictionary } };
    const { pay, paths } = paid(policy, { "credits.sales": { ...records, columns } }, 3);
    expect(paths).toEqual({ columns: 3, exact: 0, person: 0, failed: 0 });
    expect(Array.from(pay?.total.units ?? [])).toEqual([1101, 0, 14]);
  });

  test("a label outside its dictionary is none", () => {
    const id = { codes: Int8Array.of(0, 0, 1, 5), dictionary: ["a", "a"] };
    const { issues } = paid(
      policy,
      { "credits.sales": { ...records, columns: { ...records.columns, id } } },
      3,
    );
    expect(issues.map(({ row, issues: [first] }) => [row, first?.path.join("."), first?.code])).toEqual([
      [0, "credits.sales.1.id", "duplicate-id"],
      [2, "credits.sales.0.id", "missing"],
    ]);
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ["offsets that fall", { offsets: Int32Array.of(0, 3, 2, 4) }, "offsets.2", "out-of-range"],
    ["offsets below 0", { offsets: Int32Array.of(-1, 1, 2, 3) }, "offsets.0", "out-of-range"],
    ["too few offsets", { offsets: Int32Array.of(0, 2, 4) }, "", "column-length"],
    ["offsets as a list", { offsets: [0, 1, 2, 3] }, "offsets", "wrong-type"],
    ["offsets of 64 bits", { offsets: BigInt64Array.of(0n, 1n, 2n, 3n) }, "offsets", "wrong-type"],
    ["no fields", { columns: null }, "columns", "wrong-type"],
    ["fields in a list", { columns: [["a", "b", "c", "d"]] }, "columns", "wrong-type"],
    ["a field that is no column", { columns: { id: ["a"], amount: 3 } }, "columns.amount", "wrong-type"],
    [
      "big integers that do not say their scale",
      { columns: { ...records.columns, amount: BigInt64Array.of(1n, 2n, 3n, 4n) } },
      "columns.amount",
      "wrong-type",
    ],
    [
      "a field whose memory has been transferred",
      { columns: { ...records.columns, units: transferred() } },
      "columns.units",
      "wrong-type",
    ],
    [
      "a field of lists",
      { columns: { id: { offsets: Int32Array.of(0, 1), values: ["a"] } } },
      "columns.id",
      "wrong-type",
    ],
    [
      "a field that is too short",
      { columns: { ...records.columns, amount: [1, 2] } },
      "columns.amount",
      "column-length",
    ],
    [
      "a validity that is too short",
      {
        columns: { ...records.columns, units: { values: Int8Array.of(1, 2, 3, 4), valid: new Uint8Array() } },
      },
      "columns.units.valid",
      "column-length",
    ],
    [
      "a field that no credit has",
      { columns: { ...records.columns, price: [1, 2, 3, 4] } },
      "columns.price",
      "unknown-column",
    ],
    [
      "an attribute that no key is",
      { columns: { ...records.columns, "attributes.constructor": ["a", "b", "c", "d"] } },
      "columns.attributes.constructor",
      "unknown-column",
    ],
  ])("that are damaged: %s", (_, damage, path, code) => {
    const work = () => paid(policy, { "credits.sales": { ...records, ...damage } }, 3);
    expect(work).toThrow(TierwiseError);
    try {
      work();
    } catch (error) {
      const at = ["columns", "credits.sales", ...(path === "" ? [] : [path])].join(".");
      expect((error as TierwiseError).issues.map((one) => [one.path.join("."), one.code])).toEqual([
        [at, code],
      ]);
    }
  });

  test("are of credits alone, and of those that a commission is paid on", () => {
    const codes = (columns: Record<string, unknown>) => {
      try {
        paid(policy, columns, 3);
      } catch (error) {
        return (error as TierwiseError).issues.map(({ path, code }) => `${path.at(-1)} ${code}`);
      }
      return [];
    };
    expect(codes({ "evidence.sales": records })).toEqual(["evidence.sales wrong-type"]);
    for (const other of [
      Float64Array.of(1, 2, 3),
      { codes: Int8Array.of(0, 0, 0), dictionary: ["a"] },
      { offsets: Int32Array.of(0, 1, 2, 3), values: ["a", "b", "c"] },
    ])
      expect(codes({ "credits.sales": other })).toEqual(["credits.sales wrong-type"]);
    expect(codes({ "credits.sale": records })).toEqual(["credits.sale unknown-column"]);
    expect(codes({ "earlier.sales": records })).toEqual(["earlier.sales unknown-column"]);
  });
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const random = randomOf(seed);
      const { policy, person } = planCreditPolicy(random, seed);
      const people = Array.from({ length: 30 }, person);
      const order = people.map((_, at) => at).sort(() => random.int(0, 2) - 1);
      const review = batch(policy);
      const run = (some: typeof people) =>
        review({
          period: PERIOD,
          pay: true,
          columns: {
            tier: some.map(() => "t1"),
            ...evidenceColumns(some.map(({ evidence }) => evidence)),
            ...detailColumns(some.map(({ details }) => details)),
          } as Record<string, InputColumn>,
        });
      const [all, mixed] = [run(people), run(order.map((at) => people[at] as (typeof people)[number]))];
      for (const [row, at] of order.entries()) expect(rowOf(mixed, row)).toEqual(rowOf(all, at));
    }),
    { numRuns: 20 },
  );
});
