import * as z from "zod/mini";
import {
  type Calculator,
  type CalculatorFactory,
  defineCalculator,
  defineFactory,
} from "../../kernel/calculator.js";
import { date } from "../../kernel/fields.js";
import { scaledText } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { lazySchema, list, type Written } from "../../kernel/schema.js";
import type { Stored } from "../../kernel/stored.js";
import { applyAccelerate } from "./apply-acceleration.js";
import { applyExercise } from "./apply-exercise.js";
import { applyGrant } from "./apply-grant.js";
import { applyLeave } from "./apply-leave.js";
import { applyMilestone } from "./apply-milestone.js";
import { applyPerformance } from "./apply-performance.js";
import { applyTermination } from "./apply-termination.js";
import type { Context } from "./context.js";
import { type VestingEvent, type VestingEventInput, vestingEvent } from "./events.js";
import type { Holding, State } from "./holding.js";
import { holdingSchema, readHolding, writeHolding } from "./holding-data.js";
import {
  exercisableUntil,
  nextVesting,
  tranchesOf,
  unitsAt,
  type VestingTranche,
  type VestingUnits,
} from "./ledger.js";
import { checkTerms, type VestingTerms, vestingTerms } from "./terms.js";
import { FRACTIONAL_DECIMALS } from "./unit-rounding.js";
import { rowsThat, unitsOf } from "./vested.js";

const vestingInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    holding: z.optional(holdingSchema()),
    events: z._default(list(vestingEvent()), []),
    at: z.optional(date()),
  }),
);

/**
 * The terms of a grant: the config of `vesting`.
 *
 * @useDeclaredType
 */
export type VestingConfig = Written<typeof vestingTerms>;

/** The holding so far, what has happened since, and the day that is looked at. */
export interface VestingInput {
  readonly holding?: Holding | Stored<Holding> | undefined;
  readonly events?: readonly VestingEventInput[] | undefined;
  readonly at?: string | undefined;
}

/** A grant on a day: where its units are, its tranches, and the holding that the next events go with. */
export interface Vesting {
  readonly kind: "vesting";
  /** The day for which it is. */
  readonly at: string;
  readonly units: VestingUnits;
  readonly tranches: readonly VestingTranche[];
  /** What vests next, where its day is known. */
  readonly next?: { readonly on: string; readonly units: VestingUnits["vested"] };
  /** The last day on which options can be exercised, where there is one. */
  readonly exercisableUntil?: string;
  readonly holding: Holding;
}

/**
 * When how much of a grant vests, and where its units are on a day (M12). A reducer: `holding` goes in, and the next one comes out, so the life of a grant is a fold over its events, which can be
 * split anywhere. Its first event is the `grant`; `at` is the day that is looked at, the day of the last event where it is not given. On its day an event comes after what vests on that day.
 *
 * The schedule is a list of parts, one after another: `share` of the grant in `times` equal tranches, each so many `months` or `days` after the one before (so 5%, 15%, 40% and 40% are four parts); `on` a date; or
 * with a `milestone`. Months and days are counted from the grant's `start` (the day of the grant, where it is not given), all months first, so that the end of a short month stays in no later date; `day` is
 * the day of the month: `start-day` (VESTING_START_DAY_OR_LAST_DAY_OF_MONTH in the Open Cap Format), a number (01 to 28; 29 to 31 are 29_OR_LAST_DAY_OF_MONTH and so on), or `day-before-start-day`.
 * Until the `cliff` nothing vests; what is due by then vests with it as one tranche. (A cliff after which the rest begins anew is a first part of the schedule instead.) Nothing vests before the day of the grant, nor before the
 * milestones of `heldUntil`, nor after `expires`, the last day of the grant's term.
 *
 * Units: each tranche's exact share is rounded to 10^-`decimals` by `unitRounding` (see `UnitRounding`; by default the running total is rounded down), before a cliff puts tranches together; the tranches sum to the grant.
 *
 * - `leave`, from `on` to `to`: moves what is due after its first day by its days, or its whole months, without the first `graceDays`; a leave of fewer than `leastDays` moves nothing.
 * - `milestone`: its tranches, and those that it held, vest; rows of `acceleration` without `reasons` (single trigger) apply, when the service has not ended.
 * - `performance`: what is not vested (or only some `tranches`, by number) becomes `factor` times as much, rounded once (down, where the terms don't say), and is shared anew by the same shares and rounding.
 * - `accelerate`: a `share` of what is not vested, or so many `units`, vest at once (`taking` from each tranche in proportion, the largest remainder and then the earlier tranche first, or the earliest or latest first), or what is due within
 *   so many `months`, the last day included.
 * - `terminate`: first the `accelerate` of the first row of `termination` that fits the `reason` applies, then the rows of `acceleration` whose second trigger it is (their milestone was reached, at most `withinMonths` before). The rest is
 *   forfeited on that day, but with `keepsServed` not what is due and only waits for a milestone. Vested options can be exercised for `exercise` after that day, its end included, or as long as the term.
 * - `exercise`: options that are vested, neither exercised nor lapsed. They lapse on the day after the last on which they can be exercised.
 *
 * On every day vested (what is exercised and lapsed included), unvested and forfeited sum to `adjusted`, the grant after its factors of performance; of options exercised, exercisable and lapsed sum to vested. Vested never falls
 * from event to event, nor with time. What is not vested at the end of the term is forfeited on the day after it.
 *
 * Errors of the config: a part that says no time or two, the same of a cliff, an acceleration or a time to exercise (`one-of`), several tranches without time between them, or too many (`out-of-range`), a share that is missing (`missing`), shares that don't
 * sum to 1 (`shares-sum`). Errors of the input: no grant first (`grant-missing`); a day before the last event's (`events-unsorted`); an event that cannot be any more (`event-not-allowed`); a leave before the last one
 * is over (`leave-overlaps`) or that ends before it begins (`range-empty`); a milestone or reason that the terms don't know (`unknown-milestone`, `unknown-reason`); a factor outside the terms, or an unknown tranche (`out-of-range`); more
 * units than there are, also in a holding (`units-over`), or finer ones (`amount-too-fine`); a schedule past the year 8999 (`date-invalid`).
 *
 * Source: Open Cap Format, schema/enums/AllocationType and VestingDayOfMonth, docs/explainers/VestingTerms.md.
 *
 * @example
 * ```ts
 * import { vesting } from "tierwise";
 *
 * const vest = vesting({
 *   schedule: [{ months: 1, times: 48 }],
 *   cliff: { months: 12 },
 *   termination: [{ exercise: { days: 90 } }],
 * });
 * const granted = vest({ events: [{ kind: "grant", instrument: "options", on: "2026-01-15", units: 4800 }] });
 * granted.next; // => { on: "2027-01-15", units: "1200" }
 *
 * const left = vest({
 *   holding: granted.holding,
 *   events: [
 *     { kind: "exercise", on: "2027-03-01", units: 500 },
 *     { kind: "terminate", on: "2027-06-30", reason: "resignation" },
 *   ],
 * });
 * left.units.vested; // => "1700"
 * left.units.forfeited; // => "3100"
 * left.exercisableUntil; // => "2027-09-28"
 * vest({ holding: left.holding, at: "2027-09-29" }).units.lapsed; // => "1200"
 * ```
 */
