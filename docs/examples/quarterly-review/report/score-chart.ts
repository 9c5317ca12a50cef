import type { Policy, Score } from "tierwise";
import { shorten } from "../console-table.js";
import type { Show } from "../show.js";
import type { Words } from "../words/index.js";
import { frame, textMark } from "./frame.js";
import type { Html } from "./html.js";
import { type Draw, picture } from "./svg.js";

type Axis = Policy["axes"][number];

const WIDTH = 340;
const LABEL_WIDTH = 38;

/** Draws the points of one axis' score, a bar for each indicator upon the most that it can give. */
export function scoreChart(axis: Axis, show: Show, words: Words): (score: Score) => Promise<Html> {
  const draws = new Map<string, Draw>();
  return (score) => {
    const bars = score.indicators.map(({ id, label, points, toFullMarks }, order) => {
      const most = round(Number(points) + Number(toFullMarks));
      return {
        order,
        label: shorten(show.label(label, id), LABEL_WIDTH),
        value: `${points.toFixed(2)} / ${show.number(String(most))}`,
        least: Math.min(0, Number(points)),
        most: Math.max(0, most),
        points: Number(points),
      };
    });
    const [least, most] = [
      Math.min(...bars.map((bar) => bar.least)),
      Math.max(...bars.map((bar) => bar.most)) || 1,
    ];
    const key = `${least} ${most}`;
    const draw = draws.get(key) ?? picture(specOf([least, most]));
    draws.set(key, draw);
    return draw(bars, words.pointsOf(show.axis(axis.id)));
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function specOf(domain: readonly [number, number]): Parameters<typeof picture>[0] {
  const bar = { type: "bar", height: 8, yOffset: 9 } as const;
  const text = { ...textMark, baseline: "alphabetic", dy: -1, fontSize: 12.5 } as const;
  const across = { type: "quantitative" as const, axis: null, scale: { domain: [...domain], nice: false } };
  const layers = frame(WIDTH, { step: 38 }, [
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
  ]);
  const encoding = { y: { field: "order", type: "ordinal", axis: null, scale: { padding: 0 } } } as const;
  return { ...layers, encoding };
}
