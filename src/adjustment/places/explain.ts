import * as z from "zod/mini";
import { inWords } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { tierPlacesParts } from "../result-parts.js";
import type { PlaceAllocation, TierPlaces } from "./allocate.js";
import { type PlacesSentences, placesSentencesEn } from "./sentences.js";

/** The part of a locale that explains limited places. */
export interface PlacesLocale {
  readonly languageTag: string;
  readonly places: PlacesSentences;
}

const ENGLISH: PlacesLocale = { languageTag: "en", places: placesSentencesEn };

/**
 * Says in sentences how many places each tier has, who got one, and who waits, and for which groups there are places but no people. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { allocatePlaces, explainPlaces } from "tierwise";
 *
 * const allocate = allocatePlaces({
 *   tiers: [{ id: "junior" }, { id: "senior" }],
 *   quotas: [{ tier: "senior", most: { count: 1 } }],
 *   keys: [{ key: "performance", order: "descending" }],
 * });
 * const result = allocate({
 *   people: [
 *     { id: "ben", candidateFor: "senior", keys: { performance: 88 } },
 *     { id: "cho", candidateFor: "senior", keys: { performance: "91.5" } },
 *   ],
 * });
 * explainPlaces(result)[0]; // => "senior: 1 place; kept without competing: 0, vacant: 0."
 * explainPlaces(result)[2]; // => "ben gets none, as number 2; on the waiting list: 1."
 * ```
 */
export function explainPlaces(
  result: Pick<PlaceAllocation, "tiers" | "emptyGroups">,
  options: { readonly locale?: PlacesLocale } = {},
): readonly string[] {
  return sayPlaces(result, options);
}

const sayPlaces = /* @__PURE__ */ inWords({
  title: "explainPlaces",
  result: () =>
    z.looseObject({
      tiers: tierPlacesParts(),
      emptyGroups: z.optional(list(z.looseObject({ group: z.string() }))),
    }),
  english: ENGLISH,
  say(
    { tiers, emptyGroups = [] }: Pick<PlaceAllocation, "tiers" | "emptyGroups">,
    { locale },
  ): readonly string[] {
    return [
      ...tiers.flatMap((one) => explainTier(one, locale)),
      ...emptyGroups.map(({ group, meant = "" }) => locale.places.emptyGroup({ group, meant })),
    ];
  },
});

/** Who of equals got a place and who did not, where nothing but the order of their ids told them apart. */
function apartById({ given, waiting }: TierPlaces): readonly (readonly string[])[] {
  const rank = waiting[0]?.rank;
  const inside = given.filter((one) => one.rank === rank);
  const outside = waiting.filter((one) => one.rank === rank);
  return inside.length === 0 ? [] : [[...inside, ...outside].map(({ id }) => id)];
}

function explainTier(places: TierPlaces, { places: words, languageTag }: PlacesLocale): readonly string[] {
  const { tier, label, group = "", most, incumbents, given, waiting, vacant, shortfall } = places;
  return [
    words.tier({
      tier: labelText(label, languageTag, tier),
      group,
      most: String(most),
      incumbents: String(incumbents),
      vacant: String(vacant),
      shortfall: String(shortfall),
    }),
    ...given.map(({ id, rank, incumbent }) => words.given({ person: id, rank: String(rank), incumbent })),
    ...waiting.map(({ id, rank, incumbent, waiting: line }) =>
      words.waiting({ person: id, rank: String(rank), waiting: String(line), incumbent }),
    ),
    ...apartById(places).map((people) => words.apartById({ people })),
  ];
}
