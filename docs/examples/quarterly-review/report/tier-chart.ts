import type { Policy } from "tierwise";
import type { Career } from "../careers.js";
import { tierAfter } from "../show.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 340;
const LABELS = 64;

/** Draws how many people are in each tier after each period; who was not reviewed keeps the tier. */
export function tierChart(
  careers: readonly Career[],
  periods: readonly string[],
  tiers: Policy["tiers"],
  description: string,
): Promise<Html> {
  const bars = periods.flatMap((period) => {
    const present = careers.map(({ person, reviews }) =>
      tierAfter(
        reviews.filter((review) => periods.indexOf(review.period) <= periods.indexOf(period)),
        person.standing.tier,
      ),
    );
    let from = 0;
    return tiers.flatMap(({ id }, index) => {
      const count = present.filter((tier) => tier === id).length;
      const bar = { period, from, to: from + count, middle: from + count / 2, count, fill: `tier-${index}` };
      from += count;
      return count === 0 ? [] : [{ ...bar, ink: `on-tier-${index}` }];
    });
  });
  const draw = picture(specOf(careers.length, periods));
  return draw(bars, description);
}

function specOf(people: number, periods: readonly string[]): Parameters<typeof picture>[0] {
  const asWritten = (field: string) => ({ field, type: "nominal" as const, scale: null });
  const across = {
    type: "quantitative" as const,
    axis: null,
    scale: { domain: [0, Math.max(people, 1)], range: [LABELS, WIDTH], nice: false },
  };
  return {
    data: { name: "data" },
    width: WIDTH,
    height: { step: 28 },
    padding: 0,
    background: "transparent",
    config: { aria: false, view: { stroke: null } },
    encoding: {
      y: { field: "period", type: "ordinal", axis: null, sort: [...periods], scale: { padding: 0 } },
    },
    layer: [
      {
        mark: { type: "bar", height: 22 },
        encoding: {
          x: { field: "from", ...across },
          x2: { field: "to" },
          fill: asWritten("fill"),
        },
      },
      {
        transform: [{ filter: `datum.count >= ${people / 20}` }],
        mark: { type: "text", baseline: "middle", align: "center", fontSize: 12 },
        encoding: {
          x: { field: "middle", ...across },
          text: { field: "count" },
          fill: asWritten("ink"),
        },
      },
      {
        transform: [{ filter: "datum.from === 0" }],
        mark: { type: "text", baseline: "middle", align: "left", fontSize: 12, fill: "soft" },
        encoding: { x: { value: 0 }, text: { field: "period" } },
      },
    ],
  };
}
