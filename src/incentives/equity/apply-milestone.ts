import { notAmong, show } from "../../kernel/show.js";
import { accelerate } from "./apply-acceleration.js";
import { type Context, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { State } from "./holding.js";
import { milestonesOf } from "./terms.js";

/** A milestone makes due what waits for it, and may be a trigger of acceleration. */
export function applyMilestone(
  state: State,
  { on, milestone }: EventOf<"milestone">,
  context: Context,
): State {
  const { terms, path, report, decimals } = context;
  const known = milestonesOf(terms);
  const here = [...path, "milestone"];
  if (!known.includes(milestone))
    report.add(here, "unknown-milestone", notAmong(known, "a milestone of the plan", milestone));
  else if (Object.hasOwn(state.milestones, milestone))
    report.add(here, "event-not-allowed", `the milestone ${show(milestone)} is reached already`);
  if (!report.clean(path)) return state;
  const reached = noted(
    {
      ...state,
      milestones: { ...state.milestones, [milestone]: on },
      rows: state.rows.map((row) => (row.milestone === milestone ? { ...row, from: on } : row)),
    },
    on,
    "milestone",
    { milestone },
    decimals,
  );
  if (state.ended !== undefined) return reached;
  return (terms.acceleration ?? [])
    .filter((one) => one.milestone === milestone && one.reasons === undefined)
    .reduce((now, one) => accelerate(now, on, one, context), reached);
}
