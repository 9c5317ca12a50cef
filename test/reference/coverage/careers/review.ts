import type { Matrix, StandingInput } from "../../../../src/index.js";
import { periodEnd } from "../../../../src/kernel/calendar.js";
import type { Count } from "../coverage.js";
import { countConditions } from "./conditions.js";
import { countDecision, countKept } from "./decision.js";
import { countCrossing, countProtections, countViolations } from "./happened.js";
import { countPlacement } from "./placement.js";
import { countPlans, countPoints, countTrial } from "./plans.js";
import type { Seen } from "./seen.js";

/** Counts where a career begins, and whether its standings are stored as JSON. */
export function countStart(
  { since, history = [] }: StandingInput,
  isStored: boolean,
  { axes }: Matrix,
  count: Count,
): void {
  count("career", "stored as JSON", isStored);
  count("career", "a history from before", history.length > 0);
  const isBefore = ({ period }: { readonly period: string }) => periodEnd(period) < since;
  count("career", "reviews of before the tier", history.some(isBefore));
  count("career", "reviews of before the tier and in it", history.some(isBefore) && !history.every(isBefore));
  count(
    "career",
    "a review on the first day in the tier",
    history.some(({ period }) => periodEnd(period) === since),
  );
  const isMissing = history.some(({ scores }) => Object.keys(scores).length < axes.length);
  count("career", "a score missing from before", isMissing);
}

/** Counts all that one review met. */
export function countReview(seen: Seen): void {
  countPlacement(seen);
  countConditions(seen);
  countDecision(seen);
  countKept(seen);
  countPlans(seen);
  countTrial(seen);
  countPoints(seen);
  countViolations(seen);
  countCrossing(seen);
  countProtections(seen);
  countEvents(seen);
}

function countEvents({ rules, given, decision, count }: Seen): void {
  const { events = [] } = given;
  count("career", rules.cycle);
  count("career", "a period missed", decision.missed.length > 0);
  count(
    "career",
    "events in any order",
    events.some(({ date }, index) => date < (events[index - 1]?.date ?? "")),
  );
  const days = events.map(({ kind, date }) => `${kind} ${date}`);
  count("career", "two events of one day", new Set(days).size < days.length);
}
