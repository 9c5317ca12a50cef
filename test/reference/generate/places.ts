import { type allocatePlaces, type PlacesConfig, ROUNDING_MODES } from "../../../src/index.js";
import { fraction, percent, write } from "./numbers.js";
import { names, type Random } from "./random.js";

type Quota = PlacesConfig["quotas"][number];
type Person = Parameters<ReturnType<typeof allocatePlaces>>[0]["people"][number];

const GROUPS = ["north", "south", "head office"] as const;
const KEYS = ["score", "months"] as const;

/** Places in some of the tiers, for all groups or for some. */
export function planPlacesConfig(random: Random): PlacesConfig {
  const tiers = names("tier", random.int(2, 5));
  const limited = random.some(tiers, 1, tiers.length);
  return {
    tiers: tiers.map((id) => ({ id, ...(random.chance(20) ? { label: { en: "named" } } : {}) })),
    quotas: limited.flatMap((tier) => planQuotas(random, tier, limited.length)),
    keys: random
      .some(KEYS, 1, 2)
      .map((key) => ({ key, order: random.pick(["ascending", "descending"] as const) })),
    ...random.pick([
      {},
      { incumbents: "protected" },
      { incumbents: "compete" },
      { incumbents: "compete" },
    ] as const),
    ...random.pick([{}, { ties: "id" }, { ties: "all-in" }, { ties: "all-out" }] as const),
  };
}

function planQuotas(random: Random, tier: string, tiers: number): readonly Quota[] {
  const groups: readonly (string | undefined)[] = random.pick([
    [undefined],
    [undefined, "north"],
    ["south", undefined],
    ["north"],
  ]);
  return groups.map((group) => ({
    tier,
    ...(group === undefined ? {} : { group }),
    ...planBounds(random, tiers),
  }));
}

/** The most, and perhaps the least; shares of the least sum to less than 1 over all tiers. */
function planBounds(random: Random, tiers: number): Pick<Quota, "most" | "least"> {
  const rounding = random.chance(40) ? { rounding: random.pick(ROUNDING_MODES) } : {};
  if (random.chance(50)) {
    const most = { count: random.int(0, 5) };
    return { most, ...(random.chance(40) ? { least: { count: random.int(0, most.count) } } : {}) };
  }
  const most = fraction(random.int(1, 4), 4 + random.int(0, 4));
  const share = random.chance(50) ? write(random, most) : percent(fraction(random.int(10, 60), 100));
  const least = { share: write(random, fraction(1, 10 * tiers)), ...rounding };
  return { most: { share, ...rounding }, ...(random.chance(40) ? { least } : {}) };
}

/** People of some groups; their numbers are few, so that many are equal. */
export function planCandidates(random: Random, { tiers }: PlacesConfig): readonly Person[] {
  const ids = tiers.map(({ id }) => id);
  const groups = random.pick([[undefined], GROUPS, [...GROUPS, undefined]]);
  return names("p", random.int(1, 24)).map((id) => {
    const tier = random.chance(85) ? random.pick(ids) : undefined;
    const group = random.pick<string | undefined>(groups);
    const wanted = random.chance(60) ? random.pick(ids) : undefined;
    return {
      id: `${random.pick(["a", "b", "é", "你"])}${id}`,
      ...(group === undefined ? {} : { group }),
      ...(tier === undefined ? {} : { tier }),
      ...(wanted === undefined || wanted === tier ? {} : { candidateFor: wanted }),
      ...(random.chance(15) ? { keepsPlace: random.chance(70) } : {}),
      keys: {
        score: write(random, fraction(random.int(1, 4), random.pick([1, 1, 3]))),
        months: random.int(0, 3),
      },
    };
  });
}
