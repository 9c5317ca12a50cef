import { expect, it } from "vitest";
import { allocatePlaces, type PlaceAllocation, type PlacesConfig } from "../../src/index.js";
import { startReference } from "./asking.js";
import { differences, plain } from "./compared.js";
import { type Count, coverage } from "./coverage/coverage.js";
import { planCandidates, planPlacesConfig } from "./generate/places.js";
import { names, randomOf } from "./generate/random.js";
import { python } from "./python.js";

const SEED = Number(process.env.REFERENCE_SEED ?? 20_260_903);
const GROUPS = Number(process.env.REFERENCE_PLACES ?? 2_000);

const KINDS = {
  incumbents: [
    "protected",
    "compete",
    "one keeps the place",
    "one loses the place",
    "one leaves for a higher tier",
  ],
  ties: ["id", "all-in", "all-out"].map((rule) => `${rule} at the last place`),
  places: ["all taken", "vacant", "fewer than incumbents", "more than there are", "shortfall", "none"],
  quota: ["a count", "a share", "a range", "of the group", "for every group", "of a group with nobody"],
  candidate: ["for a tier without a quota", "waiting", "of equal rank"],
};

it.skipIf(python === undefined)(
  "an independent reference gives the same places to the same people",
  async () => {
    const random = randomOf(SEED);
    const seen = coverage(KINDS);
    const reference = startReference("places_reference.py");
    const wrong: string[] = [];
    for (const name of names("group ", GROUPS)) {
      const config = planPlacesConfig(random);
      const people = planCandidates(random, config);
      const ours = allocatePlaces(config)({ people });
      countPlaces(config, people, ours, seen.count);
      reference.ask({ config, input: { people } });
      const found = differences(plain(ours), await reference.answer(`${name}, seed ${SEED}`));
      if (found.length > 0 && wrong.length < 5)
        wrong.push(`${found.slice(0, 3).join("\n")}\n${JSON.stringify({ config, people })}`);
    }
    reference.end();
    console.info(`Reference of places, seed ${SEED}: ${GROUPS} groups of people.\n${seen.print()}`);
    expect(wrong, `seed ${SEED}`).toEqual([]);
    expect(seen.missing()).toEqual([]);
  },
  180_000,
);

function countPlaces(
  { quotas, incumbents = "protected", ties = "id" }: PlacesConfig,
  people: ReturnType<typeof planCandidates>,
  { tiers, emptyGroups = [] }: PlaceAllocation,
  count: Count,
): void {
  count("quota", "of a group with nobody", emptyGroups.length > 0);
  for (const { most, least, group } of quotas) {
    count("quota", most.count === undefined ? "a share" : "a count");
    count("quota", "a range", least !== undefined);
    count("quota", group === undefined ? "for every group" : "of the group");
  }
  const isLimited = (tier: string | undefined) => quotas.some((quota) => quota.tier === tier);
  count(
    "candidate",
    "for a tier without a quota",
    people.some(({ candidateFor }) => candidateFor !== undefined && !isLimited(candidateFor)),
  );
  for (const { tier, most, incumbents: kept, given, waiting, vacant, shortfall } of tiers) {
    count("incumbents", incumbents, given.length + kept > 0);
    count("incumbents", "one keeps the place", incumbents === "compete" && kept > 0);
    count(
      "incumbents",
      "one loses the place",
      waiting.some(({ incumbent }) => incumbent),
    );
    const left = new Set(
      tiers.flatMap((one) => one.given.filter(({ incumbent }) => !incumbent).map(({ id }) => id)),
    );
    count(
      "incumbents",
      "one leaves for a higher tier",
      people.some((one) => one.tier === tier && left.has(one.id)),
    );
    const taken = given.length + kept;
    const isTied = given.at(-1)?.rank === waiting[0]?.rank && waiting.length > 0;
    count(
      "ties",
      `${ties} at the last place`,
      ties === "id"
        ? isTied
        : given.length + kept !== most &&
            waiting.length + given.length + kept > most &&
            vacant + Math.max(0, taken - most) > 0,
    );
    count("places", "all taken", taken === most && most > 0);
    count("places", "vacant", vacant > 0);
    count("places", "fewer than incumbents", kept > most);
    count("places", "more than there are", taken > most && given.length > 0);
    count("places", "shortfall", shortfall > 0);
    count("places", "none", most === 0);
    count("candidate", "waiting", waiting.length > 0);
    count(
      "candidate",
      "of equal rank",
      new Set([...given, ...waiting].map(({ rank }) => rank)).size < given.length + waiting.length,
    );
  }
}
