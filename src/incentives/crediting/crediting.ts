import { type CalculatorFactory, defineCalculator, defineFactory } from "../../kernel/calculator.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { compileExchange } from "../../kernel/exchange-rates.js";
import { compileFiscal, type FiscalDates } from "../../kernel/fiscal-periods.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { checkOrganisation, compileOrganisation } from "./chain.js";
import { checkCrediting, checkDeals, checkRates } from "./check.js";
import { type CreditingConfig, creditingConfig } from "./config.js";
import { creditingSteps } from "./events.js";
import { checkCreditIds, gatherCredits } from "./gather.js";
import { type CheckedCreditingInput, type CreditingInput, creditingInput } from "./input.js";
import type { CreditingPlan } from "./plan.js";
import type { Crediting } from "./result.js";

/**
 * Says who is credited with what part of which deals in a period (M10): a function of the group, whose `people` have what `commission` takes as credits.
 *
 * A deal is credited by its `events`: whole when it is booked, or in the parts that are invoiced, paid or agreed on dates, each in the period in which its day falls. What is
 * credited to date is the amount x the events' shares x the rate of the currency x the deal's weight, exactly, rounded to the smallest unit; its people share that by the largest
 * remainder (of equal ones the id that comes first by code point), and what is credited on a day is what that comes to less what it came to before. So the parts of a deal sum to
 * the deal, and its people's credits to what is credited, to the cent, in whatever periods; a negative deal mirrors the positive one. Where `splits` is `over`, the people's
 * credits sum to the rounded sum of their shares; where it is `house`, nobody is credited with the rest, which is shown.
 *
 * Beside the people of a deal, those in the roles of `overlays` get a share of it: members of its `team`, and people who cover deals of its attributes (the first overlay of a role
 * that fits holds). Credit rolls up from those who share a deal to their managers on that day, by level, or `by: "differences"` of the people's own `rate`s, as contract levels of insurers and differential bonuses do: each above gets by how much the own rate is over the highest below (a credit of the difference itself, to be paid whole); what rolls up of one deal to one person is summed, held
 * within `most` of the deal, and rounded to date. Weights of over 1 count a deal for more than it is. The minimum is compared with the whole deal, without its sign, at the rate of its first day, before weights.
 *
 * Every deal of the input is either credited to somebody in the period, or is in `uncredited` with the reason: no event is known (`not-booked`, `not-invoiced`, `not-paid`, `not-scheduled`, by
 * the first of the plan's events), `below-minimum`, `no-credit` (a weight of 0), `other-period`, or `house`, which may also be a part of a deal. Deals are
 * independent of one another: the credits of any division of them are those of all. With one event, the booking, a credit has the id of its deal, else that and the day (`d1.2026-07-03`), and in a role or by
 * roll-up that, too (`d1.roll-up`, `d1.overlay.specialist`).
 *
 * Errors of the config: neither a currency nor decimals (`one-of`), shares of events that do not sum to 1 (`shares-sum`), a roll-up without levels (`missing`), or by differences with them (`one-of`). Errors of the input: a person without a rate where credit rolls up by differences (`missing`), or with one where it does not (`unknown-property`); a deal twice (`duplicate-id`), shares of a deal that do not sum as
 * they should (`shares-sum`, which names the sum), a role without an overlay (`unknown-role`), more invoiced or paid than the deal (`deal-exceeded`), a currency without a rate
 * (`exchange-rate-missing`, which names both), a person without a row where credit rolls up (`unknown-person`), managers in a circle (`reporting-cycle`), two credits with one id (`duplicate-id`).
 *
 * @example
 * ```ts
 * import { crediting } from "tierwise";
 *
 * const credit = crediting({
 *   currency: "USD",
 *   weights: [{ when: [{ attribute: "kind", is: ["renewal"] }], credit: "50%" }],
 *   rollUp: { levels: ["100%"] },
 * });
 * const { people } = credit({
 *   period: "2026-Q3",
 *   people: [{ id: "ann", manager: "eve" }, { id: "ben", manager: "eve" }, { id: "eve" }],
 *   deals: [
 *     { id: "d1", amount: 1000, bookedOn: "2026-07-03", person: "ann", attributes: { kind: "renewal" } },
 *     { id: "d2", amount: "0.05", bookedOn: "2026-08-01", splits: [{ person: "ann", share: 0.7 }, { person: "ben", share: 0.3 }] },
 *   ],
 * });
 * people.map(({ id, amount }) => [id, amount]); // => [["ann", "500.04"], ["ben", "0.01"], ["eve", "500.05"]]
 * people[1]?.credits; // => [{ id: "d2", order: "d2", amount: "0.01" }]
 * ```
 */
export const crediting: CalculatorFactory<CreditingConfig, CreditingInput, Crediting> =
  /* @__PURE__ */ defineFactory({
    title: "crediting",
    config: creditingConfig,
    check: checkCrediting,
    compile(config) {
      const calendar = compileFiscal(config.calendar);
      const find = compileExchange(config.exchange ?? { rates: [], dates: "exact" }, calendar);
      const decimals = config.decimals ?? currencyDecimals(config.currency ?? "");
      return defineCalculator({
        title: "crediting",
        input: creditingInput,
        run(input, report): Crediting {
          const period = calendar.dates(input.period);
          if (period === undefined)
            report.add(["period"], "period-invalid", `${show(input.period)} has no days in this calendar`);
          report.stop();
          const plan: CreditingPlan = {
            config,
            decimals,
            find,
            organisation: compileOrganisation(input.people),
            covering: input.people.filter(({ covers = [] }) => covers.length > 0),
            period: period as FiscalDates,
          };
          checkPeople(plan, input, report);
          checkRates(config, input.people, report);
          checkDeals(plan, input.deals, report);
          report.stop();
          const result = gatherCredits(plan, input);
          checkCreditIds(result.credits, report);
          return result;
        },
      });
    },
  });

/** Managers in a circle are looked for on the days on which something is credited, and at the end of the period. */
function checkPeople(
  { config, period }: CreditingPlan,
  { people, deals }: CheckedCreditingInput,
  report: Report,
): void {
  const days =
    config.rollUp === undefined
      ? []
      : deals.flatMap((deal) => creditingSteps(config, deal).map(({ on }) => on));
  const inside = days.filter((on) => period.from <= on && on <= period.to);
  checkOrganisation(people, [...new Set([period.to, ...inside])].sort(), report);
}
