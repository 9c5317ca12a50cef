import { daysAfter, monthsBetween } from "../../kernel/calendar.js";
import { dayNumber } from "../../kernel/days.js";
import { rational } from "../../kernel/rational.js";
import { type Context, isOpen, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { State } from "./holding.js";
import { dueDay, nextDay } from "./vested.js";

/** A leave moves what is not vested, and comes due when the leave counts or later, by its days or its whole months. */
export function applyLeave(state: State, { on, to }: EventOf<"leave">, context: Context): State {
  const { terms, path, report, decimals } = context;
  if (to < on)
    report.add([...path, "to"], "range-empty", `expected a day that is not before ${on}, got ${to}`);
  if (state.leaveUntil !== undefined && on <= state.leaveUntil) {
    const message = `expected a day after the last leave, which ends on ${state.leaveUntil}, got ${on}`;
    report.add([...path, "on"], "leave-overlaps", message);
  }
  if (!report.clean(path)) return state;
  const taken = { ...state, leaveUntil: to };
  const { leave } = terms;
  const length = dayNumber(to) - dayNumber(on) + 1;
  if (leave === undefined || length < leave.leastDays || length <= leave.graceDays)
    return noted(taken, on, "leave-without-effect", { to }, decimals);
  const counted = daysAfter(on, leave.graceDays);
  const byMonths = leave.shifts === "months";
  const months = byMonths ? monthsBetween(counted, nextDay(to)) : 0;
  const days = byMonths ? 0 : length - leave.graceDays;
  const rows = state.rows.map((row) => {
    const due = dueDay(row, terms.day);
    if (due === undefined || due <= on || due < counted || !isOpen(row, state, context, on)) return row;
    return { ...row, months: row.months + months, days: row.days + days };
  });
  if (rows.some((row) => row.from !== undefined && dueDay(row, terms.day) === undefined))
    report.add([...path, "to"], "date-invalid", "the schedule goes past the year 8999");
  const by = rational(BigInt(byMonths ? months : days));
  return noted({ ...taken, rows }, on, `leave-${leave.shifts}`, { to, by }, decimals);
}
