// Attempts to break the proof of docs/batch.md, claim by claim: each is aimed at one path and compared with exact integers or the one-person functions.
import { expect, it, test } from "vitest";
import { unitsOfText } from "../../src/batch/columns/read-numbers.js";
import { BLOCK } from "../../src/batch/forms/forms.js";
import { readFloats } from "../../src/batch/forms/read-floats.js";
import { roundBy, roundHalfUp } from "../../src/batch/forms/rounding-kernels.js";
import { type Batch, batch, type InputColumn } from "../../src/batch/index.js";
import type { Policy } from "../../src/index.js";
import { readNumber } from "../../src/kernel/number.js";
import { rational } from "../../src/kernel/rational.js";
import { ROUNDING_MODES, roundToUnits } from "../../src/kernel/rounding.js";
import type { Step } from "../../src/program/program.js";
import { randomOf } from "../reference/generate/random.js";
import { onePerson, rowOf } from "./one-person.js";
import { programCompared } from "./program-compared.js";

const PERIOD = "2026-Q3";
const EXACT = 2n ** 53n;
const random = randomOf(20261129);

function policyOf(indicators: readonly unknown[], axis: object = {}, more: object = {}): Policy {
  const bands = [{ id: "low" }, { id: "high", from: 80 }];
  return {
    format: 1,
    id: "proof",
    effectiveFrom: "2026-01-01",
    currency: "USD",
    axes: [{ id: "a", decimals: 2, scoreDecimals: 2, bands, indicators, ...axis }],
    tiers: [{ id: "t1" }],
    matrix: {},
    adjustment: { cycle: "quarter" },
    ...more,
  } as unknown as Policy;
}

const POINTS = { id: "p", weight: 1, measure: { kind: "points" } };

/** Runs columns named after indicators and what pay depends on, and compares each row with the one-person functions. */
function compared(
  policy: Policy,
  columns: Readonly<Record<string, readonly unknown[] | Float64Array>>,
): Batch {
  const rows = Object.values(columns)[0]?.length ?? 0;
  const given = { ...columns, tier: Array.from({ length: rows }, () => "t1") };
  const found = batch(policy)({
    period: PERIOD,
    pay: policy.incentives !== undefined,
    columns: given as Record<string, InputColumn>,
  });
  const alone = onePerson(policy, PERIOD);
  for (let row = 0; row < rows; row += 1) {
    const evidence: Record<string, unknown> = {};
    const details: Record<string, unknown> = {};
    for (const [name, column] of Object.entries(columns)) {
      const value = column[row];
      const [first, id = "", part] = name.split(".");
      if (value === null || value === undefined) continue;
      if (first !== "evidence") details[name] = value;
      else if (part === undefined) evidence[id] = value;
      else evidence[id] = { ...(evidence[id] as object), [part]: value };
    }
    expect(rowOf(found, row), `row ${row}: ${JSON.stringify([evidence, details])}`).toEqual(
      alone(evidence, "t1", details),
    );
  }
  return found;
}

test("a float is kept only where it prints as the decimal that it is read as", () => {
  const odd = [
    ...[-0, 5e-324, -5e-324, 1e308, -1e308, Number.MAX_VALUE, Number.NaN, Infinity, -Infinity],
    ...[2 ** 51, -(2 ** 51), 1.5 * 2 ** 52, -1.5 * 2 ** 52, 2 ** 52 + 0.5, 2 ** 53, 2 ** 53 + 2, -(2 ** 53)],
    ...[
      0.1 + 0.2,
      1 - 2 ** -53,
      1e15,
      999_999_999_999_999,
      9_999_999_999_999.99,
      4_503_599_627_370.495,
      1e-9,
    ],
  ];
  const near = Array.from({ length: 3000 }, () => {
    const decimal = random.int(-(2 ** 46), 2 ** 46) / 10 ** random.int(0, 10);
    return decimal * (1 + random.pick([0, 0, 0, 1, -1]) * Number.EPSILON);
  });
  const values = Float64Array.from([...odd, ...near]);
  let kept = 0;
  for (const decimals of [0, 1, 2, 5, 9]) {
    const [out, aside] = [new Float64Array(values.length), new Uint8Array(values.length)];
    readFloats(
      out,
      { values, rules: Float64Array.of(10 ** decimals, -(1e15 - 1), 1e15 - 1) },
      0,
      aside,
      values.length,
    );
    for (const [row, value] of values.entries()) {
      if (aside[row] === 1) continue;
      kept += 1;
      const { n, d } = readNumber(value);
      expect(BigInt(out[row] as number) * d, `${value}`).toBe(n * 10n ** BigInt(decimals));
    }
  }
  expect(kept).toBeGreaterThan(1000);
});

