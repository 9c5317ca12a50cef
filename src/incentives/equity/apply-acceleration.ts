import { roundToTotal } from "../../kernel/apportion.js";
import { monthsAfter } from "../../kernel/calendar.js";
import { type NumberInput, readRatio } from "../../kernel/number.js";
import { rational, scaledText } from "../../kernel/rational.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import { show } from "../../kernel/show.js";
import { type Context, isOpen, noted } from "./context.js";
import type { EventOf } from "./events.js";
import type { Row, State } from "./holding.js";
import { readUnits } from "./holding-data.js";
import { partOfUnits, weightLeft } from "./unit-rounding.js";
import { dueDay, unitsOf } from "./vested.js";

/** How much vests early: a part of what is not vested, or what comes due within some months. */
interface Early {
  readonly share?: NumberInput | undefined;
  readonly months?: number | undefined;
  readonly taking: "each" | "earliest" | "latest";
  readonly rounding: RoundingMode;
}

/** Vests early what terms or an event say. */
export function accelerate(
  state: State,
  on: string,
  { share, months, taking, rounding }: Early,
  context: Context,
): State {
  if (months !== undefined) return withinMonths(state, on, months, context);
  const open = unitsOf(state.rows.filter((row) => isOpen(row, state, context, on)));
  return vestUnits(state, on, partOfUnits(open, readRatio(share), rounding), taking, context);
}

/** An event that vests some units early, or a part of them. */
export function applyAccelerate(state: State, event: EventOf<"accelerate">, context: Context): State {
  const { path, report, decimals } = context;
  const { on, share, months, units: stated, taking } = event;
  const named = [share, months, stated].filter((one) => one !== undefined).length;
  if (named !== 1) report.add(path, "one-of", "expected one of share, months and units");
  if (!report.clean(path)) return state;
  if (stated === undefined) return accelerate(state, on, event, context);
  const units = readUnits(stated, decimals, [...path, "units"], report);
  const open = unitsOf(state.rows.filter((row) => isOpen(row, state, context, on)));
  if (units > open) {
    const message = `expected at most the ${scaledText(open, decimals)} that are not vested, got ${show(stated)}`;
    report.add([...path, "units"], "units-over", message);
    return state;
  }
  return vestUnits(state, on, units, taking, context);
}

/** What comes due within some months has served its time: it vests, unless a milestone still holds it. */
function withinMonths(state: State, on: string, months: number, context: Context): State {
  const end = monthsAfter(on, months);
  let units = 0n;
  const rows = state.rows.map((row) => {
    const due = dueDay(row, context.terms.day);
    if (due === undefined || due <= on || due > end || !isOpen(row, state, context, on)) return row;
    units += row.units;
    return { ...row, from: on, months: 0, days: 0 };
  });
  return early(state, rows, on, units, context);
}

function early(state: State, rows: readonly Row[], on: string, units: bigint, { decimals }: Context): State {
  return units === 0n ? state : noted({ ...state, rows }, on, "acceleration", { units }, decimals);
}

/** So many of the units that are not vested vest at once, taken from the tranches as the terms say. */
function vestUnits(
  state: State,
  on: string,
  units: bigint,
  taking: Early["taking"],
  context: Context,
): State {
  const open = state.rows.filter((row) => isOpen(row, state, context, on));
  const taken = new Map(takenFrom(open, units, taking).map((part, index) => [open[index], part]));
  const rows = state.rows.flatMap((row) => {
    const part = taken.get(row) ?? 0n;
    if (part === 0n) return [row];
    const vested = { ...row, units: part, accelerated: on };
    if (part === row.units) return [vested];
    const left = row.units - part;
    const rest = { ...row, units: left, share: weightLeft(row.share, row.units, part) };
    return [{ ...vested, share: weightLeft(row.share, row.units, left) }, rest];
  });
  return early(state, rows, on, units, context);
}

/** How many units are taken from each row: in proportion by the largest remainder, or as many as there are from the first or the last on. */
function takenFrom(rows: readonly Row[], units: bigint, taking: Early["taking"]): readonly bigint[] {
  if (taking === "latest") return [...takenFrom([...rows].reverse(), units, "earliest")].reverse();
  if (taking === "each") {
    const open = unitsOf(rows);
    if (open === 0n) return rows.map(() => 0n);
    const shares = rows.map((row, index) => ({
      id: String(index).padStart(6, "0"),
      share: rational(row.units * units, open),
    }));
    return roundToTotal(shares, units, 0);
  }
  let left = units;
  return rows.map((row) => {
    const part = row.units < left ? row.units : left;
    left -= part;
    return part;
  });
}
