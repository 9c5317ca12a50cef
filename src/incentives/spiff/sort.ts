import { compareIds } from "../../kernel/apportion.js";
import type { FiscalDates } from "../../kernel/fiscal-periods.js";
import { readNumber } from "../../kernel/number.js";
import { absolute, compare } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { show } from "../../kernel/show.js";
import { fits } from "../deal-conditions.js";
import { type Eligibility, judgeEligibility } from "../eligibility.js";
import type { CheckedSpiff, CheckedSpiffInput, SpiffDeal } from "./config.js";

/** Why a deal does not count. */
export type UncountedReason = "later" | "outside-dates" | "other-deal" | "too-small" | "ineligible";

/** The deals that count by the end of the period, the first come first, and why the others do not. */
export interface SortedDeals {
  readonly counting: readonly SpiffDeal[];
  readonly reasons: ReadonlyMap<string, UncountedReason>;
}

/** Sorts deals by day, of one day by id. */
export function sortDeals(
  config: CheckedSpiff,
  { deals }: CheckedSpiffInput,
  period: FiscalDates | undefined,
  judged: ReadonlyMap<string, Eligibility>,
): SortedDeals {
  const reasons = new Map(
    deals.flatMap((deal) => {
      const reason = reasonOf(config, deal, period, judged.get(deal.person));
      return reason === undefined ? [] : [[deal.id, reason] as const];
    }),
  );
  const counting = deals
    .filter(({ id }) => !reasons.has(id))
    .sort((a, b) => compareIds(a.on, b.on) || compareIds(a.id, b.id));
  return { counting, reasons };
}

/** Judges everybody who has a deal; notes who is not known. */
export function judgePeople(
  { eligibility }: CheckedSpiff,
  { deals, people, period }: CheckedSpiffInput,
  report: Report,
): ReadonlyMap<string, Eligibility> {
  if (eligibility === undefined) return new Map();
  const known = new Set(people.map(({ id }) => id));
  for (const [index, { person }] of deals.entries()) {
    if (!known.has(person))
      report.add(["deals", index, "person"], "unknown-person", `${show(person)} is not among the people`);
  }
  const paid = period === undefined ? {} : { period };
  return new Map(
    people.map((person, index) => [
      person.id,
      judgeEligibility(eligibility, { ...person, ...paid }, ["people", index], report),
    ]),
  );
}

function reasonOf(
  { from, to, when, leastAmount }: CheckedSpiff,
  { on, attributes, amount = 0 }: SpiffDeal,
  period: FiscalDates | undefined,
  judged: Eligibility | undefined,
): UncountedReason | undefined {
  if (period !== undefined && on > period.to) return "later";
  if ((from !== undefined && on < from) || (to !== undefined && on > to)) return "outside-dates";
  if (!fits(when, attributes)) return "other-deal";
  if (leastAmount !== undefined && compare(absolute(readNumber(amount)), readNumber(leastAmount)) < 0)
    return "too-small";
  return judged?.eligible === false ? "ineligible" : undefined;
}
