import {
  type Benefits,
  type BenefitsConfig,
  ROUNDING_MODES,
  type Statement,
  type StatementConfig,
  type StatementInput,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { INELIGIBLE } from "./eligibility.js";
import { countChoices, countLines, isRefused, kindsOf } from "./lines.js";
import { PRORATIONS, prorationKind } from "./presence.js";

const STATEMENT = { currency: ["USD", "JPY", "KWD"], yearStarts: ["-", "1", "4", "10"] };
const BENEFITS = { currency: ["USD", "JPY", "KWD"], rounding: ["-", ...ROUNDING_MODES] };

export const STATEMENTS = {
  statement: {
    ...kindsOf("statement", STATEMENT),
    "statement year to date": ["begins", "goes on", "a new year"],
    "statement lines": ["none", "some", "without a category", "rates in percent"],
    "statement refused": [
      "duplicate-id",
      "wrong-currency",
      "amount-too-fine",
      "parts-sum",
      "period-not-after",
    ],
  },
  benefits: {
    ...kindsOf("benefits", BENEFITS),
    "benefits pays": ["amount", "by-tier", "by-attribute", "rate"],
    "benefits per": ["-", "month", "quarter", "half-year", "year", "period"],
    "benefits proration": PRORATIONS,
    "benefits months": ["all", "some"],
    "benefits lines": ["positive", "nothing"],
    "benefits notes": ["prorated", "benefit-base-least", "benefit-base-most", "benefit-base-over", "rounded"],
    "benefits not paid": ["benefit-not-employed", ...INELIGIBLE],
    "benefits refused": ["unknown-tier", "row-missing", "fact-missing"],
  },
};

export function countStatement(
  config: StatementConfig,
  { lines, previous }: StatementInput,
  outcome: Outcome<Statement>,
  count: Count,
): void {
  countChoices("statement", config, Object.keys(STATEMENT), count);
  count("statement lines", lines.length === 0 ? "none" : "some");
  count(
    "statement lines",
    "without a category",
    lines.some(({ category }) => category === undefined),
  );
  if (isRefused("statement", outcome, count) || !outcome.ok) return;
  count(
    "statement lines",
    "rates in percent",
    outcome.value.lines.some(({ rateAs }) => rateAs === "percent"),
  );
  const { total, yearToDate } = outcome.value;
  if (previous === undefined) count("statement year to date", "begins");
  else count("statement year to date", total.eq(yearToDate) ? "a new year" : "goes on");
}

export function countBenefits(config: BenefitsConfig, outcome: Outcome<Benefits>, count: Count): void {
  countChoices("benefits", config, Object.keys(BENEFITS), count);
  for (const { pays, proration, months } of config.items) {
    count("benefits pays", pays.kind);
    if (pays.kind !== "rate") count("benefits per", pays.per ?? "-");
    count("benefits proration", prorationKind(proration));
    count("benefits months", months === undefined ? "all" : "some");
  }
  countLines("benefits", outcome, count);
  if (!outcome.ok) return;
  for (const { reasons } of outcome.value.refused)
    for (const { kind } of reasons) count("benefits not paid", kind);
}
