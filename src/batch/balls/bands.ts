import { compare, type Rational, readRationalText } from "../../kernel/rational.js";
import type { StepOf } from "../../program/program.js";
import { type BallForm, constantBall } from "../forms/ball-form.js";
import type { Form } from "../forms/forms.js";
import { codes, operate, type Planning } from "../forms/planning.js";
import { ballOf } from "./ball-of.js";
import { exactStep } from "./exact.js";
import { sideOf } from "./places.js";

/** The band that a ball reaches; where it touches a threshold, the exact number decides. */
export function ballBand(step: StepOf<"band">, planning: Planning): Form {
  const form = ballOf(planning, step.of);
  const thresholds = step.bands.map(({ from, fromColumn }) =>
    thresholdOf(from, fromColumn === undefined ? undefined : ballOf(planning, fromColumn)),
  );
  const dictionary = step.bands.map(({ label }) => label);
  const exactAt = exactStep(step, planning);
  const lowest = readRationalText(step.bands[0]?.from ?? "0");
  const isBelow = (row: number) =>
    step.bands[0]?.from !== undefined && compare(form.exactAt(row) as Rational, lowest) < 0;
  const exactly = (row: number) => (isBelow(row) ? -1 : dictionary.indexOf(exactAt(row) as string));
  const out = codes();
  operate(planning, bandsReached, out, form, thresholds, exactly, planning.aside);
  return { type: "label", codes: out, dictionary };
}

function bandsReached(
  out: Int32Array,
  { middle, radius }: BallForm,
  thresholds: readonly Reaches[],
  exactly: (row: number) => number,
  aside: Uint8Array,
  count: number,
): void {
  for (let row = 0; row < count; row += 1) {
    const r = radius[row] as number;
    const isMissing = r < 0 || aside[row] === 1;
    const band = isMissing ? -1 : (bandAt(thresholds, row, middle[row] as number, r) ?? exactly(row));
    out[row] = band;
    if (band < 0 && !isMissing) aside[row] = 1;
  }
}

/** Whether a ball reaches a threshold; undefined where it does not say. */
type Reaches = (row: number, x: number, r: number) => boolean | undefined;

function thresholdOf(from: string | undefined, column: BallForm | undefined): Reaches {
  if (column !== undefined)
    return (row, x, r) => {
      const s = column.radius[row] as number;
      return s < 0 ? false : isReached(sideOf(x, r, column.middle[row] as number, s));
    };
  if (from === undefined) return () => true;
  const { middle, radius } = constantBall(readRationalText(from));
  return (_, x, r) => isReached(sideOf(x, r, middle, radius));
}

function isReached(side: ReturnType<typeof sideOf>): boolean | undefined {
  return side === undefined ? undefined : side >= 0;
}

/** The last band that is reached, -1 for none; undefined where a ball does not say. */
function bandAt(thresholds: readonly Reaches[], row: number, x: number, r: number): number | undefined {
  for (let at = thresholds.length - 1; at >= 0; at -= 1) {
    const reached = thresholds[at]?.(row, x, r);
    if (reached === undefined) return undefined;
    if (reached) return at;
  }
  return -1;
}
