import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, key } from "../../kernel/fields.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show, showChoices } from "../../kernel/show.js";
import { checkPerformanceBonus } from "../bonus/check.js";
import { checkMultipliers } from "../bonus/check-input.js";
import { performanceBonusFields } from "../bonus/fields.js";
import { checkCommission } from "../commission/check.js";
import { commissionFields } from "../commission/fields.js";
import { QUANTITIES } from "../rate-table/terms.js";

/** How much of each quantity something has. */
function quantities() {
  return {
    amount: z.optional(configNumber({ least: 0 })),
    units: z.optional(configNumber({ least: 0 })),
    margin: z.optional(configNumber({ least: 0 })),
  };
}

function commissionPlan() {
  return described(
    z.strictObject({
      use: z.literal("commission"),
      plan: z.strictObject(commissionFields()),
      result: described(
        z._default(z.enum(QUANTITIES), "amount"),
        "What the result is a number of: an amount of money, units, or margin.",
      ),
      parts: described(
        z._default(
          list(z.strictObject({ ...quantities(), attributes: z.optional(z.record(z.string(), key())) }), 1),
          [{}],
        ),
        "What one unit of the result is made of: how much of each quantity, and the attributes that choose a table. Without it, one unit of the result itself.",
      ),
      quota: z.optional(configNumber({ above: 0 })),
      deal: z.optional(
        described(
          z.strictObject(quantities()),
          "How large one deal is, where tables or limits ask for that.",
        ),
      ),
    }),
    "A commission: pay against what is sold.",
  );
}

function bonusPlan() {
  return described(
    z.strictObject({
      use: z.literal("performanceBonus"),
      plan: z.strictObject(performanceBonusFields()),
      tier: key(),
      salary: z.optional(
        described(configNumber({ least: 0 }), "The salary, where the target is a share of it."),
      ),
      multipliers: described(
        z._default(z.record(z.string(), configNumber()), {}),
        "What the plan's multipliers are, by id.",
      ),
    }),
    "A performance bonus: pay against the score.",
  );
}

/** The schema of a plan that is looked at before it is paid by. */
export const planSchema = /* @__PURE__ */ lazySchema(() =>
  z.discriminatedUnion("use", [commissionPlan(), bonusPlan()]),
);

/**
 * A plan with what it is looked at for: the config of `payoutCurve`, `checkPlan` and `costOf`.
 *
 * @useDeclaredType
 */
export type PlanConfig = Written<typeof planSchema>;

export type CheckedPlan = Checked<typeof planSchema>;

/** Notes what the schema cannot see in a plan. */
export function checkPlanConfig(config: CheckedPlan, path: Path, report: Report): void {
  const at = [...path, "plan"];
  if (!report.readable(at)) return;
  if (config.use === "commission") checkCommission(config.plan, at, report);
  if (config.use === "performanceBonus") checkBonus(config, at, report);
}

/** The same of a plan that is looked at for one person, and so needs the person's quota where it counts attainment, and the salary where a target is a share of it. */
export function checkPlanOfOne(config: CheckedPlan, path: Path, report: Report): void {
  checkPlanConfig(config, path, report);
  if (config.use === "performanceBonus" && report.clean([...path, "plan"])) checkSalary(config, path, report);
  if (config.use !== "commission" || config.quota !== undefined || !report.sound([...path, "plan"])) return;
  const { counts, threshold } = config.plan;
  if (counts !== "attainment" && threshold?.counts !== "attainment") return;
  report.add(
    [...path, "quota"],
    "quota-missing",
    "the plan counts attainment: expected the quota beside the plan",
  );
}

/** Notes a target that is a share of a salary that is not given. */
export function checkSalary(
  { plan, tier, salary }: Pick<BonusPlan, "plan" | "tier"> & { readonly salary?: unknown },
  path: Path,
  report: Report,
): void {
  const row = plan.target.find((one) => one.tier === tier);
  if (row?.share !== undefined && salary === undefined)
    report.add([...path, "salary"], "missing", `the target of ${show(tier)} is a share of the salary`);
}

/** Notes a tier that has no target. */
export function checkTier(
  { plan, tier }: Pick<BonusPlan, "plan" | "tier">,
  path: Path,
  report: Report,
): void {
  const tiers = plan.target.map((one) => one.tier);
  if (tiers.includes(tier)) return;
  report.add(
    [...path, "tier"],
    "unknown-tier",
    `${show(tier)} has no target: expected ${showChoices(tiers)}`,
  );
}

type BonusPlan = Extract<CheckedPlan, { readonly use: "performanceBonus" }>;

function checkBonus({ plan, tier, multipliers = {} }: BonusPlan, at: Path, report: Report): void {
  checkPerformanceBonus(plan, at, report);
  if (!report.clean(at)) return;
  if (report.sound(["tier"])) checkTier({ plan, tier }, [], report);
  if (report.sound(["multipliers"])) checkMultipliers(plan.multipliers ?? [], multipliers, report);
  if (plan.payoutDecimals !== undefined) {
    const message = "a payout that is rounded before it is paid has no curve of a few pieces: take this away";
    report.add([...at, "payoutDecimals"], "not-a-choice", message);
  }
  checkDegree(plan, at, report);
}

/** Notes more lines by the score that are multiplied than a curve of degree two has. */
function checkDegree(
  { curve, multipliers = [], combine }: BonusPlan["plan"],
  at: Path,
  report: Report,
): void {
  const rising = multipliers.flatMap(({ byScore }, index) => (byScore?.curve === "lines" ? [index] : []));
  const most = curve === "lines" ? 1 : 2;
  const over = combine === "multiply" ? rising[most] : undefined;
  if (over === undefined) return;
  const message =
    "only two payouts that go in lines with the score are multiplied in a curve: take one away, or make it steps";
  report.add([...at, "multipliers", over, "byScore", "curve"], "not-a-choice", message);
}
