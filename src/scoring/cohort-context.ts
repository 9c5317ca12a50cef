import * as z from "zod/mini";
import { inputNumber } from "../kernel/fields.js";
import type { NumberInput } from "../kernel/number.js";
import { described, list, orSealed } from "../kernel/schema.js";

/** What a person's score has to know of the others, for one indicator. `cohortContext` makes it; numbers are exact or as it rounded them. */
export interface CohortIndicator {
  /** How many people had evidence, where a measure compares them. */
  readonly count?: number;
  /** The different values in rising order, and how many people had each. */
  readonly values?: readonly { readonly value: NumberInput; readonly count: number }[];
  readonly lowest?: NumberInput;
  readonly highest?: NumberInput;
  readonly mean?: NumberInput;
  readonly deviation?: NumberInput;
  /** The median of the indicator's scores, where a rule for missing evidence asks for it. */
  readonly medianScore?: NumberInput;
}

/** The context of a cohort: small plain data, with which each person can be scored and explained alone. */
export interface CohortContext {
  readonly kind: "cohort";
  readonly indicators: { readonly [indicator: string]: CohortIndicator };
}

/** The schema of a cohort's context in an input. */
export function cohortInput() {
  const count = () => inputNumber({ least: 0 });
  return described(
    z.strictObject({
      kind: z.literal("cohort"),
      indicators: z.record(
        z.string(),
        orSealed(
          z.strictObject({
            count: z.optional(count()),
            values: z.optional(list(z.strictObject({ value: inputNumber(), count: count() }))),
            lowest: z.optional(inputNumber()),
            highest: z.optional(inputNumber()),
            mean: z.optional(inputNumber()),
            deviation: z.optional(inputNumber({ least: 0 })),
            medianScore: z.optional(inputNumber()),
          }),
        ),
      ),
    }),
    "What cohortContext made of the people with whom this person is compared.",
  );
}
