import { along, asWritten, frame, only, textMark } from "./frame.js";
import type { Html } from "./html.js";
import { picture } from "./svg.js";

const WIDTH = 340;
const ROW = 40;
const BAR = 12;

/** What the reviews of a tier were paid on average. */
export interface TierPay {
  readonly tier: string;
  readonly reviews: number;
  readonly total: number;
  /** By category; what is deducted is below zero. */
  readonly parts: readonly number[];
}

/** Draws a bar for each tier, of its categories one beside the other; what is deducted lies left of the beginning. */
export function payBars(
  rows: readonly TierPay[],
  money: (amount: number) => string,
  description: string,
): Promise<Html> {
  const sumOf = ({ parts }: TierPay, sign: 1 | -1) =>
    parts.filter((part) => part * sign > 0).reduce((sum, part) => sum + part, 0);
  const least = Math.min(0, ...rows.map((row) => sumOf(row, -1)));
  const most = Math.max(1, ...rows.map((row) => sumOf(row, 1)));
  const x = (amount: number) => ((amount - least) / (most - least)) * WIDTH;
  const shapes = rows.flatMap((row, index) => {
    const top = index * ROW;
    return [
      { kind: "name", y: top + 8, text: `${row.tier} (${row.reviews})` },
      { kind: "total", y: top + 8, text: money(row.total) },
      ...segments(row.parts).map(({ from, to, part }) => ({
        ...{ kind: "bar", x: x(from), x2: x(to), y: top + 18, y2: top + 18 + BAR },
        fill: `pay-${part % 8}`,
      })),
    ];
  });
  return picture(specOf(rows.length * ROW))(shapes, description);
}

/** Where each part of a bar begins and ends. */
function segments(parts: readonly number[]) {
  let [below, above] = [0, 0];
  return parts.flatMap((amount, part) => {
    if (amount === 0) return [];
    const from = amount < 0 ? below + amount : above;
    if (amount < 0) below += amount;
    else above += amount;
    return [{ from, to: from + Math.abs(amount), part }];
  });
}

function specOf(height: number): Parameters<typeof picture>[0] {
  const text = { ...textMark, fontSize: 12.5 } as const;
  const y = along("y", [0, height]);
  return frame(WIDTH, height, [
    {
      transform: only("bar"),
      mark: { type: "rect" },
      encoding: {
        x: along("x", [0, WIDTH]),
        x2: { field: "x2" },
        y,
        y2: { field: "y2" },
        fill: asWritten("fill"),
      },
    },
    {
      transform: only("name"),
      mark: { ...text, align: "left", fill: "ink" },
      encoding: { x: { value: 0 }, y, text: { field: "text" } },
    },
    {
      transform: only("total"),
      mark: { ...text, align: "right", fill: "soft" },
      encoding: { x: { value: WIDTH }, y, text: { field: "text" } },
    },
  ]);
}
