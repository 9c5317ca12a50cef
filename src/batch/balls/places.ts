import type { Rational } from "../../kernel/rational.js";
import { constantBall } from "../forms/ball-form.js";

/** Where pieces or bands begin, in rising order, and the end of the last. */
export interface Corners {
  readonly middle: Float64Array;
  readonly radius: Float64Array;
  readonly includes: readonly boolean[];
  readonly end?: { readonly middle: number; readonly radius: number };
}

/** The first may have no beginning: then it holds from below. */
export function cornersOf(
  from: readonly (Rational | undefined)[],
  includes: readonly boolean[],
  to: Rational | undefined,
): Corners {
  const balls = from.map((one) =>
    one === undefined ? { middle: Number.NEGATIVE_INFINITY, radius: 0 } : constantBall(one),
  );
  return {
    middle: Float64Array.from(balls, ({ middle }) => middle),
    radius: Float64Array.from(balls, ({ radius }) => radius),
    includes,
    ...(to === undefined ? {} : { end: constantBall(to) }),
  };
}

/** The piece in which a ball lies, -1 for outside; undefined where the ball does not say. */
export function placeOf(
  { middle, radius, includes, end }: Corners,
  x: number,
  r: number,
): number | undefined {
  if (end !== undefined) {
    const side = sideOf(x, r, end.middle, end.radius);
    if (side === undefined) return undefined;
    if (side > 0) return -1;
  }
  for (let at = middle.length - 1; at >= 0; at -= 1) {
    const side = sideOf(x, r, middle[at] as number, radius[at] as number);
    if (side === undefined) return undefined;
    if (side > 0 || (side === 0 && includes[at] === true)) return at;
  }
  return -1;
}

/** On which side of one ball another lies: 1 above, -1 below, 0 where both are the same point; undefined where they touch. */
export function sideOf(x: number, r: number, y: number, s: number): 1 | -1 | 0 | undefined {
  const distance = x - y;
  const reach = (r + s) * APART;
  if (distance > reach) return 1;
  if (-distance > reach) return -1;
  return reach === 0 && distance === 0 ? 0 : undefined;
}

/** Makes up for the rounding of a distance. */
const APART = 1 + 2 ** -50;
