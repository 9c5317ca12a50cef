import type { BallForm } from "../forms/ball-form.js";
import { BLOCK, type NumberForm } from "../forms/forms.js";
import { setMissingAside } from "../forms/number-kernels.js";
import type { LeftoverCheck } from "../input/leftover.js";
import type { WriteBlock } from "../plan/write.js";
import type { Planned } from "./planned.js";

/** Runs a plan over all rows, block after block, and gives those that it set aside. */
export function runBlocks(
  { plan, sources, required, checks, release }: Planned,
  writers: readonly WriteBlock[],
  rows: number,
): readonly number[] {
  const { aside, starts, operations, outputs } = plan;
  const needed = required.flatMap((column) => presenceOf(outputs.get(column) as NumberForm | BallForm));
  const found: number[] = [];
  for (const start of starts) start();
  for (let from = 0; from < rows; from += BLOCK) {
    const count = Math.min(BLOCK, rows - from);
    for (const source of sources) source.from = from;
    aside.fill(0);
    for (const operate of operations) operate(count);
    for (const check of checks) check(from, aside, count);
    for (const look of needed) look(from, aside, count);
    for (const write of writers) write(from, count);
    for (let row = aside.indexOf(1); row >= 0 && row < count; row = aside.indexOf(1, row + 1))
      found.push(from + row);
  }
  release();
  return found;
}

/** Sets rows aside whose number is missing, where it may be. */
function presenceOf(form: NumberForm | BallForm): readonly LeftoverCheck[] {
  if (form.type === "ball") return [setMissingBallsAside.bind(undefined, form)];
  return form.mayMiss ? [setMissingNumbersAside.bind(undefined, form)] : [];
}

function setMissingBallsAside({ radius }: BallForm, _from: number, aside: Uint8Array, count: number): void {
  for (let row = 0; row < count; row += 1) if ((radius[row] as number) < 0) aside[row] = 1;
}

function setMissingNumbersAside({ n }: NumberForm, _from: number, aside: Uint8Array, count: number): void {
  setMissingAside(aside, n, count);
}
