import * as z from "zod/mini";
import { inputNumber, wholeNumber } from "../kernel/fields.js";
import { isNumberProblem, type NumberInput, parseNumber } from "../kernel/number.js";
import { compare } from "../kernel/rational.js";
import { described, judgedObject, list, orSealed, type Problem } from "../kernel/schema.js";
import { show } from "../kernel/show.js";

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

const MOST_PEOPLE = 1_000_000_000;

/** The schema of a cohort's context in an input. */
export function cohortInput() {
  return described(
    z.strictObject({
      kind: z.literal("cohort"),
      indicators: z.record(
        z.string(),
        orSealed(
          judgedObject(
            z.strictObject({
              count: z.optional(wholeNumber(0, MOST_PEOPLE)),
              values: z.optional(
                list(z.strictObject({ value: inputNumber(), count: wholeNumber(1, MOST_PEOPLE) })),
              ),
              lowest: z.optional(inputNumber()),
              highest: z.optional(inputNumber()),
              mean: z.optional(inputNumber()),
              deviation: z.optional(inputNumber({ least: 0 })),
              medianScore: z.optional(inputNumber()),
            }),
            "highest",
            turnedRange,
          ),
        ),
      ),
    }),
    "What cohortContext made of the people with whom this person is compared.",
  );
}

function turnedRange({
  lowest,
  highest,
}: {
  readonly lowest?: unknown;
  readonly highest?: unknown;
}): Problem | undefined {
  const [low, high] = [parseNumber(lowest), parseNumber(highest)];
  if (isNumberProblem(low) || isNumberProblem(high) || compare(low, high) <= 0) return undefined;
  const message = `expected at least lowest, which is ${show(lowest)}, got ${show(highest)}`;
  return { code: "range-empty", message };
}
