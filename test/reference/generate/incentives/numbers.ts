import type { Random } from "../random.js";

/** Where brackets mostly have corners; what is counted often comes to exactly one of them. */
export const CORNERS = [50, 100, 150, 250, 400] as const;

/** A number, a little beside it, or a fraction beside it. */
export function near(random: Random, at: number): number | string {
  return random.pick([at, at, `${at}.01`, `${3 * at + 1}/3`]);
}

/** Money up to so much, negative so many times in a hundred, and now and then of another size. */
export function planMoney(random: Random, most: number, returns = 0, scale = ""): number | string {
  const sign = random.chance(returns) ? -1 : 1;
  const whole =
    random.pick([random.int(0, most), random.pick(CORNERS), 50 * random.int(0, most / 50)]) * sign;
  if (scale !== "") return `${whole}${scale}`;
  return random.pick([
    whole,
    whole,
    whole,
    `${whole}.${random.int(1, 9)}`,
    `${whole}.${random.int(10, 99)}5`,
    `${whole}/3`,
  ]);
}
