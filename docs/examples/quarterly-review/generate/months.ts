import type { Cells } from "./evidence.js";
import type { Random } from "./random.js";

/** What somebody reached in a month. */
export interface MonthFigures {
  readonly person: string;
  readonly period: string;
  readonly facts: Readonly<Record<string, string>>;
}

const MONTHS = [0, 1, 2];

/** The quarters' sales split into months, and a satisfaction for each, for the honours of months. */
export function makeMonths(rows: readonly Cells[], random: Random): readonly MonthFigures[] {
  return rows.flatMap(({ person = "", period = "", satisfaction, "sales.actual": sales }) => {
    const [year = "", quarter = ""] = period.split("-Q");
    return MONTHS.map((month) => ({
      person,
      period: `${year}-${String((Number(quarter) - 1) * 3 + month + 1).padStart(2, "0")}`,
      facts: {
        sales: ((Number(sales) / 3) * (1 + random.between(-0.2, 0.2))).toFixed(2),
        satisfaction: Math.min(100, Number(satisfaction) + random.between(-3, 3)).toFixed(1),
      },
    }));
  });
}
