import type { Policy } from "tierwise";
import { keyAccountManagers } from "tierwise/presets";

const WEIGHTS: Readonly<Record<string, string>> = { sales: "25%", growth: "20%" };

/** A made-up next version of the preset, as a company that enters a market might write it: growth weighs more, and a high performance begins later. */
export const nextVersion: Policy = {
  ...keyAccountManagers,
  effectiveFrom: "2027-07-01",
  axes: keyAccountManagers.axes.map((axis) =>
    axis.id === "performance"
      ? {
          ...axis,
          indicators: axis.indicators.map((item) => ({ ...item, weight: WEIGHTS[item.id] ?? item.weight })),
          bands: axis.bands.map((band) => (band.id === "high" ? { ...band, from: 82 } : band)),
        }
      : axis,
  ),
  transition: { counters: "keep", grandfather: { months: 3 } },
};
