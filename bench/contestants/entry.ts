import type { Data } from "../data.js";

/** Who runs in a process of its own. */
export interface Entry {
  readonly name: string;
  /** Of the rows; the slow ones take fewer. */
  readonly part?: number;
  /** Makes what is timed, of the data of its own rows. */
  readonly prepare: (data: Data) => (() => unknown) | Promise<() => unknown>;
  /** Whether the clock counts, not the processor: where the work is shared among threads. */
  readonly byClock?: true;
}
