import type { Decimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";
import type { StatementLine } from "../line.js";
import type { Refusal } from "./candidates.js";
import type { UnitWinners } from "./rank.js";

/** What came of one honour in a period. */
export interface HonourResult {
  readonly honour: string;
  readonly label?: Label;
  /** By unit: who won, who was ranked and did not, and how many places are vacant. */
  readonly units: readonly UnitWinners[];
  /** Who did not compete, and why; for events, which of them is not rewarded. */
  readonly refused: readonly (Refusal & { readonly event?: string })[];
}

/** What one person won in a period. */
export interface HonouredPerson {
  readonly id: string;
  /** The prizes in money. */
  readonly lines: readonly StatementLine[];
  readonly points: Decimal;
  /** What is added to the person's history: it goes into later calls. */
  readonly honours: readonly { readonly honour: string; readonly on: string }[];
}

/** Who won which honours in a period. */
export interface Honours {
  readonly kind: "honours";
  readonly period: string;
  readonly currency: string;
  /** The sum of all lines. */
  readonly amount: Decimal;
  readonly honours: readonly HonourResult[];
  /** Those who won something, in the order of the input. */
  readonly people: readonly HonouredPerson[];
}

/** What a person wins with one honour. */
export interface Win {
  readonly person: string;
  readonly on: string;
  readonly points: bigint;
  readonly line?: StatementLine;
}

/** What one honour comes to. */
export interface Awarded {
  readonly result: HonourResult;
  readonly wins: readonly Win[];
}
