import type { Policy } from "tierwise";
import type { Career, PeriodPlaces } from "../careers.js";
import type { LoadedPolicy } from "../policy.js";
import type { Rejected } from "../reasons.js";
import type { Show } from "../show.js";
import type { Words } from "../words/index.js";

/** All that the page tells of. */
export interface Report {
  /** The latest version of the policy. */
  readonly policy: LoadedPolicy;
  /** All its versions, the oldest first. */
  readonly versions: readonly Policy[];
  readonly careers: readonly Career[];
  readonly places: readonly PeriodPlaces[];
  readonly rejected: readonly Rejected[];
  readonly periods: readonly string[];
  readonly rowsIn: number;
  /** The seed of made-up data. */
  readonly madeUpWith?: number;
  readonly show: Show;
  readonly words: Words;
}

/** The part of the address that names a person and a period. */
export function addressOf(person: string, period: string): string {
  return `#${encodeURIComponent(person)}/${period}`;
}
