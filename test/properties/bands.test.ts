import fc from "fast-check";
import { expect, test } from "vitest";
import { bandContext, classifier, type Matrix } from "../../src/index.js";

type Axis = Matrix["axes"][number];
type Relative = NonNullable<Axis["relative"]>;
type People = Parameters<ReturnType<typeof bandContext>>[0]["people"];

const names = ["low", "middle", "high"];
const plain = names.map((id) => ({ id }));
const keys = { keys: [{ key: "k", order: "descending" }] } as const;
const ties = fc.constantFrom("all-in" as const, "all-out" as const, keys);

const pair = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 2, maxLength: 2 })
    .map((list) => list.sort((a, b) => a - b) as [number, number]);

const headCounts: fc.Arbitrary<Relative> = fc.oneof(
  fc.tuple(pair(20), ties).map(
    ([[few, many], rule]): Relative => ({
      kind: "top-share",
      cuts: [
        { band: "high", share: `${few}/20` },
        { band: "middle", share: `${many}/20` },
      ],
      ties: rule,
    }),
  ),
  fc.tuple(pair(20), ties).map(
    ([[few, many], rule]): Relative => ({
      kind: "top-count",
      cuts: [
        { band: "high", count: few },
        { band: "middle", count: many },
      ],
      ties: rule,
    }),
  ),
  fc.tuple(pair(19), ties).map(
    ([[first, second], rule]): Relative => ({
      kind: "forced",
      shares: [
        { band: "high", share: `${first}/20` },
        { band: "middle", share: `${second - first}/20` },
        { band: "low", share: `${20 - second}/20` },
      ],
      ties: rule,
    }),
  ),
);

const thresholds: fc.Arbitrary<Relative> = fc.oneof(
  fc
    .tuple(
      pair(19),
      fc.constantFrom("inverse-cdf", "closest-observation", "hazen", "linear", "normal-unbiased"),
    )
    .map(
      ([[first, second], definition]): Relative => ({
        kind: "quantile",
        cuts: [
          { band: "middle", at: `${first}/20` },
          { band: "high", at: `${second}/20` },
        ],
        definition: definition as "linear",
      }),
    ),
  fc.tuple(pair(40), fc.constantFrom("population", "sample")).map(
    ([[first, second], deviation]): Relative => ({
      kind: "mean-deviation",
      cuts: [
        { band: "middle", deviations: `${first - 20}/10` },
        { band: "high", deviations: `${second - 20}/10` },
      ],
      deviation: deviation as "sample",
      whenEqual: "middle",
    }),
  ),
);

const people: fc.Arbitrary<People> = fc
  .uniqueArray(
    fc.string({ minLength: 1, maxLength: 3 }).filter((id) => id.trim() === id && id !== ""),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          scores: fc.record({
            x: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom("7/3", "2.50")),
          }),
          keys: fc.record({ k: fc.integer({ min: 0, max: 2 }) }),
        }),
      ),
    ),
  );

function matrixOf(relative: Relative): Matrix {
  return { axes: [{ id: "x", bands: plain, relative }] };
}

/** The band of each person, placed alone with the context. */
function placed(relative: Relative, group: People): ReadonlyMap<string, string> {
  const matrix = matrixOf(relative);
  const cohort = bandContext(matrix)({ people: group });
  const classify = classifier(matrix);
  return new Map(
    group.map(({ id, scores }) => [id, classify({ scores, person: id, cohort }).axes[0]?.band ?? ""]),
  );
}

function scoreOf({ scores }: People[number]): number {
  const [top, bottom = "1"] = String(scores.x).split("/");
  return Number(top) / Number(bottom);
}

test("the order of the people changes nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(headCounts, thresholds),
      people,
      fc.infiniteStream(fc.nat()),
      (relative, group, at) => {
        const shuffled = group
          .map((person) => ({ person, place: at.next().value }))
          .sort((a, b) => a.place - b.place)
          .map(({ person }) => person);
        const make = bandContext(matrixOf(relative));
        expect(JSON.stringify(make({ people: shuffled }))).toBe(JSON.stringify(make({ people: group })));
      },
    ),
  );
});

test("a context that was stored places everybody as the one in memory", () => {
  fc.assert(
    fc.property(fc.oneof(headCounts, thresholds), people, (relative, group) => {
      const matrix = matrixOf(relative);
      const cohort = bandContext(matrix)({ people: group });
      const stored = JSON.parse(JSON.stringify(cohort)) as typeof cohort;
      const classify = classifier(matrix);
      for (const { id, scores } of group) {
        const [one, other] = [cohort, stored].map((context) =>
          JSON.stringify(classify({ scores, person: id, cohort: context })),
        );
        expect(one).toBe(other);
      }
    }),
  );
});

