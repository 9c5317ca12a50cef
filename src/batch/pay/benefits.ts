import { compilePart, unitsOf } from "../../incentives/benefits/item-pay.js";
import type { BenefitItem } from "../../incentives/benefits/items.js";
import { currencyDecimals } from "../../kernel/currency.js";
import { readNumber, readRatio } from "../../kernel/number.js";
import { periodSpan } from "../../kernel/proration.js";
import { multiply, ONE, type Rational, rationalText } from "../../kernel/rational.js";
import { createReport } from "../../kernel/report.js";
import type { RoundingMode } from "../../kernel/rounding.js";
import type { OfUse } from "../../policy/incentives.js";
import type { Step } from "../../program/program.js";
import { attributeColumn } from "../columns/names.js";
import type { NoColumns, ProgramInput } from "../sources/inputs.js";
import { baseFunction } from "./benefit-base.js";
import { eligibilitySteps } from "./eligibility.js";
import { whereOne } from "./optional-line.js";
import { type IncentiveSteps, type PayGiven, payColumn, TIER } from "./part.js";

/** The benefits of everybody who is there all the period. */
export function benefitsSteps(incentive: OfUse<"benefits">, given: PayGiven): IncentiveSteps | NoColumns {
  const made = incentive.items.map((item) => itemSteps(item, incentive.rounding, given));
  const without = made.indexOf(undefined);
  if (without >= 0) return { because: "no-columns", what: (incentive.items[without] as BenefitItem).id };
  const items = made.flatMap((one) => one ?? []);
  return {
    inputs: items.flatMap(({ inputs }) => inputs),
    steps: items.flatMap(({ steps }) => steps),
    lines: items.flatMap(({ lines }) => lines),
    required: items.flatMap(({ required }) => required),
  };
}

/** One benefit: its basis times its rate, rounded; no line where somebody is not eligible. */
function itemSteps(item: BenefitItem, rounding: RoundingMode, given: PayGiven): IncentiveSteps | undefined {
  const at = (column: string) => payColumn(item.id, column);
  const times = timesOf(item, given.period);
  const conditions = item.eligibility ?? [];
  const eligible = conditions.length === 0 ? undefined : eligibilitySteps(conditions, at("eligible"), given);
  if (times === undefined || (conditions.length > 0 && eligible === undefined)) return undefined;
  const base = baseSteps(item, at, given);
  const exact = { column: at("basis"), weight: rationalText(multiply(base.rate, times)) };
  const decimals = currencyDecimals(given.currency);
  const paid = eligible === undefined ? at("amount") : at("amount if eligible");
  return {
    inputs: [...base.inputs, ...(eligible?.inputs ?? [])],
    steps: [
      ...base.steps,
      ...(eligible?.steps ?? []),
      { step: "weighted-sum", to: at("unrounded"), of: [exact] },
      { step: "round", to: paid, of: at("unrounded"), decimals, mode: rounding },
      ...(eligible === undefined ? [] : whereOne(at("amount"), paid, eligible.column)),
    ],
    lines: [{ id: item.id, column: at("amount"), optional: eligible !== undefined }],
    required: [at("basis")],
  };
}

/** How often the amount is paid to who is there all the period; undefined where the period has no day that counts. */
function timesOf(item: BenefitItem, period: string): Rational | undefined {
  const report = createReport("invalid-input", "batch");
  const { count, spans } = unitsOf(item, period);
  const part = compilePart(item)(spans, [periodSpan(period)], report);
  return report.count() > 0 ? undefined : multiply(count, part);
}

interface Base extends Pick<IncentiveSteps, "inputs" | "steps"> {
  readonly rate: Rational;
}

/** What one unit of a benefit is worked out from: the column `basis`. */
function baseSteps(
  { pays, eligibility = [] }: BenefitItem,
  at: (column: string) => string,
  { tiers, axes }: PayGiven,
): Base {
  const to = at("basis");
  switch (pays.kind) {
    case "amount":
      return {
        inputs: [{ column: to, type: "number", missing: "stays", otherwise: readNumber(pays.amount) }],
        steps: [],
        rate: ONE,
      };
    case "by-tier": {
      const eligible = tiers.filter((tier) =>
        eligibility.every((one) => !("tier" in one) || one.tier.includes(tier)),
      );
      const others = tiers.filter((tier) => !eligible.includes(tier));
      const rows = [...pays.amounts, { of: others, amount: 0 }];
      return { inputs: [], steps: [lookUp(to, TIER, rows)], rate: ONE };
    }
    case "by-attribute": {
      const { attribute, amounts } = pays;
      const label = at("attribute");
      const input: ProgramInput = {
        column: label,
        type: "label",
        path: attributeColumn(attribute),
        missing: "set-aside",
        labels: new Map(amounts.flatMap(({ of }) => of.map((one) => [one, one] as const))),
      };
      return { inputs: [input], steps: [lookUp(to, label, amounts)], rate: ONE };
    }
    case "rate": {
      const fact = axes.some(({ id }) => id === pays.fact) ? `${pays.fact}.score` : at("fact");
      const input: ProgramInput = {
        column: fact,
        type: "number",
        path: `facts.${pays.fact}`,
        sign: "not-negative",
        missing: "set-aside",
      };
      return {
        inputs: fact === at("fact") ? [input] : [],
        steps: [{ step: "piecewise", to, of: fact, function: baseFunction(pays) }],
        rate: readRatio(pays.rate),
      };
    }
  }
}

function lookUp(
  to: string,
  by: string,
  amounts: readonly { readonly of: readonly string[]; readonly amount: number | string }[],
): Step {
  const rows = amounts.flatMap(({ of, amount }) =>
    of.map((label) => ({ labels: [label], value: rationalText(readNumber(amount)) })),
  );
  const first = rows.filter(
    (row, index) => rows.findIndex((one) => one.labels[0] === row.labels[0]) === index,
  );
  return { step: "look-up", to, by: [by], type: "number", rows: first };
}
