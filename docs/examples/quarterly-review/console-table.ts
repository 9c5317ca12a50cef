import stringWidth from "string-width";

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

const WIDEST = 44;
const GAP = "  ";

/** A table for the terminal; wide characters take two columns. */
export function consoleTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => printable(cell)));
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...cells.map((row) => stringWidth(row[index] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, columns[index]?.align ?? "left"))
      .join(GAP)
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    widths.map((width) => "-".repeat(width)).join(GAP),
    ...cells.map(line),
  ].join("\n");
}

function pad(cell: string, width: number, align: Column["align"]): string {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(cell)));
  return align === "left" ? cell + blanks : blanks + cell;
}

/** A cell on one line, cut where it is too wide, without characters that steer a terminal. */
function printable(cell: string): string {
  const text = cell.replace(/\p{Cc}+/gu, " ");
  return shorten(text, WIDEST);
}

/** A text cut to a width, with three points where something is left out. */
export function shorten(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (stringWidth(kept + segment) > width - 3) break;
    kept += segment;
  }
  return `${kept}...`;
}
