import * as z from "zod/mini";
import { compareIds } from "../../kernel/apportion.js";
import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { id, inputNumber, key } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import type { Label } from "../../kernel/label.js";
import { compareByKeys, readOrderKeys } from "../../kernel/order-keys.js";
import type { Rational } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkTier } from "../rules.js";
import { openPlaces, placeInLine, placesGiven, placesOf } from "./counts.js";
import { emptyGroupsOf, type WithEmptyGroups } from "./empty-groups.js";
import { type CheckedPlaces, checkPlaces, type PlacesConfig, placesConfig, quotaFor } from "./rules.js";

const placesInput = /* @__PURE__ */ lazySchema(() =>
  z.strictObject({
    people: list(
      z.strictObject({
        id: key(),
        group: z.optional(described(key(), "The group whose places the person competes for.")),
        tier: z.optional(described(id(), "The tier that the person is in.")),
        candidateFor: z.optional(described(id(), "The tier that the person would get with a place in it.")),
        keepsPlace: z.optional(
          described(
            z.boolean(),
            "Whether the place in the tier is kept without competing, though incumbents compete.",
          ),
        ),
        keys: z.optional(
          described(z.record(z.string(), inputNumber()), "The numbers by which candidates are ranked."),
        ),
      }),
    ),
  }),
);

/**
 * The people of all groups: the tier that each is in, and the tier that the person is a candidate for. Who competes for a place needs the keys.
 *
 * @useDeclaredType
 */
export type PlacesInput = Written<typeof placesInput>;

/** Whether a person has a place in a tier: what `adjuster` takes as `places`. */
export interface Place {
  readonly granted: boolean;
  /** The rank among those who competed for it, from 1; equals share the best of their ranks. */
  readonly rank: number;
  /** The place on the waiting list, from 1; equals share the best of theirs. */
  readonly waiting?: number;
}

/** One who competed for a place. */
export interface RankedPerson {
  readonly id: string;
  readonly rank: number;
  /** Whether the person was in the tier before. */
  readonly incumbent: boolean;
}

/** The places of one tier in one group. */
export interface TierPlaces {
  readonly tier: string;
  readonly label?: Label;
  readonly group?: string;
  /** How many people the group has, in all tiers. */
  readonly people: number;
  /** How many places there are. */
  readonly most: number;
  /** How many are to be taken at least, where that is said. */
  readonly least?: number;
  /** How many keep their places without competing. */
  readonly incumbents: number;
  /** Who got a place, the best first. */
  readonly given: readonly RankedPerson[];
  /** Who got none, the first in line first. */
  readonly waiting: readonly (RankedPerson & { readonly waiting: number })[];
  /** How many places nobody has. */
  readonly vacant: number;
  /** How many lack to the least. */
  readonly shortfall: number;
}

/** Who got the limited places, and for each person what `adjuster` takes as `places`. */
export interface PlaceAllocation extends WithEmptyGroups {
  readonly kind: "places";
  /** By group, and in it from the highest tier down: the tiers whose places are limited. */
  readonly tiers: readonly TierPlaces[];
  /** The context of each who competed, in the order of the people. */
  readonly people: readonly { readonly id: string; readonly places: { readonly [tier: string]: Place } }[];
}

