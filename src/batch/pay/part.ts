import type { Rational } from "../../kernel/rational.js";
import type { Step } from "../../program/program.js";
import type { NumberInput, ProgramInput } from "../sources/inputs.js";

/** The column of the tier that the person is paid in. */
export const TIER = "pay/tier";

/** A column of one incentive. No id has such a stroke, so that no other part of a policy has such a column. */
export function payColumn(incentive: string, column: string): string {
  return `pay/${incentive}/${column}`;
}

/** A line of pay, and the column that it comes from. */
export interface PaidLine {
  readonly id: string;
  readonly column: string;
  /** Whether a row may have no such line. */
  readonly optional: boolean;
}

/** The steps of one incentive, how their columns are filled, and the lines that they make. */
export interface IncentiveSteps {
  readonly inputs: readonly ProgramInput[];
  readonly steps: readonly Step[];
  readonly lines: readonly PaidLine[];
  /** Columns without which the one-person functions have to say what is missing. */
  readonly required: readonly string[];
}

/** What is the same for all incentives. */
export interface PayGiven {
  readonly period: string;
  readonly currency: string;
  readonly tiers: readonly string[];
  readonly axes: readonly { readonly id: string; readonly bands: readonly { readonly id: string }[] }[];
  /** The column of the raw amount of an indicator, where it has one. */
  raw(indicator: string): string | undefined;
  has(path: string): boolean;
}

/** A number of each row, or the same where a row, or the caller, has none. */
export function numberOr(
  column: string,
  otherwise: { readonly number: Rational; readonly text: string },
  rest: Pick<NumberInput, "path" | "sign" | "most">,
): { readonly input: ProgramInput; readonly step: Step } {
  const given = `${column} given`;
  return {
    input: { column: given, type: "number", missing: "stays", otherwise: otherwise.number, ...rest },
    step: { step: "first-present", to: column, of: [given], otherwise: otherwise.text },
  };
}

/** The same number in all rows. */
export function sameNumber(column: string, number: Rational): ProgramInput {
  return { column, type: "number", missing: "stays", otherwise: number };
}

/** The tier of the person; one that the policy does not have is for the one-person functions. */
export function tierInput(tiers: readonly string[]): ProgramInput {
  return {
    column: TIER,
    type: "label",
    path: "tier",
    missing: "set-aside",
    labels: new Map(tiers.map((tier) => [tier, tier] as const)),
  };
}
