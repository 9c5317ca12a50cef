import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, configRatio } from "../kernel/fields.js";
import { readNumber, readRatio } from "../kernel/number.js";
import type { Piecewise } from "../kernel/piecewise.js";
import { checkRanges } from "../kernel/ranges.js";
import {
  add,
  compare,
  divide,
  greater,
  lesser,
  multiply,
  negate,
  type Rational,
  subtract,
  ZERO,
} from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";

/** The fields of a rate table. */
export function rateTableFields() {
  return {
    brackets: described(
      list(
        z.strictObject({
          from: z._default(
            described(
              configNumber({ least: 0 }),
              "Where the bracket begins; the lowest may leave it out: 0.",
            ),
            0,
          ),
          to: z.optional(
            described(
              configNumber({ above: 0 }),
              "Where the next bracket begins; said in the last one, the table ends there.",
            ),
          ),
          rate: z.optional(
            described(configRatio({ least: 0 }), "What part of the amount in the bracket is paid."),
          ),
          pays: z.optional(
            described(
              configNumber({ least: 0 }),
              "Instead of a rate: what the bracket pays once it is passed, and in proportion before.",
            ),
          ),
        }),
        1,
      ),
      "The brackets, in rising order.",
    ),
    method: described(
      z._default(z.enum(["marginal", "whole"]), "marginal"),
      "marginal: each slice of the amount at its bracket's rate. whole: the whole amount at the rate of the bracket it reaches.",
    ),
    boundary: described(
      z._default(z.enum(["upper", "lower"]), "upper"),
      "To which bracket an amount of exactly its corner belongs.",
    ),
  };
}

interface BracketConfig {
  readonly from?: number | string | undefined;
  readonly to?: number | string | undefined;
  readonly rate?: number | string | undefined;
  readonly pays?: number | string | undefined;
}

/** A rate table as the config has it. */
export interface RateTableConfig {
  readonly brackets: readonly BracketConfig[];
  readonly method: "marginal" | "whole";
  readonly boundary: "upper" | "lower";
}

/** A bracket: from where to where, and at what rate. */
export interface Bracket {
  readonly from: Rational;
  readonly to?: Rational;
  readonly rate: Rational;
}

/** A rate table that has been compiled: its brackets, what an amount earns, and the rate it is paid at as a whole. */
export interface RateTable {
  readonly brackets: readonly Bracket[];
  readonly earns: Piecewise;
  readonly rate: Piecewise;
}

/** Notes what the schema cannot see in a rate table. */
export function checkRateTable(config: RateTableConfig, path: Path, report: Report): void {
  const at = [...path, "brackets"];
  checkRanges(config.brackets, at, report, { code: "brackets", singular: "bracket", upperEnd: true });
  for (const [index, bracket] of report.items(config.brackets, at)) {
    const here = [...at, index];
    if (!report.sound(here)) continue;
    if ((bracket.rate === undefined) === (bracket.pays === undefined)) {
      report.add(here, "one-of", "expected either a rate or what the bracket pays");
    } else if (
      bracket.pays !== undefined &&
      bracket.to === undefined &&
      config.brackets[index + 1] === undefined
    ) {
      report.add([...here, "to"], "missing", "a bracket that pays an amount says where it ends");
    } else if (bracket.pays !== undefined && config.method === "whole") {
      report.add([...here, "pays"], "one-of", "with the method whole every bracket has a rate");
    }
  }
}

/** Compiles a rate table that has been checked. Amounts below the lowest bracket earn nothing. */
export function compileRateTable({ brackets, method, boundary }: RateTableConfig): RateTable {
  const read = brackets.map((bracket, index) => readBracket(bracket, brackets[index + 1]));
  const nothing = { includesFrom: false, coefficients: [ZERO] };
  const end = read.at(-1)?.to;
  const close = (pieces: Piecewise["pieces"]): Piecewise =>
    end === undefined ? { pieces } : { pieces, to: end };
  const includesFrom = boundary === "upper";
  let earned = ZERO;
  const marginal = read.map(({ from, to, rate }) => {
    const piece = { from, includesFrom, coefficients: [subtract(earned, multiply(rate, from)), rate] };
    if (to !== undefined) earned = add(earned, multiply(rate, subtract(to, from)));
    return piece;
  });
  const whole = read.map(({ from, rate }) => ({ from, includesFrom, coefficients: [ZERO, rate] }));
  return {
    brackets: read,
    earns: close([nothing, ...(method === "marginal" ? marginal : whole)]),
    rate: close([nothing, ...read.map(({ from, rate }) => ({ from, includesFrom, coefficients: [rate] }))]),
  };
}

/** The slices of an amount that lie in each bracket, between two running totals; negative where the total falls. */
export function slicesBetween(
  { brackets }: RateTable,
  start: Rational,
  end: Rational,
): readonly { basis: Rational; rate: Rational }[] {
  if (compare(end, start) < 0)
    return slicesBetween({ brackets } as RateTable, end, start).map(({ basis, rate }) => ({
      basis: negate(basis),
      rate,
    }));
  return brackets
    .map(({ from, to, rate }) => {
      const [low, high] = [greater(start, from), to === undefined ? end : lesser(end, to)];
      return { basis: compare(high, low) > 0 ? subtract(high, low) : ZERO, rate };
    })
    .filter(({ basis }) => basis.n !== 0n);
}

function readBracket({ from, to, rate, pays }: BracketConfig, next: BracketConfig | undefined): Bracket {
  const start = readNumber(from ?? 0);
  const stated = next?.from ?? to;
  const end = stated === undefined ? undefined : readNumber(stated);
  const exactRate =
    pays === undefined || end === undefined
      ? readRatio(rate ?? 0)
      : divide(readNumber(pays), subtract(end, start));
  return { from: start, ...(end === undefined ? {} : { to: end }), rate: exactRate };
}
