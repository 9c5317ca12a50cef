import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Seeded choices: the same seed makes the same choices. */
export interface Random {
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** From `least` to `most` different ones, in the order in which they were given. */
  some<T>(choices: readonly T[], least: number, most: number): readonly T[];
}

export function randomOf(seed: number): Random {
  const generator = xoroshiro128plus(seed);
  const int = (from: number, to: number) => uniformInt(generator, from, to);
  const pick = <T>(choices: readonly T[]) => choices[int(0, choices.length - 1)] as T;
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick,
    some: (choices, least, most) => {
      const left = choices.map((_, index) => index);
      const count = Math.min(int(least, most), left.length);
      while (left.length > count) left.splice(int(0, left.length - 1), 1);
      return left.map((index) => choices[index] as (typeof choices)[number]);
    },
  };
}

/** Names `a1`, `a2` and so on. */
export function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
}
