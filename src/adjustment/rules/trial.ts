import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { wholeNumber } from "../../kernel/fields.js";
import type { Report } from "../../kernel/report.js";
import { described, type Plain } from "../../kernel/schema.js";
import { checkConditions, type Names } from "../conditions/check.js";
import { type Condition, conditionsSchema } from "../conditions/schema.js";

/** The schema of a trial period. */
export function trialSchema() {
  return described(
    z.strictObject({
      months: described(wholeNumber(1, 120), "How long the trial period is."),
      pass: z.optional(
        conditionsSchema(
          "What passes the trial; all of it. Without it: that no condition of a demotion is met.",
        ),
      ),
      extensions: z.optional(
        described(
          z.strictObject({ most: wholeNumber(1, 100), months: wholeNumber(1, 120) }),
          "How often a trial that is not passed goes on, and for how many months each time.",
        ),
      ),
    }),
    "The trial period on entry: no condition moves the tier in it; a person who does not pass is proposed for exit.",
  );
}

/** A trial period, as the rules state it. */
export type TrialTerms = Plain<z.output<ReturnType<typeof trialSchema>>>;

/** Notes what is wrong with the conditions of a trial. */
export function checkTrial(trial: TrialTerms | undefined, names: Names, path: Path, report: Report): void {
  if (trial === undefined || !report.readable(path)) return;
  checkConditions(trial.pass as readonly Condition[] | undefined, names, [...path, "pass"], report);
}
