import * as z from "zod/mini";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import type { Path } from "../../kernel/errors.js";
import { inputNumber } from "../../kernel/fields.js";
import { atOrBelow } from "../../kernel/grid.js";
import { readNumber } from "../../kernel/number.js";
import { add, compare, type Rational, rationalText, subtract } from "../../kernel/rational.js";
import { described, lazySchema, type Written } from "../../kernel/schema.js";
import { sayPlanWarning } from "./explain-warning.js";
import { hiddenTables } from "./hidden-tables.js";
import { jumpWarnings } from "./jump-warnings.js";
import { type Found, type Looked, look } from "./look.js";
import { mostGained } from "./moved-results.js";
import { compilePayer, type ResultRange } from "./payer.js";
import { rangeFields, readRange, wholeCurve } from "./payout-curve.js";
import { attainedPercent, isIn, type PlanPlaces } from "./plan-places.js";
import { type CheckedPlan, checkPlanOfOne, type PlanConfig, planSchema } from "./plan-schema.js";
import { planSentencesEn } from "./sentences.js";
import { slopeWarnings } from "./slope-warnings.js";
import type { PlanWarning } from "./warning.js";

const planRange = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    ...rangeFields(),
    largestJump: described(
      z._default(inputNumber({ least: 0 }), 0),
      "By how much pay may rise from one result to the next without a warning; without it, any jump is warned of.",
    ),
  }),
);

/**
 * From which result to which the plan is looked at, and how far pay may jump.
 *
 * @useDeclaredType
 */
export type PlanRange = Written<typeof planRange>;

/**
 * Looks for what a plan may not mean to say before it is paid by (M17, M18), each with a witness:
 *
 * - `pay-falls`: a higher result is paid less. `pay-jumps`: the next result on the grid is paid more by over `largestJump` more than the slope on either side explains; without it, any jump.
 * - `nothing-paid`, `dead-zone`, `pay-stops`: from the beginning, in the middle or up to the end of the range, more result is paid nothing more.
 * - `bracket-unreachable`: a bracket or point that begins above the range, or above what is counted of its highest result where deals are limited; the witness is that result.
 * - `table-unreachable`: a rate table that no deal comes to, as an earlier one (`by`) takes all that fit it; each earlier table is looked at alone. Its witness is that table, and no results.
 * - `holding-back-pays`: where each period begins anew, moving a part of a period's result into the next one (or the other way) pays more for the same two results; the witness are both periods, as they are and moved.
 *
 * `path` is the bracket, point, threshold or cap that a warning comes from: what begins at the result, or is held to; empty where several could be it. Of a plan that counts attainment the message says it beside each result. `explainPlanWarning` says a warning in other languages.
 *
 * Pay is looked at on the grid of results, after rounding. Moved results are tried at the corners of the curve (24 at most), so that no warning is no proof that nothing is gained. The errors are those of `payoutCurve`.
 *
 * @example
 * ```ts
 * import { checkPlan } from "tierwise";
 *
 * const plan = { currency: "USD", method: "whole" as const, brackets: [{ rate: "5%" }, { from: 1000, rate: "4%" }] };
 * const [warning] = checkPlan({ use: "commission", plan })({ from: 0, to: 2000 });
 * warning?.code; // => "pay-falls"
 * warning?.message; // => "a result of 1000 is paid 40, less than one of 999.99, which is paid 50"
 * warning?.witness; // => [{ result: "999.99", pay: "50" }, { result: "1000", pay: "40" }]
 * ```
 */
export const checkPlan: CalculatorFactory<PlanConfig, PlanRange, readonly PlanWarning[]> =
  /* @__PURE__ */ defineFactory({
    title: "checkPlan",
    config: planSchema,
    check: (config, report) => checkPlanOfOne(config, [], report),
    compile(config) {
      const payer = compilePayer(config);
      return defineCalculator({
        title: "checkPlan",
        input: planRange,
        run(input, report): readonly PlanWarning[] {
          const range = readRange(payer, input, report);
          report.stop();
          const curve = wholeCurve(payer, range, report);
          report.stop();
          const looked = look(payer, curve);
          return [
            ...slopeWarnings(looked),
            ...jumpWarnings(looked, readNumber(input.largestJump)),
            ...cornerWarnings(looked, range),
            ...tableWarnings(config),
            ...movingWarnings(looked),
          ].map(withMessage);
        },
      });
    },
  });

function withMessage({ path, code, witness, values }: Found): PlanWarning {
  return { path, code, message: sayPlanWarning({ code, witness, values }, planSentencesEn), witness, values };
}

function cornerWarnings({ payer, grid, paid }: Looked, { to }: ResultRange): readonly Found[] {
  const last = atOrBelow(to, grid);
  const counted = payer.counted(last);
  const isLimited = compare(counted, last) < 0;
  return payer.places.corners
    .filter(({ from }) => compare(from, isLimited ? counted : to) > 0)
    .map(({ path, from }) => {
      const { attainment } = attainedPercent(payer.places, from);
      return {
        path,
        code: "bracket-unreachable",
        witness: [paid(last)],
        values: {
          begins: rationalText(from),
          ...(attainment === undefined ? {} : { attainment: String(attainment) }),
          ...(isLimited ? { counts: rationalText(counted) } : {}),
        },
      };
    });
}

function tableWarnings(config: CheckedPlan): readonly Found[] {
  if (config.use !== "commission") return [];
  return hiddenTables(config.plan.tables ?? []).map(({ index, by }) => ({
    path: ["plan", "tables", index],
    code: "table-unreachable",
    witness: [],
    values: { by },
  }));
}

function movingWarnings({ payer, curve, grid, paid }: Looked): readonly Found[] {
  if (!payer.isPerPeriod) return [];
  const found = mostGained(curve, payer, grid, currencyDecimals(payer.currency));
  if (found === undefined) return [];
  const { first, second, moved, paid: together, wouldPay } = found;
  const witness = [first, second, subtract(first, moved), add(second, moved)].map(paid);
  const path = movingPlace(payer.places, payer.counted(second), payer.counted(add(second, moved)));
  const [asIs, asMoved] = [rationalText(together), rationalText(wouldPay)];
  const values = { moved: rationalText(moved), paid: asIs, wouldPay: asMoved };
  return [{ path, code: "holding-back-pays", witness, values }];
}

/** What moved results reach: the highest bracket that begins between two results, or the cap, below which they come to be; none where it could be either. */
function movingPlace(places: PlanPlaces, from: Rational, to: Rational): Path {
  const reached = places.corners.some((one) => compare(one.from, from) > 0 && compare(one.from, to) <= 0);
  const { cap } = places;
  if (reached) return cap === undefined ? isIn(places, to) : [];
  return cap ?? [];
}
