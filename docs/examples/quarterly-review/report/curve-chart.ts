import { along, asWritten, frame, only, textMark } from "./frame.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 340;
const NAMES = 70;
const TOP = 10;
const HEIGHT = 150;
/** The least space between two results that are named. */
const LABEL = 58;

/** One line of a picture; where it jumps, a new piece begins. */
export interface CurveLine {
  readonly shade: string;
  readonly points: readonly { readonly piece: number; readonly result: number; readonly pay: number }[];
}

/** Draws pay against result, with the results named at which a plan changes. */
export function curveChart(
  lines: readonly CurveLine[],
  { most, corners }: { readonly most: number; readonly corners: readonly number[] },
  say: { readonly result: (value: number) => string; readonly pay: (amount: number) => string },
  description: string,
): Promise<Html> {
  const highest = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ pay }) => pay)));
  const x = (result: number) => NAMES + (result / most) * (WIDTH - NAMES);
  const y = (pay: number) => TOP + (1 - pay / highest) * HEIGHT;
  const shapes = [
    ...[0, highest / 2, highest].flatMap((pay) => [
      { kind: "grid", x: NAMES, x2: WIDTH, y: y(pay) },
      { kind: "pay", x: NAMES - 8, y: y(pay), text: say.pay(pay) },
    ]),
    ...lines.flatMap(({ shade, points }, line) =>
      points.map(({ piece, result, pay }) => ({
        ...{ kind: "curve", x: x(result), y: y(pay), piece: `${line} ${piece}`, stroke: shade },
      })),
    ),
    ...named(
      [...new Set([0, ...corners, most])].sort((a, b) => a - b),
      x,
    ).map((result) => ({
      ...{ kind: "result", x: x(result), y: TOP + HEIGHT + 14, text: say.result(result) },
    })),
  ];
  return picture(specOf(TOP + HEIGHT + 24))(shapes, description);
}

/** Those that have room for a name, from the last back. */
function named(results: readonly number[], x: (result: number) => number): readonly number[] {
  let next = Number.POSITIVE_INFINITY;
  return [...results].reverse().filter((result) => {
    const fits = next - x(result) >= LABEL;
    if (fits) next = x(result);
    return fits;
  });
}

function specOf(height: number): Parameters<typeof picture>[0] {
  const at = { x: along("x", [0, WIDTH]), y: along("y", [0, height]) };
  const text = { ...textMark, fill: "soft" } as const;
  return frame(WIDTH, height, [
    {
      transform: only("grid"),
      mark: { type: "rule", stroke: "grid" },
      encoding: { ...at, x2: { field: "x2" } },
    },
    {
      transform: only("curve"),
      mark: { type: "line" },
      encoding: {
        ...at,
        detail: { field: "piece", type: "nominal" },
        stroke: asWritten("stroke"),
      },
    },
    {
      transform: only("pay"),
      mark: { ...text, align: "right" },
      encoding: { ...at, text: { field: "text" } },
    },
    {
      transform: only("result"),
      mark: { ...text, align: "right" },
      encoding: { ...at, text: { field: "text" } },
    },
  ]);
}
