import {
  type Commission,
  type CommissionConfig,
  type CommissionInput,
  ROUNDING_MODES,
} from "../../../../src/index.js";
import type { Outcome } from "../../generate/incentives/subject.js";
import type { Count } from "../coverage.js";
import { countChoices, countLines, kindsOf } from "./lines.js";

const PER = ["credit", "order", "period", "to-date"];
const FIELDS = {
  counts: ["amount", "units", "margin", "attainment", "margin-percent"],
  quotaIn: ["-", "amount", "units", "margin"],
  paidOn: ["-", "amount", "units", "margin"],
  curve: ["-", "steps", "lines"],
  boundary: ["-", "upper", "lower"],
  per: PER,
  totals: ["-", "own", "shared"],
  rounding: ["-", ...ROUNDING_MODES],
  currency: ["USD", "JPY", "KWD", "EUR"],
};
const METHODS = ["marginal", "each", "whole"].flatMap((method) =>
  ["steps", "lines"].flatMap((curve) => PER.map((per) => `${method} ${curve} ${per}`)),
);
const isPossible = (mode: string) => !/^each \w+ (credit|order)$/.test(mode);

export const KINDS = {
  ...kindsOf("commission", FIELDS),
  "commission mode": METHODS.filter(isPossible),
  "commission brackets": ["rates", "perUnit", "amounts", "amounts beside rates", "an end"],
  "commission tables": ["one", "several", "by attribute", "by deal"],
  "commission threshold": ["all", "above", "counts something else"],
  "commission limits": [
    "cap",
    "soft cap",
    "floor",
    "deal credited",
    "deal cap",
    "deal floor",
    "line of limits",
  ],
  "commission before": ["nothing", "earlier", "toDate", "paid"],
  "commission rates": ["in percent", "as they are"],
  "commission lines": ["positive", "negative", "nothing"],
  "commission notes": [
    "commission-counted",
    "commission-attainment",
    "commission-threshold",
    "commission-threshold-above",
    "commission-cap",
    "commission-floor",
    "commission-deal-cap",
    "commission-deal-floor",
    "commission-deal-limit",
    "commission-to-date",
    "rounded",
    "rounded-to-date",
    "rounded-before",
    "rounded-together",
    "parts-rounded-to-sum",
  ],
  "commission refused": ["above-brackets"],
} as const;

/** Counts what a plan of commission is made of, and what came of an input. */
export function countCommission(
  config: CommissionConfig,
  input: CommissionInput,
  outcome: Outcome<Commission>,
  count: Count,
): void {
  countChoices("commission", config, Object.keys(FIELDS), count);
  count("commission mode", `${config.method} ${config.curve ?? "steps"} ${config.per}`);
  countTables(config, count);
  countLimits(config, count);
  const { earlier, toDate, paid } = input;
  count("commission before", "nothing", earlier === undefined && toDate === undefined);
  count("commission before", "earlier", earlier !== undefined);
  count("commission before", "toDate", toDate !== undefined);
  count("commission before", "paid", paid !== undefined);
  countLines("commission", outcome, count);
  for (const { rateAs } of outcome.ok ? outcome.value.lines : [])
    count("commission rates", rateAs === undefined ? "as they are" : "in percent");
  count(
    "commission limits",
    "line of limits",
    outcome.ok && outcome.value.lines.some(({ id }) => id.endsWith(".limits")),
  );
}

function countTables({ brackets, tables = [] }: CommissionConfig, count: Count): void {
  const all = brackets ?? tables.flatMap((table) => table.brackets);
  const amounts = all.filter(({ pays }) => pays !== undefined).length;
  count(
    "commission brackets",
    "rates",
    all.some(({ rate }) => rate !== undefined),
  );
  count(
    "commission brackets",
    "perUnit",
    all.some(({ perUnit }) => perUnit !== undefined),
  );
  count("commission brackets", "amounts", amounts === all.length);
  count("commission brackets", "amounts beside rates", amounts > 0 && amounts < all.length);
  count("commission brackets", "an end", all.at(-1)?.to !== undefined);
  const conditions = tables.flatMap(({ when = [] }) => when);
  count("commission tables", tables.length > 1 ? "several" : "one");
  count(
    "commission tables",
    "by attribute",
    conditions.some((one) => "attribute" in one),
  );
  count(
    "commission tables",
    "by deal",
    conditions.some((one) => "deal" in one),
  );
}

function countLimits({ threshold, cap, floor, perDeal, counts }: CommissionConfig, count: Count): void {
  if (threshold !== undefined) {
    count("commission threshold", threshold.pays ?? "all");
    count("commission threshold", "counts something else", (threshold.counts ?? counts) !== counts);
  }
  count("commission limits", "cap", cap !== undefined);
  count("commission limits", "soft cap", cap?.share !== undefined && cap.share !== 0);
  count("commission limits", "floor", floor !== undefined);
  count("commission limits", "deal credited", perDeal?.credited !== undefined);
  count("commission limits", "deal cap", perDeal?.cap !== undefined);
  count("commission limits", "deal floor", perDeal?.floor !== undefined);
}
