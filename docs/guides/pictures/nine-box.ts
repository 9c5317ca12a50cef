import { type AxisPlacement, compilePolicy, type PlacementInput, type Policy } from "tierwise";
import type { TopLevelSpec } from "vega-lite";
import { matrix } from "./matrix.js";

const bands = [{ id: "low" }, { id: "middle", from: 60 }, { id: "high", from: 80 }];
const ROWS = [
  ["mismatch: down", "solid: stay", "expert: stay"],
  ["puzzle: stay", "core: stay", "strong: stay"],
  ["enigma: stay", "growing: stay", "star: up"],
];
const points = (id: string) => [{ id: `${id}-points`, weight: 1, measure: { kind: "points" as const } }];

const policy: Policy = {
  format: 1,
  id: "nine-box",
  effectiveFrom: "2026-01-01",
  axes: [
    { id: "performance", indicators: points("performance"), bands, margin: 2 },
    { id: "potential", indicators: points("potential"), bands },
  ],
  tiers: [{ id: "junior" }, { id: "senior" }],
  matrix: {
    cells: bands.flatMap((potential, row) =>
      bands.map((performance, column) => {
        const [label = "", move] = ROWS[row]?.[column]?.split(": ") ?? [];
        return {
          at: { performance: performance.id, potential: potential.id },
          label,
          move: move as "up" | "stay" | "down",
        };
      }),
    ),
    gates: [{ id: "safety", fact: "accidents", atMost: 0, onFail: "veto" }],
  },
  adjustment: { cycle: "year" },
};

const moved = { band: "high", reason: "led a team through a crisis", by: "the panel", on: "2026-07-10" };

/** People by their scores, and what else there is to know of a few of them. */
const PEOPLE: readonly (readonly [string, number, number, Partial<PlacementInput>?])[] = [
  ["ann", 91, 87],
  ["ben", 84, 94],
  ["cho", 78.5, 74, { previous: { performance: "high" } }],
  ["dee", 76, 71, { calibrated: { potential: moved } }],
  ["eve", 91, 65, { facts: { accidents: 1 } }],
  ["fay", 67, 67],
  ["gus", 63, 74],
  ["hal", 88, 52],
  ["ida", 82, 47],
  ["jon", 47, 71],
  ["kim", 69, 55],
  ["lea", 68, 89],
  ["max", 52, 84],
  ["nia", 49, 48],
];

const COLOURS = {
  "placed by the scores": "#1d4ed8",
  "kept by the margin": "#b45309",
  "moved by the panel": "#7c3aed",
  "vetoed by a gate": "#be123c",
};

/** A nine-box with people in it; a line leads from the scores to the cell that counts, where that is another. */
export function nineBox(): TopLevelSpec {
  const { classify } = compilePolicy(policy);
  const people = PEOPLE.map(([name, performance, potential, more]) => {
    const placement = classify({ scores: { performance, potential }, facts: { accidents: 0 }, ...more });
    const counted = placement.axes.map((axis) => inside(axis, placement.cell.at[axis.axis]));
    return { name, from: [performance, potential], to: counted, why: reason(placement) };
  });
  const dots = people.map(({ name, to: [x, y], why }) => ({ name, x, y, why }));
  const others = people.filter(({ from, to }) => from.join() !== to.join());
  const lines = others.flatMap(({ name, from, to, why }) =>
    [from, to].map(([x, y], order) => ({ name, x, y, order, why })),
  );
  const at = (field: "x" | "y") => ({ field, type: "quantitative" });
  const color = {
    field: "why",
    type: "nominal",
    title: null,
    legend: { labelLimit: 0 },
    scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
  };
  const { title: _untitled, ...drawn } = matrix(policy, "", []);
  return {
    ...drawn,
    width: 480,
    height: 400,
    resolve: { scale: { color: "independent" } },
    layer: [
      ...drawn.layer,
      {
        data: { values: lines },
        mark: { type: "line", strokeDash: [4, 3], strokeWidth: 1.5 },
        encoding: {
          x: at("x"),
          y: at("y"),
          color: { ...color, legend: null },
          detail: { field: "name" },
          order: { field: "order" },
        },
      },
      {
        data: { values: lines.filter(({ order }) => order === 0) },
        mark: { type: "point", size: 70, filled: true, fill: "white", strokeWidth: 1.5, opacity: 1 },
        encoding: { x: at("x"), y: at("y"), stroke: { ...color, legend: null } },
      },
      {
        data: { values: dots },
        mark: { type: "circle", size: 80, opacity: 1 },
        encoding: { x: at("x"), y: at("y"), color },
      },
      {
        data: { values: dots },
        mark: { type: "text", align: "left", dx: 7, dy: 9, fontSize: 11 },
        encoding: { x: at("x"), y: at("y"), text: { field: "name" } },
      },
    ],
  } as TopLevelSpec;
}

function reason({ vetoed, axes }: { readonly vetoed: boolean; readonly axes: readonly AxisPlacement[] }) {
  if (vetoed) return "vetoed by a gate";
  if (axes.some(({ calibrated }) => calibrated !== undefined)) return "moved by the panel";
  return axes.some(({ keptFrom }) => keptFrom !== undefined) ? "kept by the margin" : "placed by the scores";
}

/** The point of the band that counts that is nearest to a score. */
function inside({ score }: AxisPlacement, band: string | undefined): number {
  const index = bands.findIndex(({ id }) => id === band);
  const [from, to] = [bands[index]?.from, bands[index + 1]?.from];
  return Math.min(Math.max(Number(score), (from ?? 0) + 1.5), (to ?? 100) - 1.5);
}
