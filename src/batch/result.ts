import type { Issue } from "../kernel/errors.js";
import type { PayColumns } from "./pay/columns.js";
import type { PlacementColumns } from "./results.js";

/** What is wrong with one row. */
export interface RowIssues {
  readonly row: number;
  readonly issues: readonly Issue[];
}

/** How many rows took which path. */
export interface BatchPaths {
  /** Worked out in whole numbers of 53 bits, over columns. */
  readonly columns: number;
  /** Worked out over columns with numbers of any size: in floating point with error bounds, and in exact fractions where these do not decide. */
  readonly exact: number;
  /** Worked out by the one-person functions. */
  readonly person: number;
  /** Without a result: each has its issues. */
  readonly failed: number;
}

/** Many people scored and placed, and paid where that is asked for. */
export interface Batch extends PlacementColumns {
  readonly kind: "batch";
  readonly rows: number;
  /** What they are paid; where `pay` asks for it. */
  readonly pay?: PayColumns;
  readonly paths: BatchPaths;
  /** Why no row was worked out over columns: what the policy has that only the one-person functions can do; absent where rows could be. */
  readonly notOverColumns?: { readonly because: string; readonly what: string };
  /** By row, in their order: what is wrong with those that have no result. */
  readonly issues: readonly RowIssues[];
}
