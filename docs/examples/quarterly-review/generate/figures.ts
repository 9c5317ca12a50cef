import { type DealFigures, makeDeals } from "./deals.js";
import { type Cells, PERIODS } from "./evidence.js";
import { type MonthFigures, makeMonths } from "./months.js";
import { seeded } from "./random.js";

/** A recruit whom somebody recommended. */
export interface Referral {
  readonly person: string;
  readonly id: string;
  readonly date: string;
  /** The tier that the recruit entered. */
  readonly of: string;
}

/** Made-up figures that are in no file. */
export interface Figures {
  readonly months: readonly MonthFigures[];
  readonly deals: readonly DealFigures[];
  readonly referrals: readonly Referral[];
  /** By period: the price of a share at its end. */
  readonly sharePrices: Readonly<Record<string, string>>;
  /** What may be spent on courses in a period. */
  readonly trainingBudget?: number;
}

export const NO_FIGURES: Figures = { months: [], deals: [], referrals: [], sharePrices: {} };

/** What is known of made-up managers beside files, from the rows before they are spoilt. */
export function makeFigures(rows: readonly Cells[], seed: number): Figures {
  const random = seeded(seed + 2);
  const people = [...new Set(rows.map(({ person = "" }) => person))];
  return {
    months: makeMonths(rows, seeded(seed + 1)),
    deals: makeDeals(rows, random),
    referrals: ["2026-08-17", "2027-02-22", "2027-05-10", "2027-11-08"].map((date, index) => ({
      person: random.pick(people),
      id: `r${index + 1}`,
      date,
      of: index % 2 === 0 ? "junior" : "intermediate",
    })),
    sharePrices: Object.fromEntries(
      PERIODS.map((period, index) => [period, (18 + index + random.between(-2, 2)).toFixed(2)]),
    ),
    trainingBudget: 40_000,
  };
}
