import type { Policy } from "../../../src/index.js";
import type { Random } from "../../reference/generate/random.js";
import type { Details } from "./figures.js";

type Axis = Policy["axes"][number];
type Relative = NonNullable<Axis["relative"]>;

/** A policy whose bands depend on the group, on some axes; sometimes of people of one tier or line only. */
export function withRelative(random: Random, policy: Policy): Policy {
  const axes = policy.axes.map((axis, place) =>
    place === 0 || random.chance(40) ? relativeAxis(random, axis) : axis,
  );
  const comparedWithin = random.pick([undefined, "tier", "line"]);
  return { ...policy, axes, ...(comparedWithin === undefined ? {} : { comparedWithin }) } as Policy;
}

function relativeAxis(random: Random, { bands, ...axis }: Axis): Axis {
  const minimumGroup = random.chance(25) ? { minimumGroup: random.pick([2, 8]) } : {};
  const named = Object.keys(minimumGroup).length > 0 ? bands : bands.map(({ id }) => ({ id }));
  return { ...axis, bands: named, relative: { ...relativeOf(random), ...minimumGroup } } as Axis;
}

function relativeOf(random: Random): Relative {
  const ties = random.pick<
    "all-in" | "all-out" | { keys: { key: string; order: "ascending" | "descending" }[] }
  >([
    "all-in",
    "all-out",
    { keys: [{ key: "merit", order: "descending" }] },
    {
      keys: [
        { key: "a", order: "ascending" },
        { key: "merit", order: "ascending" },
      ],
    },
  ]);
  const [middle, high] = [{ band: "middle" }, { band: "high" }];
  return random.pick<Relative>([
    {
      kind: "top-share",
      cuts: [
        { ...middle, share: random.pick(["60%", "2/3"]) },
        { ...high, share: random.pick(["20%", "1/7"]) },
      ],
      rounding: random.pick(["half-up", "floor", "ceiling"]),
      ties,
    },
    {
      kind: "top-count",
      cuts: [
        { ...middle, count: 9 },
        { ...high, count: random.pick([1, 3]) },
      ],
      ties,
    },
    {
      kind: "forced",
      shares: [
        { band: "low", share: "1/3" },
        { ...middle, share: "50%" },
        { ...high, share: "1/6" },
      ],
      ties,
    },
    {
      kind: "quantile",
      cuts: [
        { ...middle, at: "25%" },
        { ...high, at: "80%" },
      ],
      definition: random.pick(["linear", "inverse-cdf", "hazen", "averaged-inverse-cdf", "normal-unbiased"]),
      decimals: random.pick([0, 4]),
    },
    {
      kind: "mean-deviation",
      cuts: [
        { ...middle, deviations: "-0.5" },
        { ...high, deviations: 1 },
      ],
      deviation: random.pick(["population", "sample"]),
      ...(random.chance(60) ? { whenEqual: "middle" } : {}),
    },
  ]);
}

/** What ties are broken by, now and then missing, and now and then an id that another has. */
export function tieDetails(random: Random, row: number): Details {
  return {
    id: random.chance(1) ? (random.chance(50) ? null : "p0") : `p${row}`,
    "bands.a": random.chance(50) ? null : random.pick(["low", "middle", "high"]),
    "facts.merit": random.chance(1) ? null : random.pick([0, 1, 2, "2.5"]),
  };
}
