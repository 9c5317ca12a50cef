import { compare } from "../../kernel/rational.js";
import type { BallSource } from "../balls/read.js";
import { ceilingDivide, floorDivide, greater, lesser, type Source } from "../forms/forms.js";
import type { Limits } from "../sources/inputs.js";
import type { InputForm } from "./plan.js";

/** Sets rows aside whose number is not within the limits of their own group. */
export function limitedForm(
  form: InputForm,
  limits: readonly Limits[],
  places: ArrayLike<number>,
): InputForm {
  if (form.type === "label") return form;
  if (form.type === "ball") return { type: "ball", source: limitedBalls(form.source, limits, places) };
  const { source, den, mayMiss } = form;
  if (source.known === "none") return form;
  const leasts = limits.map(({ least }) => ceilingDivide(least.n * den, least.d));
  const mosts = limits.map(({ most }) => floorDivide(most.n * den, most.d));
  const [low, high] = [Float64Array.from(leasts, Number), Float64Array.from(mosts, Number)];
  const limited: Source = {
    from: 0,
    least: greater([source.least, lesser(leasts)]),
    most: lesser([source.most, greater(mosts)]),
    read(n, aside, count) {
      source.from = this.from;
      source.least = this.least;
      source.most = this.most;
      source.read(n, aside, count);
      for (let row = 0; row < count; row += 1) {
        const place = places[this.from + row] as number;
        const value = n[row] as number;
        if (value < (low[place] as number) || value > (high[place] as number)) aside[row] = 1;
      }
    },
  };
  return { type: "number", den, mayMiss, source: limited };
}

function limitedBalls(source: BallSource, limits: readonly Limits[], places: ArrayLike<number>): BallSource {
  return {
    from: 0,
    ...(source.bounds === undefined ? {} : { bounds: source.bounds }),
    read(out, aside, count) {
      source.from = this.from;
      source.read(out, aside, count);
      for (let row = 0; row < count; row += 1) {
        if (aside[row] === 1 || (out.radius[row] as number) < 0) continue;
        const exact = source.exactAt(row);
        const { least, most } = limits[places[this.from + row] as number] as Limits;
        if (exact !== null && (compare(exact, least) < 0 || compare(exact, most) > 0)) aside[row] = 1;
      }
    },
    exactAt: (row) => source.exactAt(row),
  };
}
