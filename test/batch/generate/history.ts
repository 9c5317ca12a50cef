import type { Random } from "../../reference/generate/random.js";
import { type Details, figure } from "./figures.js";

/** Earlier scores of some indicators: recent ones, older ones, some of another kind of period, some that are wrong or said in part. */
export function earlierScores(random: Random, ids: readonly string[]): Details {
  const said = ids.flatMap((id) => {
    const none = random.chance(30) ? { period: null, score: null } : {};
    const period = random.pick(["2026-Q2", "2026-Q2", "2026-Q1", "2025-Q2", "2026-06", "2026-Q3"]);
    const score = random.pick([figure(random, [0, 100], 2), figure(random, [0, 100], 5), 100, 0]);
    const odd = random.chance(3)
      ? random.pick([
          { period: null },
          { score: null },
          { period: "2026-Q9" },
          { score: 250 },
          { score: "1/3" },
        ])
      : {};
    return Object.entries({ period, score, ...odd, ...none }).map(
      ([part, one]) => [`previous.${id}.${part}`, one] as const,
    );
  });
  return Object.fromEntries(said);
}

/** How long a person was there: most of the time all of it; now and then nothing, more than there is, or one part alone. */
export function presence(random: Random): Details {
  const odd = random.chance(2)
    ? random.pick([{ "presence.present": null }, { "presence.present": 93 }, { "presence.of": 0 }])
    : {};
  if (random.chance(30)) return {};
  return {
    "presence.present": random.chance(5) ? random.pick([45, "45.5", 0]) : random.pick([92, 46, 61, "88.5"]),
    "presence.of": 92,
    ...odd,
  };
}
