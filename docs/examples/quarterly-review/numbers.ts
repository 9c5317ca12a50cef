/** How a file writes numbers, shown by one thousand two hundred and thirty-four and 56 hundredths. */
export const NUMBER_FORMATS = ["1234.56", "1,234.56", "1.234,56"] as const;

export type NumberFormat = (typeof NUMBER_FORMATS)[number];

const PATTERNS: Readonly<Record<NumberFormat, RegExp>> = {
  "1234.56": /^-?\d+(?:\.\d+)?$/,
  "1,234.56": /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/,
  "1.234,56": /^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/,
};

/** The number that a cell holds, as a plain decimal text; undefined where it is none in this format. */
export function readNumber(cell: string, format: NumberFormat): string | undefined {
  if (!PATTERNS[format].test(cell)) return undefined;
  if (format === "1,234.56") return cell.replaceAll(",", "");
  return format === "1.234,56" ? cell.replaceAll(".", "").replace(",", ".") : cell;
}

/** The other formats in which the cell would be a number. */
export function otherFormats(cell: string, format: NumberFormat): readonly NumberFormat[] {
  return NUMBER_FORMATS.filter((other) => other !== format && PATTERNS[other].test(cell));
}
