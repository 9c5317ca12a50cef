import type { Path } from "../../kernel/errors.js";
import type { Report } from "../../kernel/report.js";
import type { Checked } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import type { yearEndBonusConfig, yearEndBonusInput } from "./year-end-fields.js";
import type { YearEndRow } from "./year-end-program.js";

export type CheckedYearEnd = Checked<typeof yearEndBonusConfig>;
export type CheckedYearEndInput = Checked<typeof yearEndBonusInput>;

/** Where a year-end bonus states money. */
export const YEAR_END_MONEY = ["pays.*.amount"];

/** Notes rows that pay in no way or several, and tiers that are there twice. */
export function checkYearEndRows(rows: readonly YearEndRow[], path: Path, report: Report): void {
  const seen = new Set<string | undefined>();
  for (const [index, row] of report.items(rows, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    const { tier, amount, months, share, basisMost } = row;
    if ([amount, months, share].filter((one) => one !== undefined).length !== 1)
      report.add(here, "one-of", "expected one of amount, months and share");
    else if (amount !== undefined && basisMost !== undefined)
      report.add([...here, "basisMost"], "one-of", "an amount has no basis: take this away");
    if (seen.has(tier)) {
      const message =
        tier === undefined ? "two rows are for all other tiers" : `the tier ${show(tier)} is there twice`;
      report.add(here, "row-twice", message);
    }
    seen.add(tier);
  }
}

/** The place of the row for a tier; notes where there is none. */
export function rowOf({ pays }: CheckedYearEnd, { tier }: CheckedYearEndInput, report: Report): number {
  const own = pays.findIndex((row) => row.tier !== undefined && row.tier === tier);
  const index = own >= 0 ? own : pays.findIndex((row) => row.tier === undefined);
  if (index < 0 && tier === undefined)
    report.add(["tier"], "missing", "this is required: the plan pays by tier");
  else if (index < 0) report.add(["tier"], "unknown-tier", `${show(tier)} has no row of this plan`, { tier });
  return index;
}

/** What the input states of the basis that a row needs. */
export function statedBasis({ months, share }: YearEndRow, input: CheckedYearEndInput, report: Report) {
  const name = months !== undefined ? "salary" : share !== undefined ? "earned" : undefined;
  if (name === undefined) return undefined;
  if (input[name] === undefined) {
    const what = name === "salary" ? "the salary of a month" : "what was earned in the period";
    report.add([name], "missing", `this is required: ${what}`);
  }
  return input[name];
}
