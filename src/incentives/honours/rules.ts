import * as z from "zod/mini";
import { currency } from "../../kernel/currency.js";
import { configNumber, id, key, wholeNumber } from "../../kernel/fields.js";
import { headCountBound } from "../../kernel/head-count.js";
import { label } from "../../kernel/label.js";
import { orderKeysSchema } from "../../kernel/order-keys.js";
import { type Checked, described, lazySchema, list, type Written } from "../../kernel/schema.js";
import { eligibilityFields } from "../eligibility-conditions.js";

/** More points than any scheme gives. */
const MOST_POINTS = 1_000_000_000;

/** The fields of honours. */
export function honoursFields() {
  return {
    currency: currency(),
    honours: described(
      list(
        z.strictObject({
          id: id(),
          label: z.optional(label()),
          category: z.optional(id()),
          rule: z.optional(described(label(), "The rule that it is given by, as statements cite it.")),
          per: described(
            z.enum(["month", "quarter", "half-year", "year"]),
            "How often it is given: in periods of this length.",
          ),
          ...choiceFields(),
          ...limitFields(),
          prize: z.optional(prizeSchema()),
          events: z.optional(eventsSchema()),
          ...eligibilityFields(),
        }),
        1,
      ),
      "The honours, in the order in which they are given.",
    ),
  };
}

function choiceFields() {
  return {
    by: z.optional(orderKeysSchema("The facts by which people are ranked, the best first.")),
    within: z.optional(
      described(
        id(),
        "The attribute that says in which unit a person competes; without it, all compete together.",
      ),
    ),
    winners: z.optional(
      headCountBound(
        "How many win in each unit: a head-count, or a share of those who are ranked; without it, all of them.",
      ),
    ),
    quotas: z.optional(
      described(
        list(
          z.strictObject({
            unit: key(),
            winners: headCountBound("How many win in this unit."),
          }),
          1,
        ),
        "Units in which others than `winners` win.",
      ),
    ),
    ties: described(
      z._default(z.enum(["all-in", "all-out", "id"]), "all-in"),
      "Who wins where people whom no fact tells apart stand on both sides of the last place: all of them, none, or the first by id, by code point.",
    ),
  };
}

function limitFields() {
  return {
    mostWins: z.optional(
      described(
        z.strictObject({
          wins: wholeNumber(1, 1000),
          months: z.optional(
            described(
              wholeNumber(1, 1200),
              "In how many months before the end of the period, the period among them; without it, in its calendar year.",
            ),
          ),
        }),
        "The most often that a person wins it.",
      ),
    ),
    coolingPeriods: z.optional(
      described(wholeNumber(1, 1000), "How many periods after a win the person does not compete."),
    ),
    notWith: z.optional(
      described(
        list(id(), 1),
        "Honours that come before in the list: who wins one of them in the period does not compete.",
      ),
    ),
  };
}

function prizeSchema() {
  return described(
    z.strictObject({
      money: z.optional(
        described(
          list(configNumber({ least: 0 }), 1),
          "What the first gets, the second, and so on; the last for all that follow: end with 0 where no further place is paid.",
        ),
      ),
      points: z.optional(described(list(wholeNumber(0, MOST_POINTS), 1), "The same in points.")),
      tied: described(
        z._default(z.enum(["same", "shared"]), "same"),
        "same: equals get the prize of their rank, each of them. shared: they share the prizes of the places that they take up, also of those after the last that wins.",
      ),
    }),
    "What winners get.",
  );
}

function eventsSchema() {
  return described(
    list(
      z.strictObject({
        of: described(list(id(), 1), "Kinds of events, such as the level of a recruit."),
        money: z.optional(configNumber({ least: 0 })),
        points: z.optional(wholeNumber(0, MOST_POINTS)),
      }),
      1,
    ),
    "In place of a prize by rank: a reward for each event of the input, such as a recruit who was recommended.",
  );
}

/** The schema of honours. */
export const honoursConfig = /* @__PURE__ */ lazySchema(() => z.strictObject(honoursFields()));

/**
 * The honours that people can win: the config of `honours`.
 *
 * @useDeclaredType
 */
export type HonoursConfig = Written<typeof honoursConfig>;

/** The same after the check, with defaults filled in. */
export type CheckedHonours = Checked<typeof honoursConfig>;

/** One honour. */
export type HonourRule = CheckedHonours["honours"][number];
