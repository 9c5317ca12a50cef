import { currencyDecimals, type IndicatorItem, type Policy } from "../../../src/index.js";
import type { Measure } from "../generate/measures.js";
import type { Count } from "./coverage.js";

/** Counts what a policy is made of. */
export function countPolicy({ axes, tiers, matrix, currency, incentives = [] }: Policy, count: Count): void {
  count("axes", String(axes.length));
  count("tiers", String(tiers.length));
  for (const axis of axes) countAxis(axis, count);
  for (const { tier, move } of matrix.cells ?? [])
    count("cell", tier === undefined ? "move" : move === undefined ? "tier" : "both");
  if (currency === undefined) count("incentive", "none");
  else count("currency decimals", String(currencyDecimals(currency)));
  for (const incentive of incentives) {
    count("rounding of money", ("rounding" in incentive ? incentive.rounding : undefined) ?? "half-up");
    countIncentive(incentive, count);
  }
}

function countAxis(axis: Policy["axes"][number], count: Count): void {
  count("bands", String(axis.bands.length));
  count("rounding of scores", axis.rounding ?? "half-up");
  count("decimals", String(axis.decimals ?? 4));
  count("scoreDecimals", String(axis.scoreDecimals ?? 2));
  for (const { weight, measure } of axis.indicators as readonly IndicatorItem[]) {
    count("weights", axis.normalise ? "normalise" : axis.outOf !== undefined ? "outOf" : wayOf(weight));
    count("measure", measure.kind);
    countOptions(measure, count);
  }
}

function wayOf(weight: number | string): string {
  if (typeof weight === "number") return "decimal";
  return weight.endsWith("%") ? "percent" : "fraction";
}

function countOptions(measure: Measure, count: Count): void {
  const option = (kind: string, met: boolean) => count("measure option", kind, met);
  switch (measure.kind) {
    case "attainment":
      option("floor", measure.floor !== undefined);
      option("cap", measure.cap !== undefined);
      option("constant target", measure.target !== undefined);
      for (const corner of ["floor", "target", "cap"] as const)
        option(`points at the ${corner}`, measure.points?.[corner] !== undefined);
      break;
    case "rating":
      option("rating reversed", Number(measure.from) > Number(measure.to));
      option("rating with points", measure.points !== undefined);
      break;
    case "points":
      option("points on another range", measure.to !== undefined);
  }
}

function countIncentive(incentive: NonNullable<Policy["incentives"]>[number], count: Count): void {
  switch (incentive.use) {
    case "basePay":
      count("incentive", `basePay per ${incentive.per ?? "month"}`);
      break;
    case "performanceBonus":
      count("incentive", `performanceBonus ${incentive.curve ?? "lines"}`);
      break;
    case "commission": {
      const { method = "marginal", boundary = "upper", per = "period", brackets = [] } = incentive;
      count("commission", `${method}, ${boundary}, per ${per}`);
      for (const { rate } of brackets) count("bracket", rate === undefined ? "pays" : "rate");
      count("bracket", "a table that ends", brackets.at(-1)?.to !== undefined);
    }
  }
}
