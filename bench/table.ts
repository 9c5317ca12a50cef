import type { Measured } from "./goals.js";
import type { Spread } from "./measure.js";

/** A time that is told in milliseconds. */
export interface Timing extends Spread {
  readonly name: string;
}

export function ratioTable(lines: readonly Measured[]): string {
  return table(
    ["ratio", "least", "median", "most", "goal", "met"],
    lines.map(({ name, least, median, most, goal, isMet }) => [
      name,
      ...[least, median, most].map(short),
      goal,
      isMet === undefined ? "" : isMet ? "yes" : "no",
    ]),
  );
}

export function timingTable(lines: readonly Timing[]): string {
  return table(
    ["milliseconds", "least", "median", "most"],
    lines.map(({ name, least, median, most }) => [name, ...[least, median, most].map(short)]),
  );
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Three digits, or all whole ones. */
function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
