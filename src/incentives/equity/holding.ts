import type { Decimal } from "../../kernel/decimal.js";
import type { Rational } from "../../kernel/rational.js";

/** What is granted: options to buy, or units that become shares (or their value). */
export type Instrument = "options" | "restricted-units";

/** A grant as it was made. */
export interface Grant {
  readonly id?: string;
  readonly instrument: Instrument;
  /** The day of the grant; nothing vests before it. */
  readonly on: string;
  /** The day from which the schedule counts. */
  readonly start: string;
  readonly units: Decimal;
  readonly exercisePrice?: Decimal;
  /** The last day of the grant's term. */
  readonly expires?: string;
}

/** A tranche of a holding, or a part of one that vested early. */
export interface HeldTranche {
  readonly tranche: number;
  readonly units: Decimal;
  /** Its share of the grant by the schedule, an exact number as text. */
  readonly share: string;
  /** From which day its months and days count; absent while a milestone is awaited. */
  readonly from?: string;
  readonly months: number;
  readonly days: number;
  readonly milestone?: string;
  /** The day on which it vested out of schedule. */
  readonly accelerated?: string;
  /** The day on which it was forfeited. */
  readonly forfeited?: string;
}

/** What an event did to a holding; explanations say it in words for its `kind`. */
export interface Happening {
  readonly on: string;
  readonly kind: string;
  readonly values: { readonly [name: string]: Decimal | string };
}

/** How a service ended. */
export interface Ending {
  readonly on: string;
  readonly reason: string;
  /** The last day on which vested options can be exercised, where the plan limits it. */
  readonly exercisableUntil?: string;
}

/** One person's holding of one grant, as plain data: what `vesting` takes in and gives out. */
export interface Holding {
  readonly grant: Grant;
  /** The day of the last event. */
  readonly through: string;
  readonly tranches: readonly HeldTranche[];
  /** The days of the milestones that were reached. */
  readonly milestones: Readonly<Record<string, string>>;
  readonly exercised: Decimal;
  /** The last day of the last leave. */
  readonly leaveUntil?: string;
  readonly ended?: Ending;
  readonly happened: readonly Happening[];
}

/** A tranche with its units counted in the smallest ones. */
export interface Row extends Omit<HeldTranche, "units" | "share"> {
  readonly units: bigint;
  readonly share: Rational;
}

/** A holding with its units counted in the smallest ones. */
export interface State extends Omit<Holding, "tranches" | "exercised"> {
  readonly rows: readonly Row[];
  readonly exercised: bigint;
}
