import type { Rational } from "../../kernel/rational.js";
import { goesUp, type RoundingMode, roundToUnits } from "../../kernel/rounding.js";
import type { StepOf } from "../../program/program.js";
import { type BallForm, ERROR } from "../forms/ball-form.js";
import { ceilingDivide, EXACT, type Form, floorDivide, greater, lesser, unitsOf } from "../forms/forms.js";
import { numbers, operate, type Planning } from "../forms/planning.js";
import { ballOf } from "./ball-of.js";

/** Rounds balls to whole units of 10^-decimals: where a ball does not say to which, the exact number does. A row with more units than are exact is set aside. */
export function ballRound({ of, decimals, mode }: StepOf<"round">, planning: Planning): Form {
  const form = ballOf(planning, of);
  const unit = 10n ** BigInt(decimals);
  const out = numbers();
  const exactly = (row: number) => unitsOf(roundToUnits(form.exactAt(row) as Rational, decimals, mode));
  operate(planning, roundBalls, out, form, Number(unit), mode, exactly, planning.aside);
  return {
    type: "number",
    n: out,
    ...roundedBounds(form, unit),
    num: 1n,
    den: unit,
    mayMiss: true,
  };
}

function roundedBounds({ bounds }: BallForm, unit: bigint) {
  if (bounds === undefined) return { least: -EXACT, most: EXACT };
  const [low, high] = bounds;
  return {
    least: greater([-EXACT, lesser([EXACT, floorDivide(low.n * unit, low.d)])]),
    most: lesser([EXACT, greater([-EXACT, ceilingDivide(high.n * unit, high.d)])]),
  };
}

function roundBalls(
  out: Float64Array,
  { middle, radius }: BallForm,
  unit: number,
  mode: RoundingMode,
  exactly: (row: number) => number,
  aside: Uint8Array,
  count: number,
): void {
  const isHalf = mode.startsWith("half");
  for (let row = 0; row < count; row += 1) {
    const r = radius[row] as number;
    if (r < 0 || aside[row] === 1) {
      out[row] = Number.NaN;
      continue;
    }
    const x = (middle[row] as number) * unit;
    const below = Math.floor(x);
    const rest = x - below;
    const reach = 2 * (r * unit + (Math.abs(x) + 1) * ERROR);
    const distance = isHalf ? Math.abs(rest - 0.5) : Math.min(rest, 1 - rest);
    const isWhole = r === 0 && Number.isSafeInteger(middle[row]) && Number.isSafeInteger(x);
    const isUp = isHalf ? rest > 0.5 : goesUp(mode, 0, below < 0, false);
    const rounded = isWhole ? x : distance > reach ? below + (isUp ? 1 : 0) : exactly(row);
    out[row] = rounded;
    if (!(Math.abs(rounded) <= MOST)) aside[row] = 1;
  }
}

const MOST = Number(EXACT);
