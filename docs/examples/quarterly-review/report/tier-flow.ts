import type { Policy } from "tierwise";
import type { Career } from "../careers.js";
import { tierAfter } from "../show.js";
import { along, asWritten, frame, only, textMark } from "./frame.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 340;
const LABELS = 64;
const BAR = 20;
const GAP = 26;
const BENDS = 8;
/** The space between two tiers, as a share of all people. */
const SPACE = 1 / 14;

interface Flow {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The tiers, and how people may be said to move between two of them. */
interface Ladders {
  readonly tiers: Policy["tiers"];
  readonly tracks: Policy["adjustment"]["tracks"];
}

/** Draws the people in each tier, before the first period and after each, and how they moved between; who was not reviewed keeps the tier. */
export function tierFlow(
  careers: readonly Career[],
  periods: readonly string[],
  { tiers, tracks }: Ladders,
  { before, description }: { readonly before: string; readonly description: string },
): Promise<Html> {
  const stages = [undefined, ...periods].map((_, stage) =>
    careers.map(({ person, reviews }) => {
      const past = reviews.filter(({ period }) => periods.indexOf(period) < stage);
      const tier = tierAfter(past, person.standing.tier);
      return tiers.findIndex(({ id }) => id === tier);
    }),
  );
  const space = Math.max(1, careers.length) * SPACE;
  const shapes = stages.flatMap((present, stage) => [
    { kind: "label", middle: 0, y: top(stage) + BAR / 2, text: stage === 0 ? before : periods[stage - 1] },
    ...bars(present, stage, tiers.length, space),
    ...(stage === 0
      ? []
      : ribbons(
          flowsBetween(stages[stage - 1] ?? [], present, tiers.length),
          { stage, space },
          { tiers, tracks },
        )),
  ]);
  const width = careers.length + space * (tiers.length - 1) + space / 2;
  return picture(specOf(width, stages.length))(shapes, description);
}

function top(stage: number): number {
  return stage * (BAR + GAP);
}

function bars(present: readonly number[], stage: number, tiers: number, space: number) {
  let from = 0;
  return Array.from({ length: tiers }, (_, tier) => {
    const count = present.filter((one) => one === tier).length;
    const bar = { kind: "bar", from, to: from + count, y: top(stage), bottom: top(stage) + BAR };
    const fits = count >= space;
    const middle = fits ? from + count / 2 : from + count + space / 3;
    const label = { middle, center: top(stage) + BAR / 2, text: String(count) };
    from += count + space;
    return { ...bar, ...label, count, fill: `tier-${tier}`, ink: fits ? `on-tier-${tier}` : "soft" };
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

/** Each flow as a ribbon that bends from its place above to its place below; those who move are drawn over those who stay. */
function ribbons(
  flows: readonly Flow[],
  { stage, space }: { readonly stage: number; readonly space: number },
  ladders: Ladders,
) {
  const [start, end] = [top(stage) - GAP, top(stage)];
  const people = (some: readonly Flow[]) => some.reduce((sum, { count }) => sum + count, 0);
  return [...flows]
    .sort((a, b) => Number(a.from !== a.to) - Number(b.from !== b.to))
    .flatMap((flow) => {
      const { from: source, to: target, count } = flow;
      const left = flows.filter(({ from, to }) => from < source || (from === source && to < target));
      const below = flows.filter(({ from, to }) => to < target || (to === target && from < source));
      const [first, last] = [people(left) + space * source, people(below) + space * target];
      return Array.from({ length: BENDS + 1 }, (_, step) => {
        const share = step / BENDS;
        const from = first + (last - first) * share * share * (3 - 2 * share);
        return {
          ...{ kind: "flow", from, to: from + count, y: start + (end - start) * share },
          ...{ flow: `${stage} ${source} ${target}`, fill: wayOf(flow, ladders) },
        };
      });
    });
}

/** The class of those who stay, and of those who go up, down or across. */
function wayOf({ from, to }: Flow, { tiers, tracks }: Ladders): string {
  if (from === to) return `flow-${from}`;
  const trackOf = (tier: number) => tracks?.find((track) => track.tiers.includes(tiers[tier]?.id ?? ""));
  const [before, after] = [from, to].map((tier) => trackOf(tier));
  if (before?.id !== after?.id) return "flow-crossed";
  const ladder = before?.tiers ?? tiers.map(({ id }) => id);
  const place = (tier: number) => ladder.indexOf(tiers[tier]?.id ?? "");
  return place(to) > place(from) ? "flow-promoted" : "flow-demoted";
}

function specOf(width: number, stages: number): Parameters<typeof picture>[0] {
  const height = top(stages) - GAP;
  const across = (field: string) => along(field, [0, Math.max(width, 1)], [LABELS, WIDTH]);
  const down = (field: string) => along(field, [0, height]);
  return frame(WIDTH, height, [
    {
      transform: only("flow"),
      mark: { type: "area", orient: "horizontal" },
      encoding: {
        x: across("from"),
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
        x: across("from"),
        x2: { field: "to" },
        y: down("y"),
        y2: { field: "bottom" },
        fill: asWritten("fill"),
      },
    },
    {
      transform: only("bar"),
      mark: { ...textMark, align: "center" },
      encoding: {
        x: across("middle"),
        y: down("center"),
        text: { field: "text" },
        fill: asWritten("ink"),
      },
    },
    {
      transform: only("label"),
      mark: { ...textMark, align: "left", fill: "soft" },
      encoding: { x: { value: 0 }, y: down("y"), text: { field: "text" } },
    },
  ]);
}
