import * as z from "zod/mini";
import type { Path } from "../kernel/errors.js";
import { configNumber, id } from "../kernel/fields.js";
import { readNumber } from "../kernel/number.js";
import { add, type Rational, subtract, ZERO } from "../kernel/rational.js";
import type { Report } from "../kernel/report.js";
import { described, list } from "../kernel/schema.js";
import { checkCondition, type NamedAxis } from "./conditions/check.js";
import type { ConditionResult } from "./conditions/result.js";
import { allConditions, type CheckedRules } from "./rules.js";

/** The schema of points that are collected from review to review. */
export function pointsSchema() {
  return described(
    z.strictObject({
      awards: list(
        described(
          z.strictObject({
            at: described(z.record(z.string(), id()), "The band on each axis that matters."),
            points: configNumber(),
          }),
          "What a review gives to a person in these bands; the first that fits.",
        ),
        1,
      ),
      onPromotion: described(
        z._default(z.enum(["reset", "keep", "spend"]), "reset"),
        "reset: they begin at 0 again. keep: they stay. spend: those that the promotion asked for are taken away.",
      ),
      onDemotion: z._default(z.enum(["reset", "keep"]), "keep"),
    }),
    "Points that reviews give, and that conditions count.",
  );
}

/** Notes bands of awards that are not there, and conditions on points where none are given. */
export function checkPoints(
  config: CheckedRules,
  axes: readonly NamedAxis[] | undefined,
  path: Path,
  report: Report,
): void {
  const here = [...path, "points"];
  for (const [index, award] of report.items(config.points?.awards, [...here, "awards"])) {
    const at = { kind: "placed" as const, at: award.at, periods: 1 };
    if (report.sound([...here, "awards", index]))
      checkCondition(at, axes, [...here, "awards", index], report);
  }
}

/** Notes conditions on points where the rules give none. */
export function checkPointsGiven(config: CheckedRules, path: Path, report: Report): void {
  if (config.points !== undefined || !report.sound(path)) return;
  if (allConditions(config).some(({ kind }) => kind === "points"))
    report.add([...path, "points"], "missing", "a condition counts points: say which reviews give them");
}

/** The points after a review, before its decision. */
export function collected(
  { points }: CheckedRules,
  before: Rational,
  at: Readonly<Record<string, string>> | undefined,
): Rational {
  const award = points?.awards.find((one) =>
    Object.entries(one.at).every(([axis, band]) => at?.[axis] === band),
  );
  return award === undefined ? before : add(before, readNumber(award.points));
}

/** What a decision leaves of the points. */
export function pointsAfter(
  { points }: CheckedRules,
  now: Rational,
  outcome: "promoted" | "demoted" | "retained" | "crossed",
  conditions: readonly ConditionResult[],
): Rational {
  if (outcome === "demoted") return points?.onDemotion === "reset" ? ZERO : now;
  if (outcome !== "promoted" || points?.onPromotion === "keep") return now;
  if (points?.onPromotion === "reset") return ZERO;
  const asked = conditions.find(({ purpose, kind, met }) => purpose === "up" && kind === "points" && met);
  return asked?.threshold === undefined ? now : subtract(now, readNumber(asked.threshold));
}
