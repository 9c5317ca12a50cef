import type { NumberInput } from "../kernel/number.js";

/** Which rows of a column have a value, as Arrow has it: bit `row % 8` of byte `row >> 3`. */
export type Validity = Uint8Array;

/** Floating-point numbers; each means the decimal that it prints as. */
export interface FloatColumn {
  readonly values:
    | Float64Array
    | Float32Array
    | Int8Array
    | Uint8Array
    | Int16Array
    | Uint16Array
    | Int32Array
    | Uint32Array;
  readonly valid?: Validity;
}

/** Numbers as whole units: each means units / 10^scale. */
export interface UnitsColumn {
  readonly units: Float64Array | Int32Array | BigInt64Array;
  readonly scale: number;
  readonly valid?: Validity;
}

/** Labels as positions in a dictionary. */
export interface CodesColumn {
  readonly codes: Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
  readonly dictionary: readonly (string | boolean)[];
  readonly valid?: Validity;
}

/** Numbers, labels or truth values, one for each row; null where there is none. */
export type ListColumn = readonly (NumberInput | string | boolean | null | undefined)[];

/** A column of an input. A typed array stands for itself where all rows have a value. */
export type InputColumn = FloatColumn["values"] | FloatColumn | UnitsColumn | CodesColumn | ListColumn;
