import { Decimal } from "decimal.js";
import { adjuster, type Decision } from "tierwise";
import { monthsOf, type PlansYear } from "../plans.js";
import type { Post, Year } from "./pay.js";

type Moves = PlansYear["moves"];

/** Month by month, whether somebody met the standard of marketing centres: three misses in a row move the person. */
export function staffMoves(person: string, { standing: rules }: Post, { year, products }: Year): Moves {
  const adjust = adjuster(rules);
  let standing: Decision["standing"] = { tier: "key-account", since: `${year}-01-01`, history: [] };
  return monthsOf(year).flatMap((period) => {
    const scores = { "marketing-centres": products[person]?.[period]?.["marketing-centre"] ?? 0 };
    const decision = adjust({ period, standing, placement: { scores } });
    standing = decision.standing;
    return moveOf(person, decision);
  });
}

/** Quarter by quarter, the least part of the team that missed the standard in any of its months, in percent. */
export function directorMoves(
  person: string,
  { standing: rules }: Post,
  { year, belowStandard }: Year,
): Moves {
  const adjust = adjuster(rules);
  let standing: Decision["standing"] = { tier: "director", since: `${year}-01-01`, history: [] };
  return [0, 1, 2, 3].flatMap((quarter) => {
    const months = monthsOf(year).slice(3 * quarter, 3 * quarter + 3);
    const shares = months.map((month) => {
      const { of, missed } = belowStandard[month] ?? { of: 1, missed: 0 };
      return new Decimal(missed).times(100).div(of);
    });
    const scores = { "team-below-standard": Decimal.min(...shares) };
    const decision = adjust({ period: `${year}-Q${quarter + 1}`, standing, placement: { scores } });
    standing = decision.standing;
    return moveOf(person, decision);
  });
}

function moveOf(person: string, { period, outcome, to }: Decision): Moves {
  return outcome === "retained" ? [] : [{ person, period, to }];
}
