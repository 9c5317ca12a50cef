import * as z from "zod/mini";
import { id, inputNumber, key, wholeNumber } from "../kernel/fields.js";
import type { NumberInput } from "../kernel/number.js";
import { described, list, orSealed } from "../kernel/schema.js";

/** Where a band begins for the people of a group. */
export interface GroupBand {
  readonly band: string;
  /** The least score in the band; absent where nobody reaches it. */
  readonly from?: NumberInput | undefined;
  /** The people with exactly that score who are in the band, where not all of them are. */
  readonly tied?: readonly string[] | undefined;
}

/** Where the bands of one axis begin for a group of so many people: all bands but the lowest, in rising order. */
export interface GroupBands {
  readonly count: number;
  readonly bands: readonly GroupBand[];
}

/** The context of a group, by axis: small plain data, with which each person can be placed and explained alone. */
export interface BandContext {
  readonly kind: "bands";
  readonly axes: { readonly [axis: string]: GroupBands };
}

/** The schema of a group's context in an input. */
export function bandContextInput() {
  return described(
    z.strictObject({
      kind: z.literal("bands"),
      axes: z.record(
        z.string(),
        orSealed(
          z.strictObject({
            count: wholeNumber(1, 1_000_000_000),
            bands: list(
              z.strictObject({
                band: id(),
                from: z.optional(inputNumber()),
                tied: z.optional(list(key(), 1)),
              }),
              1,
            ),
          }),
        ),
      ),
    }),
    "What bandContext made of the people with whom this person is compared.",
  );
}
