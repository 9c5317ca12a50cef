import {
  type AdjustmentRules,
  type BasePayConfig,
  basePay,
  type CommissionConfig,
  type Crediting,
  type CreditingConfig,
  classifier,
  commission,
  crediting,
  type Label,
  type Matrix,
  type PayLedgerInput,
  payLedger,
  type StatementLine,
} from "tierwise";
import { monthsOf, type PayPlan, type PlansYear, readPart } from "../plans.js";
import { directorMoves, staffMoves } from "./standing.js";

/** What the plan says of a post. */
export interface Post {
  readonly results: Matrix;
  readonly basePay: BasePayConfig;
  readonly performancePay: BasePayConfig;
  readonly commission: CommissionConfig;
  readonly products?: CommissionConfig;
  readonly standing: AdjustmentRules;
}

type Plan = PayPlan<{ readonly team: CreditingConfig; readonly staff: Post; readonly director: Post }>;

interface Deal {
  readonly id: string;
  readonly person: string;
  readonly bookedOn: string;
  readonly amount: number;
  readonly cancelledOn?: string;
}

/** A year of the department: who is in it, and what they sold. */
export interface Year {
  readonly year: string;
  readonly people: readonly {
    readonly id: string;
    readonly label: Label;
    readonly as?: "staff" | "director";
    readonly manager?: string;
  }[];
  readonly deals: readonly Deal[];
  /** By person and month: how many of each product went to customers of one's own. */
  readonly products: {
    readonly [person: string]: { readonly [month: string]: Readonly<Record<string, number>> };
  };
  /** By month: how many of the team there are, and how many missed the standard. */
  readonly belowStandard: { readonly [month: string]: { readonly of: number; readonly missed: number } };
}

/** The year of the key-account department. */
export function keyAccountYear(): PlansYear {
  const plan = readPart<Plan>("key-account-department", "plan.json");
  const year = readPart<Year>("key-account-department", "year.json");
  const { team, ...posts } = plan.configs;
  const pay = payOf(plan, year);
  return {
    title: plan.title,
    source: plan.source,
    people: year.people.flatMap(({ id, label, as }) => {
      if (as === undefined) return [];
      const lines = (month: string, at: string) => pay(id, as, month, at);
      const { statements } = payLedger({ currency: plan.currency })({ events: eventsOf(year, lines) });
      return [{ id, label, statements }];
    }),
    moves: [
      ...year.people
        .filter(({ as }) => as === "staff")
        .flatMap(({ id }) => staffMoves(id, posts.staff, year)),
      ...year.people
        .filter(({ as }) => as === "director")
        .flatMap(({ id }) => directorMoves(id, posts.director, year)),
    ],
  };
}

/** The lines of a person for a month, by the deals that stand at the end of another. */
function payOf({ configs }: Plan, { people, deals, products }: Year) {
  const credit = crediting(configs.team);
  const rows = people.map(({ id, manager }) => ({ id, ...(manager === undefined ? {} : { manager }) }));
  return (
    person: string,
    tier: "staff" | "director",
    month: string,
    at: string,
  ): readonly StatementLine[] => {
    const post = configs[tier];
    const standing = deals.filter(({ cancelledOn = "9999" }) => cancelledOn.slice(0, 7) > at);
    const booked = standing.map(({ cancelledOn: _cancelledOn, ...deal }) => deal);
    const { credits, amount } = creditsOf(credit({ period: month, people: rows, deals: booked }), person);
    const { cell } = classifier(post.results)({ scores: { results: amount } });
    const place = { tier, grade: cell.at.results, period: month };
    const sold = Object.entries(products[person]?.[month] ?? {}).map(([product, units]) => ({
      id: product,
      units,
      attributes: { product },
    }));
    return [
      basePay(post.basePay)(place),
      basePay(post.performancePay)(place),
      ...commission(post.commission)({ credits }).lines,
      ...(post.products === undefined ? [] : commission(post.products)({ credits: sold }).lines),
    ];
  };
}

function creditsOf({ people }: Crediting, person: string) {
  return people.find(({ id }) => id === person) ?? { credits: [], amount: 0 };
}

/** Each month is closed once; a cancelled deal has the month of its booking worked out again. */
function eventsOf(
  { year, deals }: Year,
  lines: (month: string, at: string) => readonly StatementLine[],
): PayLedgerInput["events"] {
  return monthsOf(year).flatMap((month) => [
    ...deals
      .filter(({ cancelledOn = "", bookedOn }) => cancelledOn.startsWith(month) && bookedOn < month)
      .map(({ id, bookedOn, cancelledOn = "" }) => ({
        kind: "recalculate" as const,
        id: `without-${id}`,
        period: bookedOn.slice(0, 7),
        lines: [...lines(bookedOn.slice(0, 7), month)],
        on: cancelledOn,
        by: "sales administration",
        reason: `${id} was cancelled`,
      })),
    { kind: "close" as const, period: month, lines: [...lines(month, month)] },
  ]);
}