/**
 * Gives the limited places of tiers to the best candidates, group by group (M9, M17).
 *
 * From the highest tier down: who is granted a place leaves the own tier, whose place can be given to others. Incumbents who are `protected` keep theirs
 * and leave so many fewer; where they `compete`, they are ranked with the candidates and may lose it, but for those of whom `keepsPlace` is said. The best by `keys` come first; candidates whom no key tells apart are decided on by `ties`:
 * `all-in` may give more places than there are, `all-out` leaves some vacant. A share counts all people of the group, and is rounded down (the least of a range: up) unless `rounding`
 * says otherwise. Where fewer candidates are left than the least, `shortfall` says how many lack; nobody is made a candidate. More places than candidates leave some vacant.
 * The result does not depend on the order of the people; a tier without a quota has places for all. A quota for a group in which nobody is does nothing: the group may be empty just now, or its
 * name misspelt, so `emptyGroups` names it.
 *
 * Errors of the config: a tier that is not there (`unknown-tier`), a tier with two quotas for one group (`duplicate-id`), a negative count or a share over 1
 * (`out-of-range`), a least above the most (`range-empty`), least shares that sum to more than 1 (`shares-sum`). Errors of the input: a person twice (`duplicate-id`), an
 * unknown tier (`unknown-tier`), a candidate for the tier that the person is in (`one-of`), a key that is not given (`missing`).
 *
 * @example
 * ```ts
 * import { allocatePlaces } from "tierwise";
 *
 * const allocate = allocatePlaces({
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   quotas: [{ tier: "senior", most: { count: 2 } }],
 *   keys: [{ key: "performance", order: "descending" }],
 * });
 * const { tiers, people } = allocate({
 *   people: [
 *     { id: "ann", tier: "senior" },
 *     { id: "ben", tier: "junior", candidateFor: "senior", keys: { performance: 88 } },
 *     { id: "cho", tier: "junior", candidateFor: "senior", keys: { performance: "91.5" } },
 *   ],
 * });
 * tiers[0]?.given; // => [{ id: "cho", rank: 1, incumbent: false }]
 * people[0]; // => { id: "ben", places: { senior: { granted: false, rank: 2, waiting: 1 } } }
 * ```
 */
export const allocatePlaces: CalculatorFactory<PlacesConfig, PlacesInput, PlaceAllocation> =
  /* @__PURE__ */ defineFactory({
    title: "allocatePlaces",
    config: placesConfig,
    check: (config, report) => checkPlaces(config, [], report),
    compile: (config) =>
      defineCalculator({
        title: "allocatePlaces",
        input: placesInput,
        run: (input, report) => allocate(config, input, report),
      }),
  });

type Person = Checked<typeof placesInput>["people"][number];

interface Contender extends RankedPerson {
  readonly keys: readonly Rational[];
}

function allocate(
  config: CheckedPlaces,
  { people }: { people: readonly Person[] },
  report: Report,
): PlaceAllocation {
  checkPeople(config, people, report);
  const keys = readKeys(config, people, report);
  report.stop();
  const groups = groupsOf(people);
  const tiers = groups.flatMap(([group, members]) => allocateGroup(config, group, members, keys));
  const found = emptyGroupsOf(
    config.quotas,
    groups.map(([group]) => group),
  );
  return { kind: "places", tiers, ...found, people: contextsOf(people, tiers) };
}

/** The people of each group, the groups in the order of their names. */
function groupsOf(people: readonly Person[]): readonly (readonly [string | undefined, readonly Person[]])[] {
  const groups = new Map<string | undefined, Person[]>();
  for (const person of people) {
    const members = groups.get(person.group);
    if (members === undefined) groups.set(person.group, [person]);
    else members.push(person);
  }
  return [...groups].sort(([a], [b]) => compareIds(a ?? "", b ?? ""));
}

/** What each who competed takes to the adjuster. */
function contextsOf(people: readonly Person[], tiers: readonly TierPlaces[]): PlaceAllocation["people"] {
  const contexts = new Map<string, Record<string, Place>>();
  const note = (person: string, tier: string, place: Place) =>
    contexts.set(person, { ...contexts.get(person), [tier]: place });
  for (const { tier, given, waiting: queue } of tiers) {
    for (const { id: person, rank } of given) note(person, tier, { granted: true, rank });
    for (const { id: person, rank, waiting } of queue) note(person, tier, { granted: false, rank, waiting });
  }
  return people.flatMap(({ id: person }) => {
    const places = contexts.get(person);
    return places === undefined ? [] : [{ id: person, places }];
  });
}

