import { type CommissionConfig, type PayoutCurve, payoutCurve } from "tierwise";
import type { TopLevelSpec } from "vega-lite";

const BRACKETS = [{ rate: "4%" }, { from: 50_000, rate: "6%" }, { from: 100_000, rate: "8%" }];
const PLANS: Readonly<Record<string, CommissionConfig>> = {
  "5% throughout": { currency: "USD", brackets: [{ rate: "5%" }] },
  "4, 6 and 8%, slice by slice": { currency: "USD", brackets: BRACKETS },
  "4, 6 and 8%, the rate that is reached for all": { currency: "USD", method: "whole", brackets: BRACKETS },
};

/** What three plans pay, from the exact pieces of their curves; jumps are breaks of the line. */
export function payoutCurves(): TopLevelSpec {
  const names = Object.keys(PLANS);
  const rows = Object.entries(PLANS).flatMap(([name, plan]) =>
    pointsOf(payoutCurve({ use: "commission", plan })({ from: 0, to: 200_000 })).map((point) => ({
      name,
      ...point,
    })),
  );
  return {
    data: { values: rows },
    width: 520,
    height: 280,
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x: { field: "result", type: "quantitative", title: "result, USD", axis: { format: ",d", grid: false } },
      y: { field: "pay", type: "quantitative", title: "pay, USD", axis: { format: ",d" } },
      detail: { field: "piece" },
      color: {
        field: "name",
        type: "nominal",
        title: null,
        sort: names,
        scale: { domain: names, range: ["#64748b", "#1d4ed8", "#d97706"] },
        legend: { orient: "bottom", labelLimit: 0, columns: 1 },
      },
    },
  } as TopLevelSpec;
}

/** The ends of each piece: these plans have straight pieces only. */
function pointsOf({ pieces }: PayoutCurve) {
  return pieces.flatMap(({ from, to, payFrom, payTo }, piece) => [
    { piece, result: Number(from), pay: Number(payFrom) },
    { piece, result: Number(to), pay: Number(payTo) },
  ]);
}
