import fc from "fast-check";
import { expect, test } from "vitest";
import { ahp } from "../../src/index.js";

const size = fc.integer({ min: 1, max: 6 });
const judgement = fc.constantFrom("1/9", "1/7", "1/5", "1/3", "1/2", "1", "2", "3", "4", "6", "8", "9");
const judged = size.chain((n) =>
  fc
    .array(judgement, { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 })
    .map((flat) => ({ n, flat })),
);

const ids = (n: number) => Array.from({ length: n }, (_, index) => ({ id: `c${index}` }));
const turned = (text: string) => (text.includes("/") ? text.slice(2) : `1/${text}`);

function whole(n: number, flat: readonly string[]): string[][] {
  const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => "1"));
  let next = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const value = flat[next] as string;
      next += 1;
      (rows[i] as string[])[j] = value;
      (rows[j] as string[])[i] = turned(value);
    }
  }
  return rows;
}

test.each(["eigenvector", "geometric-mean"] as const)(
  "%s: a consistent matrix gives back the weights that made it, and nothing contradicts",
  (method) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 7 }), (made) => {
        const total = made.reduce((sum, value) => sum + value, 0);
        const judgements = made.map((row) => made.map((column) => `${row}/${column}`));
        const { weights, consistency } = ahp({ method, decimals: 12 })({
          criteria: ids(made.length),
          judgements,
        });
        for (const [index, { weight }] of weights.entries()) {
          const units =
            (2n * BigInt(made[index] as number) * 10n ** 12n + BigInt(total)) / (2n * BigInt(total));
          expect(weight.times(1e12).toFixed()).toBe(units.toString());
        }
        expect(consistency?.lambdaMax.toNumber()).toBe(made.length);
        expect(consistency?.ratio.toNumber()).toBe(0);
        expect(consistency?.worst).toBeUndefined();
      }),
    );
  },
);

test.each(["eigenvector", "geometric-mean"] as const)(
  "%s: criteria in another order have the same weights; triangle and whole matrix say the same; nothing is NaN",
  (method) => {
    fc.assert(
      fc.property(judged, ({ n, flat }) => {
        const weigh = ahp({ method, decimals: 15 });
        const matrix = whole(n, flat);
        const triangle = matrix.slice(0, -1).map((row, index) => row.slice(index + 1));
        const result = weigh({ criteria: ids(n), judgements: matrix });
        expect(weigh({ criteria: ids(n), judgements: triangle })).toEqual(result);
        const back = weigh({
          criteria: ids(n).reverse(),
          judgements: [...matrix].reverse().map((row) => [...row].reverse()),
        });
        expect([...back.weights].reverse()).toEqual(result.weights);
        expect(back.consistency?.lambdaMax).toEqual(result.consistency?.lambdaMax);
        expect(JSON.stringify(result)).not.toContain("NaN");
        expect(result.consistency?.lambdaMax.toNumber()).toBeGreaterThanOrEqual(n);
      }),
      { numRuns: 50 },
    );
  },
);

test.each(["judgements", "priorities"] as const)(
  "judges who agree, by %s: the same weights as one of them",
  (aggregate) => {
    fc.assert(
      fc.property(judged, fc.integer({ min: 1, max: 3 }), ({ n, flat }, count) => {
        const judgements = whole(n, flat);
        const judges = Array.from({ length: count }, (_, index) => ({
          id: `j${index}`,
          weight: index + 1,
          judgements,
        }));
        const alone = ahp({})({ criteria: ids(n), judgements });
        expect(ahp({ aggregate })({ criteria: ids(n), judges }).weights).toEqual(alone.weights);
      }),
      { numRuns: 30 },
    );
  },
);
