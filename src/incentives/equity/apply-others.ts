import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, multiply, rational, scaledText } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { notAmong, show } from "../../kernel/show.js";
import { accelerate } from "./apply-acceleration.js";
import { type Context, isOpen, noted } from "./context.js";
import type { EventOf } from "./events.js";
import { readUnits, type State } from "./holding.js";
import { milestonesOf } from "./terms.js";
import { shareUnits } from "./unit-rounding.js";
import { openOptions, unitsOf } from "./vested.js";

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

/** The factor of performance multiplies what is not vested, in all tranches or in some; the new units are shared anew by the schedule. */
export function applyPerformance(
  state: State,
  { on, factor, tranches }: EventOf<"performance">,
  context: Context,
): State {
  const { terms, path, report, decimals } = context;
  const { least, most, rounding } = terms.performance ?? {
    least: 0,
    most: undefined,
    rounding: "down" as const,
  };
  const by = readNumber(factor);
  const outside =
    compare(by, readRatio(least)) < 0 || (most !== undefined && compare(by, readRatio(most)) > 0);
  if (outside) {
    const expected = most === undefined ? `at least ${least}` : `${least} to ${most}`;
    report.add([...path, "factor"], "out-of-range", `expected ${expected}, got ${show(factor)}`);
  }
  for (const [index, tranche] of (tranches ?? []).entries()) {
    if (state.rows.some((row) => row.tranche === tranche)) continue;
    const message = `expected a tranche of the grant, got ${tranche}`;
    report.add([...path, "tranches", index], "out-of-range", message);
  }
  const multiplied = state.rows.filter(
    (row) => isOpen(row, state, context, on) && (tranches === undefined || tranches.includes(row.tranche)),
  );
  const before = unitsOf(multiplied);
  const after = roundToUnits(multiply(rational(before), by), 0, rounding);
  const parts = shareUnits(
    after,
    multiplied.map(({ share }) => share),
    terms.unitRounding,
  );
  const sized = new Map(multiplied.map((row, index) => [row, parts[index] ?? 0n]));
  const rows = state.rows.map((row) => ({ ...row, units: sized.get(row) ?? row.units }));
  return noted({ ...state, rows }, on, "performance", { factor: by, before, after }, decimals);
}

/** Options that can be exercised on the day are exercised. */
export function applyExercise(
  state: State,
  { on, units: stated }: EventOf<"exercise">,
  context: Context,
): State {
  const { terms, path, report, decimals } = context;
  if (state.grant.instrument !== "options") {
    report.add(path, "event-not-allowed", "only options are exercised; these are restricted units");
    return state;
  }
  const units = readUnits(stated, decimals, [...path, "units"], report);
  const { exercisable } = openOptions(state, terms, on);
  if (units > exercisable) {
    const message = `expected at most the ${scaledText(exercisable, decimals)} that can be exercised on ${on}, got ${show(stated)}`;
    report.add([...path, "units"], "units-over", message);
  }
  if (!report.clean(path)) return state;
  return noted({ ...state, exercised: state.exercised + units }, on, "exercise", { units }, decimals);
}
