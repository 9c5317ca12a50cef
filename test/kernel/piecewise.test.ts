import { describe, expect, test } from "vitest";
import { readNumber } from "../../src/kernel/number.js";
import { clamped, evaluate, linesThrough, pieceAt } from "../../src/kernel/piecewise.js";
import { rationalText } from "../../src/kernel/rational.js";
import { readPiecewise, writePiecewise } from "../../src/program/interpreter.js";

const at = (data: Parameters<typeof readPiecewise>[0], x: string) => {
  const value = evaluate(readPiecewise(data), readNumber(x));
  return value === undefined ? undefined : rationalText(value);
};
const point = (x: string, y: string) => ({ x: readNumber(x), y: readNumber(y) });

describe("a function with jumps", () => {
  const jumps = {
    pieces: [
      { coefficients: ["0"] },
      { from: "60", coefficients: ["1"] },
      { from: "80", includesFrom: false, coefficients: ["0", "1/3"] },
    ],
    to: "100",
  };

  test.each<[string, string | undefined, number]>([
    ["-1000000", "0", 0],
    ["59.999999999999999999999", "0", 0],
    ["60", "1", 1],
    ["80", "1", 1],
    ["81", "27", 2],
    ["100", "100/3", 2],
    ["100.0000000000000000001", undefined, -1],
  ])("at %s", (x, y, piece) => {
    expect(at(jumps, x)).toBe(y);
    expect(pieceAt(readPiecewise(jumps), readNumber(x))).toBe(piece);
  });

  test("is the same after it was written down", () => {
    expect(writePiecewise(readPiecewise(jumps))).toEqual(jumps);
  });
});

test("a function that begins somewhere has no value before", () => {
  const from = { pieces: [{ from: "0", includesFrom: false, coefficients: ["5"] }] };
  expect([at(from, "-1"), at(from, "0"), at(from, "0.001")]).toEqual([undefined, undefined, "5"]);
});

test("squares are exact", () => {
  expect(at({ pieces: [{ coefficients: ["1", "-2", "1/3"] }] }, "1/3")).toBe("10/27");
});

test("a piece without a coefficient is zero", () => {
  expect(at({ pieces: [{ coefficients: [] }] }, "7")).toBe("0");
});

describe("lines from point to point", () => {
  const lines = linesThrough([point("1", "0"), point("4", "100"), point("5", "40")]);
  const value = (x: string) => evaluate(lines, readNumber(x));

  test("go through the points, and lie straight between them", () => {
    expect(["1", "2", "4", "4.5", "5"].map((x) => value(x))).toEqual(
      ["0", "100/3", "100", "70", "40"].map(readNumber),
    );
  });

  test("end at the first and the last", () => {
    expect([value("0.999"), value("5.001")]).toEqual([undefined, undefined]);
  });

  test("go on level where they are clamped", () => {
    const level = clamped(lines);
    expect(["-9", "1", "2", "5", "99"].map((x) => evaluate(level, readNumber(x)))).toEqual(
      ["0", "0", "100/3", "40", "40"].map(readNumber),
    );
  });
});
