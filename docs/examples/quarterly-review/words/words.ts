import type { Locale } from "tierwise";
import type { Kind } from "../happenings.js";

/** What a sentence about a rejected row may name; all values are texts. */
export interface ReasonWords {
  readonly column: string;
  readonly cell: string;
  readonly lines: string;
  readonly from: string;
  readonly to: string;
  readonly tiers: string;
  readonly format: string;
  /** The number format in which the cell would be a number; empty where there is none. */
  readonly other: string;
  readonly cells: string;
  readonly columns: string;
}

/** The words of this example in one language: console, CSV reasons and page. The sentences that explain a review are the library's. */
export interface Words {
  readonly locale: Locale;

  readonly cycles: Readonly<Record<"month" | "quarter" | "half-year" | "year", string>>;
  madeUp(seed: number): string;
  inForce(date: string): string;
  fromOn(date: string): string;
  span(first: string, last: string): string;
  unusedColumns(columns: string): string;

  readonly reading: string;
  readonly reviewing: string;
  readonly drawing: string;
  readonly writing: string;
  accounts(counts: { readonly rows: number; readonly reviewed: number; readonly rejected: number }): string;
  standingAccounts(counts: {
    readonly rows: number;
    readonly people: number;
    readonly rejected: number;
  }): string;
  morePeople(count: number): string;
  eventAccounts(counts: { readonly rows: number; readonly rejected: number }): string;
  readonly legend: string;
  readonly whatHappened: string;
  readonly happenings: Readonly<Record<Kind, string>>;
  /** That so many more are named by their names alone. */
  others(count: number): string;
  /** What a version of the policy changed. */
  changedFrom(date: string): string;
  happened(value: { readonly kind: string; readonly count: number; readonly first: string }): string;

  readonly name: string;
  readonly person: string;
  readonly period: string;
  readonly periods: string;
  readonly allPeriods: string;
  readonly tier: string;
  readonly cell: string;
  readonly pay: string;
  readonly payInAll: string;
  readonly payByTier: string;
  /** What a plan pays for each result. */
  payoutCurve(plan: string, on: string): string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<"promoted" | "retained" | "demoted" | "crossed", string>>;
  readonly notReviewed: string;
  noRow(period: string): string;

  readonly summary: string;
  readonly people: string;
  readonly reviews: string;
  readonly rowsRejected: string;
  readonly tiersOverTime: string;
  readonly before: string;
  matrixOf(period: string): string;
  inBand(axis: string, band: string): string;
  readonly scoresOverTime: string;
  readonly decisions: string;
  readonly filter: string;
  readonly onePerson: string;
  readonly decision: string;
  readonly placement: string;
  readonly why: string;
  pointsOf(axis: string): string;
  toNext(distance: string, band: string): string;
  readonly statement: string;
  readonly grants: string;
  readonly training: string;
  readonly line: string;
  readonly amount: string;
  readonly total: string;
  ofWhich(basis: string, rate: string): string;
  readonly rejectedRows: string;
  readonly rejectedHint: string;
  moreRejected(count: number): string;
  readonly file: string;
  readonly files: Readonly<Record<"evidence" | "standings" | "events", string>>;
  readonly lineNumber: string;
  readonly reason: string;
  readonly needsScript: string;
  readonly cutShort: string;
  readonly madeWith: string;

  readonly reasons: Readonly<Record<string, (value: ReasonWords) => string>>;
  readonly separator: string;
}
