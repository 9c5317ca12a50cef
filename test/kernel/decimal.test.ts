import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { allocation, commission, currencyDecimals } from "../../src/index.js";

const whole = allocation({ decimals: 0 });
const only = (amount: Parameters<typeof whole>[0]["amount"], share = whole) =>
  share({ amount, shares: [{ id: "a", share: 1 }] });

describe("decimals that come in", () => {
  test("of decimal.js itself and of any clone, whatever their settings", () => {
    const Narrow = Decimal.clone({ defaults: true, precision: 2, toExpPos: 0, toExpNeg: 0 });
    expect(only(new Decimal(12)).amount.toFixed()).toBe("12");
    expect(only(new Narrow("123456789")).amount.toFixed()).toBe("123456789");
    expect(only(only(7).amount).amount.toFixed()).toBe("7");
  });

  test("are not changed", () => {
    const amount = Object.freeze(new Decimal("12"));
    only(amount);
    expect(amount.toFixed()).toBe("12");
  });
});

describe("decimals that come out", () => {
  test("print in full, and read back as the same number", () => {
    const long = "123456789012345678901234567890123456789012345678901234567890";
    const result = only(long);
    expect(JSON.stringify(result.amount)).toBe(`"${long}"`);
    expect(only(JSON.parse(JSON.stringify(result)).amount).amount.eq(result.amount)).toBe(true);
    const small = allocation({ decimals: 20 })({ amount: "1e-20", shares: [{ id: "a", share: 1 }] });
    expect(JSON.stringify(small.amount)).toBe('"0.00000000000000000001"');
  });

  test("are not of the constructor that others use", () => {
    const { amount } = only(1);
    expect(amount.constructor).not.toBe(Decimal);
    Decimal.set({ precision: 3, toExpPos: 1 });
    try {
      expect(String(only("123456789").amount)).toBe("123456789");
    } finally {
      Decimal.set({ defaults: true });
    }
  });

  test.each<[string, Decimal.Config]>([
    ["precision", { precision: 1 }],
    ["rounding", { rounding: 3 }],
    ["toExpPos", { toExpPos: 0 }],
    ["toExpNeg", { toExpNeg: 0 }],
    ["maxE", { maxE: 1 }],
    ["minE", { minE: -1 }],
    ["defaults", { defaults: true }],
  ])("the settings of a result's constructor change nothing of later results: %s", (_, settings) => {
    const pay = commission({ currency: "USD", brackets: [{ rate: "1/3" }] });
    const input = { credits: [{ id: "a", amount: "123456789.01" }] };
    const before = JSON.stringify(pay(input));
    (pay(input).amount.constructor as typeof Decimal).set(settings);
    expect(JSON.stringify(pay(input))).toBe(before);
  });
});

test("a Proxy of a decimal is read by its own data, and its traps are never run", () => {
  const proxy = new Proxy(new Decimal(5), {
    get: (target, key, receiver) => {
      if (key === "s" || key === "e" || key === "d") throw new Error("boom");
      return Reflect.get(target, key, receiver);
    },
  });
  expect(whole({ amount: proxy, shares: [{ id: "a", share: 1 }] }).amount.toString()).toBe("5");
});

describe("what only looks like a decimal", () => {
  const tag = { toStringTag: "[object Decimal]" };
  const boom = () => {
    throw new Error("boom");
  };
  test.each<[string, () => unknown]>([
    ["with nothing in it", () => ({ ...tag })],
    ["with words out of range", () => ({ ...tag, s: 1, e: 0, d: [1e9] })],
    ["with a sign of 0", () => ({ ...tag, s: 0, e: 0, d: [1] })],
    ["with an exponent of NaN", () => ({ ...tag, s: 1, e: Number.NaN, d: [1] })],
    [
      "with a getter that throws",
      () => Object.defineProperty({ ...tag }, "s", { get: boom, enumerable: true }),
    ],
    ["with a huge list of words", () => ({ ...tag, s: 1, e: 0, d: new Array(5e7) })],
  ])("%s", (_, make) => {
    const start = performance.now();
    const outcome = whole.safe({ amount: make(), shares: [{ id: "a", share: 1 }] });
    expect(!outcome.ok && outcome.error.issues[0]?.path).toEqual(["amount"]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

test.each<[string, number]>([
  ["USD", 2],
  ["CNY", 2],
  ["TWD", 2],
  ["EUR", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["VND", 0],
  ["CLP", 0],
  ["KWD", 3],
  ["BHD", 3],
  ["TND", 3],
  ["CLF", 4],
])("%s has %i decimals", (currency, decimals) => {
  expect(currencyDecimals(currency)).toBe(decimals);
});
