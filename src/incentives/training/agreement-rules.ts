import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, date, id, inputNumber, key, wholeNumber } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { payFields } from "../fields.js";

/** The schema of an agreement on the return of training costs. */
export const trainingAgreementConfig = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...payFields(),
    terms: described(
      list(
        z.strictObject({
          fromCost: z._default(described(configNumber({ least: 0 }), "What a training costs at least."), 0),
          months: described(
            wholeNumber(1, 1200),
            "For how many months the person stays after it, or returns some of it.",
          ),
        }),
        1,
      ),
      "How long a person stays, by the cost, in rising order. A training that costs less than the first has no agreement.",
    ),
    returns: described(
      z.discriminatedUnion("by", [
        described(
          z.strictObject({
            by: z.enum(["days", "months", "years"]),
            counts: described(
              z._default(z.enum(["whole", "begun"]), "whole"),
              "Whether months or years that are served in part count not at all, or whole.",
            ),
          }),
          "The part of the time that is not served.",
        ),
        described(
          z.strictObject({
            by: z.literal("steps"),
            steps: list(
              z.strictObject({
                before: described(wholeNumber(1, 1200), "Who leaves before so many months are over."),
                returns: configRatio({ least: 0, most: 1 }),
              }),
              1,
            ),
            most: z.optional(
              described(
                z.enum(["days", "months", "years"]),
                "Never more than the part that is not served, by these: whole months or years.",
              ),
            ),
          }),
          "Stated parts, by when the person leaves; after the last step nothing.",
        ),
      ]),
      "What part of the cost is returned.",
    ),
    reasons: z.optional(
      described(
        list(id(), 1),
        "The reasons of leaving that oblige the person to return something; without it, all.",
      ),
    ),
  }),
);

/** The schema of who leaves, and what was spent. */
export const trainingAgreementInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    left: described(date(), "The last day of employment."),
    reason: z.optional(described(id(), "Why the person leaves; needed where the agreement names reasons.")),
    trainings: list(
      z.strictObject({
        id: key(),
        cost: inputNumber({ least: 0 }),
        completed: z.optional(
          described(
            date(),
            "The day of completion, after which the time begins; without it, the training is not completed.",
          ),
        ),
      }),
    ),
  }),
);

/**
 * How long people stay after a training, and what they return if they leave earlier: the config of `trainingAgreement`.
 *
 * @useDeclaredType
 */
export type TrainingAgreementConfig = Written<typeof trainingAgreementConfig>;

/**
 * The last day of employment, why the person leaves, and the trainings with what they cost.
 *
 * @useDeclaredType
 */
export type TrainingAgreementInput = Written<typeof trainingAgreementInput>;

/** The same after the check, with defaults filled in. */
export type CheckedAgreement = Checked<typeof trainingAgreementConfig>;

/** An input of the right shape. */
export type CheckedAgreementInput = Checked<typeof trainingAgreementInput>;

/** Notes terms and steps that are not in rising order, and whole days. */
export function checkAgreement({ terms, returns }: CheckedAgreement, report: Report): void {
  checkRising(terms, "fromCost", ["terms"], report);
  if (!report.sound(["returns"])) return;
  if (returns.by === "steps") checkRising(returns.steps, "before", ["returns", "steps"], report);
  else if (returns.by === "days" && returns.counts === "begun")
    report.add(["returns", "counts"], "one-of", "days are whole: take this away");
}

function checkRising<Key extends string>(
  rows: readonly { readonly [K in Key]?: number | string | undefined }[],
  name: Key,
  path: Path,
  report: Report,
): void {
  if (!report.sound(path)) return;
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before === undefined || compare(readNumber(before[name] ?? 0), readNumber(row[name] ?? 0)) < 0)
      continue;
    report.add(
      [...path, index, name],
      "points-unsorted",
      `expected rising order: ${show(row[name] ?? 0)} is not above ${show(before[name] ?? 0)}`,
    );
  }
}