test("a better score never comes to a lower band, and the same one to the same, where no key decides", () => {
  fc.assert(
    fc.property(fc.oneof(headCounts, thresholds), people, (relative, group) => {
      const bands = placed(relative, group);
      const rank = (person: People[number]) => names.indexOf(bands.get(person.id) ?? "");
      const decides = "ties" in relative && typeof relative.ties === "object";
      for (const a of group) {
        for (const b of group) {
          const difference = scoreOf(a) - scoreOf(b);
          if (difference > 0) expect(rank(a)).toBeGreaterThanOrEqual(rank(b));
          if (difference === 0 && !decides) expect(rank(a)).toBe(rank(b));
        }
      }
    }),
  );
});

/** How many people are in a band or a better one. */
function fromTop(bands: ReadonlyMap<string, string>, band: string): number {
  return [...bands.values()].filter((one) => names.indexOf(one) >= names.indexOf(band)).length;
}

test("all in takes at least the places, all out at most, keys exactly as many", () => {
  fc.assert(
    fc.property(headCounts, people, (relative, group) => {
      const counts = ["all-in" as const, "all-out" as const, keys].map((rule) => {
        const bands = placed({ ...relative, ties: rule } as Relative, group);
        return ["middle", "high"].map((band) => fromTop(bands, band));
      });
      const [most, least, exactly] = counts as [number[], number[], number[]];
      for (const [index, places] of exactly.entries()) {
        expect(most[index]).toBeGreaterThanOrEqual(places);
        expect(least[index]).toBeLessThanOrEqual(places);
        if (relative.kind === "top-count") {
          const cut = relative.cuts.find(({ band }) => band === ["middle", "high"][index]);
          expect(places).toBe(Math.min(group.length, cut?.count ?? 0));
        }
      }
    }),
  );
});

test("the head-counts of a forced distribution sum to the group, each within one of its share", () => {
  fc.assert(
    fc.property(pair(19), people, ([first, second], group) => {
      const shares = [20 - second, second - first, first];
      const relative: Relative = {
        kind: "forced",
        shares: names.map((band, index) => ({ band, share: `${shares[index]}/20` })),
        ties: keys,
      };
      const bands = [...placed(relative, group).values()];
      const counts = names.map((name) => bands.filter((band) => band === name).length);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(group.length);
      for (const [index, count] of counts.entries())
        expect(Math.abs(20 * count - (shares[index] ?? 0) * group.length)).toBeLessThan(20);
    }),
  );
});

const fixed: Axis = {
  id: "x",
  bands: [{ id: "low" }, { id: "middle", from: 40 }, { id: "high", from: 70 }],
};
const score = fc.integer({ min: 0, max: 200 }).map((halves) => halves / 2);

test("fixed bands do not look at groups, earlier bands or people", () => {
  const classify = classifier({ axes: [fixed] });
  fc.assert(
    fc.property(score, fc.constantFrom(...names), (x, previous) => {
      const band = x >= 70 ? "high" : x >= 40 ? "middle" : "low";
      const placements = [{}, { previous: { x: previous } }, { person: "a" }].map((more) =>
        JSON.stringify(classify({ scores: { x }, ...more })),
      );
      expect(JSON.parse(placements[0] ?? "").axes[0].band).toBe(band);
      expect(new Set(placements).size).toBe(1);
    }),
  );
});

test("a margin keeps bands and gives none, and scores that stay come to rest at once", () => {
  fc.assert(
    fc.property(score, fc.constantFrom(...names), fc.integer({ min: 1, max: 60 }), (x, previous, margin) => {
      const rank = (axis: Axis, before?: string) => {
        const input = before === undefined ? {} : { previous: { x: before } };
        return names.indexOf(classifier({ axes: [axis] })({ scores: { x }, ...input }).axes[0]?.band ?? "");
      };
      const loose = { ...fixed, margin };
      const [without, kept, had] = [rank(fixed), rank(loose, previous), names.indexOf(previous)];
      expect(rank(loose)).toBe(without);
      expect(kept).toBeGreaterThanOrEqual(without);
      expect(kept).toBeLessThanOrEqual(Math.max(without, had));
      expect(rank(loose, names[kept])).toBe(kept);
    }),
  );
});
