import fc from "fast-check";
import { expect, it } from "vitest";
import { curveValue, polynomialCurve } from "../../src/kernel/curve.js";
import { multiply, ONE, rational, rationalText, ZERO } from "../../src/kernel/rational.js";
import { type CurveValue, curveOfProgram } from "../../src/program/curve.js";
import { compileProgram } from "../../src/program/interpreter.js";
import type { Program, Step } from "../../src/program/program.js";

const GRID = rational(1n, 100n);
const [FROM, TO] = [-500n, 2_000n];

const number = fc.integer({ min: -60, max: 60 }).map((part) => `${part}/7`);
const corner = fc.integer({ min: -2_000, max: 4_000 }).map((cents) => `${cents}/100`);

/** A function of rising corners, of which each piece is of the degree or less. */
const piecewise = (degree: number) =>
  fc
    .tuple(
      fc.uniqueArray(corner, { maxLength: 4, selector: (text) => Number(text.split("/")[0]) }),
      fc.array(fc.tuple(fc.boolean(), fc.array(number, { minLength: 1, maxLength: degree + 1 })), {
        minLength: 5,
        maxLength: 5,
      }),
    )
    .map(([corners, parts]) => {
      const sorted = [...corners].sort((a, b) => Number(a.split("/")[0]) - Number(b.split("/")[0]));
      const pieces = parts.slice(0, sorted.length + 1).map(([includesFrom, coefficients], index) => ({
        ...(index === 0 ? {} : { from: sorted[index - 1] as string }),
        includesFrom,
        coefficients,
      }));
      return { pieces };
    });

/** Programs of pay: a quota, rates on a count, an interpolated rate that pays on all, a product with a gate, a cap on the whole. */
const program: fc.Arbitrary<Program> = fc
  .tuple(piecewise(1), piecewise(2), piecewise(0), piecewise(1), number, number, fc.nat({ max: 2 }))
  .map(([rate, square, gate, cap, weight, other, last]) => {
    const steps: readonly Step[] = [
      { step: "ratio", to: "attainment", of: "result", by: "quota" },
      { step: "piecewise", to: "earned", of: "attainment", function: rate },
      { step: "piecewise", to: "rate", of: "result", function: gate },
      { step: "product", to: "gated", of: ["earned", "rate"] },
      {
        step: "weighted-sum",
        to: "sum",
        of: [
          { column: "gated", weight },
          { column: "result", weight: other },
        ],
      },
      { step: "piecewise", to: "squared", of: "result", function: square },
      { step: "round", to: "rounded", of: "sum", decimals: 2, mode: "half-up" },
      { step: "at-most", to: "limited", of: "squared", limits: ["sum"] },
      {
        step: "piecewise",
        to: "capped",
        of: last === 0 ? "sum" : last === 1 ? "squared" : "limited",
        function: cap,
      },
      { step: "first-present", to: "out", of: ["nothing", "capped"] },
    ];
    return {
      inputs: [
        { column: "result", type: "number" },
        { column: "quota", type: "number" },
        { column: "nothing", type: "number" },
      ],
      steps,
    };
  });

it("a curve is what the program makes at every point of the grid", () => {
  fc.assert(
    fc.property(
      program,
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.bigInt({ min: FROM, max: TO }), { minLength: 20, maxLength: 20 }),
      (made, quota, points) => {
        const [from, to] = [multiply(rational(FROM), GRID), multiply(rational(TO), GRID)];
        const inputs = new Map<string, CurveValue>([
          ["result", polynomialCurve(from, to, [ZERO, ONE])],
          ["quota", polynomialCurve(from, to, [rational(BigInt(quota))])],
          ["nothing", null],
        ]);
        const curve = curveOfProgram(made, inputs, "out", GRID);
        const exact = compileProgram({
          ...made,
          steps: made.steps.filter(({ to: name }) => name !== "rounded"),
        });
        const corners = curve.pieces.flatMap(({ start: { x } }) => {
          const unit = (x.n * 100n) / x.d;
          return [unit - 1n, unit, unit + 1n].filter((one) => one >= FROM && one <= TO);
        });
        for (const unit of [...points, ...corners, FROM, TO]) {
          const x = multiply(rational(unit), GRID);
          const wanted = exact([
            ["result", x],
            ["quota", rational(BigInt(quota))],
            ["nothing", null],
          ]).number("out");
          const got = curveValue(curve, x);
          expect(got && rationalText(got), `at ${rationalText(x)}`).toBe(rationalText(wanted));
        }
      },
    ),
    { numRuns: 300 },
  );
});
