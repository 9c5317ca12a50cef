import { readNumber, readRatio } from "../../kernel/number.js";
import { compare, multiply, rational } from "../../kernel/rational.js";
import { roundToUnits } from "../../kernel/rounding.js";
import { show } from "../../kernel/show.js";
import { type Context, isOpen, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { State } from "./holding.js";
import { shareUnits } from "./unit-rounding.js";
import { unitsOf } from "./vested.js";

/** The factor of performance multiplies what is not vested, in all tranches or in some; the new units are shared anew by the schedule. */
export function applyPerformance(state: State, event: EventOf<"performance">, context: Context): State {
  checkPerformance(state, event, context);
  const { on, factor, tranches } = event;
  const { terms, decimals } = context;
  const by = readNumber(factor);
  const multiplied = state.rows.filter(
    (row) => isOpen(row, state, context, on) && (tranches === undefined || tranches.includes(row.tranche)),
  );
  const before = unitsOf(multiplied);
  const after = roundToUnits(multiply(rational(before), by), 0, terms.performance?.rounding ?? "down");
  const parts = shareUnits(
    after,
    multiplied.map(({ share }) => share),
    terms.unitRounding,
  );
  const sized = new Map(multiplied.map((row, index) => [row, parts[index] ?? 0n]));
  const rows = state.rows.map((row) => ({ ...row, units: sized.get(row) ?? row.units }));
  return noted({ ...state, rows }, on, "performance", { factor: by, before, after }, decimals);
}

/** Notes a factor outside the terms, and tranches that are not there. */
function checkPerformance(
  { rows }: State,
  { factor, tranches = [] }: EventOf<"performance">,
  { terms, path, report }: Context,
): void {
  const { least = 0, most } = terms.performance ?? {};
  const by = readNumber(factor);
  if (compare(by, readRatio(least)) < 0 || (most !== undefined && compare(by, readRatio(most)) > 0)) {
    const expected = most === undefined ? `at least ${least}` : `${least} to ${most}`;
    report.add([...path, "factor"], "out-of-range", `expected ${expected}, got ${show(factor)}`);
  }
  for (const [index, tranche] of tranches.entries()) {
    if (rows.some((row) => row.tranche === tranche)) continue;
    const message = `expected a tranche of the grant, got ${tranche}`;
    report.add([...path, "tranches", index], "out-of-range", message);
  }
}
