import * as z from "zod/mini";
import { lineParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { explainLine, noteTexts, type PayLocale } from "../explain.js";
import { paySentencesEn } from "../sentences.js";
import type { RewardPoints } from "./points.js";
import type { Ranked } from "./rank.js";
import type { HonouredPerson, HonourResult, Honours } from "./result.js";
import { type HonoursSentences, honoursSentencesEn } from "./sentences.js";

/** The part of a locale that explains honours. */
export interface HonoursLocale extends PayLocale {
  readonly honours: HonoursSentences;
}

const ENGLISH: HonoursLocale = { languageTag: "en", pay: paySentencesEn, honours: honoursSentencesEn };

/**
 * Says in sentences who won which honours, who was ranked and did not, who did not compete and why, and what the prizes are. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainHonours, honours } from "tierwise";
 *
 * const give = honours({
 *   currency: "CNY",
 *   honours: [{ id: "star", per: "month", by: [{ key: "score", order: "descending" }], winners: { count: 1 }, prize: { points: [100] } }],
 * });
 * const people = [{ id: "ann", facts: { score: 90 } }, { id: "ben", facts: { score: 95 } }];
 * const sentences = explainHonours(give({ period: "2026-07", people }));
 * sentences[0]; // => "star: places: 1, winners: 1."
 * sentences[1]; // => "ben wins, as number 1."
 * sentences[2]; // => "ann is number 2 and does not win."
 * sentences[3]; // => "Points for ben: 100."
 * ```
 */
export function explainHonours(
  result: Honours,
  options: { readonly locale?: HonoursLocale } = {},
): readonly string[] {
  return sayHonours(result, options);
}

const sayHonours = /* @__PURE__ */ inWords({
  title: "explainHonours",
  result: () =>
    z.looseObject({
      kind: z.literal("honours"),
      honours: list(
        z.looseObject({
          honour: z.string(),
          units: list(z.looseObject({})),
          refused: list(z.looseObject({})),
        }),
      ),
      people: list(z.looseObject({ id: z.string(), lines: list(lineParts()), points: resultNumber() })),
    }),
  english: ENGLISH,
  say({ honours, people }: Honours, { locale }): readonly string[] {
    return [
      ...honours.flatMap((one) => explainHonour(one, locale)),
      ...people.flatMap((one) => explainPerson(one, locale)),
    ];
  },
});

function explainHonour(
  { honour, label, units, refused }: HonourResult,
  { honours: words, pay, languageTag }: HonoursLocale,
): readonly string[] {
  const name = labelText(label, languageTag, honour);
  return [
    ...units.flatMap(({ unit = "", places, winners, others, vacant }) => [
      words.unit({
        honour: name,
        unit,
        places: places === undefined ? "" : String(places),
        winners: String(winners.length),
        vacant: String(vacant),
      }),
      ...winners.map(({ id, rank }) => words.won({ person: id, rank: String(rank) })),
      ...others.map(({ id, rank }) => words.lost({ person: id, rank: String(rank) })),
      ...apartById(winners, others).map((equals) => words.apartById({ people: equals })),
    ]),
    ...refused.flatMap(({ id, event = "", reasons }) => [
      words.refused({ person: id, honour: name, event }),
      ...noteTexts(reasons, pay.notes),
    ]),
  ];
}

/** Who of equals won and who did not, where nothing but the order of their ids told them apart. */
function apartById(winners: readonly Ranked[], others: readonly Ranked[]): readonly (readonly string[])[] {
  const equals = (people: readonly Ranked[]) =>
    people.filter(({ rank }) => rank === others[0]?.rank).map(({ id }) => id);
  const inside = equals(winners);
  return inside.length === 0 ? [] : [[...inside, ...equals(others)]];
}

function explainPerson({ id, lines, points }: HonouredPerson, locale: HonoursLocale): readonly string[] {
  const shown = String(points);
  return [
    ...lines.flatMap((line) => explainLine(line, locale)),
    ...(shown === "0" ? [] : [locale.honours.points({ person: id, points: shown })]),
  ];
}

/**
 * Says in sentences what a person's points are, what became of them, and how long those that are left last. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainRewardPoints, rewardPoints } from "tierwise";
 *
 * const points = rewardPoints({ expiry: { months: 12 } })({
 *   on: "2026-06-30",
 *   earned: [{ id: "star-1", on: "2026-01-31", points: 50 }],
 *   spent: [{ id: "gift", on: "2026-06-10", points: 20 }],
 * });
 * explainRewardPoints(points)[0]; // => "Points on 2026-06-30: 30; earned: 50, spent: 20, expired: 0."
 * explainRewardPoints(points)[1]; // => "Left of star-1: 30, until 2027-01-31."
 * ```
 */
export function explainRewardPoints(
  result: RewardPoints,
  options: { readonly locale?: HonoursLocale } = {},
): readonly string[] {
  return sayRewardPoints(result, options);
}

const sayRewardPoints = /* @__PURE__ */ inWords({
  title: "explainRewardPoints",
  result: () =>
    z.looseObject({
      kind: z.literal("reward-points"),
      on: z.string(),
      points: resultNumber(),
      earned: resultNumber(),
      spent: resultNumber(),
      expired: resultNumber(),
      lines: list(lineParts()),
      balance: z.looseObject({ lots: list(z.looseObject({ id: z.string(), points: resultNumber() })) }),
    }),
  english: ENGLISH,
  say({ on, points, earned, spent, expired, balance, lines }: RewardPoints, { locale }): readonly string[] {
    const words = locale.honours;
    return [
      words.balance({
        on,
        points: String(points),
        earned: String(earned),
        spent: String(spent),
        expired: String(expired),
      }),
      ...balance.lots.map(({ id, points: left, lasts = "" }) =>
        words.lot({ points: String(left), lot: id, lasts }),
      ),
      ...lines.flatMap((line) => explainLine(line, locale)),
    ];
  },
});