test("a text of digits is its units, or none: 2^53 + 1 is not 2^53", () => {
  for (let units = EXACT - 60n; units < EXACT + 60n; units += 1n)
    for (const text of [
      `${units}`,
      `-${units}`,
      `${units / 100n}.${String(units % 100n).padStart(2, "0")}`,
    ]) {
      const exact = BigInt(text.replace(".", ""));
      const found = unitsOfText(text, text.includes(".") ? 2 : 0);
      if (units > EXACT) expect(found, text).toBeNaN();
      else expect(BigInt(found), text).toBe(exact);
    }
});

test("a quotient beside a whole number or a half, at 2^53, is rounded as the exact one is", () => {
  for (let index = 0; index < 4000; index += 1) {
    const divisor = random.pick([1, 2, 3, 7, 10, 100, 2 ** 26 + 1, 94_906_267, random.int(1, 2 ** 30)]);
    const by = random.pick([1, 1, random.int(1, 1000)]);
    const most = Number((EXACT - BigInt(divisor * by)) / 2n);
    const quotient = Math.floor(random.pick([most, random.int(0, 2 ** 31)]) / (divisor * by));
    const half = random.chance(50) ? Math.floor((divisor * by) / 2) : 0;
    const size = Math.abs(Math.min(most, quotient * divisor * by + half + random.pick([-1, 0, 1])));
    const x = size * random.pick([-1, 1]);
    const mode = random.pick(ROUNDING_MODES);
    const exact = roundToUnits(rational(BigInt(x), BigInt(divisor) * BigInt(by)), 0, mode);
    const out = new Float64Array(1);
    roundBy(out, Float64Array.of(x), Float64Array.of(by), 1, divisor, mode, 1);
    expect(BigInt(out[0] as number), `${x} / (${divisor} * ${by}), ${mode}`).toBe(exact);
    if (x < 0 || by !== 1) continue;
    roundHalfUp(out, Float64Array.of(x), 2, divisor, 2 * divisor, 1);
    expect(BigInt(out[0] as number)).toBe(roundToUnits(rational(BigInt(x), BigInt(divisor)), 0, "half-up"));
  }
});

const commission = (rate: unknown) => ({
  incentives: [{ use: "commission", on: "p", brackets: [{ rate }] }],
});

test("money of more than 2^53 minor units is too large on every path, and of 2^53 it is not", () => {
  const policy = policyOf([POINTS], {}, commission(1));
  const texts = [1n, -1n].flatMap((sign) =>
    Array.from({ length: 8 }, (_, at) => {
      const units = EXACT - 4n + BigInt(at);
      return `${sign < 0n ? "-" : ""}${units / 100n}.${String(units % 100n).padStart(2, "0")}`;
    }),
  );
  const points = texts.map(() => 50);
  const found = compared(policy, { "evidence.p": points, "amounts.p": texts });
  expect(found.paths).toEqual({ columns: 0, exact: 10, person: 0, failed: 6 });
  for (const [row, text] of texts.entries()) {
    const units = found.pay?.total.units[row] as number;
    const exact = BigInt(text.replace(".", ""));
    if (exact > EXACT || exact < -EXACT) expect(units).toBeNaN();
    else expect(BigInt(units)).toBe(exact);
  }
  const dollars = [999_999_999_999_999, 99_999_999_999_999, 90_071_992_547_410, 90_071_992_547_409, 12];
  const whole = compared(policy, { "evidence.p": dollars.map(() => 50), "amounts.p": dollars });
  expect(whole.paths).toEqual({ columns: 2, exact: 0, person: 0, failed: 3 });
  expect(Array.from(whole.pay?.total.units ?? []).slice(3)).toEqual([9_007_199_254_740_900, 1200]);
});

test("three months of a base pay that is exact alone are too large together", () => {
  const table = [{ tier: "t1", amount: "90071992547409.92" }];
  const found = compared(policyOf([POINTS], {}, { incentives: [{ use: "basePay", table }] }), {
    "evidence.p": [50, 1 / 3],
  });
  expect(found.paths.failed).toBe(2);
});

test("a steep line between neighbouring whole numbers does not slip past the proof", () => {
  const slope = 99_999_999n;
  const at = 1_000_000_001n;
  const pieces = [
    { coefficients: ["0"] },
    { from: `${at}`, includesFrom: false, coefficients: [`${-slope * at}`, `${slope}`] },
    { from: `${at + 1n}`, includesFrom: true, coefficients: [`${slope}`] },
  ];
  const steps = [{ step: "piecewise", to: "out", of: "x", function: { pieces } }] as unknown as Step[];
  const x = [-2, -1, 0, 1, 2, 3].map((near) => Number(at) + near);
  expect(programCompared(steps, { x }, "whole")).toBeInstanceOf(Array);
});

