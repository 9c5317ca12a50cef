import { readFileSync } from "node:fs";
import { type Policy, stateDiagram } from "tierwise";
import type { TopLevelSpec } from "vega-lite";

const GUIDE = new URL("../promote-and-demote.md", import.meta.url);
const TIER = { width: 180, height: 46 };
const OTHER = { width: 140, height: 40 };
const STEP = { x: 370, y: 170 };
const LINE = 14;
const COLOURS = { up: "#15803d", down: "#b91c1c", plan: "#b45309" };

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends ReturnType<typeof boxAt> {
  readonly label: string;
  readonly tier: boolean;
}

interface Arrow {
  readonly way: keyof typeof COLOURS;
  readonly points: readonly Point[];
  readonly text: Point & { readonly align: "left" | "center" | "right" };
  readonly lines: readonly string[];
}

/** The states of the guide's policy, drawn from the Graphviz text that `stateDiagram` makes of it. */
export function states(): TopLevelSpec {
  const graph = read(stateDiagram(policyOf(readFileSync(GUIDE, "utf8")), { format: "dot" }));
  const boxes = graph.states.map(({ id, label }) => ({ ...boxAt(id), label, tier: isTier(id) }));
  return picture(
    boxes,
    graph.edges.map(({ from, to, lines }) => arrow(from, to, lines)),
  );
}

/** The policy that the guide shows whole. */
function policyOf(guide: string): Policy {
  const [, text = ""] = /<!-- policy -->\n```json\n([\s\S]*?)```/.exec(guide) ?? [];
  return JSON.parse(text);
}

/** The states and edges of a Graphviz text. */
function read(text: string) {
  const label = (line: string) => (/label="(.*)"\]/.exec(line)?.[1] ?? "").split("\\n");
  const lines = text.split("\n").map((line) => line.trim());
  return {
    states: lines.flatMap((line) => {
      const id = /^(\w+) \[label=/.exec(line)?.[1];
      return id === undefined || id === "node" ? [] : [{ id, label: label(line).join(" ") }];
    }),
    edges: lines.flatMap((line) => {
      const [, from, to] = /^(\w+) -> (\w+)/.exec(line) ?? [];
      return from === undefined || to === undefined ? [] : [{ from, to, lines: label(line) }];
    }),
  };
}

function isTier(id: string): boolean {
  return id.startsWith("tier_");
}

/** Tiers stand beside each other, a plan under its tier, and the exit under the lowest. */
function centreOf(id: string): Point {
  const column = Number(/\d+$/.exec(id)?.[0] ?? 0);
  return { x: column * STEP.x, y: isTier(id) ? 0 : -STEP.y };
}

function sizeOf(id: string) {
  return isTier(id) ? TIER : OTHER;
}

function boxAt(id: string) {
  const { x, y } = centreOf(id);
  const { width, height } = sizeOf(id);
  return { x: x - width / 2, x2: x + width / 2, y: y - height / 2, y2: y + height / 2, middle: x, centre: y };
}

/** An arrow between two states: along the row of the tiers, down to a plan or an exit, or back up from one. */
function arrow(from: string, to: string, said: readonly string[]): Arrow {
  const [a, b] = [centreOf(from), centreOf(to)];
  if (isTier(from) && isTier(to)) return along(a, b, said);
  if (isTier(from)) return below(a, b, said);
  return b.x < a.x ? roundTheCorner(a, b, said) : back(a, said);
}

function along(a: Point, b: Point, said: readonly string[]): Arrow {
  const side = b.x > a.x ? 1 : -1;
  const y = 10 * side;
  const points = [a, b].map(({ x }, end) => ({ x: x + (end === 0 ? side : -side) * (TIER.width / 2), y }));
  const x = (a.x + b.x) / 2;
  if (side < 0)
    return { way: "down", points, lines: wrap(said, 28), text: { x, y: y - 12, align: "center" } };
  const lines = wrap(said, 64);
  const text = { x, y: TIER.height / 2 + 12 + (lines.length - 1) * LINE, align: "center" } as const;
  return { way: "up", points, lines, text };
}

function below(a: Point, b: Point, said: readonly string[]): Arrow {
  const x = a.x - 40;
  const lines = wrap(said, 36);
  const points = [
    { x, y: a.y - TIER.height / 2 },
    { x, y: b.y + OTHER.height / 2 },
  ];
  return { way: "plan", points, lines, text: { x: x - 8, y: middle(lines), align: "right" } };
}

