import { exactDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { ONE, type Rational, subtract, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { compileProgram, type Run } from "../../program/interpreter.js";
import type { LineNote, LinePart, StatementLine } from "../line.js";
import { type RoundedWhole, roundedNotes, roundedWholeNotes } from "../rounded-notes.js";
import { noteAboveEnd } from "./above-end.js";
import type { Given } from "./credits.js";
import { placeCredits, sumsOf } from "./deals.js";
import { limitedParts, limitsOf, type Stages, stagesOf } from "./limited-parts.js";
import { commissionLine, lineId, unitsOf } from "./line.js";
import { countNotes, dealNotes, limitNotes, partsNotes, thresholdNotes } from "./notes.js";
import { differenceOf, type ExactPart, negated } from "./parts.js";
import type { CommissionPlan } from "./plan.js";
import { column, toDateProgram } from "./program.js";
import { type Reckoning, reckon } from "./reckoning.js";
import { lineRate, roundedParts } from "./rounded-parts.js";

/** What credits up to a time come to: before rounding with its parts, and rounded in units of the currency. */
interface Half {
  readonly stages: Stages;
  readonly parts: readonly ExactPart[];
  readonly units: bigint;
}

/** Makes one line: what all credits to date earn, rounded, less what those before earned, rounded, or what was paid for them. */
export function compileToDateLine(plan: CommissionPlan, decimals: number) {
  const run = compileProgram(toDateProgram(plan, decimals));
  const { currency, rounding } = plan.config;
  return ({ before, now, quota, paid }: Given, report: Report): readonly StatementLine[] => {
    const [all, earlier] = [placeCredits(plan, [...before, ...now]), placeCredits(plan, before)];
    const qualifying = sumsOf(all.credits);
    const reckoned = reckon(plan, all.credits, qualifying, quota, "to-date");
    const less = reckon(plan, earlier.credits, sumsOf(earlier.credits), quota, "earlier");
    if (less.above !== undefined) noteAboveEnd(plan, less.above, [String(before[0]?.path[0])], report);
    if (reckoned.above !== undefined) noteAboveEnd(plan, reckoned.above, ["credits"], report);
    report.stop();
    const stated = paid ?? (before.length === 0 ? ZERO : null);
    const result = run([...reckoned.columns, ...less.columns, ["paid", stated], ["quota", quota]]);
    const toDate = halfOf(plan, reckoned, result, "to-date", decimals);
    const earned = before.length === 0 ? undefined : halfOf(plan, less, result, "earlier", decimals);
    const basis = subtract(reckoned.paidOn, less.paidOn);
    const exact = subtract(
      toDate.stages.floored,
      stated ?? stagesOf(result, limitsOf(plan), "earlier").floored,
    );
    const units = unitsOf(result.number("amount"), decimals);
    const made =
      paid === undefined
        ? partsOf(plan, toDate, earned, units, decimals)
        : partsLessPaid(plan, toDate, paid, decimals);
    const deals = new Set(now.map(({ deal }) => deal));
    const line = {
      id: lineId(plan.config),
      basis,
      rate: lineRate(basis, exact),
      units,
      parts: made.parts,
      notes: [
        ...dealNotes(
          plan,
          all.limited.filter(({ deal }) => deals.has(deal)),
        ),
        ...countNotes(plan, reckoned.totals, quota),
        ...thresholdNotes(plan, toDate.stages, qualifying, quota),
        ...limitNotes(toDate.stages, limitsOf(plan), "all"),
        ...(earned === undefined && paid === undefined
          ? roundedNotes(toDate.stages.floored, currency, rounding)
          : toDateNotes(plan, toDate, paid === undefined ? earned : undefined, result)),
        ...made.notes,
      ],
      trace: result.trace(),
    };
    return [commissionLine(plan, line, decimals)];
  };
}

function halfOf(
  plan: CommissionPlan,
  { parts }: Reckoning,
  result: Run,
  name: string,
  decimals: number,
): Half {
  const stages = stagesOf(result, limitsOf(plan), name);
  return {
    stages,
    parts: limitedParts(parts, stages, limitsOf(plan)),
    units: unitsOf(result.number(column(name, "amount")), decimals),
  };
}

/** The parts of a line, and what rounding did to them. */
interface Made {
  readonly parts: readonly LinePart[];
  readonly notes: readonly LineNote[];
}

/** The slices that are new; or, where all is paid at one rate, what all to date earns and what it earned before. */
function partsOf(
  plan: CommissionPlan,
  toDate: Half,
  earlier: Half | undefined,
  units: bigint,
  decimals: number,
): Made {
  if (plan.config.method !== "whole") {
    const exact = differenceOf(toDate.parts, earlier?.parts ?? []);
    const parts = roundedParts(exact, units, decimals);
    return { parts, notes: partsNotes(plan, parts, exact) };
  }
  const now = partsToDate(plan, toDate, decimals);
  if (earlier === undefined) return now;
  const exact = earlier.parts.map(negated);
  const before = roundedParts(exact, -earlier.units, decimals);
  return {
    parts: [...now.parts, ...before],
    notes: now.notes.length > 0 ? now.notes : partsNotes(plan, before, exact, true),
  };
}

function partsToDate(plan: CommissionPlan, { parts: exact, units }: Half, decimals: number): Made {
  const parts = roundedParts(exact, units, decimals);
  return { parts, notes: partsNotes(plan, parts, exact) };
}

/** What all to date earns, less what is stated as paid. */
function partsLessPaid(plan: CommissionPlan, toDate: Half, paid: Rational, decimals: number): Made {
  const less = unitsToDecimal(-unitsOf(paid, decimals), decimals);
  const { parts, notes } = partsToDate(plan, toDate, decimals);
  const before = paid.n === 0n ? [] : [{ of: "paid", basis: less, rate: exactDecimal(ONE), amount: less }];
  return { parts: [...parts, ...before], notes };
}

/** What all to date earned, and what of it was paid before; and how both were rounded, where a payment is not stated. */
function toDateNotes(
  { config: { currency, rounding } }: CommissionPlan,
  toDate: Half,
  earlier: Half | undefined,
  result: Run,
): readonly LineNote[] {
  const values = {
    earned: exactDecimal(result.number("to-date.amount")),
    paid: exactDecimal(result.number("less")),
  };
  const roundedOf = (kind: RoundedWhole, { stages }: Half) =>
    roundedWholeNotes(kind, stages.floored, currency, rounding);
  return [
    { kind: "commission-to-date", values },
    ...roundedOf("rounded-to-date", toDate),
    ...(earlier === undefined ? [] : roundedOf("rounded-before", earlier)),
  ];
}