test("weights at the ends of floating point leave a mean's ball wide enough", () => {
  const mean = (weight: string): Step => ({
    step: "weighted-mean",
    to: "mean",
    of: ["x", "y"].map((column) => ({ column, weight })),
  });
  const bands = (from: string) => [{ label: "below" }, { label: "above", from }];
  const huge: Step[] = [
    mean(`1${"0".repeat(308)}`),
    { step: "band", to: "out", of: "mean", bands: bands("0.25") },
  ];
  expect(programCompared(huge, { x: ["0.5", 0.1], y: ["0.5", 0.2] }, "balls")).toBeInstanceOf(Array);
  const tiny: Step[] = [
    mean("0.".padEnd(300, "0").concat("1")),
    { step: "band", to: "out", of: "mean", bands: bands(`0.${"0".repeat(300)}5`) },
  ];
  expect(programCompared(tiny, { x: [1e-300, 1e-301], y: [1e-300, null] }, "balls")).toBeInstanceOf(Array);
});

it("sums that cancel, with weights from 1e-12 to 1e12, decide as the exact ones do", () => {
  for (let index = 0; index < 60; index += 1) {
    const big = random.pick(["1000000000000", "333333333333.3333", "0.000000000001", "1/7"]);
    const of = [
      { column: "x", weight: big },
      { column: "y", weight: big.startsWith("-") ? big.slice(1) : `-${big}` },
      { column: "z", weight: random.pick(["0.000000000001", "1", "1/3"]) },
    ];
    const mode = random.pick(ROUNDING_MODES);
    const steps: Step[] = [
      { step: "weighted-sum", to: "sum", of },
      { step: "round", to: "out", of: "sum", decimals: random.int(0, 6), mode },
    ];
    const rows = Array.from({ length: 40 }, () => random.int(0, 10 ** 6));
    const x = rows.map((n) => `${n}.00000000000000000${random.int(0, 9)}`);
    const y = rows.map((n) => random.pick([n, `${n}.000000000000000001`]));
    const z = rows.map(() =>
      random.pick([0.5, -0.5, "-1.5", 2.5, 0.005, "-0.015", "0.1250000000000000000001", -0]),
    );
    expect(programCompared(steps, { x, y, z }, "balls")).toBeInstanceOf(Array);
  }
});

it("products of many keep their digits or are decided exactly", () => {
  for (let index = 0; index < 40; index += 1) {
    const of = Array.from({ length: random.int(2, 9) }, () => random.pick(["x", "y", "z"]));
    const steps: Step[] = [
      { step: "product", to: "product", of },
      { step: "round", to: "out", of: "product", decimals: 2, mode: random.pick(ROUNDING_MODES) },
    ];
    const column = () =>
      Array.from({ length: 30 }, () =>
        random.pick([1.1, "1/3", -0.3, 5e-324, 1e-9, 3, 1e9, "0.15", -2.5, 0]),
      );
    expect(programCompared(steps, { x: column(), y: column(), z: column() }, "balls")).toBeInstanceOf(Array);
  }
});

it("floors and caps at exactly the corner, with and without missing values, whatever the mode", () => {
  for (const rounding of ROUNDING_MODES) {
    const indicators = [
      {
        id: "q",
        weight: "0.6",
        measure: { kind: "attainment", floor: "60%", cap: "120%" },
        missing: { kind: "reweight" },
      },
      { ...POINTS, weight: "0.4", missing: { kind: "reweight" } },
    ];
    const policy = policyOf(indicators, { rounding, decimals: 3 });
    const target = Array.from({ length: 200 }, () => random.pick([3, 7, 999_983, 33.33, 0.01, 100]));
    const actual = target.map((one) =>
      Number((one * random.pick([0.6, 1.2, 1, 0.9]) + random.pick([0, 0, 0.000001, -0.000001])).toFixed(6)),
    );
    const points = target.map(() => random.pick([null, 0, 100, 79.995, 79.9949999, 0.005, 1 / 3]));
    const found = compared(policy, {
      "evidence.q.actual": actual,
      "evidence.q.target": target,
      "evidence.p": points,
    });
    expect(found.paths.columns).toBeGreaterThan(100);
    expect(found.paths.exact).toBeGreaterThan(0);
  }
});

test("all paths in one block and across its end, each row in its place", () => {
  const long = new Map<number, unknown>();
  for (const end of [0, 1, BLOCK - 1, BLOCK, BLOCK + 1]) long.set(end, `${end % 100}.0049999999999999999999`);
  for (const [at, value] of [1 / 3, "x", 101, -0, 5e-324, "1e1", null].entries())
    long.set(BLOCK - 8 + at * 2, value);
  const points = Array.from({ length: BLOCK + 6 }, (_, row) =>
    long.has(row) ? long.get(row) : (row % 10_000) / 100,
  );
  const { paths } = compared(policyOf([POINTS]), { "evidence.p": points });
  expect(paths.columns).toBeGreaterThan(BLOCK - 10);
  expect(paths.exact).toBeGreaterThan(5);
  expect(paths.failed).toBeGreaterThan(1);
});
