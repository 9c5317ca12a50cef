import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { periodUnit } from "../../kernel/calendar.js";
import { showChoices } from "../../kernel/show.js";
import { awardHonours } from "./award.js";
import { checkHonours } from "./check.js";
import { checkHonoursInput, type HonoursInput, honoursInput } from "./input.js";
import type { Honours } from "./result.js";
import { type HonoursConfig, honoursConfig } from "./rules.js";

/**
 * Gives honours: a service star of the month, a sales champion, a manager of the year, a reward for recommending a recruit, and any other (M13). A function of all people of a period; the history is data.
 *
 * An honour is given in the periods of its length (`per`). Who meets its `eligibility` and no limit is ranked by the facts in `by`, alone or within a unit (`within` names the attribute); equals share the best of their ranks. The first so many `winners` win (a share is rounded down, unless its `rounding` says
 * otherwise; `quotas` for single units), and where equals stand on both sides of the last place `ties` decides: all of them (then more win than there are places), none, or the first by id. Without `winners` all win who are ranked. Limits: `mostWins` counts earlier wins in the calendar year of the period's end, or in so many months before that
 * day; `coolingPeriods` says how many periods after a win the person does not compete; `notWith` keeps out who won another honour of the period that comes before in the list. Wins are those of the person's `honours` before the period; one in the period itself does not count, so that a period can be decided on again.
 *
 * A prize is money or points, by rank: the last of the list for all that follow, which may be more places than `winners` says. Equals get the prize of their rank each (`tied: "same"`), so a tie costs more; or with `tied: "shared"` they share the prizes of the places that they take up (to the cent or point by the largest remainder, of equal ones to the first id; the note `rounded-to-sum` says what it was before). With one winner and a prize of `[1000]` two equals then get 1000 each, as the second place has that prize too; with `[1000, 0]` they get 500 each. Money is a line: its basis is the prize, its rate the part of it, its amount rounded to the minor unit.
 * An honour with `events` rewards each event of the input by its kind; where `mostWins` is said, the first so many by day and id.
 *
 * The order of people changes nothing but the order of the result.
 *
 * Errors of the config: a stated amount finer than the currency (`amount-too-fine`), an honour or a unit twice (`duplicate-id`), winners without ranks or quotas without units (`missing`), an event's reward with ranks (`one-of`), a prize of nothing (`one-of`), a bound that is not either a count or a share (`one-of`), an honour in `notWith` that does not come before (`unknown-honour`). Errors of the input: a person or event twice
 * (`duplicate-id`), no honour for a period of this length (`wrong-cycle`), a fact that people are ranked by (`missing`) or their unit (`fact-missing`) not given, an event of an unknown honour, person or kind (`unknown-honour`, `unknown-person`, `row-missing`), an event after the period (`event-in-future`).
 *
 * @example
 * ```ts
 * import { honours } from "tierwise";
 *
 * const give = honours({
 *   currency: "CNY",
 *   honours: [
 *     {
 *       id: "sales-champion",
 *       per: "month",
 *       eligibility: [{ fact: "violations", atMost: 0 }],
 *       by: [{ key: "sales", order: "descending" }],
 *       winners: { count: 2 },
 *       coolingPeriods: 1,
 *       prize: { money: [2000, 1000] },
 *     },
 *   ],
 * });
 * const result = give({
 *   period: "2026-07",
 *   people: [
 *     { id: "ann", facts: { sales: 120, violations: 0 }, honours: [{ honour: "sales-champion", on: "2026-06-30" }] },
 *     { id: "ben", facts: { sales: 90, violations: 0 } },
 *     { id: "cho", facts: { sales: 100, violations: 0 } },
 *   ],
 * });
 * result.honours[0]?.units[0]?.winners; // => [{ id: "cho", rank: 1 }, { id: "ben", rank: 2 }]
 * result.people.map(({ id, lines }) => [id, lines[0]?.amount]); // => [["ben", "1000"], ["cho", "2000"]]
 * result.honours[0]?.refused[0]; // => { id: "ann", reasons: [{ kind: "honour-cooling", values: { on: "2026-06-30", periods: "1" } }] }
 * ```
 */
export const honours: CalculatorFactory<HonoursConfig, HonoursInput, Honours> = /* @__PURE__ */ defineFactory(
  {
    title: "honours",
    config: honoursConfig,
    check: (config, report) => checkHonours(config, [], report),
    compile: (config) =>
      defineCalculator({
        title: "honours",
        input: honoursInput,
        run(input, report): Honours {
          const given = config.honours.filter(({ per }) => per === periodUnit(input.period));
          if (given.length === 0) {
            const units = [...new Set(config.honours.map(({ per }) => per))];
            const message = `no honour is given for a ${periodUnit(input.period)}: expected ${showChoices(units)}`;
            report.add(["period"], "wrong-cycle", message);
          }
          checkHonoursInput(given, input, report);
          report.stop();
          const result = awardHonours(config, given, input, report);
          report.stop();
          return result;
        },
      }),
  },
);
