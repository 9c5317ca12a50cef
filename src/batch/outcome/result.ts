import type { Cell } from "../../classification/classifier.js";
import type { Issue } from "../../kernel/errors.js";
import type { PlacementColumns } from "../columns/result-columns.js";
import type { PayColumns } from "../pay/columns.js";

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

/** Why rows are worked out by the one-person functions: what has no columns. */
export interface NotOverColumns {
  readonly because: string;
  readonly what: string;
}

/** Of two reasons the one that is first by name, so that the order of rows does not matter. */
export function firstReason(
  one: NotOverColumns | undefined,
  other: NotOverColumns | undefined,
): NotOverColumns | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.what < one.what ? other : one;
}

/** Many people scored and placed, and paid where that is asked for. */
export interface Batch extends PlacementColumns {
  readonly kind: "batch";
  readonly rows: number;
  /** What the policy says of each cell, in the order of the dictionary of `cell`: its move, actions and labels. */
  readonly cells: readonly Cell[];
  /** What they are paid; where `pay` asks for it. */
  readonly pay?: PayColumns;
  readonly paths: BatchPaths;
  /** Why no row, or none of some variant, was worked out over columns: what the policy has that only the one-person functions can do; absent where all could be. */
  readonly notOverColumns?: NotOverColumns;
  /** By row, in their order: what is wrong with those that have no result. */
  readonly issues: readonly RowIssues[];
}