/** The places of one group, from the highest tier down: who gets one leaves the own tier. */
function allocateGroup(
  config: CheckedPlaces,
  group: string | undefined,
  people: readonly Person[],
  keys: ReadonlyMap<string, readonly Rational[]>,
): readonly TierPlaces[] {
  const gone = new Set<string>();
  return [...config.tiers].reverse().flatMap(({ id: tier, label }): readonly TierPlaces[] => {
    const quota = quotaFor(config, tier, group);
    const candidates = people.filter(({ candidateFor }) => candidateFor === tier);
    if (quota === undefined) {
      for (const { id: person } of candidates) gone.add(person);
      return [];
    }
    const there = people.filter((person) => person.tier === tier && !gone.has(person.id));
    const competing = config.incumbents === "compete" ? there.filter(({ keepsPlace }) => !keepsPlace) : [];
    const bounds = placesOf(quota, people.length);
    const incumbents = there.length - competing.length;
    const contenders = ranked(config, candidates, competing, keys);
    const { given, waiting } = fill(config, bounds.most - incumbents, contenders);
    for (const { id: person } of given) gone.add(person);
    return [
      {
        tier,
        ...(label === undefined ? {} : { label }),
        ...(group === undefined ? {} : { group }),
        people: people.length,
        ...bounds,
        incumbents,
        given,
        waiting,
        ...openPlaces(bounds, incumbents + given.length),
      },
    ];
  });
}

/** Those who compete for the places of a tier, the best first; the rank is one more than the number of those who are strictly better. */
function ranked(
  { keys: order }: CheckedPlaces,
  candidates: readonly Person[],
  incumbents: readonly Person[],
  keys: ReadonlyMap<string, readonly Rational[]>,
): readonly Contender[] {
  const contender = (incumbent: boolean) => (person: Person) => ({
    id: person.id,
    incumbent,
    keys: keys.get(person.id) as readonly Rational[],
  });
  const sorted = [...incumbents.map(contender(true)), ...candidates.map(contender(false))].sort(
    (a, b) => compareByKeys(order, a.keys, b.keys) || compareIds(a.id, b.id),
  );
  let rank = 1;
  return sorted.map((person, index) => {
    const before = sorted[index - 1];
    if (before !== undefined && compareByKeys(order, before.keys, person.keys) !== 0) rank = index + 1;
    return { ...person, rank };
  });
}

/** Who of those in order gets one of so many places, and who waits. */
function fill(
  { ties }: CheckedPlaces,
  places: number,
  contenders: readonly Contender[],
): Pick<TierPlaces, "given" | "waiting"> {
  const inside = placesGiven(
    ties,
    places,
    contenders.map(({ rank }) => rank),
  );
  const shown = contenders.map(({ id: person, rank, incumbent }) => ({ id: person, rank, incumbent }));
  return {
    given: shown.slice(0, inside),
    waiting: shown.slice(inside).map((one) => ({ ...one, waiting: placeInLine(one.rank, inside) })),
  };
}

function checkPeople({ tiers }: CheckedPlaces, people: readonly Person[], report: Report): void {
  checkIds(people, ["people"], report);
  const known = tiers.map(({ id: tier }) => tier);
  for (const [index, person] of people.entries()) {
    for (const field of ["tier", "candidateFor"] as const)
      checkTier(person[field], known, ["people", index, field], report);
    if (person.candidateFor !== undefined && person.candidateFor === person.tier)
      report.add(
        ["people", index, "candidateFor"],
        "one-of",
        `${show(person.id)} is in ${show(person.tier)} already: expected another tier, or none`,
      );
  }
}

/** The keys of those who may compete: candidates, and incumbents who are not protected. */
function readKeys(
  config: CheckedPlaces,
  people: readonly Person[],
  report: Report,
): ReadonlyMap<string, readonly Rational[]> {
  const limited = (tier: string | undefined, group: string | undefined) =>
    tier !== undefined && quotaFor(config, tier, group) !== undefined;
  return new Map(
    people.flatMap(({ id: person, group, tier, candidateFor, keepsPlace, keys }, index) => {
      const competes =
        limited(candidateFor, group) ||
        (config.incumbents === "compete" && !keepsPlace && limited(tier, group));
      if (!competes) return [];
      const why = (name: string) => `candidates are ranked by ${show(name)}, which ${show(person)} has not`;
      return [[person, readOrderKeys(config.keys, keys, ["people", index, "keys"], why, report)] as const];
    }),
  );
}
