import { type Decimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Row, State } from "./holding.js";
import {
  lastExerciseDay,
  openOptions,
  rowsThat,
  statusOf,
  unitsOf,
  type VestingTimes,
  vestingDayOf,
} from "./vested.js";

/** Where the units of a grant are on a day: vested, unvested and forfeited sum to `adjusted`, and of options exercised, exercisable and lapsed to vested. */
export interface VestingUnits {
  /** The units of the grant. */
  readonly granted: Decimal;
  /** The same after the factors of performance. */
  readonly adjusted: Decimal;
  /** All that have vested, also those exercised and lapsed since. */
  readonly vested: Decimal;
  readonly unvested: Decimal;
  readonly forfeited: Decimal;
  readonly exercised: Decimal;
  readonly exercisable: Decimal;
  readonly lapsed: Decimal;
}

/** A tranche of a grant on a day. */
export interface VestingTranche {
  /** Its number by the schedule; what vests early of a tranche has the same. */
  readonly tranche: number;
  readonly units: Decimal;
  /** The day on which it vests or vested; absent while a milestone is awaited and where it is forfeited. */
  readonly on?: string;
  readonly status: "vested" | "unvested" | "forfeited";
  /** The milestones that it waits for. */
  readonly awaits?: readonly string[];
  readonly accelerated?: true;
}

/** Where the units of a holding are on a day. */
export function unitsAt(state: State, times: VestingTimes, at: string, decimals: number): VestingUnits {
  const write = (units: bigint) => unitsToDecimal(units, decimals);
  const of = (status: VestingTranche["status"]) => write(unitsOf(rowsThat(status, state, times, at)));
  const { exercisable, lapsed } = openOptions(state, times, at);
  return {
    granted: state.grant.units,
    adjusted: write(unitsOf(state.rows)),
    vested: of("vested"),
    unvested: of("unvested"),
    forfeited: of("forfeited"),
    exercised: write(state.exercised),
    exercisable: write(exercisable),
    lapsed: write(lapsed),
  };
}

/** The tranches of a holding on a day, in the order of the schedule. */
export function tranchesOf(
  state: State,
  times: VestingTimes,
  at: string,
  decimals: number,
): readonly VestingTranche[] {
  return state.rows.map((row) => {
    const status = statusOf(row, state, times, at);
    const on = status === "forfeited" ? undefined : vestingDayOf(row, state, times);
    const awaits = status === "unvested" ? awaitedBy(row, state, times) : [];
    return {
      tranche: row.tranche,
      units: unitsToDecimal(row.units, decimals),
      ...(on === undefined ? {} : { on }),
      status,
      ...(awaits.length === 0 ? {} : { awaits }),
      ...(row.accelerated === undefined ? {} : { accelerated: true as const }),
    };
  });
}

function awaitedBy(
  { milestone, from }: Row,
  { milestones }: State,
  { heldUntil = [] }: VestingTimes,
): readonly string[] {
  const own = milestone !== undefined && from === undefined ? [milestone] : [];
  return [...new Set([...own, ...heldUntil.filter((name) => !Object.hasOwn(milestones, name))])];
}

/** What vests next after a day, and when; undefined where no day is known. */
export function nextVesting(
  state: State,
  times: VestingTimes,
  at: string,
  decimals: number,
): { readonly on: string; readonly units: Decimal } | undefined {
  const open = rowsThat("unvested", state, times, at);
  const days = open.flatMap((row) => vestingDayOf(row, state, times) ?? []);
  const { expires } = state.grant;
  const on = days.sort()[0];
  if (on === undefined || (expires !== undefined && on > expires)) return undefined;
  const due = open.filter((row) => vestingDayOf(row, state, times) === on);
  return { on, units: unitsToDecimal(unitsOf(due), decimals) };
}

/** The last day on which options can be exercised, as a property of a result. */
export function exercisableUntil(state: State): { readonly exercisableUntil?: string } {
  const day = state.grant.instrument === "options" ? lastExerciseDay(state) : undefined;
  return day === undefined ? {} : { exercisableUntil: day };
}
