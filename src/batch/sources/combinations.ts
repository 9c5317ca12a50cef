import type { InputColumn } from "../columns/columns.js";
import { BLOCK } from "../forms/forms.js";
import { labelSource } from "./label-sources.js";

/** The combinations of labels that rows have in several columns, each with a number. A label that nobody asks for is the same as none. */
export interface Combinations {
  /** One more than the greatest number. */
  readonly count: number;
  /** Reads a block of rows; what was read before is overwritten. */
  read(from: number, rows: number): Float64Array;
  /** The labels of a combination, by the name of the column. */
  labelsOf(combination: number): ReadonlyMap<string, string | undefined>;
}

/** Reads the labels that are asked for, by the name of the column. */
export function combinationsOf(
  asked: ReadonlyMap<string, readonly string[]>,
  columnOf: (name: string) => InputColumn | undefined,
): Combinations {
  let combinations = 1;
  const sources = [...asked].map(([name, values]) => {
    const meant = new Map(values.map((value, index) => [value, index] as const));
    const source = labelSource(columnOf(name) ?? [], meant, { missing: "stays", unknown: "missing" });
    const stride = combinations;
    combinations *= values.length + 1;
    return { name, values, source, stride };
  });
  const [found, codes, aside] = [new Float64Array(BLOCK), new Int32Array(BLOCK), new Uint8Array(BLOCK)];
  return {
    count: combinations,
    read(from, rows) {
      found.fill(0, 0, rows);
      for (const { source, stride } of sources) {
        source.from = from;
        source.read(codes, aside, rows);
        for (let row = 0; row < rows; row += 1)
          found[row] = (found[row] as number) + ((codes[row] as number) + 1) * stride;
      }
      return found;
    },
    labelsOf: (combination) =>
      new Map(
        sources.map(({ name, values, stride }) => {
          const code = (Math.floor(combination / stride) % (values.length + 1)) - 1;
          return [name, values[code]] as const;
        }),
      ),
  };
}
