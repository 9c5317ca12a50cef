import * as z from "zod/mini";
import { configNumber } from "../kernel/fields.js";
import { type ConfigNumber, readNumber } from "../kernel/number.js";
import { add, multiply, type Rational, rational } from "../kernel/rational.js";
import { described, list } from "../kernel/schema.js";

/** T. L. Saaty's random indices for 3 to 15 criteria, as in "The Analytic Hierarchy Process" (1980). */
const SAATY = [
  "0.58",
  "0.9",
  "1.12",
  "1.24",
  "1.32",
  "1.41",
  "1.45",
  "1.49",
  "1.51",
  "1.48",
  "1.56",
  "1.57",
  "1.59",
];

/** The name of a table of random indices, or a table: the index of 3 criteria, of 4, and so on. */
export type RandomIndex = "saaty" | "alonso-lamata" | readonly ConfigNumber[];

/** The field of a config that chooses the table. */
export function randomIndexField() {
  return described(
    z._default(z.union([z.enum(["saaty", "alonso-lamata"]), list(configNumber({ above: 0 }), 1)]), "saaty"),
    "saaty (3 to 15 criteria), alonso-lamata (any number of them), or a list: the index of 3 criteria, of 4, and so on.",
  );
}

/**
 * The mean consistency index of random matrices of that size, or undefined where the table has none. Alonso and Lamata's comes from their
 * line for the mean principal eigenvalue: (2.7699 n - 4.3513 - n) / (n - 1).
 */
export function randomIndexOf(table: RandomIndex, size: number): Rational | undefined {
  if (table === "alonso-lamata") {
    const excess = add(
      multiply(rational(17_699n, 10_000n), rational(BigInt(size))),
      rational(-43_513n, 10_000n),
    );
    return multiply(excess, rational(1n, BigInt(size - 1)));
  }
  const index = (table === "saaty" ? SAATY : table)[size - 3];
  return index === undefined ? undefined : readNumber(index);
}
