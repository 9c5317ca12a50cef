import { currencyDecimals } from "../../kernel/currency.js";
import { type Decimal, exactDecimal, lossless, shownDecimal, toDecimal } from "../../kernel/decimal.js";
import type { Label } from "../../kernel/label.js";
import { add, compare, divide, multiply, ONE, type Rational } from "../../kernel/rational.js";
import { type LineNote, payLine, type StatementLine } from "../line.js";
import { roundedNotes, roundedToSumNotes } from "../rounded-notes.js";
import type { Award, Awards } from "./award.js";
import type { CheckedMeritPlan, MeritClaim } from "./claims.js";

/** The increase of one person. */
export interface PersonIncrease {
  readonly id: string;
  readonly band: string;
  readonly bandLabel?: Label;
  readonly position: string;
  readonly positionLabel?: Label;
  /** The salary over the midpoint, before and after; shown with 6 decimals. */
  readonly compaRatio: Decimal;
  readonly newCompaRatio: Decimal;
  /** What the matrix gives or was proposed, as a part of the salary: exact, a fraction text where the decimal does not end. */
  readonly percent: Decimal | string;
  /** What that comes to for the part of the period, before the maximum of the range and the budget; exact. */
  readonly wanted: Decimal | string;
  readonly salary: Decimal;
  /** What is added to the salary. */
  readonly increase: Decimal;
  readonly newSalary: Decimal;
  /** What is paid once. */
  readonly lumpSum: Decimal;
  /** What made the increase other than the matrix says: `prorated`, `absence`, `range-maximum`, `budget-factor`, `equal-remainder`; and `salary-rounded`. */
  readonly notes: readonly LineNote[];
  /** The line of the lump sum, where there is one. */
  readonly line?: StatementLine;
}

/** What a person is given, with all that made it. */
export function increaseOf(
  { person, range, place, band, percent, presence, wanted, claim }: MeritClaim,
  { raise, lump, byId }: Award,
  { factor, together }: Pick<Awards, "factor" | "together">,
  config: CheckedMeritPlan,
  period: string,
): PersonIncrease {
  const { compaRatio, penetration: _penetration, ...position } = place;
  const newSalary = add(claim.salary, raise);
  const bandLabel = config.bands.find(({ id }) => id === band)?.label;
  const capped = compare(claim.raise, wanted) < 0;
  const isNothing = claim.raise.n === 0n && claim.lump.n === 0n;
  const notes = [
    ...presence,
    ...(capped ? [{ kind: "range-maximum", values: { maximum: exactDecimal(range.maximum) } }] : []),
    ...(factor === ONE || isNothing
      ? []
      : [{ kind: "budget-factor", values: { factor: shownDecimal(factor) } }]),
  ];
  const tie = byId ? [{ kind: "equal-remainder", values: {} }] : [];
  const exact = multiply(claim.lump, factor);
  const rounded = together
    ? roundedToSumNotes(exact, lump, "rounded-to-budget")
    : roundedNotes(exact, config.currency, config.rounding);
  const said = [...notes, ...rounded, ...tie];
  const line = lump.n === 0n ? undefined : lumpSumLine(person.id, claim.salary, lump, said, config, period);
  return {
    id: person.id,
    band,
    ...(bandLabel === undefined ? {} : { bandLabel }),
    ...position,
    compaRatio: shownDecimal(compaRatio),
    newCompaRatio: shownDecimal(divide(newSalary, range.midpoint)),
    percent: lossless(percent),
    wanted: lossless(wanted),
    salary: exactDecimal(claim.salary),
    increase: exactDecimal(raise),
    newSalary: exactDecimal(newSalary),
    lumpSum: toDecimal(lump, currencyDecimals(config.currency)),
    notes: [...notes, ...salaryNotes(add(claim.salary, multiply(claim.raise, factor)), newSalary), ...tie],
    ...(line === undefined ? {} : { line }),
  };
}

/** How a new salary was rounded. */
function salaryNotes(exact: Rational, newSalary: Rational): readonly LineNote[] {
  if (compare(exact, newSalary) === 0) return [];
  return [
    { kind: "salary-rounded", values: { exact: shownDecimal(exact), newSalary: exactDecimal(newSalary) } },
  ];
}

function lumpSumLine(
  person: string,
  salary: Rational,
  lump: Rational,
  notes: readonly LineNote[],
  config: CheckedMeritPlan,
  period: string,
): StatementLine {
  return payLine("meritIncrease", "merit", config, {
    id: `${config.id ?? "meritIncrease"}.${person}`,
    period,
    basis: exactDecimal(salary),
    rate: shownDecimal(divide(lump, salary)),
    rateAs: "percent",
    amount: toDecimal(lump, currencyDecimals(config.currency)),
    notes,
  });
}
