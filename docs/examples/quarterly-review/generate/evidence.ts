import { shiftPeriod } from "tierwise";
import type { Manager } from "./managers.js";
import type { Random } from "./random.js";

export const PERIODS: readonly string[] = Array.from({ length: 6 }, (_, index) =>
  shiftPeriod("2026-Q3", index),
);

export const RATINGS = [
  "communication",
  "relationships",
  "market-development",
  "business-knowledge",
  "adaptability",
  "teamwork",
] as const;

export const COLUMNS: readonly string[] = [
  "person",
  "period",
  ...RATINGS,
  "sales.actual",
  "sales.target",
  "customers.actual",
  "customers.target",
  "satisfaction",
  "growth.actual",
  "growth.target",
  "delivery",
];

/** A row of cells by column. */
export type Cells = Record<string, string>;

const SALES_TARGETS = { junior: 600_000, intermediate: 1_000_000, senior: 1_500_000 };
const CUSTOMER_TARGETS = { junior: 25, intermediate: 40, senior: 55 };

/** What a manager reached in one of the quarters. */
export function makeEvidence(manager: Manager, quarter: number, random: Random): Cells {
  const { person, tier } = manager;
  const attainment = () => manager.attainment + quarter * manager.attainmentTrend + random.between(-0.1, 0.1);
  const ratings = RATINGS.map((indicator) => {
    const rating = manager.rating + quarter * manager.ratingTrend + random.between(-0.6, 0.6);
    return [indicator, String(within(Math.round(rating * 2) / 2, 1, 5))];
  });
  const salesTarget = SALES_TARGETS[tier] + random.whole(-4, 4) * 20_000;
  const customerTarget = CUSTOMER_TARGETS[tier] + random.whole(-3, 3);
  const growthTarget = random.whole(6, 10);
  const service = manager.satisfaction + random.between(-9, 9);
  return {
    person,
    period: PERIODS[quarter] as string,
    ...Object.fromEntries(ratings),
    "sales.actual": (salesTarget * attainment() + random.between(0, 20)).toFixed(2),
    "sales.target": String(salesTarget),
    "customers.actual": String(Math.round(customerTarget * attainment())),
    "customers.target": String(customerTarget),
    satisfaction: within(service, 20, 99).toFixed(1),
    "growth.actual": (growthTarget * (attainment() * 2 - 0.95)).toFixed(1),
    "growth.target": String(growthTarget),
    delivery: within(manager.satisfaction + 4 + random.between(-10, 10), 20, 100).toFixed(0),
  };
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
