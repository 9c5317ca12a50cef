import { describe, expect, test } from "vitest";
import { type CommissionConfig, commission, explainStatement, statement } from "../../src/index.js";

const earned = (config: Omit<CommissionConfig, "currency">, amount: number | string, toDate?: number) =>
  commission({ currency: "USD", ...(toDate === undefined ? {} : { per: "to-date" }), ...config })({
    credits: [{ id: "a", amount }],
    ...(toDate === undefined ? {} : { toDate }),
  });
const brackets = [{ rate: "1%" }, { from: 100, rate: "2%" }, { from: 200, rate: "4%" }];

describe("the whole method jumps at a corner", () => {
  test.each<["upper" | "lower", string, string]>([
    ["upper", "99.99", "1"],
    ["upper", "100", "2"],
    ["lower", "100", "1"],
    ["lower", "100.01", "2"],
    ["upper", "200", "8"],
    ["lower", "200", "4"],
  ])("%s at %s", (boundary, amount, pays) => {
    expect(earned({ brackets, method: "whole", boundary }, amount).amount.toFixed()).toBe(pays);
  });
});

test("where the table ends, its end is still in it, on either side", () => {
  const ending = [{ rate: "1%" }, { from: 100, to: 200, rate: "2%" }];
  for (const boundary of ["upper", "lower"] as const) {
    expect(earned({ brackets: ending, boundary }, 200).amount.toFixed()).toBe("3");
    expect(earned({ brackets: ending, boundary, method: "whole" }, 200).amount.toFixed()).toBe("4");
  }
});

test("parts sum to the line, also where the cents do not come out", () => {
  // 33.33 at 1 %, 33.33 at 2 %: 0.3333 + 0.6666 is 0.9999, so 1.00, shared as 0.33 and 0.67.
  const line = earned({ brackets: [{ rate: "1%" }, { from: "33.33", rate: "2%" }] }, "66.66").lines[0];
  expect(line?.amount.toFixed()).toBe("1");
  expect(line?.parts?.map((part) => part.amount.toFixed())).toEqual(["0.33", "0.67"]);
});

test("a return crosses the corners downwards", () => {
  // From 250 down to 50: 50 at 4 %, 100 at 2 %, 50 at 1 % are taken back.
  const line = earned({ brackets }, -200, 250).lines[0];
  expect(line?.amount.toFixed()).toBe("-4.5");
  expect(
    line?.parts?.map((part) => [part.basis, part.rate, part.amount].map((one) => one.toFixed())),
  ).toEqual([
    ["-50", "0.01", "-0.5"],
    ["-100", "0.02", "-2"],
    ["-50", "0.04", "-2"],
  ]);
});

test.each<[string, string]>([
  ["half-up", "0.13"],
  ["half-even", "0.12"],
  ["down", "0.12"],
  ["ceiling", "0.13"],
])("money is rounded %s", (rounding, amount) => {
  expect(
    earned({ brackets: [{ rate: "1%" }], rounding: rounding as "half-up" }, "12.5").amount.toFixed(),
  ).toBe(amount);
});

test("money of other currencies", () => {
  const pay = (currency: string) =>
    commission({ currency, brackets: [{ rate: "1/3" }] })({
      credits: [{ id: "a", amount: 100 }],
    }).amount.toFixed();
  expect(["JPY", "USD", "KWD"].map(pay)).toEqual(["33", "33.33", "33.333"]);
});

test("lines of any credit can stand in a statement", () => {
  const { lines } = commission({ currency: "USD", per: "credit", brackets })({
    credits: [{ id: "x".repeat(200), amount: 100 }],
  });
  expect(statement({ currency: "USD" })({ period: "2026", lines }).total.toFixed()).toBe("1");
});

test("a statement's lines are the same after JSON", () => {
  const { lines } = earned({ brackets }, 250);
  const total = statement({ currency: "USD" });
  const direct = total({ period: "2026", lines });
  const stored = total({ period: "2026", lines: JSON.parse(JSON.stringify(lines)) });
  expect(JSON.stringify(stored)).toBe(JSON.stringify(direct));
  expect(explainStatement(stored)).toEqual(explainStatement(direct));
  expect(typeof stored.lines[0]?.amount).toBe(typeof direct.lines[0]?.amount);
});
