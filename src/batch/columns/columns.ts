import type { CommissionInput } from "../../incentives/commission.js";
import type { NumberInput } from "../../kernel/number.js";
import type { PayInput } from "../../policy/pay-input.js";
import type { Goal, Rating, WeightedValue } from "../../scoring/measures/measure.js";

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

/** Lists of numbers, or of labels, as Arrow has them: those of row r are `values` from position `offsets[r]` on, up to `offsets[r + 1]`. A row that is not valid has no list, which is not an empty one. */
export interface OffsetsColumn {
  /** One more than there are rows; none is less than the one before. */
  readonly offsets: Int32Array | Uint32Array;
  /** The numbers of all lists, one after another; a rating without one was not observed. */
  readonly values: ItemColumn;
  /** As many weights, where each value brings one. */
  readonly weights?: ItemColumn;
  readonly valid?: Validity;
}

/** Lists of records, such as credits, as Arrow has lists of structs: those of row r are at the positions from `offsets[r]` on, up to `offsets[r + 1]`. A row that is not valid has no list, which is not an empty one. */
export interface RecordsColumn {
  /** One more than there are rows; none is less than the one before. */
  readonly offsets: Int32Array | Uint32Array;
  /** The fields of all records, by name, parts of a field joined by points: `id`, `amount`, `attributes.product`. */
  readonly columns: { readonly [field: string]: ItemColumn };
  readonly valid?: Validity;
}

/** What lists are made of. */
export type ItemColumn = FloatColumn["values"] | FloatColumn | UnitsColumn | CodesColumn | ListColumn;

/** Numbers, labels or truth values, one for each row, or lists of them as the one-person functions take them; null where there is none. */
export type ListColumn = readonly (
  | NumberInput
  | string
  | boolean
  | readonly ListItem[]
  | PayInput["employment"]
  | null
  | undefined
)[];

/** An item of a list: a number or a label, a value with its weight, a goal, a rating, a credit, an absence, what changes from a day on. */
export type ListItem =
  | NumberInput
  | boolean
  | null
  | undefined
  | WeightedValue
  | Goal
  | Rating
  | CommissionInput["credits"][number]
  | NonNullable<PayInput["absences" | "changes" | "honours"]>[number];

/** A column of an input. A typed array stands for itself where all rows have a value. */
export type InputColumn = ItemColumn | OffsetsColumn | RecordsColumn;
