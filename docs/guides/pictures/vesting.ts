import { type VestingConfig, vesting as vestingOf } from "tierwise";
import type { TopLevelSpec } from "vega-lite";

const SCHEDULES: Readonly<Record<string, VestingConfig>> = {
  "monthly, with a cliff of a year": { schedule: [{ months: 1, times: 48 }], cliff: { months: 12 } },
  "four equal years": { schedule: [{ months: 12, times: 4 }] },
  "back-loaded: 5, 15, 40, 40 %": {
    schedule: ["5%", "15%", "40%", "40%"].map((share) => ({ share, months: 12 })),
  },
};
const LAST_MONTH = 54;

/** The units of a grant that are vested, month by month, by three schedules. */
export function vesting(): TopLevelSpec {
  const names = Object.keys(SCHEDULES);
  const rows = Object.entries(SCHEDULES).flatMap(([schedule, terms]) => {
    const vest = vestingOf(terms);
    return Array.from({ length: LAST_MONTH + 1 }, (_, month) => {
      const { units } = vest({
        events: [{ kind: "grant", on: "2026-01-15", units: 4800 }],
        at: dayAfter(month),
      });
      return { schedule, month, vested: Number(units.vested) };
    });
  });
  return {
    data: { values: rows },
    width: 520,
    height: 260,
    mark: { type: "line", interpolate: "step-after", strokeWidth: 2 },
    encoding: {
      x: {
        field: "month",
        type: "quantitative",
        title: "months since the grant",
        axis: { values: [0, 12, 24, 36, 48], grid: false },
        scale: { domain: [0, LAST_MONTH] },
      },
      y: { field: "vested", type: "quantitative", title: "units vested of 4800" },
      color: {
        field: "schedule",
        type: "nominal",
        title: null,
        sort: names,
        scale: { domain: names, range: ["#1d4ed8", "#0d9488", "#d97706"] },
        legend: { orient: "bottom", labelLimit: 0 },
      },
    },
  } as TopLevelSpec;
}

function dayAfter(months: number): string {
  const [year, month] = [2026 + Math.floor(months / 12), (months % 12) + 1];
  return `${year}-${String(month).padStart(2, "0")}-15`;
}
