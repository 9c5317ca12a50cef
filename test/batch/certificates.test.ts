// Certificates as columns of truth values, and as lists of ids in people as objects.
import { expect, test } from "vitest";
import { batch, batchRows, type InputColumn } from "../../src/batch/index.js";
import { type Policy, TierwiseError } from "../../src/index.js";

const policy: Policy = {
  format: 1,
  id: "licensed",
  effectiveFrom: "2026-01-01",
  currency: "USD",
  axes: [
    {
      id: "results",
      bands: [{ id: "low" }, { id: "high", from: 80 }],
      indicators: [{ id: "sales", weight: 1, measure: { kind: "points" } }],
    },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {
    gates: [{ id: "licensed", certificate: "license", onFail: "block-promotion" }],
  },
  adjustment: { cycle: "quarter" },
  incentives: [
    {
      use: "benefits",
      items: [
        {
          id: "allowance",
          pays: { kind: "amount", amount: 100, per: "period" },
          eligibility: [{ certificate: "first-aid" }],
        },
      ],
    },
  ],
};

const columns = { tier: ["junior", "senior", "junior", "senior"], "evidence.sales": [70, 80, 90, 100] };
const run = (own: Record<string, InputColumn>) => {
  const input = {
    period: "2026-Q3",
    pay: true,
    columns: { ...columns, ...own } as Record<string, InputColumn>,
  };
  const { promotionBlocked, pay, paths, issues } = batch(policy)(input);
  return { blocked: [...promotionBlocked], paid: [...(pay?.total.units ?? [])], paths, issues };
};

test("who holds a certificate passes, and who has no value does not hold it", () => {
  const valid = Uint8Array.of(0b1101);
  for (const license of [
    [true, null, false, true],
    { values: Uint8Array.of(1, 1, 0, 1), valid },
    Float64Array.of(1, 0, 0, 1),
    { codes: Int8Array.of(0, 1, 1, 0), dictionary: [true, false] },
  ])
    expect(run({ "certificates.license": license, "certificates.first-aid": [0, 1, null, 1] })).toEqual({
      blocked: [0, 1, 1, 0],
      paid: [0, 10_000, 0, 10_000],
      paths: { columns: 4, exact: 0, person: 0, failed: 0 },
      issues: [],
    });
  expect(run({})).toMatchObject({ blocked: [1, 1, 1, 1], paid: [0, 0, 0, 0], paths: { columns: 4 } });
});

test("a value that says neither is an issue of its row, also where nothing looks at the certificate", () => {
  for (const id of ["license", "first-aid", "driving"])
    expect(run({ [`certificates.${id}`]: [1, "yes", 0, 2] }).issues).toMatchObject([
      { row: 1, issues: [{ path: ["certificates", id], code: "wrong-type" }] },
      { row: 3, issues: [{ path: ["certificates", id], code: "wrong-type" }] },
    ]);
});

test("a certificate that no id can name is a column that is not known", () => {
  expect(() => run({ "certificates.a b": [1, 1, 1, 1] })).toThrow(TierwiseError);
});

test("people as objects have lists of certificates", () => {
  const held = [["license"], [], ["license", "first-aid"], null, undefined, "license", [7]];
  const rows = held.map((certificates) => ({ tier: "junior", evidence: { sales: 80 }, certificates }));
  const { promotionBlocked, pay, paths, issues } = batchRows(policy)({
    period: "2026-Q3",
    pay: true,
    rows: rows as never,
  });
  expect([...promotionBlocked]).toEqual([0, 1, 0, 1, 1, 0, 0]);
  expect([...(pay?.total.units ?? [])]).toEqual([0, 0, 10_000, 0, 0, Number.NaN, Number.NaN]);
  expect(paths).toEqual({ columns: 5, exact: 0, person: 0, failed: 2 });
  expect(issues.map(({ row, issues: [issue] }) => [row, issue?.path[0]])).toEqual([
    [5, "certificates"],
    [6, "certificates"],
  ]);
});
