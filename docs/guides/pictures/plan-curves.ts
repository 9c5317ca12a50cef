import { type CommissionConfig, type PayoutCurve, payoutCurve } from "tierwise";
import type { TopLevelSpec } from "vega-lite";

/** A plan of a picture, and its colour. */
export interface PicturedPlan {
  readonly name: string;
  readonly colour: string;
  readonly plan: CommissionConfig;
}

/** What plans pay, from the exact pieces of their curves; jumps are breaks of the line. */
export function planCurves(plans: readonly PicturedPlan[], to: number): TopLevelSpec {
  const rows = plans.flatMap(({ name, plan }) =>
    pointsOf(payoutCurve({ use: "commission", plan })({ from: 0, to })).map((point) => ({ name, ...point })),
  );
  const names = plans.map(({ name }) => name);
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
        scale: { domain: names, range: plans.map(({ colour }) => colour) },
        legend: { orient: "bottom", labelLimit: 0, columns: 1 },
      },
    },
  } as TopLevelSpec;
}

/** The ends of each piece: these plans have straight pieces only. */
function pointsOf({ pieces }: PayoutCurve) {
  return pieces.flatMap(({ from, to, payFrom, payTo }, piece) => [
    { piece, result: numberOf(from), pay: numberOf(payFrom) },
    { piece, result: numberOf(to), pay: numberOf(payTo) },
  ]);
}

/** A number whose decimals do not end is a fraction text. */
function numberOf(value: PayoutCurve["pieces"][number]["from"]): number {
  const [numerator, denominator = 1] = String(value).split("/").map(Number);
  return Number(numerator) / denominator;
}
