import { Decimal } from "decimal.js";
import { columnOf, type Data } from "../data.js";
import { emptyOutputs, type Outputs } from "../outputs.js";
import { BONUS_TARGETS, RATINGS } from "../policy.js";

const RATING_WEIGHTS = ["0.25", "0.2", "0.2", "0.15", "0.1", "0.1"].map((text) => new Decimal(text));
const PERFORMANCE_WEIGHTS = ["0.3", "0.2", "0.15", "0.2", "0.15"].map((text) => new Decimal(text));
const ATTAINED = [
  { id: "sales", least: new Decimal("0.6") },
  { id: "customers", least: new Decimal("0.6") },
  { id: "growth", least: new Decimal(0) },
];

/** One person of the straightforward version. */
export interface DecimalPerson {
  readonly capability: Decimal;
  readonly performance: Decimal;
  readonly cell: number;
  readonly isBlocked: boolean;
  readonly bonus: Decimal;
}

/** The straightforward version: every number a Decimal, one person after the other. */
export function decimalPeople(data: Data): Outputs {
  const person = decimalPerson(data);
  const out = emptyOutputs(data.rows);
  for (let row = 0; row < data.rows; row += 1) {
    const { capability, performance, cell, isBlocked, bonus } = person(row);
    out.capability[row] = capability.times(100).toNumber();
    out.performance[row] = performance.times(100).toNumber();
    out.cell[row] = cell;
    out.blocked[row] = isBlocked ? 1 : 0;
    out.bonus[row] = bonus.times(100).toNumber();
  }
  return out;
}

export function decimalPerson(data: Data): (row: number) => DecimalPerson {
  const ratings = RATINGS.map((id) => columnOf(data, `evidence.${id}`));
  const attained = ATTAINED.map(({ id, least }) => ({
    actual: columnOf(data, `evidence.${id}.actual`),
    target: columnOf(data, `evidence.${id}.target`),
    least,
  }));
  const points = ["satisfaction", "delivery"].map((id) => columnOf(data, `evidence.${id}`));
  const at = (column: Float64Array, row: number) => new Decimal(column[row] as number);
  return (row) => {
    const capability = weighted(
      RATING_WEIGHTS,
      ratings.map((column) => at(column, row).minus(1).dividedBy(4).times(100)),
    );
    const satisfaction = at(points[0] as Float64Array, row);
    const performance = weighted(PERFORMANCE_WEIGHTS, [
      ...attained.map(({ actual, target, least }) => attainment(at(actual, row), at(target, row), least)),
      satisfaction,
      at(points[1] as Float64Array, row),
    ]);
    const isVetoed = satisfaction.toDecimalPlaces(4).lessThan(40);
    return {
      capability,
      performance,
      cell: isVetoed ? 0 : 3 * bandOf(capability) + bandOf(performance),
      isBlocked: satisfaction.toDecimalPlaces(4).lessThan(60),
      bonus: payout(performance)
        .times(BONUS_TARGETS[data.tiers[row] as number] as number)
        .toDecimalPlaces(2),
    };
  };
}

function attainment(actual: Decimal, target: Decimal, least: Decimal): Decimal {
  const part = actual.dividedBy(target);
  return part.lessThan(least) ? new Decimal(0) : Decimal.min(part, "1.2").times(100);
}

function weighted(weights: readonly Decimal[], scores: readonly Decimal[]): Decimal {
  return scores
    .reduce(
      (all, score, index) => all.plus(score.toDecimalPlaces(4).times(weights[index] as Decimal)),
      new Decimal(0),
    )
    .toDecimalPlaces(2);
}

function bandOf(score: Decimal): number {
  return score.greaterThanOrEqualTo(80) ? 2 : score.greaterThanOrEqualTo(60) ? 1 : 0;
}

function payout(score: Decimal): Decimal {
  if (score.lessThan(60)) return new Decimal(0);
  return score.lessThan(100) ? score.minus(60).times("0.025").plus("0.5") : new Decimal("1.5");
}
