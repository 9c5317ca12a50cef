import type { Decimal } from "./decimal.js";

/** A value as it comes back from JSON: a `Decimal` has become its text. */
export type Stored<T> = T extends Decimal
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly Stored<Item>[]
      : { readonly [Key in keyof T]: Stored<T[Key]> };
