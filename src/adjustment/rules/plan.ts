import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { wholeNumber } from "../../kernel/fields.js";
import { label } from "../../kernel/label.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { checkConditions, type Names } from "../conditions/check.js";
import { type Condition, conditionsSchema } from "../conditions/schema.js";

/** The schema of the improvement plan of a demotion. */
export function planSchema() {
  return described(
    z.strictObject({
      timing: described(
        z._default(z.enum(["with-demotion", "before-demotion"]), "with-demotion"),
        "with-demotion: the demotion opens the plan. before-demotion: the plan opens in place of the demotion, which follows if it fails.",
      ),
      periods: described(wholeNumber(1, 100), "How many periods the person has to improve."),
      actions: list(label(), 1),
      targets: z.optional(
        conditionsSchema(
          "What passes the plan; all of it. Without them: that no condition of a demotion is met.",
        ),
      ),
      extensions: z.optional(
        described(
          z.strictObject({ most: wholeNumber(1, 100), periods: wholeNumber(1, 100) }),
          "How often the plan may be extended, and by how many periods each time.",
        ),
      ),
      onFail: z.optional(
        described(
          z.enum(["demote", "exit"]),
          "What a failed plan does: one tier down, or an exit proposed. Without it a plan before the demotion demotes, and one with it does nothing more.",
        ),
      ),
    }),
    "The improvement plan that comes with a demotion, or before it.",
  );
}

/** An improvement plan, as the rules state it. */
export type PlanTerms = Plain<z.output<ReturnType<typeof planSchema>>>;

/** Notes what is wrong with the targets of a plan. */
export function checkPlan(plan: PlanTerms | undefined, names: Names, path: Path, report: Report): void {
  if (plan === undefined || !report.readable(path)) return;
  checkConditions(plan.targets as readonly Condition[] | undefined, names, [...path, "targets"], report);
}
