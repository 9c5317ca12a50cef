import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocation, commission, currencyDecimals } from "../../src/index.js";
import { exactDecimal, smallUnits, unitsToDecimal } from "../../src/kernel/decimal.js";
import { parseNumber } from "../../src/kernel/number.js";
import { rational, rationalText, scaledText } from "../../src/kernel/rational.js";

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

const Wide = Decimal.clone({ defaults: true, precision: 1000, toExpNeg: -400, toExpPos: 400 });
const edge = 2n ** 53n;
const units = fc.oneof(
  fc.constantFrom(edge - 2n, edge - 1n, edge, edge + 1n, 1n - edge, -edge, 0n, 1n, -1n),
  fc.constantFrom(
    9_999_999n,
    10_000_000n,
    10_000_001n,
    99_999_999_999_999n,
    100_000_000_000_000n,
    10n ** 15n,
  ),
  fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
);

/** All that a `Decimal` is made of. */
function fieldsOf({ s, e, d }: Decimal) {
  return { s, e, d };
}

describe("decimals that are made without a text", () => {
  test("are those that decimal.js makes of the text, word for word", () => {
    fc.assert(
      fc.property(units, fc.nat(9), (count, decimals) => {
        const text = scaledText(count, decimals);
        expect(fieldsOf(unitsToDecimal(count, decimals))).toEqual(fieldsOf(new Wide(text)));
        const value = rational(count, 10n ** BigInt(decimals));
        const exact = exactDecimal(value);
        expect(fieldsOf(exact)).toEqual(fieldsOf(new Wide(rationalText(value))));
        expect(String(exact)).toBe(String(new Wide(text)));
      }),
    );
  });

  test("are read back as the same numbers, and so is what decimal.js reads", () => {
    fc.assert(
      fc.property(units, fc.nat(9), (count, decimals) => {
        const value = rational(count, 10n ** BigInt(decimals));
        const made = new Wide(scaledText(count, decimals));
        expect(parseNumber(made)).toEqual(value);
        const found = smallUnits(made);
        if (found !== undefined) expect(rational(BigInt(found), 10n ** 7n)).toEqual(value);
      }),
    );
  });

  test("but not what only claims to be one", () => {
    expect(smallUnits({ s: 1, e: 5, d: [1] } as never)).toBeUndefined();
    expect(smallUnits({ s: 1, e: 0, d: [0.5] } as never)).toBeUndefined();
    expect(smallUnits({ s: 2, e: 0, d: [1] } as never)).toBeUndefined();
    expect(smallUnits({ s: 1, e: 0, d: null } as never)).toBeUndefined();
    expect(smallUnits({ s: 1, e: 0, d: [1, 10_000_000] } as never)).toBeUndefined();
  });
});

test("a JS number is the decimal that it prints as", () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }),
    fc.tuple(fc.maxSafeInteger(), fc.nat(6)).map(([count, decimals]) => count / 10 ** decimals),
    fc.tuple(fc.integer(), fc.nat(4)).map(([count, decimals]) => count / 10 ** decimals),
    fc.constantFrom(0, -0, 0.1 + 0.2, 1e15, 1e15 - 0.25, 9.995e14, 1e13 + 0.01, 90071992547409.92, 5e-324),
  );
  fc.assert(
    fc.property(numbers, (number) => {
      expect(parseNumber(number)).toEqual(parseNumber(String(number)));
    }),
  );
});