export const vesting: CalculatorFactory<VestingConfig, VestingInput, Vesting> = /* @__PURE__ */ defineFactory(
  {
    title: "vesting",
    config: vestingTerms,
    check: checkTerms,
    compile: compileVesting,
  },
);

function compileVesting(terms: VestingTerms): Calculator<VestingInput, Vesting> {
  const decimals = terms.decimals ?? (terms.unitRounding === "fractional" ? FRACTIONAL_DECIMALS : 0);
  const calculator = defineCalculator({
    title: "vesting",
    input: vestingInput,
    run({ holding, events, at }, report): Vesting {
      const before = holding === undefined ? undefined : readHolding(holding, decimals, ["holding"], report);
      if (before !== undefined && report.clean(["holding"])) checkExercised(before, terms, decimals, report);
      report.stop();
      const state = fold(before, events, { terms, decimals, report });
      if (state === undefined) throw new Error("a holding was not checked before it was used");
      const day = at ?? state.through;
      if (day < state.through) {
        const message = `expected ${state.through}, the day of the last event, or a later day, got ${day}`;
        report.add(["at"], "events-unsorted", message);
      }
      report.stop();
      const next = nextVesting(state, terms, day, decimals);
      return {
        kind: "vesting",
        at: day,
        units: unitsAt(state, terms, day, decimals),
        tranches: tranchesOf(state, terms, day, decimals),
        ...(next === undefined ? {} : { next }),
        ...exercisableUntil(state),
        holding: writeHolding(state, decimals),
      };
    },
  });
  return calculator as Calculator<VestingInput, Vesting>;
}

/** Notes a holding of which more was exercised than is vested. */
function checkExercised(state: State, terms: VestingTerms, decimals: number, report: Report): void {
  const vested = unitsOf(rowsThat("vested", state, terms, state.through));
  if (state.exercised <= vested) return;
  const [most, got] = [vested, state.exercised].map((units) => scaledText(units, decimals));
  const message = `expected at most the ${most} that are vested, got ${got}`;
  report.add(["holding", "exercised"], "units-over", message);
}

/** The state after some events, in their order. It stops at the first that is wrong, for those after it build on it. */
function fold(
  before: State | undefined,
  events: readonly VestingEvent[],
  context: Omit<Context, "path">,
): State | undefined {
  const { report } = context;
  if (before === undefined && events[0]?.kind !== "grant")
    report.add(["events", 0], "grant-missing", "the first event of a holding is its grant");
  let state = before;
  for (const [index, event] of events.entries()) {
    report.stop();
    const path = ["events", index];
    if (state !== undefined) checkOrder(state, event, path, report);
    report.stop();
    state = apply(state as State, event, { ...context, path });
  }
  report.stop();
  return state;
}

function checkOrder(
  { through, ended }: State,
  { kind, on }: VestingEvent,
  path: Context["path"],
  report: Report,
): void {
  if (on < through)
    report.add([...path, "on"], "events-unsorted", `expected a day that is not before ${through}, got ${on}`);
  if (kind === "grant")
    report.add(path, "event-not-allowed", "the grant is made already: another is a holding of its own");
  const ofService = kind === "leave" || kind === "terminate" || kind === "accelerate";
  if (ended !== undefined && ofService)
    report.add(path, "event-not-allowed", `the service ended on ${ended.on}`);
}

function apply(state: State, event: VestingEvent, context: Context): State {
  const applied = applyKind(state, event, context);
  return { ...applied, through: event.on };
}

function applyKind(state: State, event: VestingEvent, context: Context): State {
  switch (event.kind) {
    case "grant":
      return applyGrant(event, context);
    case "leave":
      return applyLeave(state, event, context);
    case "milestone":
      return applyMilestone(state, event, context);
    case "performance":
      return applyPerformance(state, event, context);
    case "accelerate":
      return applyAccelerate(state, event, context);
    case "terminate":
      return applyTermination(state, event, context);
    case "exercise":
      return applyExercise(state, event, context);
  }
}
