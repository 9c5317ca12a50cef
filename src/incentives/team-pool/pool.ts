import { currencyDecimals } from "../../kernel/currency.js";
import { exactDecimal, shownDecimal, unitsToDecimal } from "../../kernel/decimal.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import { evaluate, linesThrough, type Piecewise } from "../../kernel/piecewise.js";
import { compare, multiply, ONE, type Rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { roundToUnits } from "../../kernel/rounding.js";
import type { LineNote } from "../line.js";
import { sumFigures } from "./figures.js";
import { compileFund, type Funded } from "./fund.js";
import type { CheckedTeamPool } from "./rules.js";

/** What a pool is worked out from. */
export interface PoolInput {
  readonly figures: Readonly<Record<string, NumberInput>>;
  readonly score?: NumberInput | undefined;
}

/** How large a pool is, in units of the currency, and what made it so. */
export interface PoolAmount {
  readonly funded: readonly Funded[];
  readonly factor: Rational;
  readonly pool: bigint;
  readonly reserved: bigint;
  readonly notes: readonly LineNote[];
}

/** Compiles how large the pool is. */
export function compilePool(
  config: CheckedTeamPool,
): (input: PoolInput, members: number, report: Report) => PoolAmount {
  const funds = config.fund.map(compileFund);
  const decimals = currencyDecimals(config.currency);
  const factorOf = compileScore(config.score);
  return ({ figures, score }, members, report) => {
    const funded = funds.map((fund) => fund(figures, members, report));
    const { factor, notes: ofScore } = factorOf(score, report);
    const raw = multiply(sum(funded.map(({ amount }) => amount)), factor);
    const { amount, notes: ofBounds } = bounded(config, raw, factor, figures, report);
    const kept = multiply(amount, subtract(ONE, readRatio(config.reserve ?? 0)));
    const pool = roundToUnits(kept, decimals, config.rounding);
    const reserved = roundToUnits(amount, decimals, config.rounding) - pool;
    const ofReserve =
      reserved === 0n
        ? []
        : [{ kind: "pool-reserved", values: { amount: unitsToDecimal(reserved, decimals) } }];
    return { funded, factor, pool, reserved, notes: [...ofScore, ...ofBounds, ...ofReserve] };
  };
}

interface ScoreEffect {
  readonly factor: Rational;
  readonly notes: readonly LineNote[];
}

/** What the team's score does: nothing below the gate, else the factor of the curve. */
function compileScore(rule: CheckedTeamPool["score"]) {
  const curve = rule?.factors === undefined ? undefined : factorCurve(rule.factors, rule.curve);
  return (score: NumberInput | undefined, report: Report): ScoreEffect => {
    if (rule === undefined) {
      if (score !== undefined)
        report.add(["score"], "unknown-property", "the pool does not depend on a score: take this away");
      return { factor: ONE, notes: [] };
    }
    if (score === undefined) {
      report.add(["score"], "score-missing", "the pool needs the score of the team");
      return { factor: ZERO, notes: [] };
    }
    const value = readNumber(score);
    const least = rule.least === undefined ? undefined : readNumber(rule.least);
    const shown = { score: exactDecimal(value) };
    if (least !== undefined && compare(value, least) < 0)
      return {
        factor: ZERO,
        notes: [{ kind: "pool-gate", values: { ...shown, least: exactDecimal(least) } }],
      };
    if (curve === undefined) return { factor: ONE, notes: [] };
    const factor = evaluate(curve, value) ?? ZERO;
    return { factor, notes: [{ kind: "pool-factor", values: { ...shown, factor: shownDecimal(factor) } }] };
  };
}

function factorCurve(
  points: NonNullable<NonNullable<CheckedTeamPool["score"]>["factors"]>,
  kind: "steps" | "lines",
): Piecewise {
  const read = points.map(({ score, factor }) => ({ x: readNumber(score), y: readRatio(factor) }));
  const steps = read.map(({ x, y }) => ({ from: x, includesFrom: true, coefficients: [y] }));
  const nothing = { includesFrom: false, coefficients: [ZERO] };
  return {
    pieces: [nothing, ...(kind === "steps" ? steps : [...linesThrough(read).pieces, ...steps.slice(-1)])],
  };
}

/** The pool between its bounds; one that the score has made nothing stays nothing. */
function bounded(
  { least, most }: Pick<CheckedTeamPool, "least" | "most">,
  amount: Rational,
  factor: Rational,
  figures: PoolInput["figures"],
  report: Report,
): { readonly amount: Rational; readonly notes: readonly LineNote[] } {
  const [floor, ceiling] = [least, most].map((terms) => terms && sumFigures(terms, figures, report));
  if (floor !== undefined && ceiling !== undefined && compare(floor, ceiling) > 0)
    report.add([], "range-empty", "the least of the pool is above its most");
  const at = (kind: string, bound: Rational) => ({
    amount: compare(bound, ZERO) < 0 ? ZERO : bound,
    notes: [{ kind, values: { bound: exactDecimal(bound), funded: exactDecimal(amount) } }],
  });
  if (factor.n === 0n) return { amount: ZERO, notes: [] };
  if (floor !== undefined && compare(amount, floor) < 0) return at("pool-at-least", floor);
  if (ceiling !== undefined && compare(amount, ceiling) > 0) return at("pool-at-most", ceiling);
  return { amount, notes: [] };
}
