import type { Policy, Review } from "tierwise";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 520;
const HEIGHT = 120;
const STRIP = 14;

/** Draws careers: the score on each axis as a line over the periods, and the tier after each as a strip below. A period without a review is a gap. */
export function careerChart(
  { axes, tiers }: Pick<Policy, "axes" | "tiers">,
  periods: readonly string[],
  reviews: readonly Review[],
): (own: readonly Review[], description: string) => Promise<Html> {
  const scores = reviews.flatMap(({ placement }) => placement.axes.map(({ score }) => Number(score)));
  const domain = [Math.min(0, ...scores), Math.max(100, ...scores)] as const;
  const draw = picture(specOf(periods, domain));
  return (own, description) => {
    const shapes = periods.flatMap((period) => {
      const review = own.find((one) => one.period === period);
      const points = axes.map(({ id }, index) => {
        const score = review?.placement.axes.find(({ axis }) => axis === id)?.score;
        const value = score === undefined ? null : Number(score);
        return { kind: "score", period, axis: index, value, stroke: `line-${index % 4}` };
      });
      const tier = tiers.findIndex(({ id }) => id === review?.standing.tier);
      return tier < 0 ? points : [...points, { kind: "tier", period, fill: `tier-${tier}` }];
    });
    return draw(shapes, description);
  };
}

function specOf(
  periods: readonly string[],
  domain: readonly [number, number],
): Parameters<typeof picture>[0] {
  const asWritten = (field: string) => ({ field, type: "nominal" as const, scale: null });
  const x = { field: "period", type: "ordinal" as const, axis: null, sort: [...periods] };
  const scale = { domain: [...domain], range: [HEIGHT, 6], nice: false };
  const y = { field: "value", type: "quantitative" as const, axis: null, scale };
  const scores = [{ filter: 'datum.kind === "score"' }];
  return {
    data: { name: "data" },
    width: WIDTH,
    height: HEIGHT + STRIP,
    padding: 0,
    background: "transparent",
    config: { aria: false, view: { stroke: null } },
    encoding: { x },
    layer: [
      {
        transform: scores,
        mark: { type: "line" },
        encoding: { y, detail: { field: "axis", type: "nominal" }, stroke: asWritten("stroke") },
      },
      {
        transform: [...scores, { filter: "isValid(datum.value)" }],
        mark: { type: "text", baseline: "bottom", dy: -5, fontSize: 11, fill: "soft" },
        encoding: { y, text: { field: "value", format: ".1f" } },
      },
      {
        transform: [{ filter: 'datum.kind === "tier"' }],
        mark: { type: "bar", width: { band: 0.94 } },
        encoding: { y: { value: HEIGHT + STRIP }, y2: { value: HEIGHT + 4 }, fill: asWritten("fill") },
      },
    ],
  };
}
