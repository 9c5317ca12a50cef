import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, id } from "../../kernel/fields.js";
import { readNumber } from "../../kernel/number.js";
import { own } from "../../kernel/plain.js";
import { compileProration, periodSpan, prorationSchema } from "../../kernel/proration.js";
import { compare, ONE, type Rational, ZERO } from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { show } from "../../kernel/show.js";
import { checkRows, type NamedRow, rowOf } from "../rows.js";

import { type Member, presentDays } from "./members.js";

/** The schema of what members share by. */
export function factorsSchema() {
  return described(
    list(
      z.discriminatedUnion("by", [
        described(z.strictObject({ by: z.literal("equal") }), "All alike."),
        described(
          z.strictObject({ by: z.literal("days"), proration: z.optional(prorationSchema()) }),
          "The part of the period in which the member is there; by calendar days, if not said otherwise.",
        ),
        described(
          z.strictObject({ by: z.literal("tier"), points: pointsSchema("tier") }),
          "The points of the tier.",
        ),
        described(
          z.strictObject({ by: z.literal("attribute"), attribute: id(), points: pointsSchema("value") }),
          "The points of an attribute, such as the role.",
        ),
        described(
          z.strictObject({
            by: z.literal("fact"),
            fact: described(id(), "A number of the member: score, hours, contribution, salary, seniority."),
            steps: z.optional(
              described(
                list(z.strictObject({ from: configNumber(), counts: configNumber({ least: 0 }) }), 1),
                "What the number counts from so much on; below the first step nothing. Without steps it counts what it is.",
              ),
            ),
            negative: described(
              z._default(z.enum(["error", "nothing"]), "error"),
              "What a number below zero is, where there are no steps: an error, or nothing.",
            ),
          }),
          "A number of the member.",
        ),
      ]),
      1,
    ),
    "What members share by: the product of these.",
  );
}

function pointsSchema(what: string) {
  return described(
    list(z.strictObject({ of: list(id(), 1), counts: configNumber({ least: 0 }) }), 1),
    `What each ${what} counts.`,
  );
}

/** One factor that members share by. */
export type FactorRule = Plain<z.output<ReturnType<typeof factorsSchema>>>[number];

/** Notes what the schema cannot see in factors. */
export function checkFactors(factors: readonly FactorRule[], path: Path, report: Report): void {
  for (const [index, factor] of report.items(factors, path)) {
    const here = [...path, index];
    if (!report.sound(here)) continue;
    if ("points" in factor) checkRows(factor.points, [...here, "points"], report);
    if ("steps" in factor) checkSteps(factor.steps, [...here, "steps"], report);
  }
}

function checkSteps(
  steps: readonly { readonly from: number | string }[] | undefined,
  path: Path,
  report: Report,
): void {
  for (const [index, { from }] of (steps ?? []).entries()) {
    const before = steps?.[index - 1]?.from;
    if (before === undefined || compare(readNumber(before), readNumber(from)) < 0) continue;
    const message = `expected steps in rising order: ${from} is not above ${before}`;
    report.add([...path, index, "from"], "points-unsorted", message);
  }
}

type Factor = (member: Member, path: Path, report: Report) => Rational;

/** Compiles what a member counts by one factor in a period; what is not given is noted at the member's `path`. */
export function compileFactor(rule: FactorRule): (period: string) => Factor {
  switch (rule.by) {
    case "equal":
      return () => () => ONE;
    case "days": {
      const { part } = compileProration(rule.proration ?? { by: "calendar-days" });
      return (period) => {
        const whole = periodSpan(period);
        return (member, path, report) => {
          const present = part(whole, presentDays(member, whole));
          if (present === undefined) report.add(path, "no-working-days", "the period has no day that counts");
          return present ?? ZERO;
        };
      };
    }
    case "tier":
      return () => (member, path, report) => pointsOf(rule.points, member.tier, [...path, "tier"], report);
    case "attribute": {
      const { attribute, points } = rule;
      return () => (member, path, report) =>
        pointsOf(points, own(member.attributes, attribute), [...path, "attributes", attribute], report);
    }
    case "fact":
      return () => (member, path, report) => factOf(rule, member, path, report);
  }
}

function pointsOf(
  points: readonly (NamedRow & { readonly counts: number | string })[],
  name: string | undefined,
  path: Path,
  report: Report,
): Rational {
  const row = rowOf(points, name, { path, need: "members share by this" }, report);
  return readNumber(row?.counts ?? 0);
}

function factOf(
  { fact, steps, negative }: Extract<FactorRule, { by: "fact" }>,
  { facts }: Member,
  path: Path,
  report: Report,
): Rational {
  const here = [...path, "facts", fact];
  const stated = own(facts, fact);
  if (stated === undefined) {
    report.add(here, "fact-missing", `members share by ${show(fact)}`);
    return ZERO;
  }
  const value = readNumber(stated);
  if (steps !== undefined) {
    const reached = steps.filter(({ from }) => compare(readNumber(from), value) <= 0).at(-1);
    return readNumber(reached?.counts ?? 0);
  }
  if (value.n >= 0n) return value;
  if (negative === "error")
    report.add(here, "out-of-range", `expected at least 0, as members share by it, got ${show(stated)}`);
  return ZERO;
}
