import type { Policy } from "tierwise";
import type { Career } from "../careers.js";
import { tierAfter } from "../show.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 340;
const LABELS = 64;
const BAR = 20;
const GAP = 26;
const BENDS = 8;

interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Draws the people in each tier, before the first period and after each, and how they moved between; who was not reviewed keeps the tier. */
export function tierFlow(
  careers: readonly Career[],
  periods: readonly string[],
  tiers: Policy["tiers"],
  { before, description }: { readonly before: string; readonly description: string },
): Promise<Html> {
  const stages = [undefined, ...periods].map((_, stage) =>
    careers.map(({ person, reviews }) => {
      const past = reviews.filter(({ period }) => periods.indexOf(period) < stage);
      const tier = tierAfter(past, person.standing.tier);
      return tiers.findIndex(({ id }) => id === tier);
    }),
  );
  const shapes = stages.flatMap((present, stage) => [
    { kind: "label", middle: 0, y: top(stage) + BAR / 2, text: stage === 0 ? before : periods[stage - 1] },
    ...bars(present, stage, tiers.length, careers.length),
    ...(stage === 0 ? [] : ribbons(flowsBetween(stages[stage - 1] ?? [], present, tiers.length), stage)),
  ]);
  return picture(specOf(careers.length, stages.length))(shapes, description);
}

function top(stage: number): number {
  return stage * (BAR + GAP);
}

function bars(present: readonly number[], stage: number, tiers: number, people: number) {
  let from = 0;
  return Array.from({ length: tiers }, (_, tier) => {
    const count = present.filter((one) => one === tier).length;
    const bar = { kind: "bar", from, to: from + count, y: top(stage), bottom: top(stage) + BAR };
    const text = count >= people / 20 ? String(count) : "";
    const label = { middle: from + count / 2, center: top(stage) + BAR / 2, text };
    from += count;
    return { ...bar, ...label, count, fill: `tier-${tier}`, ink: `on-tier-${tier}` };
  }).filter(({ count }) => count > 0);
}

function flowsBetween(before: readonly number[], after: readonly number[], tiers: number): readonly Flow[] {
  const numbers = Array.from({ length: tiers }, (_, tier) => tier);
  return numbers
    .flatMap((from) =>
      numbers.map((to) => ({
        from,
        to,
        count: before.filter((tier, person) => tier === from && after[person] === to).length,
      })),
    )
    .filter(({ count }) => count > 0);
}

/** Each flow as a ribbon that bends from its place above to its place below; `flows` are in the order of the tiers that they come from. */
function ribbons(flows: readonly Flow[], stage: number) {
  const [start, end] = [top(stage) - GAP, top(stage)];
  let left = 0;
  return flows.flatMap((flow) => {
    const above = left;
    left += flow.count;
    const earlier = flows.filter(
      (other) => other.to < flow.to || (other.to === flow.to && other.from < flow.from),
    );
    const below = earlier.reduce((sum, { count }) => sum + count, 0);
    const bends = Array.from({ length: BENDS + 1 }, (_, step) => {
      const share = step / BENDS;
      const bent = share * share * (3 - 2 * share);
      const from = above + (below - above) * bent;
      return { from, to: from + flow.count, y: start + (end - start) * share };
    });
    return bends.map((bend) => ({
      kind: "flow",
      ...bend,
      flow: `${stage} ${flow.from} ${flow.to}`,
      fill: `flow-${flow.from}`,
    }));
  });
}

function specOf(people: number, stages: number): Parameters<typeof picture>[0] {
  const height = top(stages) - GAP;
  const asWritten = (field: string) => ({ field, type: "nominal" as const, scale: null });
  const only = (kind: string) => [{ filter: `datum.kind === "${kind}"` }];
  const across = {
    type: "quantitative" as const,
    axis: null,
    scale: { domain: [0, Math.max(people, 1)], range: [LABELS, WIDTH], nice: false },
  };
  const down = (field: string) => ({
    field,
    type: "quantitative" as const,
    axis: null,
    scale: { domain: [0, height], range: [0, height], nice: false },
  });
  const text = { type: "text", baseline: "middle", fontSize: 12 } as const;
  return {
    data: { name: "data" },
    width: WIDTH,
    height,
    padding: 0,
    background: "transparent",
    config: { aria: false, view: { stroke: null } },
    layer: [
      {
        transform: only("flow"),
        mark: { type: "area", orient: "horizontal" },
        encoding: {
          x: { field: "from", ...across },
          x2: { field: "to" },
          y: down("y"),
          detail: { field: "flow", type: "nominal" },
          fill: asWritten("fill"),
        },
      },
      {
        transform: only("bar"),
        mark: { type: "rect" },
        encoding: {
          x: { field: "from", ...across },
          x2: { field: "to" },
          y: down("y"),
          y2: { field: "bottom" },
          fill: asWritten("fill"),
        },
      },
      {
        transform: only("bar"),
        mark: { ...text, align: "center" },
        encoding: {
          x: { field: "middle", ...across },
          y: down("center"),
          text: { field: "text" },
          fill: asWritten("ink"),
        },
      },
      {
        transform: only("label"),
        mark: { ...text, align: "left", fill: "soft" },
        encoding: { x: { value: 0 }, y: down("y"), text: { field: "text" } },
      },
    ],
  };
}
