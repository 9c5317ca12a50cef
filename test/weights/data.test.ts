import fc from "fast-check";
import { expect, test } from "vitest";
import {
  criticWeights,
  type DataWeightsInput,
  type DecimalWeightList,
  entropyWeights,
  equalWeights,
  merecWeights,
  standardDeviationWeights,
  TierwiseError,
  variationWeights,
} from "../../src/index.js";

const decimals = 12;
const methods = [
  { name: "critic", weigh: criticWeights({ decimals }) },
  { name: "critic by ranks", weigh: criticWeights({ decimals, correlation: "spearman" }) },
  { name: "entropy", weigh: entropyWeights({ decimals }) },
  { name: "standard deviation", weigh: standardDeviationWeights({ decimals }) },
  { name: "standard deviation by sums", weigh: standardDeviationWeights({ decimals, scaling: "sum" }) },
  { name: "variation", weigh: variationWeights({ decimals }) },
  { name: "merec", weigh: merecWeights({ decimals }) },
];

const table = (least: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 2, max: 6 }))
    .chain(([columns, rows]) =>
      fc.array(
        fc.record({
          kind: fc.constantFrom("benefit" as const, "cost" as const),
          values: fc.array(fc.integer({ min: least, max: 60 }), { minLength: rows, maxLength: rows }),
        }),
        { minLength: columns, maxLength: columns },
      ),
    )
    .map((columns) => columns.map((column, index) => ({ id: `c${index}`, ...column })));

/** The weights by id, or the codes of the error. */
function outcome(weigh: { safe(input: DataWeightsInput): unknown }, criteria: DataWeightsInput["criteria"]) {
  const result = weigh.safe({ criteria }) as
    | { ok: true; value: DecimalWeightList }
    | { ok: false; error: TierwiseError };
  if (!result.ok) {
    expect(result.error).toBeInstanceOf(TierwiseError);
    return result.error.issues.map(({ code }) => code).sort();
  }
  const { weights } = result.value;
  const total = weights.reduce((sum, { weight }) => sum + weight.toNumber(), 0);
  expect(total).toBeCloseTo(1, 9);
  for (const { weight } of weights) expect(weight.gte(0) && weight.lte(1)).toBe(true);
  return Object.fromEntries(weights.map(({ id, weight }) => [id, weight.toFixed()]));
}

test.each(methods)(
  "$name: the order of criteria, the order of rows and the unit make no difference",
  ({ weigh }) => {
    fc.assert(
      fc.property(table(1), fc.integer({ min: 1, max: 900 }), (criteria, factor) => {
        const first = outcome(weigh, criteria);
        expect(outcome(weigh, [...criteria].reverse())).toEqual(first);
        const turned = criteria.map((one) => ({ ...one, values: [...one.values].reverse() }));
        expect(outcome(weigh, turned)).toEqual(first);
        const scaled = criteria.map((one, index) => ({
          ...one,
          values: one.values.map((value) => `${value * factor}/${7 + index}`),
        }));
        expect(outcome(weigh, scaled)).toEqual(first);
      }),
      { numRuns: 40 },
    );
  },
);

test.each(methods)("$name: zeros and negatives give weights or an error, never NaN", ({ weigh }) => {
  fc.assert(
    fc.property(table(-3), (criteria) => {
      expect(JSON.stringify(outcome(weigh, criteria))).not.toContain("NaN");
    }),
    { numRuns: 60 },
  );
});

test.each(methods)("$name: a constant column weighs nothing", ({ weigh }) => {
  const varying = [
    { id: "a", values: [1, 2, 5] },
    { id: "b", values: [7, 3, 4] },
  ];
  const weights = outcome(weigh, [...varying, { id: "same", values: [3, 3, 3] }]) as Record<string, string>;
  expect(weights.same).toBe("0");
});

test.each(methods)("$name: alternatives that hardly differ still give all digits", ({ weigh }) => {
  const tiny = `1.${"0".repeat(90)}1`;
  const weights = outcome(weigh, [
    { id: "a", values: ["1", tiny, "1"] },
    { id: "b", values: ["1", "1", tiny] },
  ]);
  expect(weights).toEqual({ a: "0.5", b: "0.5" });
});

test("equal weights take the input of any other method and are exact", () => {
  const { weights } = equalWeights({})({ criteria: [{ id: "a" }, { id: "b" }, { id: "c" }] });
  expect(weights.map(({ weight }) => weight)).toEqual(["1/3", "1/3", "1/3"]);
});
