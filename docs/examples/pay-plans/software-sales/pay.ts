import { Decimal } from "decimal.js";
import { basePay, type PayLedgerInput, payLedger, quota, yearEndBonus } from "tierwise";
import { monthsOf, type PersonsYear, type PlansYear, readPart } from "../plans.js";
import { creditsOf, type SalesCredit } from "./credits.js";
import { NOTHING_CARRIED, payMonth } from "./month.js";
import type { SalesPlan, Salesperson, SalesYear } from "./plan.js";

/** The year of a software company's sales people. */
export function softwareSalesYear(): PlansYear {
  const plan = readPart<SalesPlan>("software-sales", "plan.json");
  const year = readPart<SalesYear>("software-sales", "year.json");
  return {
    title: plan.title,
    source: plan.source,
    people: year.people.map((person) => yearOf(plan, year, person)),
    moves: [],
  };
}

function yearOf(plan: SalesPlan, year: SalesYear, person: Salesperson): PersonsYear {
  const credits = creditsOf(plan, year, person.id);
  const own = quota(plan.configs.quota)({ period: year.year, amount: person.quota, ...joined(person, year) });
  const months = monthsOf(year.year).filter((month) => month >= person.employment.from.slice(0, 7));
  const events: PayLedgerInput["events"][number][] = [];
  let carried = NOTHING_CARRIED;
  for (const month of months) {
    const standing = credits.filter((one) => one.month <= month && !isGone(one, month));
    const made = payMonth(plan, year, { month, person, standing, quota: String(own.quota) }, carried);
    carried = made.carried;
    const { tier, employment } = person;
    const lines = [basePay(plan.configs.basePay)({ tier, period: month, employment }), ...made.lines];
    if (month === months.at(-1)) lines.push(bonusOf(plan, year, person, standing, String(own.quota)));
    events.push(...adjustmentsOf(year, person, month), { kind: "close", period: month, lines });
  }
  const { statements } = payLedger({ currency: plan.currency })({ events });
  return { id: person.id, label: person.label, statements };
}

/** The first day, where it is in the year. */
function joined({ employment: { from } }: Salesperson, { year }: SalesYear) {
  return from.startsWith(year) ? { from } : {};
}

function isGone({ booking: { cancelledOn } }: SalesCredit, month: string): boolean {
  return cancelledOn !== undefined && cancelledOn.slice(0, 7) <= month;
}

/** The bonus for whoever sold more than the quota, by full months of the year. */
function bonusOf(
  { configs }: SalesPlan,
  { year }: SalesYear,
  { employment }: Salesperson,
  standing: readonly SalesCredit[],
  own: string,
) {
  const sold = standing.reduce((sum, { units }) => sum.plus(units), new Decimal(0));
  return yearEndBonus(configs.quotaBonus)({
    period: year,
    facts: { "sold-above-quota": sold.minus(own) },
    employment,
  });
}

/** What management entered by hand in the month. */
function adjustmentsOf({ adjustments }: SalesYear, { id: person }: Salesperson, month: string) {
  return adjustments
    .filter((one) => one.person === person && one.on.startsWith(month))
    .map(({ person: _person, ...adjustment }) => ({ kind: "adjust" as const, ...adjustment }));
}
