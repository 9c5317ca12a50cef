import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Random choices that a seed determines. */
export interface Random {
  /** A whole number of the range, both ends included. */
  whole(from: number, to: number): number;
  /** A number of the range, in steps of a thousandth. */
  between(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function seeded(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const whole = (from: number, to: number) => uniformInt(generator, from, to);
  return {
    whole,
    between: (from, to) => whole(Math.round(from * 1000), Math.round(to * 1000)) / 1000,
    pick: (items) => items[whole(0, items.length - 1)] as (typeof items)[number],
  };
}
