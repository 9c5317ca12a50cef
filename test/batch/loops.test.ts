// Loops that read columns and work something out in one pass, against the interpreter: on ties, at corners, one unit beside, and with numbers that no column of short decimals has.
import { expect, test } from "vitest";
import type { Step } from "../../src/program/program.js";
import { randomOf } from "../reference/generate/random.js";
import { programCompared } from "./program-compared.js";

const random = randomOf(20261130);
/** Numbers that a column of two decimals cannot hold, and so set their row aside. */
const UNREADABLE = [
  0.1 + 0.2,
  5e-324,
  -5e-324,
  1 / 3,
  1e300,
  -1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
];

const at = (text: string) => ({ coefficients: [text] });

/** A line with a floor and a cap of a quotient, rounded half up. */
function heldSteps(floor: string, cap: string, slope: string, below: string, decimals: number): Step[] {
  const [high] = [Number(slope) * Number(cap)];
  const pieces = [
    at(below),
    { from: floor, includesFrom: true, coefficients: ["0", slope] },
    { from: cap, includesFrom: true, ...at(`${high}`) },
  ];
  return [
    { step: "ratio", to: "part", of: "x", by: "y" },
    { step: "piecewise", to: "held", of: "part", function: { pieces } },
    { step: "round", to: "out", of: "held", decimals, mode: "half-up" },
  ] as unknown as Step[];
}

test("a held quotient of two columns is rounded as the exact one is, at ties, corners and one unit beside", () => {
  for (let index = 0; index < 60; index += 1) {
    const [floor, cap, slope] = [
      random.pick(["0", "0.6", "1/3"]),
      random.pick(["1.2", "1.5", "2"]),
      random.pick(["100", "1", "37"]),
    ];
    const decimals = random.int(0, 4);
    const steps = heldSteps(floor, cap, slope, random.pick(["0", "5"]), decimals);
    const rows = 300;
    const y = Float64Array.from(
      { length: rows },
      () => random.pick([1, 2, 3, 7, 8, 16, 64, 1e6, random.int(1, 10 ** 7)]) / random.pick([1, 100]),
    );
    const x = Float64Array.from(y, (target) => {
      const tie = ((random.int(0, 200) + 0.5) / 10 ** decimals / Number(slope)) * target;
      const near = random.pick([
        tie,
        target * 0.6,
        target * 1.2,
        target / 3,
        target * 2,
        0,
        -0,
        -target,
        target,
      ]);
      return (Math.round(near * 100) + random.pick([0, 0, 1, -1])) / 100;
    });
    expect(programCompared(steps, { x, y }, "whole"), JSON.stringify(steps)).toEqual([]);
    const bad = random.int(0, rows - 1);
    (random.chance(50) ? x : y)[bad] = random.pick(UNREADABLE);
    const aside = programCompared(steps, { x, y }, "whole");
    if (typeof aside !== "string") expect(aside).toEqual([bad]);
    y[bad] = random.pick([0, -0, -1]);
    x[bad] = 1;
    expect(programCompared(steps, { x, y }, "whole")).toEqual([bad]);
  }
});

test("the columns of a quotient are the same where another step reads them too", () => {
  const [ratio, held, round] = heldSteps("0.6", "1.2", "100", "0", 4) as [Step, Step, Step];
  const sum = {
    step: "weighted-sum",
    to: "sum",
    of: ["x", "y", "out"].map((column) => ({ column, weight: "1" })),
  } as Step;
  const back = { step: "product", to: "back", of: ["part", "y"] } as Step;
  const twice = { ...round, to: "twice", of: "held", decimals: 1 } as Step;
  const all = {
    step: "weighted-sum",
    to: "all",
    of: ["sum", "back", "twice"].map((column) => ({ column, weight: "2" })),
  } as Step;
  const x = Float64Array.of(0.61, 59.99, 60, 119.995, 120, 120.01, 0);
  const y = Float64Array.of(1, 100, 100, 100, 100, 100, 3);
  for (const steps of [
    [ratio, held, round, sum, back, twice, all],
    [ratio, back, held, twice, round, sum, all],
  ])
    expect(programCompared(steps, { x, y }, "whole")).toEqual([]);
});

test("sums of up to fourteen columns set aside the rows with a number that is none of theirs, and no others", () => {
  for (let count = 1; count <= 14; count += 1) {
    const names = Array.from({ length: count }, (_, index) => `c${index}`);
    const columns = Object.fromEntries(
      names.map((name, index) => [
        name,
        Float64Array.from({ length: 40 }, () =>
          random.chance(20)
            ? random.pick([0, -0, 1, -1])
            : random.int(-(10 ** 9), 10 ** 9) / 10 ** (index % 4),
        ),
      ]),
    );
    const of = names.map((column, index) => ({
      column,
      weight: `${index % 3 === 0 ? "-" : ""}0.${index + 1}`,
    }));
    const steps = [{ step: "weighted-sum", to: "out", of }] as unknown as Step[];
    expect(programCompared(steps, columns, "whole")).toEqual([]);
    for (const name of names) {
      const row = random.int(0, 39);
      const before = columns[name]?.[row] as number;
      (columns[name] as Float64Array)[row] = random.pick([0.1 + 0.2, 5e-324, Number.NaN]);
      expect(programCompared(steps, columns, "whole"), name).toEqual([row]);
      (columns[name] as Float64Array)[row] = before;
    }
  }
});

test("three lines of whole numbers meet the exact ones at their ends, however steep", () => {
  for (let index = 0; index < 200; index += 1) {
    const [first, second] = [random.int(-1000, 1000), random.int(1001, 5000)];
    const steep = random.pick([1, 3, 10 ** 6, 10 ** 11, 3 * 10 ** 11]);
    const line = () => [random.int(-steep, steep), random.int(-steep, steep)].map(String);
    const pieces = [
      { coefficients: line() },
      { from: String(first), includesFrom: random.chance(50), coefficients: line() },
      { from: String(second), includesFrom: random.chance(50), coefficients: line() },
    ];
    const steps = [{ step: "piecewise", to: "out", of: "x", function: { pieces } }] as unknown as Step[];
    const near = [first, second, 0].flatMap((at) => [at - 1, at, at + 1]);
    const x = Float64Array.from([...near, -5100, 5100, -0]);
    const aside = programCompared(steps, { x }, "whole");
    expect(aside).toEqual(typeof aside === "string" ? "too-large" : []);
  }
});
