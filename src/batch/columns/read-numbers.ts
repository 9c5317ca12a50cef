import { EXACT } from "../forms/forms.js";

/** The most decimals that are looked for in floating-point numbers. */
const MOST_DECIMALS = 9;
/** Any decimal of so many digits comes back from a floating-point number: that is what it prints as. */
const MOST_UNITS = 1e15 - 1;
const SAMPLES = 256;
/** The text of this number and one more comes to this number too, but ends in an odd digit. */
const LARGEST = Number(EXACT);

/** How a column's numbers become whole numbers: value = n / 10^decimals, of a size up to `most`. */
export interface NumberFormat {
  readonly decimals: number;
  readonly most: bigint;
}

/** How the decimals and the size of a column's numbers are found: from some rows, with room for larger ones; from all of them; or so that they hold every row. */
export type Sizes = "sampled" | "all" | "every";

/** Finds the decimals and the size that most of those of a column's numbers have that are not too long; undefined where more of them are too long than not. */
export function formatOf(
  numberAt: (row: number) => number | undefined,
  rows: number,
  sizes: Sizes,
): NumberFormat | undefined {
  if (sizes === "every") return everyFormat(numberAt, rows);
  const step = sizes === "all" ? 1 : Math.max(1, Math.floor(rows / SAMPLES));
  const found = new Array<number>(MOST_DECIMALS + 2).fill(0);
  let greatest = 0;
  for (let row = 0; row < rows; row += step) {
    const value = numberAt(row);
    if (value === undefined || !Number.isFinite(value)) continue;
    const decimals = decimalsOf(value);
    found[decimals] = (found[decimals] ?? 0) + 1;
    if (decimals <= MOST_DECIMALS) greatest = Math.max(greatest, Math.abs(value));
  }
  const readable = found.slice(0, MOST_DECIMALS + 1).reduce((all, count) => all + count, 0);
  if ((found[MOST_DECIMALS + 1] ?? 0) > readable) return undefined;
  let covered = 0;
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    covered += found[decimals] ?? 0;
    if (covered * 10 < readable * 9) continue;
    const units = Math.ceil(greatest * 10 ** decimals);
    const most = sizes === "all" ? units + 1 : 10 ** Math.ceil(Math.log10(units * 2 + 1));
    return { decimals, most: BigInt(Math.min(MOST_UNITS, most)) };
  }
  return undefined;
}

/** The decimals that every number has at most; undefined where one has too many digits for them. */
function everyFormat(numberAt: (row: number) => number | undefined, rows: number): NumberFormat | undefined {
  let [decimals, scale, greatest] = [0, 1, 0];
  for (let row = 0; row < rows; row += 1) {
    const value = numberAt(row);
    if (value === undefined || !Number.isFinite(value)) continue;
    while (Math.round(value * scale) / scale !== value) {
      decimals += 1;
      scale = 10 ** decimals;
      if (decimals > MOST_DECIMALS) return undefined;
    }
    greatest = Math.max(greatest, Math.abs(value));
  }
  const most = Math.ceil(greatest * scale) + 1;
  return most > MOST_UNITS ? undefined : { decimals, most: BigInt(most) };
}

/** The decimals of a number, or one more than are looked for. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
    const scale = 10 ** decimals;
    const units = Math.round(value * scale);
    if (Math.abs(units) <= MOST_UNITS && units / scale === value) return decimals;
  }
  return MOST_DECIMALS + 1;
}

/** Whole units of a decimal text such as "-79.995" at so many decimals; NaN where it is no such text. */
export function unitsOfText(text: string, decimals: number): number {
  let units = 0;
  let after = -1;
  const negative = text.charCodeAt(0) === 45;
  let digits = 0;
  let last = 0;
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 46 && after < 0) {
      after = 0;
      continue;
    }
    if (code < 48 || code > 57) return Number.NaN;
    if (after >= decimals) {
      if (code !== 48) return Number.NaN;
      continue;
    }
    units = units * 10 + (code - 48);
    last = code;
    digits += 1;
    if (after >= 0) after += 1;
  }
  if (digits === 0 || digits > 30) return Number.NaN;
  for (let at = Math.max(after, 0); at < decimals; at += 1) units *= 10;
  if (units > LARGEST || (units === LARGEST && last % 2 !== 0)) return Number.NaN;
  return negative ? 0 - units : units;
}
