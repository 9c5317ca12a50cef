import type { Random } from "../../reference/generate/random.js";

/** What a row says, by the name of the column. */
export type Details = Readonly<Record<string, unknown>>;

/** A number of up to so many decimals between two others, often one of them or next to it. */
export function figure(random: Random, [low, high]: readonly [number, number], decimals: number): number {
  const scale = 10 ** decimals;
  const [from, to] = [Math.ceil(low * scale), Math.floor(high * scale)];
  const unit = random.chance(15)
    ? random.pick([from, to, Math.min(from + 1, to), Math.max(to - 1, from)])
    : random.int(from, to);
  return unit / scale;
}
