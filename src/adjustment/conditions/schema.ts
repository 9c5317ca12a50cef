import * as z from "zod/mini";
import { certificateFields, factFields, namedFields } from "../../classification/facts.js";
import { configNumber, id, wholeNumber } from "../../kernel/fields.js";
import type { Label } from "../../kernel/label.js";
import { type AnySchema, described, lazySchema, list } from "../../kernel/schema.js";

/** What an exempt condition passes: rules that would hold a move back. */
export type Exemption = "minimum-time" | "cooling-off" | "step-limit" | "places";

/** What every condition may have. */
export interface ConditionFields {
  readonly id?: string | undefined;
  readonly label?: Label | undefined;
  readonly exempt?: readonly Exemption[] | undefined;
  readonly tiers?: readonly string[] | undefined;
}

/** How many reviews must meet a condition: `periods` in a row, or of the last `outOf`. */
export interface RowFields {
  readonly periods: number;
  readonly outOf?: number | undefined;
}

/** A condition on the reviews of a row. */
export type RowCondition = ConditionFields &
  RowFields &
  (
    | {
        readonly kind: "at-least" | "below";
        readonly axis: string;
        readonly score: number | string;
        readonly over: number;
      }
    | {
        readonly kind: "rise" | "fall";
        readonly axis: string;
        readonly by: number | string;
        readonly against: number;
      }
    | { readonly kind: "cell" }
    | { readonly kind: "placed"; readonly at: Readonly<Record<string, string>> }
  );

/** A condition on what is known at this review alone. */
export type PlainCondition = ConditionFields &
  (
    | { readonly kind: "points" | "promotion-score"; readonly atLeast: number | string }
    | {
        readonly kind: "fact";
        readonly fact: string;
        readonly atLeast?: number | string | undefined;
        readonly atMost?: number | string | undefined;
      }
    | { readonly kind: "certificate"; readonly certificate: string }
    | { readonly kind: "place-lost" }
  );

/** Several conditions as one. */
export type JoinedCondition = ConditionFields & {
  readonly kind: "all" | "any";
  readonly of: readonly Condition[];
};

/** One condition of a promotion, a demotion or a requirement, with defaults filled in. */
export type Condition = RowCondition | PlainCondition | JoinedCondition;

const exemption = () =>
  z.optional(
    described(
      z.array(z.enum(["minimum-time", "cooling-off", "step-limit", "places"])),
      "The rules that do not hold back a move for this condition.",
    ),
  );
const head = () => ({
  ...namedFields(),
  exempt: exemption(),
  tiers: z.optional(
    described(list(id(), 1), "Only for people in these tiers; for all others the condition is not there."),
  ),
});
const row = () => ({
  periods: described(
    z._default(wholeNumber(1, 100), 1),
    "How many reviews in a row must meet the condition.",
  ),
  outOf: z.optional(
    described(
      wholeNumber(1, 100),
      "Where not in a row: of how many of the last reviews `periods` must meet it.",
    ),
  ),
});

function score(kind: "at-least" | "below") {
  return z.strictObject({
    ...head(),
    kind: z.literal(kind),
    axis: id(),
    score: configNumber(),
    over: described(z._default(wholeNumber(1, 100), 1), "The mean of how many reviews is compared."),
    ...row(),
  });
}

function change(kind: "rise" | "fall") {
  return z.strictObject({
    ...head(),
    kind: z.literal(kind),
    axis: id(),
    by: configNumber({ above: 0 }),
    against: described(
      z._default(wholeNumber(1, 100), 1),
      "How many reviews before the one is that is compared with.",
    ),
    ...row(),
  });
}

function number(kind: "points" | "promotion-score") {
  return z.strictObject({ ...head(), kind: z.literal(kind), atLeast: configNumber() });
}

function joined(kind: "all" | "any") {
  return z.strictObject({
    ...head(),
    kind: z.literal(kind),
    get of(): AnySchema {
      return list(condition(), 1);
    },
  });
}

const condition: () => z.ZodMiniType<Condition, ConditionInput> = /* @__PURE__ */ lazySchema(
  () =>
    z.discriminatedUnion("kind", [
      described(score("at-least"), "The score of an axis is at least this."),
      described(score("below"), "The score of an axis is below this."),
      described(change("rise"), "The score of an axis rose by at least this against an earlier review."),
      described(change("fall"), "The score of an axis fell by at least this against an earlier review."),
      described(
        z.strictObject({ ...head(), kind: z.literal("cell"), ...row() }),
        "The person's cell in the matrix proposes this move; where no demotion is asked for, a move up.",
      ),
      described(
        z.strictObject({
          ...head(),
          kind: z.literal("placed"),
          at: described(z.record(z.string(), id()), "The band on each axis that matters."),
          ...row(),
        }),
        "The person is in these bands.",
      ),
      described(number("points"), "The points collected are at least this."),
      described(number("promotion-score"), "The promotion score is at least this."),
      described(
        z.strictObject({ ...head(), kind: z.literal("fact"), ...factFields() }),
        "A fact of the person is within limits.",
      ),
      described(
        z.strictObject({ ...head(), kind: z.literal("certificate"), ...certificateFields() }),
        "The person holds a certificate.",
      ),
      described(
        z.strictObject({ ...head(), kind: z.literal("place-lost") }),
        "The person competed for the place in the present tier, and it went to others.",
      ),
      described(joined("all"), "All of these are met; not there for people for whom none of them is."),
      described(joined("any"), "Any of these is met; not there for people for whom none of them is."),
    ]) as unknown as z.ZodMiniType<Condition, ConditionInput>,
);

/** The schema of a list of conditions. */
export function conditionsSchema(description: string) {
  return described(list(condition(), 1), description);
}

/** The same without what has a default. */
export type OptionalFields<T, Keys extends string> = T extends unknown
  ? Omit<T, Keys & keyof T> & { readonly [Key in Keys & keyof T]?: T[Key] | undefined }
  : never;

/** One condition as a config has it. */
export type ConditionInput =
  | OptionalFields<RowCondition, "periods" | "over" | "against">
  | PlainCondition
  | (ConditionFields & { readonly kind: "all" | "any"; readonly of: readonly ConditionInput[] });
