import type { Report } from "../../kernel/report.js";
import { compileProgram } from "../../program/interpreter.js";
import type { StatementLine } from "../line.js";
import { roundedNotes } from "../rounded-notes.js";
import { noteAboveEnd } from "./above-end.js";
import type { Given, GivenCredit } from "./credits.js";
import { type Credit, placeCredits, sumsOf } from "./deals.js";
import { limitedParts, limitsOf, stagesOf } from "./limited-parts.js";
import { commissionLine, lineId, unitsOf } from "./line.js";
import { countNotes, dealNotes, limitNotes, partsNotes, thresholdNotes } from "./notes.js";
import type { CommissionPlan } from "./plan.js";
import { groupProgram } from "./program.js";
import { reckon } from "./reckoning.js";
import { lineRate, roundedParts } from "./rounded-parts.js";

/** Credits that the brackets count together: one credit, one order, or all of the period. */
interface Group {
  readonly id: string;
  readonly credits: readonly Credit[];
}

/** Makes one line for each group of credits. */
export function compileGroupLines(plan: CommissionPlan, decimals: number) {
  const run = compileProgram(groupProgram(plan, decimals));
  const limits = limitsOf(plan);
  const { currency, rounding, per } = plan.config;
  const of = per === "period" ? "all" : "deal";
  return ({ now, quota }: Given, report: Report): readonly StatementLine[] => {
    const placed = placeCredits(plan, now);
    const qualifying = sumsOf(placed.credits);
    const groups = groupsOf(plan, placed.credits).map((group) => ({
      ...group,
      reckoning: reckon(plan, group.credits, qualifying, quota),
    }));
    for (const { credits, reckoning } of groups) {
      if (reckoning.above !== undefined)
        noteAboveEnd(plan, reckoning.above, pathOf(plan, now, credits), report);
    }
    report.stop();
    return groups.map(({ id, credits, reckoning }) => {
      const result = run([...reckoning.columns, ["quota", quota]]);
      const stages = stagesOf(result, limits);
      const units = unitsOf(result.number("amount"), decimals);
      const exact = limitedParts(reckoning.parts, stages, limits);
      const parts = roundedParts(exact, units, decimals);
      const deals = placed.limited.filter(({ deal }) => credits.some((credit) => credit.deal === deal));
      return commissionLine(
        plan,
        {
          id,
          basis: reckoning.paidOn,
          rate: lineRate(reckoning.paidOn, stages.floored),
          units,
          parts,
          notes: [
            ...dealNotes(plan, deals),
            ...countNotes(plan, reckoning.totals, quota),
            ...thresholdNotes(plan, stages, qualifying, quota),
            ...limitNotes(stages, limits, of),
            ...roundedNotes(stages.floored, currency, rounding),
            ...partsNotes(plan, parts, exact),
          ],
          trace: result.trace(),
        },
        decimals,
      );
    });
  };
}

function groupsOf({ config }: CommissionPlan, credits: readonly Credit[]): readonly Group[] {
  const id = lineId(config);
  switch (config.per) {
    case "credit":
      return credits.map((credit) => ({ id: `${id}.${credit.id}`, credits: [credit] }));
    case "order": {
      const orders = new Map<string, Credit[]>();
      for (const credit of credits) {
        const order = orders.get(credit.deal);
        if (order === undefined) orders.set(credit.deal, [credit]);
        else order.push(credit);
      }
      return [...orders.values()].map((own) => ({ id: `${id}.${own[0]?.order}`, credits: own }));
    }
    default:
      return [{ id, credits }];
  }
}

/** Where the number is that a group counts. */
function pathOf(
  { config, counted }: CommissionPlan,
  given: readonly GivenCredit[],
  [first]: readonly Credit[],
) {
  const own = given.find(({ id }) => id === first?.id);
  return config.per === "credit" && own !== undefined ? [...own.path, counted] : ["credits"];
}
