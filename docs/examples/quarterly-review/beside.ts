import { type GroupReviewInput, periodEnd, type ReviewInput, type TrainingPlan } from "tierwise";
import type { EvidenceRow } from "./evidence.js";
import type { Figures } from "./generate/figures.js";
import type { LoadedPolicy } from "./policy.js";

/** What a review takes of figures that are in no file, where its policy has a use for them: the deals that commission is paid on, and the price of a share. */
export function besideEvidence(
  { document: { incentives = [], equity } }: LoadedPolicy,
  { person, period }: EvidenceRow,
  { deals, sharePrices }: Figures,
): Pick<ReviewInput, "credits" | "equity"> {
  const own = deals.find((one) => one.person === person && one.period === period);
  const paysSales = incentives.some((one) => one.use === "commission" && one.on === "sales");
  const price = sharePrices[period];
  return {
    ...(own !== undefined && paysSales ? { credits: { sales: own.deals } } : {}),
    ...(price !== undefined && equity !== undefined ? { equity: { price } } : {}),
  };
}

/** The courses that plans of earlier periods gave, which are taken by then. */
export type Completed = Map<string, { readonly course: string; readonly on: string }[]>;

/** What a plan of training takes, where the policy makes one. */
export function trainingOf(
  { document }: LoadedPolicy,
  { trainingBudget }: Figures,
  completed: Completed,
): Pick<GroupReviewInput, "training"> {
  if (document.training === undefined) return {};
  const budget = trainingBudget === undefined ? {} : { budget: trainingBudget };
  return { training: { ...budget, completed: Object.fromEntries(completed) } };
}

/** Notes the courses of a plan as completed at the end of its period. */
export function complete({ period, people }: TrainingPlan, completed: Completed): void {
  const on = periodEnd(period);
  for (const { id, courses } of people)
    completed.set(id, [...(completed.get(id) ?? []), ...courses.map(({ course }) => ({ course, on }))]);
}
