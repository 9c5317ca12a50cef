import { type Decimal, exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import type { Path } from "../../kernel/errors.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import type { Happening, Row, State } from "./holding.js";
import type { VestingTerms } from "./terms.js";
import { statusOf } from "./vested.js";

/** What an event is applied with: the terms of the grant, and where the event is in the input. */
export interface Context {
  readonly terms: VestingTerms;
  readonly decimals: number;
  readonly path: Path;
  readonly report: Report;
}

/** A state in which something more happened. */
export function noted(
  state: State,
  on: string,
  kind: string,
  values: Readonly<Record<string, Decimal | string | bigint | Rational>>,
  decimals: number,
): State {
  const written = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === "bigint"
      ? unitsToDecimal(value, decimals)
      : typeof value === "object" && "n" in value
        ? exactDecimal(value)
        : value,
  ]);
  const happening: Happening = { on, kind, values: Object.fromEntries(written) };
  return { ...state, happened: [...state.happened, happening] };
}

/** Whether a row is not vested on a day, after what vests on it, nor forfeited. */
export function isOpen(row: Row, state: State, { terms }: Context, on: string): boolean {
  return statusOf(row, state, terms, on) === "unvested";
}
