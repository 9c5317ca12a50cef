import { daysAfter } from "../../kernel/calendar.js";
import type { Row, State } from "./holding.js";
import { latest, type VestingDay, vestingDate } from "./vesting-dates.js";

/** What of the terms decides when a tranche vests. */
export interface VestingTimes {
  readonly day: VestingDay;
  readonly heldUntil?: readonly string[] | undefined;
}

/** The day on which a tranche comes due by the schedule; undefined while its milestone is awaited. */
export function dueDay({ from, months, days }: Row, day: VestingDay): string | undefined {
  return from === undefined ? undefined : vestingDate(from, months, days, day);
}

/** The day on which a tranche vests: when it is due, but not before the grant, nor before the milestones that hold all of it; undefined where that is not known. */
export function vestingDayOf(
  row: Row,
  { grant, milestones }: Pick<State, "grant" | "milestones">,
  { day, heldUntil = [] }: VestingTimes,
): string | undefined {
  if (row.accelerated !== undefined) return row.accelerated;
  const held = heldUntil.map((name) => (Object.hasOwn(milestones, name) ? milestones[name] : undefined));
  return latest([dueDay(row, day), grant.on, ...held]);
}

/** Whether a tranche is vested, or forfeited, on a day; else it is not vested yet. Vesting ends with the grant's term. */
export function statusOf(
  row: Row,
  state: Pick<State, "grant" | "milestones">,
  times: VestingTimes,
  at: string,
): "vested" | "unvested" | "forfeited" {
  if (row.forfeited !== undefined && row.forfeited <= at) return "forfeited";
  const { expires } = state.grant;
  const vests = vestingDayOf(row, state, times);
  const inTerm = vests !== undefined && (expires === undefined || vests <= expires);
  if (inTerm && vests <= at) return "vested";
  return expires !== undefined && at > expires ? "forfeited" : "unvested";
}

/** The units of rows together. */
export function unitsOf(rows: readonly Row[]): bigint {
  return rows.reduce((total, { units }) => total + units, 0n);
}

/** The rows that are vested, or not yet, on a day. */
export function rowsThat(
  status: "vested" | "unvested" | "forfeited",
  state: State,
  times: VestingTimes,
  at: string,
): readonly Row[] {
  return state.rows.filter((row) => statusOf(row, state, times, at) === status);
}

/** The last day on which vested options can be exercised; undefined where it is without end. */
export function lastExerciseDay({ grant, ended }: State): string | undefined {
  const days = [grant.expires, ended?.exercisableUntil].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : days.reduce((a, b) => (a < b ? a : b));
}

/** The options that can be exercised on a day, and those that have lapsed by then. */
export function openOptions(
  state: State,
  times: VestingTimes,
  at: string,
): { readonly exercisable: bigint; readonly lapsed: bigint } {
  if (state.grant.instrument !== "options") return { exercisable: 0n, lapsed: 0n };
  const rest = unitsOf(rowsThat("vested", state, times, at)) - state.exercised;
  const last = lastExerciseDay(state);
  return last !== undefined && at > last
    ? { exercisable: 0n, lapsed: rest }
    : { exercisable: rest, lapsed: 0n };
}

/** The day after another. */
export function nextDay(day: string): string {
  return daysAfter(day, 1);
}
