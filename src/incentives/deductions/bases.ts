import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, configRatio, id } from "../../kernel/fields.js";
import { type NumberInput, readNumber, readRatio } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import { greater, multiply, type Rational, subtract, sum, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";

/** The fields that say of what pay a share is. */
export function baseFields() {
  return {
    of: z.optional(
      described(
        z.enum(["gross", "net", "left"]),
        "gross: the pay of the period. net: less what the law takes. left: of that, what earlier deductions leave. Without it, net.",
      ),
    ),
    categories: z.optional(described(list(id(), 1), "Of the gross pay, these categories alone.")),
  };
}

/** The fields of a sum of money that is stated, a share of pay, or a part of a fact. */
export function sumFields() {
  return {
    amount: z.optional(configNumber({ least: 0 })),
    share: z.optional(described(configRatio({ least: 0 }), "A share of pay.")),
    ...baseFields(),
    over: z.optional(
      described(
        z.strictObject({ amount: z.optional(configNumber({ least: 0 })), ...factFields() }),
        "Of the pay only what is above this counts for the share.",
      ),
    ),
    ...factFields(),
  };
}

function factFields() {
  return {
    fact: z.optional(described(id(), "A number of the input, such as an hourly minimum wage.")),
    times: z.optional(
      described(configRatio({ least: 0 }), "How often that number counts; once, if not said."),
    ),
  };
}

/** Of what pay a share is. */
export interface Base {
  readonly of?: "gross" | "net" | "left" | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** An amount, or a part of a fact. */
export interface StatedSum {
  readonly amount?: number | string | undefined;
  readonly fact?: string | undefined;
  readonly times?: number | string | undefined;
}

/** A sum of money: an amount, a share of pay or of what of it is over another sum, or a part of a fact. */
export interface Sum extends Base, StatedSum {
  readonly share?: number | string | undefined;
  readonly over?: StatedSum | undefined;
}

/** The pay of a period, as deductions go on. */
export interface Pay {
  /** By category, after what is suspended. */
  readonly categories: ReadonlyMap<string, Rational>;
  readonly gross: Rational;
  readonly net: Rational;
  readonly facts: Readonly<Record<string, NumberInput>>;
}

/** Notes a sum that is not one of three, and what belongs to another of them. */
export function checkSum(one: Sum, path: Path, report: Report): void {
  if (!report.sound(path)) return;
  const { amount, share, fact, times, of, categories, over } = one;
  if (over !== undefined) checkOver(over, share !== undefined, [...path, "over"], report);
  if ([amount, share, fact].filter((value) => value !== undefined).length !== 1)
    report.add(path, "one-of", "expected one of amount, share and fact");
  else if (times !== undefined && fact === undefined)
    report.add([...path, "times"], "one-of", "only a fact is multiplied: take this away");
  else if (share === undefined && (of !== undefined || categories !== undefined))
    report.add(
      [...path, of === undefined ? "categories" : "of"],
      "one-of",
      "only a share is of something: take this away",
    );
  else checkBase(one, path, report);
}

function checkOver({ amount, fact, times }: StatedSum, isOfShare: boolean, path: Path, report: Report): void {
  if (!report.sound(path)) return;
  if (!isOfShare) report.add(path, "one-of", "only a share is of what exceeds something: take this away");
  else if ((amount === undefined) === (fact === undefined))
    report.add(path, "one-of", "expected either an amount or a fact");
  else if (times !== undefined && fact === undefined)
    report.add([...path, "times"], "one-of", "only a fact is multiplied: take this away");
}

/** Notes categories of what is not the gross pay. */
export function checkBase({ of, categories }: Base, path: Path, report: Report): void {
  if (categories !== undefined && of !== "gross")
    report.add([...path, "categories"], "one-of", 'categories are of the gross pay: say "of": "gross"');
}

/** What pay a share is of, where deductions have taken so much; never less than nothing. */
export function baseOf({ of = "net", categories }: Base, pay: Pay, taken: Rational): Rational {
  const base =
    categories === undefined
      ? baseAmount(of, pay, taken)
      : sum(categories.map((one) => pay.categories.get(one) ?? ZERO));
  return base.n < 0n ? ZERO : base;
}

function baseAmount(of: "gross" | "net" | "left", { gross, net }: Pay, taken: Rational): Rational {
  if (of === "gross") return gross;
  return of === "net" ? net : subtract(net, taken);
}

/** What a sum comes to; notes a fact that is not given, or below zero. */
export function sumOf(one: Sum, pay: Pay, taken: Rational, report: Report): Rational {
  if (one.share !== undefined) return multiply(readRatio(one.share), shareBase(one, pay, taken, report));
  return statedSum(one, pay, report);
}

/** What a share is of: the pay, or what of it is over another sum. */
export function shareBase(one: Sum, pay: Pay, taken: Rational, report: Report): Rational {
  const base = baseOf(one, pay, taken);
  if (one.over === undefined) return base;
  return greater(subtract(base, statedSum(one.over, pay, report)), ZERO);
}

function statedSum({ amount, fact, times = 1 }: StatedSum, pay: Pay, report: Report): Rational {
  if (amount !== undefined) return readNumber(amount);
  return multiply(readRatio(times), factOf(fact ?? "", pay, report));
}

function factOf(fact: string, { facts }: Pay, report: Report): Rational {
  const here = ["facts", fact];
  const stated = own(facts, fact);
  const value = readNumber(stated ?? 0);
  if (report.clean(here)) {
    if (stated === undefined) report.add(here, "fact-missing", `deductions need ${show(fact)}`);
    else if (value.n < 0n) report.add(here, "out-of-range", `expected at least 0, got ${show(stated)}`);
  }
  return value.n < 0n ? ZERO : value;
}
