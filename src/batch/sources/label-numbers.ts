import type { Rational } from "../../kernel/rational.js";
import type { InputColumn } from "../columns/columns.js";
import { BLOCK, fits, greater, lesser, withCommonDenominator } from "../forms/forms.js";
import type { Label } from "./inputs.js";
import { labelSource } from "./label-sources.js";
import type { MadeSource } from "./sources.js";

/** The number of each row's label; a row whose label has none is set aside. Undefined where whole numbers cannot hold them. */
export function labelNumbers(
  column: InputColumn,
  numbers: ReadonlyMap<Label, Rational>,
  missing: "stays" | "set-aside",
): MadeSource | undefined {
  const { den, whole } = withCommonDenominator([...numbers.values()]);
  if (!fits(...whole)) return undefined;
  const table = Float64Array.from(whole, Number);
  const places = new Map([...numbers.keys()].map((label, place) => [label, place] as const));
  const labels = labelSource(column, places, { missing, unknown: "set-aside" });
  const codes = new Int32Array(BLOCK);
  return {
    den,
    mayMiss: missing === "stays",
    source: {
      from: 0,
      least: lesser(whole),
      most: greater(whole),
      read(n, aside, count) {
        labels.from = this.from;
        labels.read(codes, aside, count);
        const [low, high] = [Number(this.least), Number(this.most)];
        for (let row = 0; row < count; row += 1) {
          const number = table[codes[row] as number];
          n[row] = number ?? Number.NaN;
          if (number !== undefined && (number < low || number > high)) aside[row] = 1;
        }
      },
    },
  };
}