function back(a: Point, said: readonly string[]): Arrow {
  const x = a.x - 8;
  const points = [
    { x, y: a.y + OTHER.height / 2 },
    { x, y: -TIER.height / 2 },
  ];
  return { way: "up", points, lines: said, text: { x: x + 8, y: middle(said), align: "left" } };
}

function roundTheCorner(a: Point, b: Point, said: readonly string[]): Arrow {
  const [start, x] = [a.x - OTHER.width / 2, b.x + TIER.width / 2 - 8];
  const points = [
    { x: start, y: a.y },
    { x, y: a.y },
    { x, y: -TIER.height / 2 },
  ];
  return { way: "down", points, lines: said, text: { x: (start + x) / 2, y: a.y - 12, align: "center" } };
}

/** Where the first of some lines stands whose middle is between the rows. */
function middle(lines: readonly string[]): number {
  return -STEP.y / 2 + ((lines.length - 1) * LINE) / 2;
}

/** The lines of a label, none of them too long. */
function wrap(said: readonly string[], most: number): readonly string[] {
  return said.flatMap((line) => {
    const lines = [""];
    const marked = said.length > 1 && !line.startsWith("+") ? `• ${line}` : line;
    for (const word of marked.replace(/\.$/, "").split(" ")) {
      const last = lines.pop() ?? "";
      const longer = last === "" ? word : `${last} ${word}`;
      lines.push(...(longer.length <= most ? [longer] : [last, word]));
    }
    return lines;
  });
}

function picture(boxes: readonly Box[], arrows: readonly Arrow[]): TopLevelSpec {
  const segments = arrows.flatMap(({ way, points }, id) =>
    points.map((point, order) => ({ ...point, id, order, way })),
  );
  const heads = arrows.map(({ way, points }) => {
    const [before, end] = points.slice(-2) as [Point, Point];
    const [right, up] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
    const angle = (Math.atan2(right, up) * 180) / Math.PI;
    return { x: end.x - 5 * right, y: end.y - 5 * up, way, angle: (angle + 360) % 360 };
  });
  const columns = boxes.map(({ x2 }) => x2);
  const tops = arrows.map(({ text }) => text.y);
  const xs = [-TIER.width / 2 - 2, Math.max(...columns) + 2];
  const ys = [-STEP.y - OTHER.height / 2 - 2, Math.max(...tops) + LINE];
  const x = { field: "x", type: "quantitative", axis: null, scale: { domain: xs, nice: false, zero: false } };
  const y = { field: "y", type: "quantitative", axis: null, scale: { domain: ys, nice: false, zero: false } };
  const color = {
    field: "way",
    type: "nominal",
    legend: null,
    scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
  };
  return {
    width: (xs[1] ?? 0) - (xs[0] ?? 0),
    height: (ys[1] ?? 0) - (ys[0] ?? 0),
    layer: [
      {
        data: { values: segments },
        mark: { type: "line", strokeWidth: 1.5 },
        encoding: { x, y, color, detail: { field: "id" }, order: { field: "order" } },
      },
      {
        data: { values: heads },
        mark: { type: "point", shape: "triangle", filled: true, size: 60, opacity: 1 },
        encoding: {
          x,
          y,
          color,
          angle: { field: "angle", type: "quantitative", scale: { domain: [0, 360], range: [0, 360] } },
        },
      },
      {
        data: { values: boxes },
        mark: { type: "rect", cornerRadius: 8, strokeWidth: 1.5 },
        encoding: {
          x,
          y,
          x2: { field: "x2" },
          y2: { field: "y2" },
          fill: { condition: { test: "datum.tier", value: "#dbeafe" }, value: "#fef3c7" },
          stroke: { condition: { test: "datum.tier", value: "#1d4ed8" }, value: "#b45309" },
        },
      },
      {
        data: { values: boxes },
        mark: { type: "text", fontSize: 14, baseline: "middle" },
        encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "centre" }, text: { field: "label" } },
      },
      ...arrows.map(({ text, lines, way }) => ({
        data: { values: [{ x: text.x, y: text.y, lines, way }] },
        mark: { type: "text", fontSize: 11, lineHeight: LINE, align: text.align, baseline: "middle" },
        encoding: { x, y, text: { field: "lines" }, color },
      })),
    ],
  } as TopLevelSpec;
}
