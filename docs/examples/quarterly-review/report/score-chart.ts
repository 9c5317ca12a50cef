import { type Policy, type Score, scorer } from "tierwise";
import { shorten } from "../console-table.js";
import type { Show } from "../show.js";
import type { Words } from "../words/index.js";
import type { Html } from "./html.js";
import { type Draw, picture } from "./svg.js";

type Axis = Policy["axes"][number];

const WIDTH = 340;
const LABEL_WIDTH = 38;

/** Draws the points of one axis' score, a bar for each indicator upon the most that it can give. */
export function scoreChart(axis: Axis, show: Show, words: Words): (score: Score) => Promise<Html> {
  const ranges = new Map(axis.indicators.map((indicator) => [indicator.id, rangeOf(indicator)]));
  let draw: Draw | undefined;
  return (score) => {
    const bars = score.indicators.map(({ id, label, weight, points }, order) => {
      const { lowest, highest } = ranges.get(id) ?? { lowest: 0, highest: 100 };
      const [least, most] = [Math.min(0, lowest * Number(weight)), Math.max(0, highest * Number(weight))];
      return {
        order,
        label: shorten(show.label(label, id), LABEL_WIDTH),
        value: `${points.toFixed(2)} / ${show.number(String(round(most)))}`,
        least,
        most,
        points: Number(points),
      };
    });
    draw ??= picture(specOf(bars));
    return draw(bars, words.pointsOf(show.axis(axis.id)));
  };
}

interface Span {
  readonly least: number;
  readonly most: number;
}

/** The scores that one indicator can have, asked of a scorer with that indicator alone. */
function rangeOf({ id, measure }: Axis["indicators"][number]) {
  const { range } = scorer({ indicators: [{ id, weight: 1, measure }] });
  return { lowest: Number(range.lowest), highest: Number(range.highest) };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function specOf(spans: readonly Span[]): Parameters<typeof picture>[0] {
  const domain = [
    Math.min(...spans.map(({ least }) => least)),
    Math.max(...spans.map(({ most }) => most)) || 1,
  ];
  const bar = { type: "bar", height: 8, yOffset: 9 } as const;
  const text = { type: "text", baseline: "alphabetic", dy: -1, fontSize: 12.5 } as const;
  const across = { type: "quantitative" as const, axis: null, scale: { domain, nice: false } };
  return {
    data: { name: "data" },
    width: WIDTH,
    height: { step: 38 },
    padding: 0,
    background: "transparent",
    config: { aria: false, view: { stroke: null } },
    encoding: { y: { field: "order", type: "ordinal", axis: null, scale: { padding: 0 } } },
    layer: [
      {
        mark: { ...bar, fill: "track" },
        encoding: { x: { field: "least", ...across }, x2: { field: "most" } },
      },
      { mark: { ...bar, fill: "bar" }, encoding: { x: { field: "points", ...across } } },
      {
        mark: { ...text, align: "left", fill: "ink" },
        encoding: { x: { value: 0 }, text: { field: "label" } },
      },
      {
        mark: { ...text, align: "right", fill: "soft" },
        encoding: { x: { value: WIDTH }, text: { field: "value" } },
      },
    ],
  };
}
