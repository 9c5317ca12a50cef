import * as z from "zod/mini";
import { honourEvents } from "../../incentives/honours/input.js";
import { spiffDeals } from "../../incentives/spiff/config.js";
import { date, id, inputNumber, key, period } from "../../kernel/fields.js";
import {
  type Checked,
  described,
  lazySchema,
  list,
  type Written,
  type WrittenFields,
} from "../../kernel/schema.js";

/** The fields of a group review's input that pay of the group depends on. */
export function groupPayFields() {
  return {
    pools: z._default(
      described(
        z.record(
          z.string(),
          list(
            z.strictObject({
              team: z.optional(
                described(key(), "Which team earns it, where the policy shares the pool within teams."),
              ),
              figures: z._default(z.record(z.string(), inputNumber()), {}),
              score: z.optional(inputNumber()),
            }),
          ),
        ),
        "By team pool: what funds it, for each team that has one in the period.",
      ),
      {},
    ),
    bonusPools: z._default(
      described(z.record(z.string(), inputNumber({ least: 0 })), "By pool of bonuses: what there is to pay."),
      {},
    ),
    deals: z._default(
      described(z.record(z.string(), spiffDeals()), "By sales incentive: its deals, from its first day on."),
      {},
    ),
    honours: z._default(
      described(
        list(
          z.strictObject({
            period: period(),
            facts: z.optional(
              described(
                z.record(z.string(), z.record(z.string(), inputNumber())),
                "By person: the facts of that time. Who is not here does not compete; without it all do, by what their reviews say.",
              ),
            ),
            events: honourEvents(),
          }),
        ),
        "Honours of other times than the period, such as its months, and events that are rewarded.",
      ),
      [],
    ),
  };
}

const groupPay = /* @__PURE__ */ lazySchema(() => z.strictObject(groupPayFields()));

/** The same after the check, with defaults filled in. */
export type GivenGroupPay = Checked<typeof groupPay>;

/**
 * What pay of a group depends on beside its people: what funds team pools, pools of bonuses, the deals of sales incentives, figures and events of honours.
 *
 * @useDeclaredType
 */
export type GroupPayInput = Written<typeof groupPay>;

function trainingFields() {
  return {
    budget: z.optional(
      described(inputNumber({ least: 0 }), "What may be spent on all of them; without it there is no limit."),
    ),
    completed: z.optional(
      described(
        z.record(z.string(), list(z.strictObject({ course: id(), on: date() }))),
        "By person: the courses that were completed, and when.",
      ),
    ),
  };
}

/** The schema of what a plan of training needs beside what reviews know. */
export function trainingInputSchema() {
  return z.strictObject(trainingFields());
}

/**
 * What a plan of training needs beside what reviews know: its budget, and by person the courses that were completed.
 *
 * @useDeclaredType
 */
export type GroupTraining = WrittenFields<typeof trainingFields>;
