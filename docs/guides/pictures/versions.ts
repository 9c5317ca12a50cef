import type { Policy } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";
import type { TopLevelSpec } from "vega-lite";
import { matrix } from "./matrix.js";

const people = Array.from({ length: 24 }, (_, index) => ({
  x: 50 + ((index * 7) % 48),
  y: 55 + ((index * 11) % 43),
}));

/** One matrix under two versions of a policy, with the same people in it. */
export function versions(): TopLevelSpec {
  const next: Policy = {
    ...keyAccountManagers,
    effectiveFrom: "2027-01-01",
    axes: keyAccountManagers.axes.map((axis) => ({
      ...axis,
      bands: axis.bands.map((band) => (band.id === "high" ? { ...band, from: 85 } : band)),
    })),
  };
  return {
    hconcat: [
      matrix(keyAccountManagers, `from ${keyAccountManagers.effectiveFrom}`, people),
      matrix(next, `from ${next.effectiveFrom}`, people),
    ],
  } as TopLevelSpec;
}
