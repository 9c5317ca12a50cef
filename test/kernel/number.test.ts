import { Decimal } from "decimal.js";
import { describe, expect, test } from "vitest";
import { isNumberProblem, parseNumber, parseRatio } from "../../src/kernel/number.js";

const Clone = Decimal.clone({ defaults: true, precision: 5, toExpPos: 2 });

describe("what is a number", () => {
  test.each<[unknown, bigint, bigint]>([
    [0, 0n, 1n],
    [-0, 0n, 1n],
    [42, 42n, 1n],
    [-7, -7n, 1n],
    [0.1, 1n, 10n],
    [79.995, 15999n, 200n],
    [1e21, 10n ** 21n, 1n],
    [1.5e-7, 3n, 20_000_000n],
    [Number.MAX_SAFE_INTEGER, 9007199254740991n, 1n],
    [Number.MIN_VALUE, 1n, 2n * 10n ** 323n],
    [Number.MAX_VALUE, 17976931348623157n * 10n ** 292n, 1n],
    ["0", 0n, 1n],
    ["-0.00", 0n, 1n],
    ["12.50", 25n, 2n],
    ["+3", 3n, 1n],
    ["5.", 5n, 1n],
    [".5", 1n, 2n],
    ["-.25", -1n, 4n],
    ["007", 7n, 1n],
    ["1e3", 1000n, 1n],
    ["1.5E+2", 150n, 1n],
    ["25e-2", 1n, 4n],
    ["1/3", 1n, 3n],
    ["-2/6", -1n, 3n],
    ["1/-3", -1n, 3n],
    ["1.5/2.25", 2n, 3n],
    ["0/5", 0n, 1n],
    ["1e308", 10n ** 308n, 1n],
    ["1e-400", 1n, 10n ** 400n],
    [new Decimal("0.1"), 1n, 10n],
    [new Decimal("-12345678.000000012345678"), -6172839000000006172839n, 500_000_000_000_000n],
    [new Decimal(0), 0n, 1n],
    [new Decimal("-0"), 0n, 1n],
    [new Decimal("1e300"), 10n ** 300n, 1n],
    [new Clone("123.4567"), 1234567n, 10_000n],
    [new Clone("1e-30"), 1n, 10n ** 30n],
  ])("%s", (value, n, d) => {
    expect(parseNumber(value)).toEqual({ n, d });
    expect(parseRatio(value)).toEqual({ n, d });
  });
});

describe("what is none", () => {
  test.each<[unknown, string, string]>([
    [undefined, "number-missing", "undefined"],
    [null, "number-missing", "null"],
    [Number.NaN, "number-not-finite", "NaN"],
    [Number.POSITIVE_INFINITY, "number-not-finite", "Infinity"],
    [Number.NEGATIVE_INFINITY, "number-not-finite", "-Infinity"],
    [new Decimal(Number.NaN), "number-not-finite", "finite"],
    [new Clone(-1).div(0), "number-not-finite", "finite"],
    ["", "number-invalid", "empty"],
    ["  ", "number-invalid", "empty"],
    [" 1", "number-invalid", "spaces"],
    ["1 ", "number-invalid", "spaces"],
    ["1 000", "number-invalid", '"1 000"'],
    ["12,5", "number-invalid", "point before the decimals"],
    ["1,234.5", "number-invalid", "thousands separators"],
    ["1_000", "number-invalid", '"1_000"'],
    ["0x10", "number-invalid", '"0x10"'],
    ["NaN", "number-invalid", '"NaN"'],
    ["Infinity", "number-invalid", '"Infinity"'],
    [".", "number-invalid", '"."'],
    ["-", "number-invalid", '"-"'],
    ["1e", "number-invalid", '"1e"'],
    ["--1", "number-invalid", '"--1"'],
    ["１２", "number-invalid", "１２"],
    ["$5", "number-invalid", '"$5"'],
    ["1/0", "number-invalid", "divided by zero"],
    ["0/0.00", "number-invalid", "divided by zero"],
    ["1/", "number-invalid", '"1/"'],
    ["/3", "number-invalid", '"/3"'],
    ["1/2/3", "number-invalid", '"1/2/3"'],
    ["1e400", "number-out-of-range", '"1e400"'],
    ["1e309", "number-out-of-range", '"1e309"'],
    ["1e-401", "number-out-of-range", "400 decimals"],
    ["1e1000000", "number-out-of-range", '"1e1000000"'],
    [new Decimal("1e400"), "number-out-of-range", "below 1e309"],
    [new Decimal("1e9000000"), "number-out-of-range", "below 1e309"],
    ["1e308/1e-300", "number-out-of-range", "1e308/1e-300"],
    ["9".repeat(2000), "number-out-of-range", "2000 characters"],
    [true, "number-invalid", "true"],
    [5n, "number-invalid", "a bigint"],
    [[], "number-invalid", "a list"],
    [[5], "number-invalid", "a list"],
    [{}, "number-invalid", "an object"],
    [{ valueOf: () => 5 }, "number-invalid", "an object"],
    [Symbol("5"), "number-invalid", "a symbol"],
    [() => 5, "number-invalid", "a function"],
    [new Date(0), "number-invalid", "an object"],
    ["25%", "number-invalid", 'only where a ratio is wanted; if a part is meant here, write 0.25 or "1/4"'],
    ["200%", "number-invalid", "write 2)"],
    ["x%", "number-invalid", "(a percentage stands only where a ratio is wanted)"],
  ])("%s", (value, code, says) => {
    const problem = parseNumber(value);
    expect(problem).toMatchObject({ code });
    expect(isNumberProblem(problem) && problem.message).toContain(says);
  });
});

test("a number of the greatest length that is read", () => {
  expect(parseNumber(`0.${"3".repeat(400)}`)).toEqual({ n: BigInt("3".repeat(400)), d: 10n ** 400n });
});

describe("ratios", () => {
  test.each<[unknown, bigint, bigint]>([
    ["25%", 1n, 4n],
    ["12.5%", 1n, 8n],
    ["1/3%", 1n, 300n],
    ["-100%", -1n, 1n],
    ["0%", 0n, 1n],
  ])("%s", (value, n, d) => {
    expect(parseRatio(value)).toEqual({ n, d });
  });

  test.each(["%", "25 %", "25%%", "%25", "x%", "12,5%", "NaN%"])("not %s", (value) => {
    expect(parseRatio(value)).toMatchObject({ code: "number-invalid" });
  });
});
