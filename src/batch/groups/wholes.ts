import { add, type Rational, rational, ZERO } from "../../kernel/rational.js";
import type { InputColumn } from "../columns/columns.js";
import { EXACT } from "../forms/forms.js";
import { numberSource } from "../sources/sources.js";

/** The numbers of a column as whole numbers: each is n / den, NaN where there is none. Rows that are set aside have another number, or what is none; where no row is, the list of them is empty. */
export interface Wholes {
  readonly n: Float64Array;
  readonly den: bigint;
  readonly aside: Uint8Array;
}

const NOBODY = /* @__PURE__ */ new Uint8Array();

/** Reads a column of numbers: with the decimals that all of them have at most, or else those that most of them have. */
export function readWholes(column: InputColumn | undefined, rows: number): Wholes {
  const [n, aside] = [new Float64Array(rows), new Uint8Array(rows)];
  const missing = "stays";
  const made =
    column &&
    (numberSource(column, { rows, missing, sizes: "every" }) ??
      numberSource(column, { rows, missing, sizes: "all" }));
  if (made === undefined) {
    n.fill(Number.NaN);
    if (column !== undefined) aside.fill(1);
    return { n, den: 1n, aside };
  }
  made.source.read(n, aside, rows);
  return { n, den: made.den, aside: aside.includes(1) ? aside : NOBODY };
}

/** n x times / by rounded down, and up, to a whole number; NaN where that is more than is exact. */
export function scaled(times: bigint, by: bigint): readonly [down: Scale, up: Scale] {
  const [few, many] = [Number(times), Number(by)];
  const isSmall = times <= EXACT && by <= EXACT;
  const down: Scale = (n) => {
    const product = n * few;
    if (isSmall && Math.abs(product) < TOO_LARGE) return Math.floor(product / many);
    const exact = BigInt(n) * times;
    const whole = exact / by - (exact % by < 0n ? 1n : 0n);
    return whole > EXACT || whole < -EXACT ? Number.NaN : Number(whole);
  };
  return [down, (n) => 0 - down(0 - n)];
}

type Scale = (n: number) => number;

/** Below this, what floating point says of a product is exact; 2^53 itself may be that of 2^53 + 1. */
const TOO_LARGE = Number(EXACT);

/** What rows count together, each a whole number of 1 / den; a row whose count is NaN has another number. */
export function countTogether(
  rows: Int32Array,
  { counts, den }: { readonly counts: Float64Array; readonly den: bigint },
  otherAt: (row: number) => Rational | undefined,
): Rational {
  let [whole, small, others] = [0n, 0, ZERO];
  for (const row of rows) {
    const count = counts[row] as number;
    if (Number.isNaN(count)) others = add(others, otherAt(row) ?? ZERO);
    else if (small + count <= Number.MAX_SAFE_INTEGER) small += count;
    else {
      whole += BigInt(small);
      small = count;
    }
  }
  return add(rational(whole + BigInt(small), den), others);
}
