import fc from "fast-check";
import { expect, test } from "vitest";
import { type Evidence, scorer, type WeightSchema, type WeightSchemaItem } from "../../src/index.js";

type Aggregation = NonNullable<WeightSchema["aggregation"]>;
type Missing = NonNullable<WeightSchema["missing"]>;

interface Leaf {
  readonly id: string;
  readonly ends: readonly [number, number];
  readonly missing: Missing;
}

const rule = fc.constantFrom<Missing>(
  { kind: "error" },
  { kind: "reweight" },
  { kind: "reweight" },
  { kind: "zero" },
  { kind: "fixed", score: 35 },
);
const leaf = fc.record({
  from: fc.integer({ min: 0, max: 40 }),
  width: fc.integer({ min: 1, max: 60 }),
  missing: rule,
});
const weights = fc.array(fc.constantFrom(0, 1, 2, 5), { minLength: 2, maxLength: 2 });
const aggregations: readonly Aggregation[] = [
  { kind: "arithmetic" },
  { kind: "geometric" },
  { kind: "geometric", least: 5 },
  { kind: "minimum" },
  { kind: "limited", limits: [{ below: 30, most: 20 }] },
];

/** Two lists of two, each list a group or a composite. */
const plan = fc
  .record({
    leaves: fc.array(leaf, { minLength: 4, maxLength: 4 }),
    weights: fc.array(weights, { minLength: 3, maxLength: 3 }),
    shapes: fc.array(fc.constantFrom("group", "composite"), { minLength: 2, maxLength: 2 }),
    rules: fc.array(rule, { minLength: 2, maxLength: 2 }),
    whole: fc.constantFrom(...aggregations),
    inner: fc.constantFrom(...aggregations),
  })
  .filter((made) => made.weights.every((two) => two.some((weight) => weight > 0)))
  .map((made) => {
    const leaves = made.leaves.map(
      ({ from, width, missing }, index): Leaf => ({ id: `i${index}`, ends: [from, from + width], missing }),
    );
    const items = leaves.map(({ id, ends: [from, to], missing }, index): WeightSchemaItem => {
      const weight = made.weights[Math.floor(index / 2)]?.[index % 2] ?? 0;
      return { id, weight, missing, measure: { kind: "points", from, to } };
    });
    const indicators = [0, 1].map((place): WeightSchemaItem => {
      const weight = made.weights[2]?.[place] ?? 0;
      const inside = { normalise: true, indicators: items.slice(2 * place, 2 * place + 2) };
      if (made.shapes[place] === "group") return { id: `g${place}`, weight, ...inside };
      const measure = { kind: "composite", aggregation: made.inner, ...inside } as const;
      return { id: `g${place}`, weight, missing: made.rules[place], measure };
    });
    const schema: WeightSchema = { normalise: true, aggregation: made.whole, indicators };
    const limited =
      made.whole.kind === "limited" || (made.inner.kind === "limited" && made.shapes.includes("composite"));
    return { schema, leaves, limited };
  });

/** All that people can have who are at an end of everything, or without what may be missing. */
function extremes(leaves: readonly Leaf[]): readonly Evidence[] {
  return leaves.reduce<readonly Evidence[]>(
    (all, { id, ends, missing }) =>
      all.flatMap((one) => [
        ...(missing.kind === "error" ? [] : [one]),
        ...ends.map((end) => ({ ...one, [id]: end })),
      ]),
    [{}],
  );
}

test("the range of a scorer is from the least to the greatest score that anybody can have", () => {
  fc.assert(
    fc.property(plan, ({ schema, leaves, limited }) => {
      const score = scorer(schema);
      const values = extremes(leaves).flatMap((evidence) => {
        const outcome = score.safe({ evidence });
        return outcome.ok ? (outcome.value.value ?? []) : [];
      });
      const least = values.reduce((a, b) => (b.lt(a) ? b : a));
      const greatest = values.reduce((a, b) => (b.gt(a) ? b : a));
      expect(score.range.lowest?.toFixed()).toBe(least.toFixed());
      expect(limited ? score.range.highest?.gte(greatest) : score.range.highest?.eq(greatest)).toBe(true);
    }),
    { numRuns: 150 },
  );
}, 60_000);
