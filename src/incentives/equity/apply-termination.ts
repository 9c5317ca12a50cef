import { daysAfter, monthsAfter } from "../../kernel/calendar.js";
import { notAmong } from "../../kernel/show.js";
import { accelerate } from "./apply-acceleration.js";
import { type Context, isOpen, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { State } from "./holding.js";
import type { VestingTerms } from "./terms.js";
import { dueDay, unitsOf } from "./vested.js";

type Rule = NonNullable<VestingTerms["termination"]>[number];

/** The end of service: what vests early for its reason vests, the rest is forfeited, and the time to exercise begins to run. */
export function applyTermination(
  state: State,
  { on, reason }: EventOf<"terminate">,
  context: Context,
): State {
  const rule = ruleFor(reason, context);
  if (!context.report.clean(context.path)) return state;
  const early = [
    ...(rule?.accelerate === undefined ? [] : [rule.accelerate]),
    ...secondTriggers(state, on, reason, context),
  ];
  const accelerated = early.reduce((now, one) => accelerate(now, on, one, context), state);
  const forfeits = accelerated.rows.filter((row) => {
    const due = dueDay(row, context.terms.day);
    const served = rule?.keepsServed === true && due !== undefined && due <= on;
    return !served && isOpen(row, accelerated, context, on);
  });
  const rows = accelerated.rows.map((row) => (forfeits.includes(row) ? { ...row, forfeited: on } : row));
  const until = lastDay(on, rule);
  const ended = { on, reason, ...(until === undefined ? {} : { exercisableUntil: until }) };
  const units = unitsOf(forfeits);
  return noted({ ...accelerated, rows, ended }, on, "termination", { reason, units }, context.decimals);
}

/** The first row of the terms that fits the reason. */
function ruleFor(reason: string, { terms, path, report }: Context): Rule | undefined {
  const { termination = [] } = terms;
  const rule = termination.find(({ reasons }) => reasons === undefined || reasons.includes(reason));
  if (rule === undefined && termination.length > 0) {
    const known = termination.flatMap(({ reasons = [] }) => reasons);
    report.add([...path, "reason"], "unknown-reason", notAmong(known, "a reason of the plan", reason));
  }
  return rule;
}

/** The accelerations of which this end of service is the second trigger. */
function secondTriggers(
  { milestones }: State,
  on: string,
  reason: string,
  { terms }: Context,
): NonNullable<VestingTerms["acceleration"]> {
  return (terms.acceleration ?? []).filter(({ milestone, reasons, withinMonths }) => {
    const first = Object.hasOwn(milestones, milestone) ? milestones[milestone] : undefined;
    if (first === undefined || reasons?.includes(reason) !== true) return false;
    return withinMonths === undefined || on <= monthsAfter(first, withinMonths);
  });
}

function lastDay(on: string, rule: Rule | undefined): string | undefined {
  if (rule?.exercise === undefined) return undefined;
  const { months = 0, days = 0 } = rule.exercise;
  return days > 0 ? daysAfter(on, days) : monthsAfter(on, months);
}
