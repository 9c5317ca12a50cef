import type { RoundingMode } from "../../kernel/rounding.js";
import type { NoteWords } from "../line.js";
import type { Instrument } from "./holding.js";

/** A grant as it was made. All values are texts; empty ones are left out. */
export interface GrantWords {
  readonly instrument: Instrument;
  readonly units: string;
  readonly on: string;
  /** From when the schedule counts, where not from the grant. */
  readonly start: string;
  readonly exercisePrice: string;
  readonly currency: string;
  readonly expires: string;
}

/** How large a grant is, and why. All values are texts; empty ones are left out. */
export interface SizeWords {
  readonly units: string;
  readonly exact: string;
  readonly rounding: RoundingMode;
  readonly multipleOf: string;
  readonly salary: string;
  readonly share: string;
  readonly value: string;
  readonly unitValue: string;
  readonly granted: string;
  readonly remainder: string;
  readonly currency: string;
}

/** The sentences about grants of equity and their vesting. All values come as texts; the English ones show what each says. */
export interface EquitySentences {
  /** "{on}: {units} options are granted ..." */
  granted(value: GrantWords): string;
  /** By kind: what an event did. Each has its day as `on`. */
  readonly happened: NoteWords;
  /** Where the units are on a day. */
  units(value: {
    readonly at: string;
    readonly adjusted: string;
    readonly vested: string;
    readonly unvested: string;
    readonly forfeited: string;
  }): string;
  /** What of vested options is exercised, can be, or has lapsed; `until` is empty where there is no end. */
  options(value: {
    readonly exercised: string;
    readonly exercisable: string;
    readonly lapsed: string;
    readonly until: string;
  }): string;
  /** "Next: {units} on {on}." */
  next(value: { readonly units: string; readonly on: string }): string;
  /** "Waiting for {milestones}: {units}." */
  awaiting(value: { readonly units: string; readonly milestones: string }): string;
  /** "{label}, by {rule}" */
  heading(value: { readonly label: string; readonly rule: string }): string;
  /** "Nothing is granted." */
  nothing(): string;
  size(value: SizeWords): string;
}

const namesEn = { options: "options", "restricted-units": "restricted units" };
const also = (text: string, value: string) => (value === "" ? "" : text);

export const equitySentencesEn: EquitySentences = {
  granted: ({ instrument, units, on, start, exercisePrice, currency, expires }) =>
    `${on}: ${units} ${namesEn[instrument]} are granted${also(`, vesting from ${start}`, start)}${also(`, exercise price ${exercisePrice}${also(` ${currency}`, currency)}`, exercisePrice)}${also(`, to the end of ${expires}`, expires)}.`,
  happened: {
    "leave-days": ({ on, to, by }) => `${on}: a leave to ${to} moves what is not vested; days: ${by}.`,
    "leave-months": ({ on, to, by }) => `${on}: a leave to ${to} moves what is not vested; months: ${by}.`,
    "leave-without-effect": ({ on, to }) => `${on}: a leave to ${to} moves nothing.`,
    milestone: ({ on, milestone }) => `${on}: ${milestone} is reached.`,
    performance: ({ on, factor, before, after }) =>
      `${on}: the factor of performance is ${factor}; ${before} units become ${after}.`,
    acceleration: ({ on, units }) => `${on}: ${units} units vest early.`,
    termination: ({ on, reason, units }) => `${on}: the service ends (${reason}); units forfeited: ${units}.`,
    exercise: ({ on, units }) => `${on}: ${units} options are exercised.`,
  },
  units: ({ at, adjusted, vested, unvested, forfeited }) =>
    `On ${at}, of ${adjusted} units: vested ${vested}, not vested ${unvested}, forfeited ${forfeited}.`,
  options: ({ exercised, exercisable, lapsed, until }) =>
    `Of the vested options: exercised ${exercised}, exercisable ${exercisable}${also(` (to the end of ${until})`, until)}, lapsed ${lapsed}.`,
  next: ({ units, on }) => `Next to vest: ${units}, on ${on}.`,
  awaiting: ({ units, milestones }) => `Waiting for ${milestones}: ${units}.`,
  heading: ({ label, rule }) => `${label}${also(` (${rule})`, rule)}`,
  nothing: () => "Nothing is granted.",
  size: ({
    units,
    exact,
    rounding,
    multipleOf,
    salary,
    share,
    value,
    unitValue,
    granted,
    remainder,
    currency,
  }) =>
    value === ""
      ? `By the plan: ${exact} units, rounded ${rounding} to a multiple of ${multipleOf}: ${units}.`
      : `${also(`${salary} x ${share} = `, salary)}${value} ${currency}, at ${unitValue} a unit: ${exact} units, rounded ${rounding} to a multiple of ${multipleOf}: ${units}. They are worth ${granted} ${currency}; remainder: ${remainder}.`,
};
