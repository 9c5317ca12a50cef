import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type BestWorstInput, bestWorst } from "../../src/index.js";
import { readRatio } from "../../src/kernel/number.js";
import { compare, multiply, ONE, rational, rationalText, ZERO } from "../../src/kernel/rational.js";
import { byId, randomIds, total } from "./random.js";

const weigh = bestWorst({});
const times = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map(String),
  fc
    .tuple(fc.bigInt(1n, 9n), fc.bigInt(0n, 8n))
    .map(([bottom, more]) => rationalText(rational(bottom + more, bottom))),
);

/** Judgements on two to seven criteria; the first is the best and the last the worst. */
const judged = randomIds(2, 7).chain((ids) =>
  fc
    .tuple(times, fc.array(fc.tuple(times, times), { minLength: ids.length - 2, maxLength: ids.length - 2 }))
    .map(([direct, pairs]): BestWorstInput => {
      const [best = "", worst = ""] = [ids[0], ids.at(-1)];
      const others = ids.slice(1, -1).map((id, index) => ({
        id,
        bestOver: pairs[index]?.[0] ?? "1",
        overWorst: pairs[index]?.[1] ?? "1",
      }));
      return {
        best,
        worst,
        criteria: [{ id: best, overWorst: direct }, ...others, { id: worst, bestOver: direct }],
      };
    }),
);

test("weights sum to 1, permuting the criteria permutes them, and xi is the greatest deviation that they leave", () => {
  fc.assert(
    fc.property(judged, (input) => {
      const result = weigh(input);
      expect(total(result.weights)).toEqual(ONE);
      const turned = weigh({ ...input, criteria: [...input.criteria].reverse() });
      expect(byId(turned.weights)).toEqual(byId(result.weights));
      expect(turned.xi).toBe(result.xi);
      const weights = byId(result.weights);
      const of = (id: string) => readRatio(weights[id] ?? "");
      const deviations = input.criteria.flatMap(({ id, bestOver = 1, overWorst = 1 }) => [
        deviation(of(input.best), readRatio(bestOver), of(id), id === input.best),
        deviation(of(id), readRatio(overWorst), of(input.worst), id === input.worst),
      ]);
      const most = deviations.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
      expect(rationalText(most)).toBe(result.xi);
      expect(result.weights.every(({ weight }) => readRatio(weight).n > 0n)).toBe(true);
    }),
  );
});

test("judgements made from weights give the weights back, with xi 0", () => {
  const whole = fc.array(fc.bigInt(1n, 50n), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(whole, (unsorted) => {
      const values = [...unsorted].sort((a, b) => Number(b - a));
      const [most = 1n, least = 1n] = [values[0], values.at(-1)];
      const criteria = values.map((value, index) => ({
        id: `c${index}`,
        bestOver: rationalText(rational(most, value)),
        overWorst: rationalText(rational(value, least)),
      }));
      const result = weigh({ best: "c0", worst: `c${values.length - 1}`, criteria });
      const all = values.reduce((sum, value) => sum + value, 0n);
      expect(result.xi).toBe("0");
      expect(result.inputRatio.value).toBe("0");
      expect(result.weights.map(({ weight }) => weight)).toEqual(
        values.map((value) => rationalText(rational(value, all))),
      );
    }),
  );
});

const python = ["python3", "python"].find(
  (name) => spawnSync(name, ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"]).status === 0,
);
if (python === undefined) console.warn("No Python 3 here: the reference check of best-worst is skipped.");

test.skipIf(python === undefined)("an exact simplex method in Python finds the same weights", () => {
  const inputs = fc.sample(judged, { numRuns: 250 });
  const problems = inputs.map(({ best, criteria }) => ({
    best: 0,
    worst: criteria.length - 1,
    bestOver: criteria.map(({ id, bestOver }) => (id === best ? "1" : asFraction(bestOver))),
    overWorst: criteria.map(({ overWorst }) => asFraction(overWorst)),
  }));
  const script = new URL("../reference/best_worst_reference.py", import.meta.url).pathname;
  const { stdout, stderr } = spawnSync(python as string, [script], { input: JSON.stringify(problems) });
  expect(stderr.toString()).toBe("");
  const theirs = JSON.parse(stdout.toString()) as readonly { weights: readonly string[]; xi: string }[];
  const ours = inputs.map((input) => weigh(input));
  expect(
    ours.map(({ weights, xi }) => [...weights.map(({ weight }) => asFraction(weight)), asFraction(xi)]),
  ).toEqual(theirs.map(({ weights, xi }) => [...weights, xi]));
  expect(ours.filter(({ xi }) => xi !== "0").length).toBeGreaterThan(100);
});

function deviation(upper: typeof ONE, factor: typeof ONE, lower: typeof ONE, same: boolean) {
  if (same) return ZERO;
  const product = multiply(factor, lower);
  const difference = rational(upper.n * product.d - product.n * upper.d, upper.d * product.d);
  return difference.n < 0n ? rational(-difference.n, difference.d) : difference;
}

/** As Python prints a `Fraction`. */
function asFraction(value: unknown): string {
  const { n, d } = readRatio(value ?? 1);
  return d === 1n ? String(n) : `${n}/${d}`;
}
