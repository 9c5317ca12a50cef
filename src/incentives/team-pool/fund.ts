import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio } from "../../kernel/fields.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import { evaluate } from "../../kernel/piecewise.js";
import {
  divide,
  greater,
  multiply,
  type Rational,
  rational,
  rationalText,
  subtract,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { checkRateTable } from "../rate-table/check.js";
import { compileRateTable, directFunction } from "../rate-table/compile.js";
import { rateTableFields } from "../rate-table/fields.js";
import { checkFigures, figuresSchema, sumFigures } from "./figures.js";

const OF = "The result that funds the pool: a sum of figures.";
const SHARE = "What part of it goes into the pool.";

/** The schema of what funds a pool. */
export function fundSchema() {
  return described(
    list(
      z.discriminatedUnion("kind", [
        described(
          z.strictObject({ kind: z.literal("fixed"), amount: configNumber({ least: 0 }) }),
          "The same amount in every period.",
        ),
        described(
          z.strictObject({ kind: z.literal("per-member"), amount: configNumber({ least: 0 }) }),
          "An amount for each member who shares.",
        ),
        described(
          z.strictObject({
            kind: z.literal("share"),
            of: figuresSchema(OF),
            share: described(configRatio({ least: 0 }), SHARE),
          }),
          "A share of a result.",
        ),
        described(
          z.strictObject({
            kind: z.literal("excess"),
            of: figuresSchema(OF),
            over: figuresSchema("The target or the cost that the result has to exceed: a sum of figures."),
            share: described(configRatio({ least: 0 }), SHARE),
          }),
          "A share of what a result is above a target.",
        ),
        described(
          z.strictObject({ kind: z.literal("brackets"), of: figuresSchema(OF), ...rateTableFields() }),
          "What a rate table pays on a result.",
        ),
      ]),
      1,
    ),
    "What funds the pool; several are added up. None of them is less than nothing.",
  );
}

/** One thing that funds a pool. */
export type FundRule = Plain<z.output<ReturnType<typeof fundSchema>>>[number];

/** What one rule comes to. */
export interface Funded {
  readonly kind: FundRule["kind"];
  /** What it is worked out from: the result, its excess, an amount or a number of members. */
  readonly basis: Rational;
  readonly rate: Rational;
  readonly amount: Rational;
}

/** Notes what the schema cannot see in what funds a pool. */
export function checkFund(rules: readonly FundRule[], path: Path, report: Report): void {
  for (const [index, rule] of report.items(rules, path)) {
    const here = [...path, index];
    if (!report.readable([...here, "kind"])) continue;
    if ("of" in rule) checkFigures(rule.of, [...here, "of"], report);
    if (rule.kind === "excess") checkFigures(rule.over, [...here, "over"], report);
    if (rule.kind === "brackets") checkRateTable(rule, here, report);
  }
}

type Fund = (figures: Readonly<Record<string, NumberInput>>, members: number, report: Report) => Funded;

/** Compiles what one rule comes to; nothing is less than nothing. */
export function compileFund(rule: FundRule): Fund {
  const { kind } = rule;
  const paid = (basis: Rational, rate: Rational): Funded => ({
    kind,
    basis,
    rate,
    amount: greater(multiply(basis, rate), ZERO),
  });
  switch (rule.kind) {
    case "fixed":
      return () => paid(readNumber(rule.amount), rational(1n));
    case "per-member":
      return (_, members) => paid(rational(BigInt(members)), readNumber(rule.amount));
    case "share":
      return (figures, _, report) => paid(sumFigures(rule.of, figures, report), readRatio(rule.share));
    case "excess":
      return (figures, _, report) => {
        const [of, over] = [rule.of, rule.over].map((terms) => sumFigures(terms, figures, report));
        return paid(subtract(of ?? ZERO, over ?? ZERO), readRatio(rule.share));
      };
    case "brackets": {
      const earns = directFunction(compileRateTable(rule.brackets, rule));
      return (figures, _, report) => {
        const basis = sumFigures(rule.of, figures, report);
        const amount = basis.n === 0n ? ZERO : evaluate(earns, basis);
        if (amount === undefined) {
          const end = rationalText(earns.to ?? ZERO);
          const message = `expected a result of at most ${end}, where the table ends, got ${rationalText(basis)}`;
          report.add(["figures"], "above-brackets", message);
        }
        const earned = amount ?? ZERO;
        return { kind, basis, rate: basis.n === 0n ? ZERO : divide(earned, basis), amount: earned };
      };
    }
  }
}
