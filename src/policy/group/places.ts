import { allocatePlaces, type Place, type TierPlaces } from "../../adjustment/places/allocate.js";
import { emptyGroupsOf, type WithEmptyGroups } from "../../adjustment/places/empty-groups.js";
import type { Calculator } from "../../kernel/calculator.js";
import type { PolicyParts } from "../parts.js";
import type { CheckedPolicy } from "../policy.js";
import type { Review } from "../review.js";
import type { ReviewInput } from "../review-input.js";
import { numbersOf } from "./ranking.js";
import { groupedBy, type Problems, type Row, rejectAmong } from "./rows.js";

/** One of the people, reviewed. */
export interface ReviewedRow extends Row {
  readonly review: Review;
}

/** The people after the places are given, and the places of each tier and group. */
export interface Settlement extends WithEmptyGroups {
  readonly people: readonly ReviewedRow[];
  readonly places: readonly TierPlaces[];
}

/** Gives limited places, from the highest tier down, to those who would come to a tier, and reviews again who gets none. */
export function compileSettlement(
  policy: CheckedPolicy,
  { places: config }: PolicyParts,
  review: Calculator<ReviewInput, Review>,
): (people: readonly ReviewedRow[], problems: Problems) => Settlement {
  if (config === undefined) return (people) => ({ people, places: [] });
  const limited = [...policy.tiers].reverse().flatMap(({ id: tier }) => {
    const quotas = config.quotas.filter((quota) => quota.tier === tier);
    return quotas.length === 0 ? [] : [{ tier, allocate: allocatePlaces({ ...config, quotas }) }];
  });
  const competing = config.incumbents === "compete";

  /** What the calculator is told of a person: nothing of somebody who does not come to the tier, and stays out of it. */
  const claimOn = (
    tier: string,
    { input, known, review: { decision, scores, promotionScore } }: ReviewedRow,
  ) => {
    if (decision.to !== tier) return {};
    const incumbent = decision.from === tier;
    const needsPlace = (!incumbent || competing) && without(tier, input, review).decision.to !== tier;
    if (!needsPlace) return { tier, keepsPlace: true };
    const { violations } = policy.adjustment;
    const keys = numbersOf(config.keys, known, scores, promotionScore, violations);
    return incumbent ? { tier, keys } : { candidateFor: tier, keys };
  };

  const settleGroup = (
    group: string | undefined,
    members: readonly ReviewedRow[],
    problems: Problems,
  ): Settlement => {
    let people = members;
    const places: TierPlaces[] = [];
    for (const { tier, allocate } of limited) {
      const named = group === undefined ? {} : { group };
      const claims = people.map((row) => ({ id: row.input.person.id, ...named, ...claimOn(tier, row) }));
      const given = allocate.safe({ people: claims });
      if (!given.ok) {
        rejectAmong(problems, people, given.error.issues);
        break;
      }
      places.push(...given.value.tiers);
      const found = new Map(given.value.people.map((one) => [one.id, one.places[tier]]));
      people = people.map((row) => placed(row, tier, found.get(row.input.person.id), review));
    }
    return { people, places };
  };

  return (people, problems) => {
    const grouped = groupedBy(people, policy.places?.within);
    const groups = grouped.map(([group, members]) => settleGroup(group, members, problems));
    return {
      people: groups.flatMap((one) => one.people).sort((a, b) => a.index - b.index),
      places: groups.flatMap((one) => one.places),
      ...emptyGroupsOf(
        policy.places?.quotas ?? [],
        grouped.map(([group]) => group),
      ),
    };
  };
}

/** The review of somebody who has no place in a tier. */
function without(tier: string, input: ReviewInput, review: Calculator<ReviewInput, Review>): Review {
  return review({ ...input, places: { ...input.places, [tier]: { granted: false } } });
}

/** A person after the places of a tier are given; a place that is granted changes nothing in the review. */
function placed(
  row: ReviewedRow,
  tier: string,
  place: Place | undefined,
  review: Calculator<ReviewInput, Review>,
): ReviewedRow {
  if (place === undefined) return row;
  const input = { ...row.input, places: { ...row.input.places, [tier]: place } };
  return { ...row, input, review: place.granted ? row.review : review(input) };
}
